/**
 * English: {@link myna.text.en.EnglishFrontEnd} and what it is made of.
 *
 * <p>{@code normal} reads what is not said as it is written (one class per kind of written form),
 * {@code segment} finds blocks, sentences and pauses, {@code pronounce} gives phonemes. What is
 * told of a whole text before it is spoken (another language, a broken encoding, unknown words) is
 * found here.
 *
 * <p>Tips and traps: an expansion that is wrong is as bad as one that is missing. Cases are data
 * files, {@code written~spoken}; facts are tables in assets/text.
 */
package myna.text.en;
