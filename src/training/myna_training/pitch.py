"""Fundamental frequency: normalized cross-correlation and dynamic programming (after Talkin's RAPT and Boersma 1993).

The targets of the decoder's pitch head and the excitation of its training.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from scipy.linalg import solve_toeplitz
from scipy.signal import butter, sosfiltfilt
from torch import Tensor

from . import config as configs
from .files import replace_atomically
from .prepare import Corpus

LOWEST, HIGHEST = 60.0, 480.0  # Hz
PER_OCTAVE = 36
BAND = (70.0, 900.0)  # Hz that are compared: mains hum and the harmonics that a glide decorrelates first are left out
UNVOICED = 0.42  # score of the unvoiced state
HIGHER = 0.04  # per octave: of two equal candidates the higher one wins
GLIDE, LEAP, SWITCH = 14.0, 1.6, 0.25  # cost of a squared octave per hop, the most that a move costs, cost of a change of voicing


def candidates() -> Tensor:
    """The pitch grid in Hz, PER_OCTAVE steps per octave."""
    count = int(np.log2(HIGHEST / LOWEST) * PER_OCTAVE) + 1
    return LOWEST * 2 ** (torch.arange(count) / PER_OCTAVE)


def correlation(samples: Tensor, rate: int, hop: int) -> Tensor:
    """Normalized cross-correlation at every candidate's lag: samples [B, T] -> [B, T // hop, candidates], in [-1, 1].

    Taken at half the rate on the band below 900 Hz, between two windows of 2.2 periods (15 to 32 ms) that lie around the middle of the hop.
    """
    filter_ = butter(4, [2 * edge / rate for edge in BAND], "band", output="sos")
    band = torch.from_numpy(np.ascontiguousarray(sosfiltfilt(filter_, samples.numpy(), axis=1)[:, ::2]))
    rate, hop = rate // 2, hop // 2
    frames, side = band.shape[1] // hop, 4 * hop
    band = F.pad(band.float(), (side, side))
    squares = band**2
    shortest, longest = int(rate / HIGHEST) - 2, int(rate / LOWEST) + 3
    scores = torch.zeros(len(band), frames, longest + 1)
    for lag in range(shortest, longest + 1):
        window = int(min(max(2.2 * lag, 0.015 * rate), 0.032 * rate))
        first = hop // 2 + side - (lag + window) // 2

        def mean(values: Tensor, begin: int) -> Tensor:
            return F.avg_pool1d(values[:, None, begin : begin + (frames - 1) * hop + window], window, hop)[:, 0]

        size = mean(squares, first) * mean(squares, first + lag)
        scores[:, :, lag] = mean(band[:, :-lag] * band[:, lag:], first) / torch.sqrt(size + 1e-12)
    return _between(scores, rate / candidates())


def _between(scores: Tensor, lags: Tensor) -> Tensor:
    """Cubic (Catmull-Rom) interpolation along the last axis: [..., L] at lags [K] -> [..., K]."""
    low = lags.long()
    part = lags - low
    a, b, c, d = (scores[..., low + i] for i in (-1, 0, 1, 2))
    return b + 0.5 * part * (c - a + part * (2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a)))


def track(scores: Tensor) -> Tensor:
    """Best path over candidates and an unvoiced state: scores [B, F, K] -> Hz [B, F], 0 where unvoiced."""
    grid = candidates()
    octaves = torch.log2(grid / LOWEST)
    local = scores - HIGHER * (octaves[-1] - octaves)
    moves = torch.clamp(-GLIDE * (octaves[:, None] - octaves[None]) ** 2, min=-LEAP)
    k = len(grid)
    table = torch.full((k + 1, k + 1), -SWITCH)
    table[:k, :k] = moves
    table[k, k] = 0.0
    emission = torch.cat([local, torch.full_like(local[..., :1], UNVOICED)], -1)
    best, back = emission[:, 0], []
    for t in range(1, emission.shape[1]):
        value, step = (best[:, :, None] + table).max(1)
        best = value + emission[:, t]
        back.append(step)
    state = best.argmax(1)
    path = [state]
    for step in reversed(back):
        state = step.gather(1, state[:, None])[:, 0]
        path.append(state)
    path = torch.stack(path[::-1], 1)
    return torch.where(path < k, _refined(scores, path.clamp(max=k - 1)), torch.zeros(()))


def _refined(scores: Tensor, path: Tensor) -> Tensor:
    """Pitch in Hz between the grid's steps: top of the parabola through a candidate and its neighbours."""
    middle = path.clamp(1, scores.shape[-1] - 2)
    below, here, above = (scores.gather(2, (middle + i)[:, :, None])[:, :, 0] for i in (-1, 0, 1))
    offset = 0.5 * (below - above) / torch.clamp(below - 2 * here + above, max=-1e-6)
    return LOWEST * 2 ** ((middle + offset.clamp(-1, 1)) / PER_OCTAVE)


