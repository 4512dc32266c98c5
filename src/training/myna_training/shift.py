"""shift: tokens of every reader played faster or slower, by one factor each: new voices out of old ones.

Pitch, formants and tempo move together, as between a larger and a smaller speaker; `generator --shifted` takes what comes out for further readers,
as is done in recognizing speakers (speed perturbation, Yamamoto et al., Interspeech 2019).
Writes OUTPUT (.npz): tokens [F, D] of all shifted clips, where each clip starts in them [clips + 1], and the factor of each clip (0: left out).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import numpy as np
import torch
from scipy.signal import resample_poly

from . import config as configs
from .aligner import batches
from .files import replace_atomically
from .prepare import Clip, Corpus
from .run import autocast
from .spoil import dithered, of_each_reader
from .tokens import load_codec

FASTER, SLOWER = (107, 118), (90, 95)  # percent; slower leaves the top of the band empty, so less of it and less often
SLOW_SHARE = 0.35  # of the readers


@dataclasses.dataclass(frozen=True)
class Shifted:
    """The file that `shift` writes."""

    tokens: np.ndarray
    starts: np.ndarray
    factors: np.ndarray

    @staticmethod
    def load(path: Path) -> Shifted:
        with np.load(path) as file:
            return Shifted(file["tokens"], file["starts"], file["factors"])

    def of(self, row: int) -> np.ndarray:
        """Tokens [F, D] of a clip; none, where it was left out."""
        return self.tokens[self.starts[row] : self.starts[row + 1]]

    def whole(self, row: int, frames: np.ndarray) -> bool:
        """Whether a clip with these frames of its symbols is here from beginning to end, but for the frame that rounding may cost."""
        return len(self.of(row)) > 0 and frames.sum() / self.factors[row] < len(self.of(row)) + 2

    def durations(self, row: int, frames: np.ndarray) -> np.ndarray:
        """Frames of each symbol of the shifted clip, of which there are as many as tokens or fewer, from those of the clip as it was."""
        ends = np.minimum(np.round(np.cumsum(frames) / self.factors[row]).astype(np.int64), len(self.of(row)))
        return np.diff(ends, prepend=0)


def factors(clips: list[Clip], random: np.random.Generator) -> dict[str, int]:
    """By how many percent of its speed each reader that is not held out is played."""
    drawn = {}
    for speaker in sorted({clip.speaker for clip in clips if clip.split != "dev"}):
        low, high = SLOWER if random.random() < SLOW_SHARE else FASTER
        drawn[speaker] = int(random.integers(low, high + 1))
    return drawn


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="shift", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with frozen.pt")
    parser.add_argument("--output", type=Path, required=True, help="file to write")
    parser.add_argument("--longest", type=float, default=20.0, help="seconds: of a longer clip, what comes first")
    parser.add_argument("--most", type=int, default=40, help="clips of one reader")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    audio, random = settings.audio, np.random.default_rng(settings.seed)
    corpus, codec = Corpus(options.data), load_codec(options.codec / "frozen.pt", settings, torch.device("cpu"))
    speeds = factors(corpus.clips, random)
    percent = np.array([speeds.get(clip.speaker, 0) for clip in corpus.clips])
    chosen = of_each_reader(corpus.clips, options.most, random)
    longest = int(options.longest * audio.sample_rate)
    seconds = np.array([min(corpus.clips[i].length, longest) for i in chosen]) / audio.sample_rate
    codes: dict[int, np.ndarray] = {}
    groups = batches(seconds, 120.0, random)
    for done, group in enumerate(groups):
        rows = chosen[group]
        clips = [resample_poly(corpus.read(corpus.clips[i], 0, longest), 100, percent[i]) for i in rows]
        counts = [len(clip) // audio.frame for clip in clips]
        samples = np.zeros((len(rows), max(counts) * audio.frame), np.float32)
        for b, (clip, count) in enumerate(zip(clips, counts)):
            samples[b, : count * audio.frame] = dithered(clip[: count * audio.frame], random)
        with torch.no_grad():
            with autocast(torch.device("cpu")):
                latents = codec.encoder(torch.from_numpy(samples)).float()
            found = codec.quantizer.encode(latents).numpy().astype(np.uint16)
        codes |= {i: found[b, :count] for b, (i, count) in enumerate(zip(rows.tolist(), counts))}
        if done % 50 == 0:
            print(f"{done} of {len(groups)}", flush=True)
    empty = np.zeros((0, settings.codec.depth), np.uint16)
    ordered = [codes.get(i, empty) for i in range(len(corpus.clips))]
    made = {
        "tokens": np.concatenate(ordered),
        "starts": np.cumsum([0, *map(len, ordered)]),
        "factors": np.where([i in codes for i in range(len(ordered))], percent / 100, 0.0),
    }
    with replace_atomically(options.output) as temporary, open(temporary, "wb") as file:
        np.savez(file, **made)
