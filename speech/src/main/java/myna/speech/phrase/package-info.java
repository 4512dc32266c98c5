/**
 * What of a sentence is spoken in one go: long runs of words are parted into phrases, and phrases
 * put together into chunks as long as a model speaks well.
 *
 * <p>What may not live here: a language. Words come with their phonemes and pauses.
 */
package myna.speech.phrase;
