/**
 * Subtitles to speech that keeps their times.
 *
 * <p>What lives here: who speaks a cue, how its speech is fitted into its time, the track that all
 * of it becomes, the file that it goes into, and the report of what did not fit. What may not: how
 * subtitles are read ({@link myna.narration.read}), how sound is written and mixed ({@link
 * myna.delivery}, {@link myna.audio}).
 *
 * <p>Data flow: cues -> sentences with voices -> lengths at any speed -> the speed that fits ->
 * speech -> one stream, with silence where nobody speaks.
 *
 * <p>Tips and traps: nothing is stretched: the model's own durations are scaled before anything is
 * spoken, so a cue is spoken once. What is timed is speech, from the first phoneme to the last; the
 * silence that sentences carry at their ends lies outside of it.
 */
package myna.narration.dub;
