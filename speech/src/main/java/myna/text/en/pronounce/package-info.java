/**
 * From spoken words to phonemes: lexicon, derived forms, letters, letter-to-sound.
 *
 * <p>Phonemes are ARPABET with a stress digit on each vowel. Words are looked up in lower case with
 * the root locale.
 */
package myna.text.en.pronounce;
