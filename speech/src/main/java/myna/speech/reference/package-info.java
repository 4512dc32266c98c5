/**
 * What is taken from reference clips: the stretch that a model hears, and the rhythm that is
 * measured on it.
 *
 * <p>Tips and traps: a clip of whatever rate and level comes in; what goes out is at the pack's
 * rate and at its level.
 */
package myna.speech.reference;
