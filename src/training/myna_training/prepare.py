"""prepare: decodes a speech folder (index.tsv beside opus-NN.tar) into one file of samples that the trainers map into memory.

Output folder: `samples.i16` (all clips one after another, 16-bit mono) and `clips.tsv` (one row per clip). Clips are trimmed to 0.15 s
around the speech and brought to one level. `--gathered` adds a folder of files of any rate (gathered.tsv: corpus, id, speaker, sex, split,
verified, licence, text, file); those that hold more than the codec hears are kept at the decoder's rate too, in `wide.i16`, for what is above.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import io
import itertools
import math
import os
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import numpy as np
import soundfile
from scipy.signal import resample_poly

from . import config as configs
from .files import replace_atomically

COLUMNS = ["id", "corpus", "speaker", "sex", "split", "verified", "offset", "length", "wide", "text"]
WIDE, WIDE_RATE = 10500.0, 24000  # Hz: what a clip must reach to teach the top of the band, and the rate that such clips are kept at


@dataclasses.dataclass(frozen=True)
class Clip:
    """One utterance: samples[offset : offset + length] of samples.i16, and from sample `wide` of wide.i16, or -1."""

    id: str
    corpus: str
    speaker: str
    sex: str
    split: str
    verified: bool
    offset: int
    length: int
    wide: int
    text: str


def frame_levels(samples: np.ndarray, frame: int) -> np.ndarray:
    """Level in dB of each whole frame of `frame` samples; samples [T] in [-1, 1] -> [T // frame]."""
    whole = samples[: len(samples) // frame * frame].reshape(-1, frame)
    return 10 * np.log10(np.mean(whole.astype(np.float64) ** 2, axis=1) + 1e-10)


def active(samples: np.ndarray, rate: int) -> np.ndarray:
    """Marks the 20 ms frames within 35 dB of the loudest; samples [T] -> bool [T // (rate // 50)]."""
    levels = frame_levels(samples, rate // 50)
    return levels > max(np.max(levels, initial=-100.0) - 35, -65)


def level_gain(samples: np.ndarray, rate: int, level: float) -> float:
    """What brings the active frames to `level` dB of full scale, with the peak held at -0.1 dB."""
    marks = active(samples, rate)
    if not marks.any():
        return 1.0
    frame = rate // 50
    power = np.mean(samples[: len(marks) * frame].reshape(-1, frame)[marks] ** 2)
    gain = 10 ** (level / 20) / np.sqrt(power + 1e-12)
    return float(min(gain, 0.99 / max(np.abs(samples).max(), 1e-9)))


def reaches(samples: np.ndarray, rate: int, hertz: float) -> bool:
    """Whether a clip has sound up to `hertz`: the kilohertz below it lies at most 35 dB under the one from 5 kHz, where it is loudest there."""
    window = 1024
    if len(samples) < 4 * window:
        return False
    frames = np.lib.stride_tricks.sliding_window_view(samples, window)[:: window // 2] * np.hanning(window)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    bins = np.fft.rfftfreq(window, 1 / rate)
    low, high = (power[:, (bins >= edge - 1000) & (bins < edge)].mean(1) for edge in (6000, hertz))
    loud = low >= np.quantile(low, 0.9)
    return bool(10 * np.log10((high[loud].mean() + 1e-12) / (low[loud].mean() + 1e-12)) > -35)


@dataclasses.dataclass(frozen=True)
class Source:
    """A clip as it comes: its row of the index and its samples, mono."""

    row: dict[str, str]
    samples: np.ndarray
    rate: int


def shards(speech: Path) -> Iterator[Source]:
    """The clips of a folder of opus-NN.tar with an index.tsv."""
    with open(speech / "index.tsv", newline="") as file:
        rows = {f"{row['corpus']}/{row['id']}.opus": row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    for shard in sorted(speech.glob("opus-*.tar")):
        with tarfile.open(shard) as tar:
            for member in tar:
                row = rows.get(member.name.removeprefix("./"))
                if row is not None:
                    samples, rate = soundfile.read(io.BytesIO(tar.extractfile(member).read()), dtype="float32", always_2d=True)
                    yield Source(row, samples.mean(1), rate)
        print(shard.name, flush=True)


def gathered(folder: Path, least: float = 1.0) -> Iterator[Source]:
    """The clips of at least `least` seconds of a folder with a gathered.tsv; those that cannot be read are named and left out."""
    with open(folder / "gathered.tsv", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows):
        try:
            samples, rate = soundfile.read(folder / row["file"], dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            print(f"{row['file']}: {error}", flush=True)
            continue
        if len(samples) >= least * rate:
            yield Source(row, samples.mean(1), rate)
        if number % 1000 == 0:
            print(f"{number} of {len(rows)} gathered clips", flush=True)


def resampled(samples: np.ndarray, old: int, new: int) -> np.ndarray:
    common = math.gcd(old, new)
    return samples if old == new else resample_poly(samples, new // common, old // common).astype(np.float32)


def bounds(samples: np.ndarray, rate: int, margin: float = 0.15) -> tuple[int, int]:
    """Where speech begins and ends, with `margin` seconds around it, in samples; an all-silent clip is kept whole."""
    marks = np.flatnonzero(active(samples, rate))
    if len(marks) == 0:
        return 0, len(samples)
    frame = rate // 50
    start = max(0, int(marks[0] * frame - margin * rate))
    return start - start % 2, min(len(samples), int((marks[-1] + 1) * frame + margin * rate))


class Writer:
    """Writes samples.i16, wide.i16 and clips.tsv."""

    def __init__(self, output: Path, audio: configs.Audio):
        self.output, self.audio = output, audio
        self.clips: list[list] = []
        self.offset = self.wide = 0

    def write(self, sources: Iterable[Source]) -> None:
        names = ("samples.i16", "wide.i16")
        with open(self.output / "samples.i16.part", "wb") as narrow, open(self.output / "wide.i16.part", "wb") as wide:
            for source in sources:
                self._add(source, narrow, wide)
        for name in names:
            os.replace(self.output / f"{name}.part", self.output / name)
        with replace_atomically(self.output / "clips.tsv") as temporary, open(temporary, "w", newline="") as file:
            writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
            writer.writerow(COLUMNS)
            writer.writerows(self.clips)
        print(f"{len(self.clips)} clips, {self.offset / self.audio.sample_rate / 3600:.2f} h", flush=True)

    def _add(self, source: Source, narrow: IO[bytes], wide: IO[bytes]) -> None:
        rate, row = self.audio.sample_rate, source.row
        samples = resampled(source.samples, source.rate, rate)
        start, end = bounds(samples, rate)
        gain = level_gain(samples[start:end], rate, self.audio.level)
        place = -1
        if source.rate > rate and reaches(source.samples, source.rate, WIDE):
            high = resampled(source.samples, source.rate, WIDE_RATE)
            place = self.wide
            self.wide += write_samples(high[start * WIDE_RATE // rate : end * WIDE_RATE // rate] * gain, wide)
        written = write_samples(samples[start:end] * gain, narrow)
        speaker = row["speaker"] or row["id"]
        self.clips.append([row["id"], row["corpus"], speaker, row["sex"], row["split"], row["verified"], self.offset, written, place, row["text"]])
        self.offset += written


def write_samples(samples: np.ndarray, file: IO[bytes]) -> int:
    """Appends 16-bit samples and returns how many."""
    file.write(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return len(samples)


class Corpus:
    """The prepared folder, mapped into memory."""

    def __init__(self, folder: Path):
        self.samples = np.memmap(folder / "samples.i16", dtype="<i2", mode="r")
        self.wide = np.memmap(folder / "wide.i16", dtype="<i2", mode="r") if (folder / "wide.i16").exists() else None
        with open(folder / "clips.tsv", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
            self.clips = [
                Clip(
                    **{name: r[name] for name in ("id", "corpus", "speaker", "sex", "split", "text")},
                    **{name: int(r[name]) for name in ("offset", "length", "wide")},
                    verified=r["verified"] == "1",
                )
                for r in rows
            ]

    def read_wide(self, clip: Clip, start: int, length: int) -> np.ndarray:
        """Samples of a clip that has them at the decoder's rate, float32 in [-1, 1]; `start` and `length` in samples of that rate."""
        return self.wide[clip.wide + start : clip.wide + start + length].astype(np.float32) / 32768

    def read(self, clip: Clip, start: int = 0, length: int | None = None) -> np.ndarray:
        """Samples of a clip, float32 in [-1, 1]; `start` and `length` in samples."""
        stop = clip.length if length is None else min(clip.length, start + length)
        return self.samples[clip.offset + start : clip.offset + stop].astype(np.float32) / 32768


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="prepare", description=__doc__)
    parser.add_argument("--speech", type=Path, required=True, help="folder with index.tsv and opus-NN.tar")
    parser.add_argument("--gathered", type=Path, help="folder with gathered.tsv and files of any rate")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    sources = [shards(options.speech), *([gathered(options.gathered)] if options.gathered else [])]
    Writer(options.output, configs.load(options.config).audio).write(itertools.chain(*sources))
