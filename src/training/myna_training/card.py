"""The model card of a pack: what it was trained on, what was measured, what it must not be used for."""

from __future__ import annotations

import json
from pathlib import Path

from .prepare import Corpus

LICENCES = {
    "librispeech-train-clean-5": "CC-BY-4.0",
    "librispeech-train-clean-100": "CC-BY-4.0",
    "librispeech-train-clean-100-untranscribed": "CC-BY-4.0",
    "cmu-arctic": "CMU Arctic (BSD style)",
    "vctk-p239": "ODC-By-1.0",
    "ljspeech-part": "public domain",
    "kathleen-arctic": "CC0-1.0",
    "commonvoice-valid-dev": "CC0-1.0",
    "speechocean762-adult": "CC-BY-4.0",
    **{f"commonvoice-{part}": "CC0-1.0" for part in ("13-delta", "18-delta", "19-delta", "20-delta", "6-sample", "6-english", "puri", "age")},
    "commonvoice-6-other-languages": "CC0-1.0",
    "vcc2016": "CC-BY-4.0",
    "picovoice-coffee": "Apache-2.0",
}

TEXT = """# {name} {version}

English text to speech in any voice heard once: a ResGen generator (arXiv 2412.10208) on the tokens of a neural codec, trained from
scratch for Myna. {depth} depths of {codes} codes, {rate} Hz in and {output} Hz out, {frames} frames per second.

## Training data
{hours} hours. No other data, no weights of others.

| corpus | hours | voices | licence |
|---|---|---|---|
{data}

The corpora's licences ask for attribution; the names above are it. Four LibriSpeech readers (split `dev`) were kept out of training.

## Measured
On unseen readers, by the commands in docs/measurements.md.

| measure | value |
|---|---|
{metrics}

## For whom it works how well
{bias}
## Limits
- English only; {share} of the hours whose reader's sex is known are read by women. Most voices are North American readers of books; accents,
  children's, whispered and shouted voices are hardly in the data, and likeness is worst there.
- Accents are not kept: words are pronounced as the North American lexicon has them, whoever the reference is. `--locale en-GB` turns them by
  rule into the nearest southern British sounds that the symbols have: no r but before vowels, long BATH, round LOT, yod (docs/text.md).
- Trained on little data: a voice is resembled, not copied. Fast speech and rare names can come out unclear.
- Sound of {output} Hz, with a band of 11 kHz.
- The self-check (`--verify`) misses errors; how many is measured in docs/measurements.md.

## Use and misuse
Meant for reading one's own texts aloud, for audiobooks, for people who lose or lack a voice, and for research. Clone a voice only if it is yours
or its owner has agreed; the voice library asks for that and keeps the answer with the voice. Say that speech is synthesized where a listener
could take it for real.

Not meant for, and not to be used for: imitating a person to deceive, to harass, to defame or to influence a vote; getting past a voice check;
making statements that somebody never made pass for theirs. A few seconds of anybody's speech suffice, and no technical measure here prevents
misuse by somebody who changes the program; a voice is not proof of who speaks.
"""


BIAS = """Measured with {pack} by `myna_training bias` and `myna evaluate`: sentences of each group in the voice of another clip of the same reader. \
Words
misheard and likeness are judged by the pack's own aligner and voice embedding, beside what they say of the recordings; compare a group's
speech with its recordings, not groups with each other, because their sentences differ. Only the unseen readers were kept out of training.

| group | voices | sentences | misheard, speech | misheard, recordings | likeness, speech | likeness, recordings |
|---|---|---|---|---|---|---|
{rows}

Few voices stand behind each line, and accents other than these were not measured.
"""


def training_data(corpus: Corpus) -> list[dict]:
    """Hours per corpus that training reads (split `dev` left out)."""
    seconds: dict[str, float] = {}
    for clip in corpus.clips:
        if clip.split != "dev":
            seconds[clip.corpus] = seconds.get(clip.corpus, 0.0) + clip.length / 16000
    return [{"name": name, "hours": round(total / 3600, 2), "licence": LICENCES[name]} for name, total in sorted(seconds.items())]


def bias_table(summary: dict | None) -> str:
    """What `bias` measured, as a table; `summary` is the content of its bias.json, or None."""
    if summary is None:
        return "Not measured for this pack.\n"
    rows = [
        f"| {g['group']} | {g['voices']} | {g['sentences']} | {g['output.wer.percent']:.1f} % | {g['recording.wer.percent']:.1f} % "
        f"| {g['output.similarity']:.2f} | {g['recording.similarity']:.2f} |"
        for g in summary["groups"]
    ]
    return BIAS.format(pack=summary["pack"], rows="\n".join(rows))


def read_bias(path: Path | None) -> dict | None:
    """The content of bias.json, if there is one."""
    return json.loads(path.read_text()) if path else None


def render(manifest: dict, corpus: Corpus, bias: dict | None = None) -> str:
    """The card's text; `bias` is the content of bias.json."""
    voices: dict[str, set[str]] = {}
    by_sex: dict[str, int] = {}
    for clip in corpus.clips:
        if clip.split != "dev":
            voices.setdefault(clip.corpus, set()).add(clip.speaker)
            by_sex[clip.sex] = by_sex.get(clip.sex, 0) + clip.length
    known = by_sex.get("F", 0) + by_sex.get("M", 0)
    rows = [
        f"| {c['name']} | {c['hours']:.2f} | {'not labelled' if c['name'].startswith('commonvoice') else len(voices[c['name']])} | {c['licence']} |"
        for c in manifest["training"]["corpora"]
    ]
    return TEXT.format(
        name=manifest["name"],
        version=manifest["version"],
        depth=manifest["codec"]["depth"],
        codes=manifest["codec"]["codebookSize"],
        rate=manifest["audio"]["sampleRate"],
        output=manifest["audio"]["outputRate"],
        frames=manifest["audio"]["frameRate"],
        hours=manifest["training"]["hours"],
        data="\n".join(rows),
        metrics="\n".join(f"| {name} | {value} |" for name, value in manifest["metrics"].items()) or "| none yet | |",
        bias=bias_table(bias),
        share=f"{100 * by_sex.get('F', 0) / max(1, known):.0f} %",
    )
