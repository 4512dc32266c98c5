"""judge: what judges of others say of speech, one row a system, the recordings first.

`--judges` is a folder with naturalness.py (NISQA-TTS), speaker.py, prosody.py, periodicity.py and recognize.py; none of them, and none of their
weights, belongs to Myna. `--cases` is cases.tsv as `evaluate` wrote it (reference, text, recording). Every further argument is NAME=FOLDER with one
WAV for each case, named like its recording or like its line from 0 on (000.wav).
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import soundfile

from .prepare import resampled

RATE = 16000
COLUMNS = ["system", "NISQA-TTS", "speaker", "pitch range", "pitch step", "WER %", "periodicity above 1 kHz"]


@dataclasses.dataclass(frozen=True)
class Case:
    """One sentence: the clip of the voice, its words, and how the reader said it."""

    reference: Path
    text: str
    recording: Path


def read_cases(path: Path) -> list[Case]:
    with open(path, newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Case(path.parent / row[0], row[1], path.parent / row[2]) for row in rows]


def spoken(folder: Path, number: int, case: Case) -> Path:
    """The file of a case in a system's folder."""
    named = folder / case.recording.name
    return named if named.exists() else folder / f"{number:03d}.wav"


class Judges:
    """Scripts that are called with a list and answer in text; some of them want 16 kHz."""

    def __init__(self, folder: Path, scratch: Path):
        self.folder, self.scratch = folder, scratch

    def _plain(self, files: list[Path]) -> list[Path]:
        """The files, or copies of them, at 16 kHz."""
        plain = []
        for file in files:
            samples, rate = soundfile.read(file)
            if rate != RATE:
                file = self.scratch / f"{len(list(self.scratch.iterdir()))}.wav"
                soundfile.write(file, resampled(samples, rate, RATE), RATE, subtype="PCM_16")
            plain.append(file)
        return plain

    def _call(self, script: str, *arguments: str) -> str:
        return subprocess.run([sys.executable, str(self.folder / script), *arguments], capture_output=True, text=True, check=True).stdout

    def _on_list(self, script: str, rows: list[tuple], *options: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list.tsv"
            path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows))
            return self._call(script, *options, str(path))

    def naturalness(self, files: list[Path]) -> float:
        return float(self._on_list("naturalness.py", [(file, "all") for file in files], "--list").split("\t")[1])

    def likeness(self, files: list[Path], cases: list[Case]) -> float:
        said = self._on_list("speaker.py", [(file, case.reference, "all") for file, case in zip(files, cases)])
        return float(said.split("mean all\t")[1].split("\t")[0])

    def prosody(self, files: list[Path], cases: list[Case]) -> tuple[float, float]:
        """Range and movement of the pitch, as shares of the recordings'."""
        said = self._on_list("prosody.py", [(file, case.recording) for file, case in zip(files, cases)])
        ratio = next(line for line in said.splitlines() if line.startswith("ratio"))
        return tuple(float(re.search(rf"{name} ([\d.]+)", ratio)[1]) for name in ("range", "step"))

    def misheard(self, files: list[Path], cases: list[Case]) -> float:
        said = self._on_list("recognize.py", [(file, case.text) for file, case in zip(files, cases)])
        return float(re.search(r"^WER ([\d.]+)", said, re.MULTILINE)[1])

    def periodicity(self, files: list[Path]) -> str:
        said = self._call("periodicity.py", *map(str, files))
        return " ".join(re.findall(r"Hz ([\d.]+)", said)[1:])

    def row(self, system: str, files: list[Path], cases: list[Case]) -> list[str]:
        plain = self._plain(files)
        pitch_range, step = self.prosody(plain, cases)
        numbers = [self.naturalness(files), self.likeness(files, cases), pitch_range, step, self.misheard(plain, cases)]
        return [system, *(f"{number:.3f}" for number in numbers), self.periodicity(plain)]


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="judge", description=__doc__)
    parser.add_argument("--judges", type=Path, required=True, help="folder of the judges")
    parser.add_argument("--cases", type=Path, required=True, help="cases.tsv, written by evaluate")
    parser.add_argument("systems", nargs="*", metavar="NAME=FOLDER")
    options = parser.parse_args(arguments)
    cases = read_cases(options.cases)
    systems = [("recordings", [case.recording for case in cases])]
    for system in options.systems:
        name, _, folder = system.partition("=")
        systems.append((name, [spoken(Path(folder), number, case) for number, case in enumerate(cases)]))
    print("\t".join(COLUMNS))
    for name, files in systems:
        with tempfile.TemporaryDirectory() as scratch:
            print("\t".join(Judges(options.judges, Path(scratch)).row(name, files, cases)), flush=True)
