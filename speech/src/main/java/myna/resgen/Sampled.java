package myna.resgen;

import myna.codec.Tokens;

/**
 * What the sampler made, and what it cost.
 *
 * @param tokens [L][D]
 * @param evaluations of the network
 * @param frameEvaluations frames that were evaluated in all, a guided one twice
 * @param networkNanos time in the network
 * @param drawNanos time for noise and mixtures
 * @param revealNanos time for the choice of tokens and their quantization
 */
public record Sampled(
    Tokens tokens,
    int evaluations,
    long frameEvaluations,
    long networkNanos,
    long drawNanos,
    long revealNanos) {}
