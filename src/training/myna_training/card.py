"""The model card of a pack: what it was trained on, what was measured, what it must not be used for."""

from __future__ import annotations

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
}

TEXT = """# {name} {version}

English text to speech in any voice heard once: a ResGen generator (arXiv 2412.10208) on the tokens of a neural codec, trained from
scratch for Myna. {depth} depths of {codes} codes, {rate} Hz, {frames} frames per second.

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

## Limits and bias
- English only; {share} of the hours whose reader's sex is known are read by women. Most voices are North American readers of books; accents,
  children's, whispered and shouted voices are hardly in the data, and likeness is worst there.
- Trained on little data: a voice is resembled, not copied. Fast speech and rare names can come out unclear.
- 16 kHz audio.

## Use
Clone a voice only if it is yours or its owner has agreed. Say that speech is synthesized where a listener could take it for real. Do not
use it to deceive, to harass or to get past a voice check.
"""


def training_data(corpus: Corpus) -> list[dict]:
    """Hours per corpus that training reads (split `dev` left out)."""
    seconds: dict[str, float] = {}
    for clip in corpus.clips:
        if clip.split != "dev":
            seconds[clip.corpus] = seconds.get(clip.corpus, 0.0) + clip.length / 16000
    return [{"name": name, "hours": round(total / 3600, 2), "licence": LICENCES[name]} for name, total in sorted(seconds.items())]


def render(manifest: dict, corpus: Corpus) -> str:
    """The card's text."""
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
        frames=manifest["audio"]["frameRate"],
        hours=manifest["training"]["hours"],
        data="\n".join(rows),
        metrics="\n".join(f"| {name} | {value} |" for name, value in manifest["metrics"].items()) or "| none yet | |",
        share=f"{100 * by_sex.get('F', 0) / max(1, known):.0f} %",
    )
