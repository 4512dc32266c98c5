/**
 * One take of one chunk: phonemes and durations, tokens from the sampler, samples from the codec,
 * and where its words lie in it.
 *
 * <p>Tips and traps: a take holds its tokens, so that another can begin with some of them. Times of
 * words are seconds, frames only inside.
 */
package myna.speech.take;
