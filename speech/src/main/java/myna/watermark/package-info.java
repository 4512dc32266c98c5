/**
 * The inaudible mark that says of sound: this speech is synthetic, Myna made it.
 *
 * <p>What lives here: the pattern, who puts it into sound ({@link myna.watermark.Watermarker}), who
 * finds it ({@link myna.watermark.WatermarkDetector}), and the note in words that files carry
 * besides. What may not: files; whoever writes one decides whether it is marked.
 *
 * <p>Method: spread spectrum in the short-time spectrum. Time is cut into chips of 32 ms and
 * frequency into bands of 125 Hz; in each such cell the signal is raised or lowered by {@value
 * myna.watermark.Watermarker#DEPTH_DB} dB as a fixed pseudo-random pattern says, so that the mark
 * lies where there is speech to hide it (Cox et al., Secure spread spectrum watermarking for
 * multimedia, IEEE Transactions on Image Processing, 1997). The detector predicts each cell's level
 * from its neighbours and correlates what is left with the pattern at each of its places in time.
 *
 * <p>Tips and traps: silence stays silence. The pattern is part of an open program: it tells honest
 * listeners, and does not withstand somebody who wants it gone. It survives what leaves the levels
 * of bands and the tempo alone: other formats, sample rates, loudness, cuts; not a change of tempo
 * or pitch.
 */
package myna.watermark;
