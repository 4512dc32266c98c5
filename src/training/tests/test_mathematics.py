"""The mathematics of the recipe against exact formulas. Run: PYTHONPATH=src/training python3 -m pytest -q src/training/tests"""

import itertools
import math

import numpy as np
import pytest
import torch

from myna_training import aligner, masking, mixture, sampler
from myna_training.layers import PlainNorm
from myna_training.quantizer import ResidualQuantizer
from myna_training.signal import InverseStft, LogMel


def test_masked_counts_follow_the_multivariate_hypergeometric_law():
    frames, depth, total, draws = 3, 2, 3, 40_000
    random = np.random.default_rng(1)
    seen: dict[tuple, int] = {}
    for _ in range(draws):
        counts = tuple(masking.masked_counts(frames, depth, total, random))
        seen[counts] = seen.get(counts, 0) + 1
    all_ways = math.comb(frames * depth, total)
    for counts in itertools.product(range(depth + 1), repeat=frames):
        exact = math.prod(math.comb(depth, k) for k in counts) / all_ways if sum(counts) == total else 0.0
        error = math.sqrt(exact * (1 - exact) / draws)
        assert abs(seen.get(counts, 0) / draws - exact) <= 4.5 * error


@pytest.mark.parametrize("r, expected", [(0.0, 48), (0.5, math.ceil((1 - 0.125) ** (1 / 3) * 48)), (1.0, 0)])
def test_masked_total(r, expected):
    assert masking.masked_total(r, 12, 4) == expected


def test_visible_tokens_are_a_depth_prefix_while_sampling():
    random = np.random.default_rng(2)
    depth, visible = 5, np.zeros(7, np.int64)
    for stay in (30, 21, 8, 3, 0):
        grown = sampler.unmask(random.standard_normal(7), visible, depth, stay, 1.0)
        assert (grown >= visible).all() and (grown <= depth).all()
        assert (depth - grown).sum() == stay
        visible = grown


def test_log_density_equals_the_direct_formula():
    torch.manual_seed(3)
    components = torch.randn(5, 6, 3, dtype=torch.float64)
    target, mean = torch.randn(4, 6, dtype=torch.float64), torch.randn(4, 6, dtype=torch.float64)
    coefficients, log_scale = torch.randn(4, 3, dtype=torch.float64), torch.randn(4, dtype=torch.float64)
    means = mean[:, None] + torch.exp(log_scale)[:, None, None] * torch.einsum("kdr,mr->mkd", components, coefficients)
    direct = torch.distributions.Normal(means, torch.exp(log_scale)[:, None, None]).log_prob(target[:, None]).sum(-1)
    fast = mixture.log_densities(target, mean, coefficients, log_scale, components)
    torch.testing.assert_close(fast, direct)


def test_the_expectation_is_the_mean_of_the_means():
    torch.manual_seed(12)
    components = torch.randn(5, 6, 3)
    logits, mean, coefficients, log_scale = torch.randn(4, 5), torch.randn(4, 6), torch.randn(4, 3), torch.randn(4)
    means = mean[:, None] + torch.exp(log_scale)[:, None, None] * torch.einsum("kdr,mr->mkd", components, coefficients)
    direct = (torch.softmax(logits, -1)[:, :, None] * means).sum(1)
    torch.testing.assert_close(mixture.expectation(logits, mean, coefficients, log_scale, components), direct)


def test_jensens_split_bounds_the_negative_log_likelihood():
    torch.manual_seed(4)
    logits, densities = torch.randn(50, 8), 3 * torch.randn(50, 8)
    regression, classification = mixture.loss_parts(logits, densities)
    exact = -torch.logsumexp(torch.log_softmax(logits, -1) + densities, -1)
    # E_q[-log p(z|k)] + KL(q || p(k)) = -log p(z) + KL(q || p(k|z)) - H(q) + H(q) ... >= -log p(z) - H(q)
    q = torch.softmax(densities, -1)
    q = (1 - mixture.SMOOTHING) * q + mixture.SMOOTHING / 8
    assert (regression + classification >= exact - 1e-5).all()
    assert torch.isfinite(q).all()


def test_quantizing_a_sum_of_codes_gives_the_codes_back():
    torch.manual_seed(5)
    quantizer = ResidualQuantizer(3, 16, 8)
    quantizer.codebooks = torch.randn(3, 16, 8) * torch.tensor([1.0, 0.02, 0.0004])[:, None, None]
    codes = torch.randint(16, (40, 3))
    assert torch.equal(quantizer.encode(quantizer.decode(codes)), codes)


