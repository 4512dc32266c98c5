"""readers: what adapting to a voice is measured with: for each unseen reader (split `dev`) minutes of readings, a reference, sentences held back.

Output folder, for every reader: `READER/readings/` with NAME.wav and NAME.txt (the input of `myna voice adapt`), `READER/reference.wav` (that of
`myna voice add`), `READER/recordings/` of the sentences held back, and `READER/cases.tsv` (reference, text, recording, relative to itself: the input
of `myna evaluate --list` and of `judge`).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import soundfile

from . import config as configs
from .prepare import Clip, Corpus

LEAST_SECONDS = 3  # of a sentence that is held back
REFERENCE_SECONDS = 8


@dataclasses.dataclass(frozen=True)
class Share:
    """How the clips of a reader are shared out."""

    reference: Clip
    held: list[Clip]
    readings: list[Clip]


def share(clips: list[Clip], sentences: int, seconds: float, rate: int) -> Share:
    """The shortest are held back, the reference is nearest to 8 s among the others, and readings are taken in their order until they suffice."""
    by_length = sorted((c for c in clips if c.length >= LEAST_SECONDS * rate), key=lambda c: (c.length, c.id))
    held, others = by_length[:sentences], by_length[sentences:]
    reference = min(others, key=lambda c: abs(c.length - REFERENCE_SECONDS * rate))
    readings: list[Clip] = []
    for clip in sorted(others, key=lambda c: c.id):
        if clip != reference and sum(c.length for c in readings) < seconds * rate:
            readings.append(clip)
    return Share(reference, sorted(held, key=lambda c: c.id), readings)


def write(corpus: Corpus, folder: Path, shared: Share, rate: int) -> None:
    """Writes the files of a reader."""
    for name in ("readings", "recordings"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    soundfile.write(folder / "reference.wav", corpus.read(shared.reference, 0, 10 * rate), rate, subtype="PCM_16")
    for clip in shared.readings:
        soundfile.write(folder / "readings" / f"{clip.id}.wav", corpus.read(clip), rate, subtype="PCM_16")
        (folder / "readings" / f"{clip.id}.txt").write_text(clip.text + "\n")
    rows = []
    for clip in shared.held:
        soundfile.write(folder / "recordings" / f"{clip.id}.wav", corpus.read(clip), rate, subtype="PCM_16")
        rows.append(f"reference.wav\t{clip.text}\trecordings/{clip.id}.wav")
    (folder / "cases.tsv").write_text("\n".join(rows) + "\n")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="readers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=2, help="of readings")
    parser.add_argument("--sentences", type=int, default=8, help="held back")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    rate = configs.load(options.config).audio.sample_rate
    corpus = Corpus(options.data)
    readers: dict[str, list[Clip]] = {}
    for clip in corpus.clips:
        if clip.split == "dev" and clip.text:
            readers.setdefault(clip.speaker, []).append(clip)
    for reader, clips in readers.items():
        shared = share(clips, options.sentences, 60 * options.minutes, rate)
        write(corpus, options.output / reader, shared, rate)
        print(f"{reader}\t{sum(c.length for c in shared.readings) / rate:.0f} s of readings\t{len(shared.held)} held back", flush=True)
