"""bias: for whom the pack works how well - measured by sex and by accent.

    python3 -m myna_training bias --data DATA --output bias
    ./myna evaluate --list bias/cases.tsv --json > bias/report.json
    python3 -m myna_training bias --report bias/report.json --output bias

The first writes clips and `cases.tsv` (reference, text and recording, as `myna evaluate --list` reads them) with the group of every case
in `groups.tsv`; the last writes `bias.json`, which `export --bias` puts into the model card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import soundfile

from . import config as configs
from .prepare import Clip, Corpus

UNSEEN_SENTENCES = 10
READERS = ("librispeech-train-clean-5", "librispeech-train-clean-100")

# What a group is called in the model card, and whose clips it holds.
GROUPS: dict[str, Callable[[Clip], bool]] = {
    "women, unseen (LibriSpeech)": lambda c: c.split == "dev" and c.sex == "F",
    "men, unseen (LibriSpeech)": lambda c: c.split == "dev" and c.sex == "M",
    "women (LibriSpeech)": lambda c: c.split != "dev" and c.corpus in READERS and c.sex == "F",
    "men (LibriSpeech)": lambda c: c.split != "dev" and c.corpus in READERS and c.sex == "M",
    "British accent, a woman (VCTK)": lambda c: c.corpus == "vctk-p239",
    "Mandarin accent (speechocean762)": lambda c: c.corpus == "speechocean762-adult",
}


def choose(clips: Iterable[Clip], voices: int, sentences: int, rate: int) -> list[tuple[Clip, Clip]]:
    """Up to `voices` readers, each with a reference (the clip nearest to 8 s) and the `sentences` shortest others of at least 2.5 s."""
    readers: dict[str, list[Clip]] = {}
    for clip in clips:
        if clip.length >= 2.5 * rate and clip.text:
            readers.setdefault(clip.speaker, []).append(clip)
    able = sorted(speaker for speaker, own in readers.items() if len(own) > sentences)
    picked = [able[i * len(able) // min(voices, len(able))] for i in range(min(voices, len(able)))]
    cases = []
    for speaker in picked:
        own = readers[speaker]
        reference = min(own, key=lambda c: (abs(c.length - 8 * rate), c.id))
        others = sorted((c for c in own if c != reference), key=lambda c: (c.length, c.id))
        cases += [(reference, clip) for clip in others[:sentences]]
    return cases


def write_cases(corpus: Corpus, output: Path, voices: int, sentences: int, rate: int) -> None:
    """Writes the clips, cases.tsv and groups.tsv."""
    clips = output / "clips"
    clips.mkdir(parents=True, exist_ok=True)
    cases, groups = [], []
    for group, belongs in GROUPS.items():
        wanted = max(sentences, UNSEEN_SENTENCES) if "unseen" in group else sentences
        for reference, spoken in choose(filter(belongs, corpus.clips), voices, wanted, rate):
            for clip, most in ((reference, 10 * rate), (spoken, None)):
                samples = corpus.read(clip, 0, most)
                soundfile.write(clips / f"{clip.id}.wav", np.clip(samples, -1, 1), rate, subtype="PCM_16")
            cases.append(f"clips/{reference.id}.wav\t{spoken.text}\tclips/{spoken.id}.wav")
            groups.append(f"{group}\t{reference.speaker}")
    (output / "cases.tsv").write_text("\n".join(cases) + "\n")
    (output / "groups.tsv").write_text("\n".join(groups) + "\n")
    print(f"{len(cases)} sentences in {len(set(groups))} voices", flush=True)


def rates(cases: list[dict]) -> dict[str, float]:
    """WER in percent over all words of some cases (each counts by its words), and mean likeness to the reference."""
    words = np.array([len(case["text"].split()) for case in cases], dtype=np.float64)
    row: dict[str, float] = {}
    for name in ("output", "recording"):
        errors = np.array([case[name]["wordErrorRate"] for case in cases])
        row[f"{name}.wer.percent"] = round(100 * float(errors @ words / words.sum()), 1)
        row[f"{name}.similarity"] = round(float(np.mean([case[name]["similarity"] for case in cases])), 3)
    return row


def summarize(report: dict, groups: list[str]) -> dict:
    """What bias.json holds: the pack, and one row per group in the order of `groups` (lines of group, voice)."""
    if len(report["cases"]) != len(groups):
        raise ValueError(f"{len(report['cases'])} cases in the report, {len(groups)} in groups.tsv")
    rows = []
    for group in dict.fromkeys(line.split("\t")[0] for line in groups):
        own = [(line, case) for line, case in zip(groups, report["cases"]) if line.split("\t")[0] == group]
        voices = len({line for line, _ in own})
        rows.append({"group": group, "voices": voices, "sentences": len(own), **rates([case for _, case in own])})
    return {"pack": report["pack"], "groups": rows}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="bias", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder written by prepare: writes the cases")
    parser.add_argument("--report", type=Path, help="what evaluate printed: writes bias.json")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--voices", type=int, default=14, help="of a group at most")
    parser.add_argument("--sentences", type=int, default=3, help="of a voice")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    if (options.data is None) == (options.report is None):
        parser.error("give either --data or --report")
    if options.data:
        rate = configs.load(options.config).audio.sample_rate
        write_cases(Corpus(options.data), options.output, options.voices, options.sentences, rate)
        return
    groups = (options.output / "groups.tsv").read_text().splitlines()
    summary = summarize(json.loads(options.report.read_text()), groups)
    (options.output / "bias.json").write_text(json.dumps(summary, indent=2) + "\n")
    for row in summary["groups"]:
        print("\t".join(str(value) for value in row.values()), flush=True)
