/**
 * Reading of what is not said as it is written: one final class for each semiotic class.
 *
 * <p>{@link myna.text.en.normal.Tokenizer} asks the classes in order at each place where a form may
 * start. Every class looks only a bounded stretch ahead, so that reading stays linear in the length
 * of the text. Tables are in assets/text.
 *
 * <p>Tips and traps: patterns see the text around their region (transparent bounds); unbounded
 * repetition of groups overflows the stack on hostile text, so repetition is bounded.
 */
package myna.text.en.normal;
