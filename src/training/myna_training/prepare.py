"""prepare: decodes a speech folder (index.tsv beside opus-NN.tar) into one file of samples that the trainers map into memory.

Output folder: `samples.i16` (all clips one after another, 16-bit mono) and `clips.tsv` (one row per clip). Clips are trimmed to 0.15 s
around the speech and brought to one level.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import io
import os
import tarfile
from pathlib import Path

import numpy as np
import soundfile

from . import config as configs
from .files import replace_atomically

COLUMNS = ["id", "corpus", "speaker", "sex", "split", "verified", "offset", "length", "text"]


@dataclasses.dataclass(frozen=True)
class Clip:
    """One utterance: samples[offset : offset + length] of samples.i16."""

    id: str
    corpus: str
    speaker: str
    sex: str
    split: str
    verified: bool
    offset: int
    length: int
    text: str


def frame_levels(samples: np.ndarray, frame: int) -> np.ndarray:
    """Level in dB of each whole frame of `frame` samples; samples [T] in [-1, 1] -> [T // frame]."""
    whole = samples[: len(samples) // frame * frame].reshape(-1, frame)
    return 10 * np.log10(np.mean(whole.astype(np.float64) ** 2, axis=1) + 1e-10)


def active(samples: np.ndarray, rate: int) -> np.ndarray:
    """Marks the 20 ms frames within 35 dB of the loudest; samples [T] -> bool [T // (rate // 50)]."""
    levels = frame_levels(samples, rate // 50)
    return levels > max(np.max(levels, initial=-100.0) - 35, -65)


def trim(samples: np.ndarray, rate: int, margin: float = 0.15) -> np.ndarray:
    """Cuts silence at both ends down to `margin` seconds; an all-silent clip is returned as it is."""
    marks = np.flatnonzero(active(samples, rate))
    if len(marks) == 0:
        return samples
    frame = rate // 50
    start = max(0, int(marks[0] * frame - margin * rate))
    return samples[start : int((marks[-1] + 1) * frame + margin * rate)]


def normalize(samples: np.ndarray, rate: int, level: float) -> np.ndarray:
    """Brings the active frames to `level` dB of full scale, with the peak held at -0.1 dB."""
    marks = active(samples, rate)
    if not marks.any():
        return samples
    frame = rate // 50
    power = np.mean(samples[: len(marks) * frame].reshape(-1, frame)[marks] ** 2)
    gain = 10 ** (level / 20) / np.sqrt(power + 1e-12)
    return samples * min(gain, 0.99 / max(np.abs(samples).max(), 1e-9))


def decode(speech: Path, output: Path, settings: configs.Audio) -> None:
    """Writes samples.i16 and clips.tsv."""
    rows = {}
    with open(speech / "index.tsv", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[f"{row['corpus']}/{row['id']}.opus"] = row
    clips, offset = [], 0
    partial = output / "samples.i16.part"
    with open(partial, "wb") as out:
        for shard in sorted(speech.glob("opus-*.tar")):
            with tarfile.open(shard) as tar:
                for member in tar:
                    row = rows.get(member.name.removeprefix("./"))
                    if row is None:
                        continue
                    samples, rate = soundfile.read(io.BytesIO(tar.extractfile(member).read()), dtype="float32")
                    if rate != settings.sample_rate or samples.ndim != 1:
                        raise ValueError(f"{member.name}: {rate} Hz, {samples.ndim} channels; expected {settings.sample_rate} Hz mono")
                    samples = normalize(trim(samples, rate), rate, settings.level)
                    out.write(np.round(samples * 32767).astype("<i2").tobytes())
                    speaker = row["speaker"] or row["id"]
                    clips.append(
                        [row["id"], row["corpus"], speaker, row["sex"], row["split"], row["verified"], offset, len(samples), row["text"]]
                    )
                    offset += len(samples)
            print(f"{shard.name}: {len(clips)} clips, {offset / settings.sample_rate / 3600:.2f} h", flush=True)
    os.replace(partial, output / "samples.i16")
    with replace_atomically(output / "clips.tsv") as temporary, open(temporary, "w", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
        writer.writerow(COLUMNS)
        writer.writerows(clips)


class Corpus:
    """The prepared folder, mapped into memory."""

    def __init__(self, folder: Path):
        self.samples = np.memmap(folder / "samples.i16", dtype="<i2", mode="r")
        with open(folder / "clips.tsv", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
            self.clips = [
                Clip(
                    r["id"], r["corpus"], r["speaker"], r["sex"], r["split"], r["verified"] == "1", int(r["offset"]), int(r["length"]), r["text"]
                )
                for r in rows
            ]

    def read(self, clip: Clip, start: int = 0, length: int | None = None) -> np.ndarray:
        """Samples of a clip, float32 in [-1, 1]; `start` and `length` in samples."""
        stop = clip.length if length is None else min(clip.length, start + length)
        return self.samples[clip.offset + start : clip.offset + stop].astype(np.float32) / 32768


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="prepare", description=__doc__)
    parser.add_argument("--speech", type=Path, required=True, help="folder with index.tsv and opus-NN.tar")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    settings = configs.load(options.config).audio
    decode(options.speech, options.output, settings)
