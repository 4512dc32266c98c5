"""estoi: extended short-time objective intelligibility (Jensen and Taal 2016) of folders of WAV files against their recordings.

1 is a perfect copy; noise that hides the speech brings it near 0. Compares envelopes in one-third octave bands over 384 ms, so it hardly
minds phases, and is blind above 4.3 kHz.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

RATE, FRAME, FFT = 10_000, 256, 512  # Hz, samples, samples
BANDS, LOWEST = 15, 150.0  # one-third octaves, centre of the first in Hz
SEGMENT = 30  # frames
RANGE = 40.0  # dB: frames of the recording further below its loudest one are left out of both


def frames(samples: np.ndarray) -> np.ndarray:
    """Windowed frames with half overlap, [F, FRAME]."""
    window = np.hanning(FRAME + 2)[1:-1]
    return np.lib.stride_tricks.sliding_window_view(samples, FRAME)[:: FRAME // 2] * window


def without_silence(recording: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both signals, joined again from the frames in which the recording is not silent."""
    a, b = frames(recording), frames(other)
    level = 20 * np.log10(np.linalg.norm(a, axis=1) + 1e-12)
    loud = level > level.max() - RANGE
    return join(a[loud]), join(b[loud])


def join(parts: np.ndarray) -> np.ndarray:
    """Overlap-add of [F, FRAME]."""
    half = FRAME // 2
    whole = np.zeros((len(parts) + 1) * half)
    for i, part in enumerate(parts):
        whole[i * half : i * half + FRAME] += part
    return whole


def band_matrix() -> np.ndarray:
    """Which bins of the spectrum belong to which band, [BANDS, FFT // 2 + 1] of zeros and ones."""
    bins = np.arange(FFT // 2 + 1) * RATE / FFT
    centres = LOWEST * 2 ** (np.arange(BANDS) / 3)
    edges = [(np.abs(bins - centre * 2 ** (side / 6))).argmin(keepdims=True)[0] for centre in centres for side in (-1, 1)]
    matrix = np.zeros((BANDS, len(bins)))
    for band in range(BANDS):
        matrix[band, edges[2 * band] : edges[2 * band + 1]] = 1
    return matrix


def envelopes(samples: np.ndarray) -> np.ndarray:
    """Magnitudes in one-third octave bands, [BANDS, F]."""
    power = np.abs(np.fft.rfft(frames(samples), FFT)) ** 2
    return np.sqrt(band_matrix() @ power.T)


def normalized(segments: np.ndarray) -> np.ndarray:
    """Segments [S, BANDS, SEGMENT] with zero mean and unit norm, first over time, then over bands."""
    for axis in (2, 1):
        segments = segments - segments.mean(axis, keepdims=True)
        segments = segments / (np.linalg.norm(segments, axis=axis, keepdims=True) + 1e-12)
    return segments


def estoi(recording: np.ndarray, other: np.ndarray, rate: int) -> float:
    """ESTOI of a signal against its recording, both [T] at `rate` Hz and aligned; ValueError below 0.4 s of speech."""
    length = min(len(recording), len(other))
    a, b = (resample_poly(x[:length].astype(np.float64), RATE, rate) for x in (recording, other))
    a, b = (envelopes(x) for x in without_silence(a, b))
    if a.shape[1] < SEGMENT:
        raise ValueError("too little speech for ESTOI")
    a, b = (normalized(np.lib.stride_tricks.sliding_window_view(x, SEGMENT, axis=1).transpose(1, 0, 2)) for x in (a, b))
    return float((a * b).sum((1, 2)).mean() / SEGMENT)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="estoi", description=__doc__)
    parser.add_argument("recordings", type=Path, help="folder of WAV files")
    parser.add_argument("others", type=Path, nargs="+", help="folders with the same names")
    options = parser.parse_args(arguments)
    for folder in options.others:
        scores = []
        for path in sorted(options.recordings.glob("*.wav")):
            recording, rate = soundfile.read(path)
            other, other_rate = soundfile.read(folder / path.name)
            if rate != other_rate:
                raise ValueError(f"{folder / path.name} has {other_rate} Hz, the recording {rate} Hz")
            scores.append(estoi(recording, other, rate))
        print(f"{folder}: ESTOI {np.mean(scores):.3f} (lowest {min(scores):.3f}) of {len(scores)} files", flush=True)
