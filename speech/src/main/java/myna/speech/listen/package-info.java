/**
 * Listening to what was spoken: phonemes aligned with sound, and a score for every word.
 *
 * <p>Data flow: posteriors of the model's aligner -> {@link myna.speech.listen.ForcedAlignment} ->
 * scores ({@link myna.speech.listen.Ear}), or the lessons of an adapted voice and the words of a
 * spoken consent ({@link myna.speech.listen.ReadingAligner}).
 */
package myna.speech.listen;
