"""evaluate: writes codec round trips of the unseen readers (split `dev`) and the lists that the judges read.

Output folder: `recordings/`, `codec/` with one 16-bit WAV per sentence, `cases.tsv` (reference, text, recording, relative to itself: the
input of `myna evaluate --list`), `odd.tsv` (reference, text: texts that speech programs stumble over), `others/` with clips of other voices
(`--others`) and one `NAME.tsv` (path, text) per folder for a recognizer. With `--spoil KIND` sentences and references are such clips as people have,
so that one can see whether the round trip keeps what is left of speaker and words, and what `myna evaluate` makes of such a reference.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import soundfile
import torch

from . import config as configs
from .harmonic import load_decoder
from .prepare import Clip, Corpus, level_gain
from .speaker import held_out
from .spoil import coded, noisy, reverberant, telephone
from .tokens import load_codec

ODD_TEXTS = [
    "Yes.",
    "Wonderful.",
    "B.",
    "x",
    "when the morning came the old man walked slowly down to the river with his dog and sat on a flat stone to watch the boats go by while "
    "the children played on the other side of the water and threw bread to the ducks until the bell of the church called them home for a "
    "warm meal and a long quiet afternoon near the fire",
    " ".join(["never"] * 10),
    "Home " + " ".join(["home"] * 9) + ".",
]
QUIET = -50.0  # dB
SPOILT = {kind.__name__: kind for kind in (telephone, coded, noisy, reverberant)} | {"quiet": lambda samples, *_: samples * 10 ** ((QUIET + 23) / 20)}
OTHER_VOICES = 16
OTHER_SECONDS = 8


def choose_others(corpus: Corpus) -> list[Clip]:
    """The longest clip of each of the first OTHER_VOICES voices that the speaker network never read."""
    voices = sorted(held_out(corpus)["speechocean762"])[:OTHER_VOICES]
    return [max((c for c in corpus.clips if c.speaker == voice), key=lambda c: (c.length, c.id)) for voice in voices]


def choose_cases(corpus: Corpus, sentences: int, rate: int) -> list[tuple[Clip, Clip]]:
    """For every reader of `dev` the `sentences` shortest clips of at least 3 s, each paired with the reader's reference clip.

    The reference is the clip nearest to 8 s among the others, read to 10 s at most.
    """
    cases = []
    readers: dict[str, list[Clip]] = {}
    for clip in corpus.clips:
        if clip.split == "dev" and clip.length >= 3 * rate:
            readers.setdefault(clip.speaker, []).append(clip)
    for clips in readers.values():
        by_length = sorted(clips, key=lambda c: (c.length, c.id))
        chosen, others = by_length[:sentences], by_length[sentences:]
        reference = min(others, key=lambda c: abs(c.length - 8 * rate))
        cases += [(reference, c) for c in sorted(chosen, key=lambda c: c.id)]
    return cases


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with frozen.pt")
    parser.add_argument("--decoder", type=Path, required=True, help="run folder of the decoder")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=10, help="per reader")
    parser.add_argument("--spoil", choices=SPOILT, help="spoil sentences and references first")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    corpus = Corpus(options.data)
    codec = load_codec(options.codec / "frozen.pt", settings, torch.device("cpu"))
    decoder = load_decoder(options.decoder / "final.pt", settings)
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    folders = {name: options.output / name for name in ("recordings", "codec", "references", "others")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    rate, frame = settings.audio.sample_rate, settings.audio.frame
    lists: dict[str, list[str]] = {"recordings": [], "codec": []}
    table = []
    for reference, clip in choose_cases(corpus, options.sentences, rate):
        samples = corpus.read(clip)
        heard = samples
        if options.spoil:
            samples = SPOILT[options.spoil](samples, rate, random).astype(np.float32)
            heard = samples * np.float32(level_gain(samples, rate, settings.audio.level))
        padded = np.pad(heard, (0, -len(samples) % frame))
        with torch.no_grad():
            latents = codec.encoder(torch.from_numpy(padded)[None])
            quantized = codec.quantizer.decode(codec.quantizer.encode(latents))
            output = decoder.speak(quantized)[0].numpy()[: len(samples) * decoder.rate // rate]
        for name, audio, its_rate in (("recordings", samples, rate), ("codec", output, decoder.rate)):
            path = folders[name] / f"{clip.id}.wav"
            soundfile.write(path, np.clip(audio, -1, 1), its_rate, subtype="PCM_16")
            lists[name].append(f"{path}\t{clip.text}")
        prompt = folders["references"] / f"{reference.id}.wav"
        spoken = corpus.read(reference, 0, 10 * rate)
        if options.spoil:
            spoken = SPOILT[options.spoil](spoken, rate, np.random.default_rng(settings.seed))
        soundfile.write(prompt, np.clip(spoken, -1, 1), rate, subtype="PCM_16")
        table.append(f"references/{reference.id}.wav\t{clip.text}\trecordings/{clip.id}.wav")
    for name, rows in lists.items():
        (options.output / f"{name}.tsv").write_text("\n".join(rows) + "\n")
    for clip in choose_others(corpus):
        samples = corpus.read(clip, 0, OTHER_SECONDS * rate)
        soundfile.write(folders["others"] / f"{clip.id}.wav", samples, rate, subtype="PCM_16")
    prompts = dict.fromkeys(row.split("\t")[0] for row in table)
    odd = [f"{prompt}\t{text}" for text in ODD_TEXTS for prompt in prompts]
    (options.output / "odd.tsv").write_text("\n".join(odd) + "\n")
    (options.output / "cases.tsv").write_text("\n".join(table) + "\n")
    print(f"{len(table)} sentences", flush=True)
