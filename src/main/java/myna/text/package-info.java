/**
 * The text front end: text to sentences, words and phonemes, each with its place in the source.
 *
 * <p>What lives here: sentence breaks, normalization (one class per kind of written form), lexicon,
 * letter-to-sound, pauses and inline marks. The only package for {@code com.ibm.icu}. What may not:
 * audio, models; a learned letter-to-sound model comes in through an interface.
 *
 * <p>Data flow: text -> marks -> sentences -> words -> spoken words -> phonemes, every step with
 * spans into the text as the user wrote it.
 *
 * <p>Tips and traps: the default locale is never asked. An expansion that is wrong is as bad as one
 * that is missing. Cases are data files, {@code written~spoken}.
 */
package myna.text;
