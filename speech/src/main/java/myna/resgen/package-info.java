/**
 * ResGen: the sampler that fills residual-quantization tokens in a few steps, whatever the depth.
 *
 * <p>What lives here: masking schedule, prefix-wise masking, mixture sampling, guidance, confidence
 * and re-masking, over a small network interface. What may not: any tensor library.
 *
 * <p>Data flow: condition and seed -> steps of (network, mixture, quantization, re-masking) ->
 * tokens [L][D].
 *
 * <p>Tips and traps: a frame's visible tokens are always a prefix of its depths. All randomness
 * comes from one seeded generator, in a fixed order, so that a seed gives the same tokens again.
 * Source: Kim, Moon, Lee, Cho, ICML 2025, arXiv 2412.10208.
 */
package myna.resgen;
