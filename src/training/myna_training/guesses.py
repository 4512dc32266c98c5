"""guesses: what the generator puts in the place of masked tokens, for the decoder to be trained on what it will have to speak.

Of every aligned clip of the training voices a random share of the tokens is masked, as in sampling the deeper ones first, and drawn anew in one
step with the settings of the pack. Writes OUTPUT with tokens [F, D] of the whole corpus: the recording's where nothing was drawn.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import config as configs
from .files import replace_atomically
from .generator import Batch, Examples, Myna, predict, split
from .masking import masked_counts
from .prepare import Corpus
from .quantizer import nearest
from .sampler import Settings, choose
from .tokens import load_codec

LEAST, MOST = 0.3, 0.9  # share of the tokens of a clip that is masked
REFERENCE = 6.0  # seconds
BATCH = 90.0  # seconds


def masked(batch: Batch, depth: int, random: np.random.Generator) -> None:
    """Masks a share of each item of a batch that lies between LEAST and MOST."""
    for b, count in enumerate(batch.inside.sum(1).tolist()):
        total = int(random.uniform(LEAST, MOST) * count * depth)
        batch.visible[b, :count] = torch.from_numpy(depth - masked_counts(count, depth, total, random))


def drawn(head: tuple[Tensor, ...], components: Tensor, sampling: Settings, random: np.random.Generator) -> Tensor:
    """Vectors [M, d] of the mixtures of M frames."""
    logits, mean, coefficients, log_scale = (part.float() for part in head)
    index, _ = choose(logits.double().numpy(), random.random(len(logits)), sampling.topP)
    offset = (components[torch.from_numpy(index)] @ coefficients[:, :, None])[:, :, 0]
    noise = torch.from_numpy(random.standard_normal(mean.shape, np.float32))
    return mean + torch.exp(log_scale)[:, None] * (offset + sampling.temperature * noise)


def quantized(vectors: Tensor, first: Tensor, codebooks: Tensor) -> Tensor:
    """Tokens [M, D] of vectors [M, d] from depth `first` [M] on; what lies before is of no meaning."""
    rest = vectors.clone()
    codes = torch.zeros(len(vectors), len(codebooks), dtype=torch.long)
    for j, book in enumerate(codebooks):
        at = torch.nonzero(first <= j)[:, 0]
        chosen = nearest(rest[at], book)
        codes[at, j] = chosen
        rest[at] -= book[chosen]
    return codes


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="guesses", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy")
    parser.add_argument("--alignments", type=Path, required=True, help="alignments.npz of the aligner")
    parser.add_argument("--generator", type=Path, required=True, help="run folder of the generator, with final.pt")
    parser.add_argument("--sampling", type=Path, required=True, help="JSON file of sampling settings")
    parser.add_argument("--output", type=Path, required=True, help="file of tokens to write")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    random = np.random.default_rng(settings.seed)
    sampling = Settings(**json.loads(options.sampling.read_text()))
    tokens = np.load(options.codec / "tokens.npy")
    codebooks = load_codec(options.codec / "frozen.pt", settings, torch.device("cpu")).quantizer.codebooks
    with np.load(options.alignments) as loaded:
        examples = Examples(Corpus(options.data), tokens, dict(loaded), settings)
    model = Myna(settings).eval()
    model.load_state_dict(torch.load(options.generator / "final.pt", map_location="cpu")["model"])
    guessed = tokens.copy()
    chosen = sorted(examples.chosen, key=lambda i: examples.frames[i].sum())
    frames = np.cumsum([examples.frames[i].sum() for i in chosen])
    most = int(BATCH * settings.audio.frame_rate)
    parts = np.split(chosen, np.searchsorted(frames, np.arange(most, frames[-1], most)))
    for done, part in enumerate(parts):
        items = [examples.whole(i, int(REFERENCE * settings.audio.frame_rate), random) for i in part]
        if not items:
            continue
        batch = Batch(items, settings, random, torch.device("cpu"))
        masked(batch, settings.codec.depth, random)
        with torch.no_grad():
            visible, _ = split(batch, codebooks)
            _, head = predict(model, batch, codebooks, visible, torch.ones(len(items)))
            inside = batch.inside
            vectors = drawn(tuple(each[inside] for each in head), model.generator.components, sampling, random)
            first = batch.visible[inside]
            codes = quantized(vectors, first, codebooks)
        codes = torch.where(torch.arange(settings.codec.depth)[None] < first[:, None], batch.tokens[inside], codes).numpy()
        begin = 0
        for i, item in zip(part, items):
            start = examples.offsets[examples.rows[i]]
            guessed[start : start + len(item.tokens)] = codes[begin : begin + len(item.tokens)]
            begin += len(item.tokens)
        if done % 20 == 0:
            print(f"{done} of {len(parts)}", flush=True)
    with replace_atomically(options.output) as temporary, open(temporary, "wb") as file:
        np.save(file, guessed)
    print(f"{(guessed != tokens).mean():.3f} of the tokens differ", flush=True)
