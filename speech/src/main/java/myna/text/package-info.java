/**
 * The text front end: text to sentences, words and phonemes, each with its place in the source.
 *
 * <p>What lives here: the face that is the same for all languages ({@link myna.text.TextFrontEnd}
 * and what it gives), user lexicons, the phonemes; in {@code marks} and {@code source} inline marks
 * and the cleaned text. Each language has a package, as {@code en}; only its front end is made from
 * outside. The only house for {@code com.ibm.icu}. What may not: audio, models; a learned
 * letter-to-sound model comes in through an interface.
 *
 * <p>Data flow: text -> marks -> sentences -> words -> spoken words -> phonemes, every step with
 * spans into the text as the user wrote it.
 *
 * <p>Tips and traps: the default locale is never asked. The face, the marks and the source may not
 * use a language; the architecture tests hold that.
 */
package myna.text;
