/**
 * Samples: files, devices and signal processing.
 *
 * <p>What lives here: {@code Audio} (mono samples in [-1, 1] with their rate), reading and writing
 * of files, resampling, loudness, trimming, spectrograms, and players and recorders. The only
 * package for {@code javax.sound} and for the ffmpeg binding. What may not: voices, text, models.
 *
 * <p>Data flow: file or microphone -> Audio -> processing -> Audio -> file or loudspeaker.
 *
 * <p>Tips and traps: an Audio owns its array: who makes one gives the array away, who reads one
 * leaves it as it is. WAV is read and written here in Java, so that it never loads the ffmpeg
 * natives; every other format does. Files are written beside their place and renamed, so that no
 * half file is left.
 */
package myna.audio;
