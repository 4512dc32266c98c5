/**
 * Bringing a pack to one voice: low-rank additions (LoRA, arXiv 2106.09685) to the linear maps of
 * its networks, learned from minutes of that voice.
 *
 * <p>What lives here: the drawing and masking of batches, AdamW, the loop with its early stop, and
 * the file that additions are kept in. What may not: any tensor library; the loss and its gradients
 * come from a {@link myna.resgen.adapt.StepNetwork}.
 *
 * <p>Data flow: aligned utterances -> batches of fixed shape -> loss and gradients -> steps ->
 * {@link myna.resgen.adapt.Additions}, best on what was held back.
 *
 * <p>Tips and traps: all randomness comes from one seed, so the same utterances give the same
 * additions on the same machine. A crop begins and ends between phonemes, and its reference is of
 * other utterances: a reference that holds the crop would be copied from instead of listened to.
 */
package myna.resgen.adapt;