def skewness(samples: np.ndarray, rate: int) -> float:
    """Sum of the skewness of the linear-prediction residual over the louder frames: its sign is the polarity of the glottal pulses."""
    size, order = rate // 25, 16
    emphasized = np.append(samples[0], samples[1:] - 0.95 * samples[:-1]).astype(np.float64)
    frames = emphasized[: len(emphasized) // size * size].reshape(-1, size)
    energy = (frames**2).mean(1)
    total = 0.0
    for frame in frames[np.argsort(-energy)[: max(1, min(15, len(frames) // 3))]]:
        shaped = frame * np.hanning(size)
        correlation = np.correlate(shaped, shaped, "full")[size - 1 : size + order]
        correlation[0] = correlation[0] * 1.001 + 1e-9
        filter_ = np.append(1.0, -solve_toeplitz(correlation[:-1], correlation[1:]))
        residual = np.convolve(frame, filter_, "valid")
        total += float((residual**3).mean() / ((residual**2).mean() ** 1.5 + 1e-12))
    return total


def polarities(corpus: Corpus, rate: int, most: int = 10) -> np.ndarray:
    """Polarity of every clip, 1 or -1: one for all clips of a speaker, from at most `most` of them."""
    speakers: dict[str, list[int]] = {}
    for index, clip in enumerate(corpus.clips):
        speakers.setdefault(clip.speaker, []).append(index)
    signs = np.ones(len(corpus.clips), np.int8)
    for rows in speakers.values():
        total = sum(skewness(corpus.read(corpus.clips[i], 0, 6 * rate), rate) for i in rows[:most])
        signs[rows] = 1 if total >= 0 else -1
    return signs


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="pitch", description="Writes pitch.f16 (Hz per mel hop) and polarity.i8 (1 or -1), clip after clip.")
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    audio = configs.load(options.config).audio
    corpus = Corpus(options.data)
    starts = pitch_offsets(corpus, audio.hop)
    values = np.zeros(starts[-1], np.float16)
    order = np.argsort([c.length for c in corpus.clips], kind="stable")
    done, total = 0, sum(c.length for c in corpus.clips)
    for group in np.array_split(order, max(1, len(order) // 16)):
        clips = [corpus.clips[i] for i in group]
        samples = torch.zeros(len(clips), max(c.length for c in clips) + audio.hop)
        for row, clip in enumerate(clips):
            samples[row, : clip.length] = torch.from_numpy(corpus.read(clip))
        pitch = track(correlation(samples, audio.sample_rate, audio.hop)).numpy()
        for row, index in enumerate(group):
            values[starts[index] : starts[index + 1]] = pitch[row, : starts[index + 1] - starts[index]]
        done += sum(c.length for c in clips)
        print(f"\r{100 * done / total:.1f} %", end="", flush=True)
    with replace_atomically(options.data / "pitch.f16") as temporary:
        values.tofile(temporary)
    with replace_atomically(options.data / "polarity.i8") as temporary:
        polarities(corpus, audio.sample_rate).tofile(temporary)
    print(f"\n{len(values)} hops, {np.mean(values > 0):.3f} voiced, median {np.median(values[values > 0]):.0f} Hz", flush=True)


def pitch_offsets(corpus: Corpus, hop: int) -> np.ndarray:
    """Where the values of clip i start in pitch.f16: [clips + 1]."""
    return np.concatenate([[0], np.cumsum([c.length // hop for c in corpus.clips])])
