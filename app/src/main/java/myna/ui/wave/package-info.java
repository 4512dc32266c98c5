/**
 * Pictures of sound: waveform, spectrogram and level, each a small control on a canvas.
 *
 * <p>What lives here: drawing, and the mouse and keys on it. What may not: reading or playing
 * sound.
 *
 * <p>Data flow: {@link myna.audio.Waveform} and {@link myna.audio.Spectrogram} -> canvas; a click
 * -> a share of the width, for whoever owns the control.
 *
 * <p>Tips and traps: colours are looked up in the style sheet, so that a change of theme redraws.
 * All places are shares of the width in [0, 1]; a control knows no seconds.
 */
package myna.ui.wave;
