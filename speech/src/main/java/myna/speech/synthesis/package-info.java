/**
 * Sentence after sentence: takes are chosen, levelled and joined, and handed out as they are ready.
 *
 * <p>{@link myna.speech.synthesis.Synthesizer} speaks a sentence, {@link
 * myna.speech.synthesis.Recital} a text in several voices; {@link
 * myna.speech.synthesis.SpeechCollector} keeps all of it.
 */
package myna.speech.synthesis;
