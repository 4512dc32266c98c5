"""band: energy from 8 to 11 kHz of codec round trips, less that of the recordings, in voiced, unvoiced and silent frames; and that above
10.9 kHz, where no recording teaches anything, less that below.

Measured on clips of 2 to 3 s that have the band: `top` draws only longer ones, so it never heard these (some of their readers it did).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from . import config as configs
from .harmonic import load_decoder
from .pitch import correlation, track
from .prepare import WIDE_RATE, Corpus
from .tokens import load_codec

WINDOW = 768
OTHER_LANGUAGES = "commonvoice-6-other-languages"


def energies(samples: np.ndarray, hops: int) -> np.ndarray:
    """Mean power of every hop of 16 ms in the bands 0.1 to 7.5, 8 to 10.9 and 10.9 to 12 kHz: samples [T] -> [3, hops]."""
    padded = np.pad(samples, ((WINDOW - WINDOW // 2) // 2,) * 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[:: WINDOW // 2][:hops]
    power = np.abs(np.fft.rfft(frames * np.hanning(WINDOW), axis=1)) ** 2
    return np.stack([power[:, 3:240].mean(1), power[:, 256:349].mean(1), power[:, 349:].mean(1)])


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="band", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare --gathered")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with frozen.pt")
    parser.add_argument("--decoder", type=Path, required=True, help="run folder of top")
    parser.add_argument("--clips", type=int, default=60)
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    audio, corpus = settings.audio, Corpus(options.data)
    codec, decoder = load_codec(options.codec / "frozen.pt", settings, torch.device("cpu")), load_decoder(options.decoder / "final.pt", settings)
    torch.manual_seed(settings.seed)
    rate, wide_frame = audio.sample_rate, audio.frame * WIDE_RATE // audio.sample_rate
    short = [c for c in corpus.clips if c.wide >= 0 and 2 * rate < c.length <= 3 * rate and c.corpus != OTHER_LANGUAGES][: options.clips]
    edge = np.zeros(2)
    total = {"voiced": np.zeros(2), "unvoiced": np.zeros(2), "pauses": np.zeros(2)}
    for clip in short:
        frames = clip.length // audio.frame
        samples = torch.from_numpy(corpus.read(clip, 0, frames * audio.frame))[None]
        with torch.no_grad():
            spoken = decoder.speak(codec.quantizer.decode(codec.quantizer.encode(codec.encoder(samples))))[0].numpy()
        recorded = energies(corpus.read_wide(clip, 0, frames * wide_frame), 2 * frames)
        rendered = energies(spoken, 2 * frames)
        edge += rendered[1:].sum(1)
        count = recorded.shape[1]
        voiced = (track(correlation(samples, rate, audio.hop))[0] > 0).numpy()[:count]
        sound = recorded[0] > recorded[0].max() * 1e-3
        for name, marks in (("voiced", sound & voiced), ("unvoiced", sound & ~voiced), ("pauses", ~sound)):
            total[name] += [rendered[1, :count][marks].sum(), recorded[1][marks].sum()]
    for name, (rendered_sum, recorded_sum) in total.items():
        print(f"{name}\t{10 * np.log10(rendered_sum / recorded_sum):+.1f} dB")
    print(f"above 10.9 kHz\t{10 * np.log10(edge[1] / edge[0]):+.1f} dB beside 8 to 10.9 kHz")
    print(f"{len(short)} clips")
