/**
 * Measures of how well and how fast a model speaks.
 *
 * <p>What lives here: the phoneme error rate by the model's own ear, the evaluation of a list of
 * cases, and the benchmark. What may not: printing; the commands do that.
 *
 * <p>Data flow: cases -> {@link myna.speech.Synthesizer} -> samples -> measures; the recording of
 * the same text, where there is one, through the same measures.
 *
 * <p>Tips and traps: scores compare only within one run over one list. The ear was trained on the
 * same speech as the voice, so its error rate is kinder than a stranger's; put recordings beside
 * it.
 */
package myna.speech.measure;
