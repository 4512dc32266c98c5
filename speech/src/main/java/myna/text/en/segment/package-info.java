/** Blocks, sentences and pauses. */
package myna.text.en.segment;
