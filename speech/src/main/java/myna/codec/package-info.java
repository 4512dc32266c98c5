/**
 * The codec: samples to residual-quantization tokens and back.
 *
 * <p>What lives here: tokens [L][D], the residual quantizer over codebooks [D][V][d], and the codec
 * over a network interface. What may not: model files, the sampler.
 *
 * <p>Data flow: samples [T] -> latents [L][d] -> tokens [L][D] -> latents [L][d] -> samples [T].
 *
 * <p>Tips and traps: the network takes whole frames: the caller pads with zeros and cuts
 * afterwards. Depth 1 is the coarsest; a prefix of the depths is a valid, coarser signal.
 */
package myna.codec;
