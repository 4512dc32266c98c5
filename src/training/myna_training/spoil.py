"""spoil: tokens of clips as people have them: telephone, low bit rates, noise, rooms, overdriven and narrow microphones.

The generator then hears such a reference (`generator --spoiled`) while what it has to say stays clean, so a bad clip still gives a clear voice.
Writes OUTPUT with tokens [F, D] of the whole corpus; of a long clip the first LONGEST seconds are spoilt, the rest is as it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from scipy.signal import butter, fftconvolve, resample_poly, sosfilt

from . import config as configs
from .aligner import batches
from .files import replace_atomically
from .prepare import Corpus, level_gain
from .tokens import frame_offsets, load_codec

LONGEST = 8.0  # seconds


def telephone(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """8 kHz, 300 to 3400 Hz, mu-law (ITU-T G.711)."""
    narrow = resample_poly(samples, 8000, rate)
    narrow = sosfilt(butter(2, [2 * 300 / 8000, 2 * 3400 / 8000], "band", output="sos"), narrow)
    pressed = np.sign(narrow) * np.log1p(255 * np.abs(np.clip(narrow, -1, 1))) / np.log(256)
    pressed = np.round(pressed * 127) / 127
    return resample_poly(np.sign(pressed) * np.expm1(np.abs(pressed) * np.log(256)) / 255, rate, 8000)[: len(samples)]


def coded(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """What low bit rates leave: of every spectrum the bins that lie near the loudest around them, coarsely, up to a limit."""
    size = 512
    window = np.sin(np.pi * (np.arange(size) + 0.5) / size)
    padded = np.pad(samples, (size, size + -len(samples) % (size // 2)))
    spectra = np.fft.rfft(np.lib.stride_tricks.sliding_window_view(padded, size)[:: size // 2] * window, axis=1)
    level = np.abs(spectra)
    around = np.sqrt(np.apply_along_axis(np.convolve, 1, level**2, np.ones(9) / 9, "same"))
    step = around * random.uniform(0.4, 1.0)
    kept = np.round(level / (step + 1e-9)) * step * (level > random.uniform(0.3, 0.8) * around)
    kept[:, int(random.uniform(4000, 7500) * size / rate) :] = 0
    pieces = np.fft.irfft(kept * np.exp(1j * np.angle(spectra)), axis=1) * window
    out = np.zeros(len(padded))
    for half in (0, 1):
        part = pieces[half::2].reshape(-1)
        out[half * size // 2 :][: len(part)] += part[: len(out) - half * size // 2]
    return out[size : size + len(samples)]


def noisy(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """Coloured noise 5 to 30 dB below the voice."""
    noise = np.fft.rfft(random.standard_normal(len(samples)))
    noise = np.fft.irfft(noise * (np.arange(len(noise)) + 50.0) ** -random.uniform(0, 1), len(samples))
    gain = np.sqrt(np.mean(samples**2) / (np.mean(noise**2) + 1e-12)) * 10 ** (-random.uniform(5, 30) / 20)
    return samples + gain * noise


def reverberant(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """A room: exponentially decaying noise after the direct sound, 60 dB in 0.2 to 0.9 s."""
    time = np.arange(int(0.6 * rate)) / rate
    room = random.standard_normal(len(time)) * np.exp(-6.9 * time / random.uniform(0.2, 0.9))
    room *= random.uniform(0.3, 1.2) / np.sqrt((room**2).sum())
    room[0] = 1.0
    return fftconvolve(samples, room)[: len(samples)]


def overdriven(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """Clipped at a twelfth to a half of the peak."""
    limit = np.abs(samples).max() * random.uniform(0.08, 0.5)
    return np.clip(samples, -limit, limit)


def narrow(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """A low-pass of 2.5 to 7 kHz and a high-pass of 50 to 400 Hz."""
    low = sosfilt(butter(4, 2 * random.uniform(2500, 7000) / rate, output="sos"), samples)
    return sosfilt(butter(1, 2 * random.uniform(50, 400) / rate, "high", output="sos"), low)


KINDS = [telephone, coded, noisy, reverberant, overdriven, narrow]


def spoiled(samples: np.ndarray, rate: int, level: float, random: np.random.Generator) -> np.ndarray:
    """One or two of the kinds, and the level of all clips again."""
    for index in random.choice(len(KINDS), random.integers(1, 3), replace=False):
        samples = KINDS[index](samples, rate, random)
    return (samples * level_gain(samples, rate, level)).astype(np.float32)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="spoil", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--output", type=Path, required=True, help="file of tokens to write")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    audio, random = settings.audio, np.random.default_rng(settings.seed)
    corpus, codec = Corpus(options.data), load_codec(options.codec / "frozen.pt", settings, torch.device("cpu"))
    tokens = np.load(options.codec / "tokens.npy")
    offsets = frame_offsets(corpus, audio.frame)
    chosen = np.array([i for i, c in enumerate(corpus.clips) if c.split != "dev" and tokens[offsets[i] : offsets[i + 1]].any()])
    longest = int(LONGEST * audio.frame_rate)
    frames = np.minimum(np.diff(offsets)[chosen], longest)
    groups = batches(frames / audio.frame_rate, 120.0, random)
    for done, group in enumerate(groups):
        rows, counts = chosen[group], frames[group]
        samples = np.zeros((len(rows), counts.max() * audio.frame), np.float32)
        for b, (i, count) in enumerate(zip(rows, counts)):
            clip = spoiled(corpus.read(corpus.clips[i], 0, count * audio.frame), audio.sample_rate, audio.level, random)
            samples[b, : len(clip)] = clip
        with torch.no_grad():
            codes = codec.quantizer.encode(codec.encoder(torch.from_numpy(samples))).numpy()
        for b, (i, count) in enumerate(zip(rows, counts)):
            tokens[offsets[i] : offsets[i] + count] = codes[b, :count]
        if done % 50 == 0:
            print(f"{done} of {len(groups)}", flush=True)
    with replace_atomically(options.output) as temporary, open(temporary, "wb") as file:
        np.save(file, tokens)
