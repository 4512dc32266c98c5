/** Blocks, sentences and pauses. */
package myna.text.segment;