def test_fitting_lowers_the_residual_at_every_depth():
    torch.manual_seed(6)
    quantizer = ResidualQuantizer(4, 32, 6)
    left = quantizer.fit(torch.randn(2000, 6), iterations=3)
    assert all(b < a for a, b in zip([1.0, *left], left))


def test_choose_keeps_to_the_nucleus_and_its_proportions():
    logits = np.log(np.tile([[0.5, 0.05, 0.3, 0.15]], (20_000, 1)))
    index, log_p = sampler.choose(logits, np.random.default_rng(7).random(20_000), 0.75)
    shares = np.bincount(index, minlength=4) / 20_000
    assert shares[1] == shares[3] == 0
    assert abs(shares[0] - 0.625) < 0.015
    assert np.allclose(log_p[index == 2], math.log(0.3))


def brute_force_occupancy(scores: np.ndarray, optional: list[bool]) -> np.ndarray:
    """Sums over every path of a chain of states."""
    frames, states = scores.shape
    result, total = np.zeros((frames, states)), 0.0
    ends = {states - 1, states - 2} if optional[-1] else {states - 1}
    for path in itertools.product(range(states), repeat=frames):
        steps = [b - a for a, b in zip(path, path[1:])]
        skips = all(s in (0, 1) or (s == 2 and optional[p + 1]) for s, p in zip(steps, path))
        if skips and (path[0] == 0 or (path[0] == 1 and optional[0])) and path[-1] in ends:
            weight = math.exp(sum(scores[t, s] for t, s in enumerate(path)))
            total += weight
            for t, s in enumerate(path):
                result[t, s] += weight
    return result / total


def test_occupancy_equals_the_sum_over_all_paths():
    torch.manual_seed(8)
    words = [["AA1"], ["B"]]
    chains = aligner.Chains([words, [["K"]]], [6, 4], torch.device("cpu"))
    scores = torch.randn(2, 6, 5).masked_fill(torch.tensor([[False] * 5, [False] * 3 + [True] * 2])[:, None], aligner.NEVER)
    posterior, _ = aligner.occupancy(scores, chains)
    for b, (count, frames) in enumerate([(5, 6), (3, 4)]):
        exact = brute_force_occupancy(scores[b, :frames, :count].numpy(), chains.optional[b, :count].tolist())
        np.testing.assert_allclose(posterior[b, :frames, :count].numpy(), exact, atol=1e-5)


def test_viterbi_finds_the_best_path():
    words = [["AA1", "B"]]
    chains = aligner.Chains([words], [5], torch.device("cpu"))
    best = [1, 1, 2, 2, 3]
    scores = torch.full((1, 5, 4), -5.0)
    for t, state in enumerate(best):
        scores[0, t, state] = 0.0
    assert aligner.viterbi(scores, chains)[0].tolist() == best


def test_inverse_stft_gives_the_signal_back():
    samples = torch.randn(1, 4096)
    inverse = InverseStft(1024, 256)
    padded = torch.nn.functional.pad(samples[:, None], (384, 384), mode="reflect")[:, 0]
    spectrum = torch.stft(padded, 1024, 256, window=torch.hann_window(1024), center=False, return_complex=True).transpose(1, 2)
    for exporting in (False, True):
        inverse.exporting = exporting
        output = inverse(spectrum.real, spectrum.imag)
        torch.testing.assert_close(output[:, 512:-512], samples[:, 512:-512], atol=1e-4, rtol=1e-4)


def test_exported_mel_equals_the_trained_one():
    samples = 0.1 * torch.randn(1, 4096)
    mel = LogMel(16000, 1024, 256, 80)
    trained = mel(samples)
    mel.exporting = True
    torch.testing.assert_close(mel(samples), trained, atol=1e-3, rtol=1e-3)


def test_exported_norm_equals_the_trained_one():
    x = 3 * torch.randn(2, 5, 64) + 10
    norm = PlainNorm(64)
    trained = norm(x)
    norm.exporting = True
    torch.testing.assert_close(norm(x), trained, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(norm(torch.ones(1, 2, 64)), torch.zeros(1, 2, 64), atol=1e-2, rtol=0)
