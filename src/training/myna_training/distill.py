"""distill: trains the enhancer of references, so that in a spoilt clip is heard what is heard in the clean one.

The reference encoder of the trained generator is the teacher and stays as it is. The enhancer, which begins as a copy of it, hears the tokens that
`spoil` wrote; its features have to be those of the clean clip, frame by frame, and so does the style (knowledge distillation, arXiv 1503.02531). A
part of the clips stays clean, and the features as they were. No pass through the generator is needed, so that a step takes a small part of its.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import config as configs
from .generator import Myna
from .generator_model import statistics
from .prepare import Corpus
from .run import Run, autocast, follow
from .spoil import LONGEST
from .tokens import frame_offsets, load_codec, sums

CLEAN = 0.3  # share of the clips that stay as they are
SHORTEST = 2.0  # seconds of a crop


class Pairs:
    """Draws crops of clips with their tokens before and after spoiling."""

    def __init__(self, corpus: Corpus, clean: np.ndarray, spoiled: list[np.ndarray], settings: configs.Config):
        self.clean, self.spoiled = clean, spoiled
        offsets = frame_offsets(corpus, settings.audio.frame)
        longest = int(LONGEST * settings.audio.frame_rate)
        counts = np.minimum(np.diff(offsets), longest)
        shortest = int(SHORTEST * settings.audio.frame_rate)
        voices: dict[str, list[tuple[int, int]]] = {}
        for clip, offset, count in zip(corpus.clips, offsets.tolist(), counts.tolist()):
            inside = slice(offset, offset + count)
            if clip.split != "dev" and count > shortest and (spoiled[0][inside] != clean[inside]).any():
                voices.setdefault(clip.speaker, []).append((offset, count))
        self.voices = list(voices.values())
        if not self.voices:
            raise SystemExit(f"no clip of {SHORTEST} s or more was spoilt")
        self.longest = max(count for clips in self.voices for _, count in clips)
        chance = np.array([min(len(clips), 20.0) ** 0.5 for clips in self.voices])
        self.chance = chance / chance.sum()

    def draw(self, batch: int, frames: int, random: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Tokens [B, frames, D] of the clean clips, and of what the student hears."""
        clean = np.zeros((batch, frames, self.clean.shape[1]), np.int64)
        heard = np.zeros_like(clean)
        for b in range(batch):
            fitting: list[tuple[int, int]] = []
            while not fitting:
                voice = self.voices[int(random.choice(len(self.voices), p=self.chance))]
                fitting = [clip for clip in voice if clip[1] >= frames]
            offset, count = fitting[int(random.integers(len(fitting)))]
            start = offset + int(random.integers(count - frames + 1))
            source = self.clean if b < CLEAN * batch else self.spoiled[int(random.integers(len(self.spoiled)))]
            clean[b] = self.clean[start : start + frames]
            heard[b] = source[start : start + frames]
        return torch.from_numpy(clean), torch.from_numpy(heard)


def distance(heard: Tensor, wanted: Tensor) -> Tensor:
    """Squared errors [B] over the variance of each channel in the batch: [B, R, C] or [B, C]."""
    others = tuple(range(wanted.dim() - 1))
    return ((heard - wanted) ** 2 / (wanted.var(others) + 1e-3)).flatten(1).mean(1)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="distill", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--spoiled", type=Path, nargs="+", required=True, help="files written by spoil")
    parser.add_argument("--generator", type=Path, required=True, help="run folder of the generator, with final.pt")
    parser.add_argument("--run", type=Path, required=True, help="folder that gets final.pt: the generator with the new reference encoder")
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True, help="length of this leg; the learning rate falls in its last third")
    parser.add_argument("--batch", type=int, default=24, help="crops a step")
    parser.add_argument("--learning-rate", type=float, default=5e-4)
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    random = run.random()
    codebooks = load_codec(options.codec / "frozen.pt", settings, run.device).quantizer.codebooks
    spoiled = [np.load(file, mmap_mode="r") for file in options.spoiled]
    pairs = Pairs(Corpus(options.data), np.load(options.codec / "tokens.npy"), spoiled, settings)
    model = Myna(settings)
    model.load_state_dict(torch.load(options.generator / "final.pt", map_location="cpu")["model"])
    encoder = model.reference.to(run.device).requires_grad_(False)
    enhancer = encoder.enhancer.requires_grad_(True)
    enhancer.frames.load_state_dict(encoder.frames.state_dict())
    for layer in (enhancer.hint, enhancer.share):
        nn.init.zeros_(layer.weight)
        nn.init.zeros_(layer.bias)
    average = copy.deepcopy(enhancer).requires_grad_(False)
    optimizer = torch.optim.AdamW(enhancer.parameters(), lr=options.learning_rate, betas=(0.9, 0.99), weight_decay=1e-2)
    parts = {"enhancer": enhancer, "average": average, "optimizer": optimizer}
    run.restore(**parts)
    print(f"{len(pairs.voices)} voices", flush=True)

    def finish() -> None:
        run.save(**parts)
        enhanced = {f"reference.enhancer.{name}": value for name, value in average.state_dict().items()}
        run.keep("final.pt", {"model": model.state_dict() | enhanced})

    for step in run.steps():
        for group in optimizer.param_groups:
            group["lr"] = options.learning_rate * run.leg(floor=0.03) * min(1.0, (step + 1) / 100)
        frames = min(pairs.longest, int(random.uniform(SHORTEST, LONGEST) * settings.audio.frame_rate))
        clean, heard = (sums(codebooks, part.to(run.device))[:, :, -1] for part in pairs.draw(options.batch, frames, random))
        with autocast(run.device):
            with torch.no_grad():
                wanted = encoder.frames(clean)
            given = encoder.features(heard)
            styles = [encoder.style(statistics(frames)).float() for frames in (given, wanted)]
        spoilt = (clean != heard).any(2).any(1)
        found = {"frames": distance(given.float(), wanted.float()), "style": distance(*styles)}
        loss = (found["frames"] + found["style"]).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(enhancer.parameters(), 1.0)
        optimizer.step()
        decay = min(0.998, (step + 1) / (step + 10))
        follow(average, enhancer, decay)
        run.log(**{name: errors[spoilt].mean() for name, errors in found.items()}, clean=found["style"][~spoilt].mean(), norm=norm)
        if run.due():
            finish()
    finish()
