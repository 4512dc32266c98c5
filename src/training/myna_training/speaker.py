"""speaker: trains the embedding of a voice by which likeness is measured.

Reads the codec's latents (summed tokens), so it hears what the generator is asked to make. Every fifth reader of HELD_OUT who has read LEAST clips
and the split `dev` are never trained on; the equal error rate is measured on them.

A batch is pairs of crops, each pair of one voice: READ of them by readers of several clips, SHIFTED by such readers at another speed, which count as
voices of their own, the others of voices with one clip. With `--spoiled` half of the crops are what `spoil` made of them, so that a voice is told by
itself and not by its microphone.
"""

from __future__ import annotations

import argparse
import collections
import copy
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .generator_model import statistics
from .layers import ConvNext, Norm, Stem, parameters_in_millions
from .parallel import average_gradients, share
from .prepare import Corpus
from .run import Run, autocast, follow
from .shift import Shifted
from .tokens import frame_offsets, load_codec, sums

HELD_OUT = {"speechocean762-adult": "speechocean762", "commonvoice": "Common Voice"}  # beginnings of a corpus's name
LEAST = 3  # clips
SHORTEST, LONGEST = 1.5, 4.0  # seconds of a training crop; shorter clips are heard from the beginning again
READ, SHIFTED = 0.5, 0.25  # shares of a batch
DROPPED = 0.2  # of the statistics
AVERAGE = 0.998  # decay of the weight average, which is what is kept
MARGIN, SCALE = 0.2, 30.0  # of the additive angular margin loss (ArcFace, arXiv 1801.07698)


class SpeakerEncoder(nn.Module):
    """latents [B, R, d] -> embedding [B, E] of unit length.

    ConvNeXt at half the frame rate, the outputs of all its blocks side by side, and statistics whose attention hears the mean and the spread of the
    clip (channel- and context-dependent statistics pooling of ECAPA-TDNN, arXiv 2005.07143).
    """

    def __init__(self, speaker: configs.Speaker, latent: int):
        super().__init__()
        width, pooled = speaker.width, 2 * speaker.width
        self.stem = Stem(latent, width, 5, stride=2)
        self.blocks = nn.ModuleList([ConvNext(width, expansion=2) for _ in range(speaker.blocks)])
        self.join = nn.Linear(speaker.blocks * width, pooled)
        self.norm = Norm(pooled)
        self.attention = nn.Sequential(nn.Linear(pooled, 64), nn.Tanh(), nn.Linear(64, pooled))
        self.context = nn.Linear(2 * pooled, 64)
        self.dropout = nn.Dropout(DROPPED)
        self.out = nn.Linear(2 * pooled, speaker.embedding)

    def forward(self, latents: Tensor) -> Tensor:
        x = self.stem(latents)
        heard = []
        for block in self.blocks:
            x = block(x)
            heard.append(x)
        x = self.norm(F.gelu(self.join(torch.cat(heard, dim=-1))))
        first, bend, last = self.attention
        weight = torch.softmax(last(bend(first(x) + self.context(statistics(x))[:, None])).float(), dim=1)
        y = self.out(self.dropout(statistics(x, weight))).float()
        return y / torch.sqrt((y**2).sum(-1, keepdim=True) + 1e-9)


def load_speaker(path: Path, settings: configs.Config, device: torch.device) -> SpeakerEncoder:
    """The speaker encoder of a checkpoint, fixed; gradients go through it."""
    model = SpeakerEncoder(settings.speaker, settings.codec.latent)
    model.load_state_dict(torch.load(path, map_location=device)["model"])
    return model.to(device).eval().requires_grad_(False)


def margin_loss(embedding: Tensor, classes: Tensor, wanted: Tensor, margin: float) -> Tensor:
    """Cross-entropy over scaled cosines, the right one with its angle widened by `margin` radians."""
    cosine = embedding @ F.normalize(classes, dim=-1).T
    right = cosine.gather(1, wanted[:, None]).clamp(-1 + 1e-6, 1 - 1e-6)
    widened = torch.cos(torch.acos(right) + margin)
    return F.cross_entropy(SCALE * cosine.scatter(1, wanted[:, None], widened), wanted)


def pair_loss(embedding: Tensor) -> Tensor:
    """Cross-entropy of finding the other crop of each pair among those of all pairs; rows 2 i and 2 i + 1 are a pair (arXiv 2003.11982)."""
    cosine = SCALE * embedding[0::2] @ embedding[1::2].T
    right = torch.arange(len(cosine), device=cosine.device)
    return 0.5 * (F.cross_entropy(cosine, right) + F.cross_entropy(cosine.T, right))


def held_out(corpus: Corpus) -> dict[str, set[str]]:
    """Every fifth of the readers of each of HELD_OUT, of those who have read LEAST clips, by what the corpora are called."""
    result = {}
    for beginning, name in HELD_OUT.items():
        clips = collections.Counter(c.speaker for c in corpus.clips if c.corpus.startswith(beginning) and c.split != "dev")
        result[name] = set(sorted(speaker for speaker, count in clips.items() if count >= LEAST)[::5])
    return result


def equal_error_rate(embeddings: np.ndarray, speakers: np.ndarray) -> float:
    """Rate at which two clips of one speaker are refused as often as two of different speakers are taken for one."""
    scores = embeddings @ embeddings.T
    first, second = np.triu_indices(len(speakers), 1)
    same = speakers[first] == speakers[second]
    values = scores[first, second]
    order = np.argsort(values)
    refused = np.cumsum(same[order]) / same.sum()
    accepted = 1 - np.cumsum(~same[order]) / (~same).sum()
    return float(0.5 * (refused + accepted)[np.argmin(np.abs(refused - accepted))])


class Voices:
    """Pairs of crops of the voices that are trained on."""

    def __init__(self, corpus: Corpus, tokens: np.ndarray, offsets: np.ndarray, spoiled: list[np.ndarray], shifted: Shifted | None, rate: float):
        self.tokens, self.offsets, self.spoiled, self.shifted, self.rate = tokens, offsets, spoiled, shifted, rate
        unseen = set().union(*held_out(corpus).values())
        by_speaker: dict[str, list[int]] = {}
        for row, clip in enumerate(corpus.clips):
            if clip.split != "dev" and clip.speaker not in unseen and offsets[row + 1] - offsets[row] > SHORTEST * rate:
                by_speaker.setdefault(clip.speaker, []).append(row)
        self.rows = sorted(by_speaker.values(), key=len, reverse=True)
        self.several = sum(len(rows) > 1 for rows in self.rows)
        if shifted:
            faster = [[r for r in rows if len(shifted.of(r)) > SHORTEST * rate] for rows in self.rows[: self.several]]
            self.rows += [rows for rows in faster if rows]
        self.plain = len(by_speaker)
        weight = np.array([min(len(rows), 20.0) ** 0.5 for rows in self.rows])
        kinds = [(slice(0, self.several), READ), (slice(self.several, self.plain), 1 - READ - SHIFTED), (slice(self.plain, None), SHIFTED)]
        self.chance = np.zeros(len(weight))
        for kind, part in kinds:
            if len(weight[kind]):
                self.chance[kind] = part * weight[kind] / weight[kind].sum()
        self.chance /= self.chance.sum()

    def _of(self, voice: int, row: int, random: np.random.Generator) -> np.ndarray:
        if voice >= self.plain:
            return self.shifted.of(row)
        inside = slice(self.offsets[row], self.offsets[row + 1])
        if self.spoiled and random.random() < 0.5:
            return self.spoiled[int(random.integers(len(self.spoiled)))][inside]
        return self.tokens[inside]

    def pairs(self, count: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Codes [2 count, F, D] and the voices [2 count] that they are of."""
        frames = int(random.uniform(SHORTEST, LONGEST) * self.rate)
        voices = random.choice(len(self.rows), count, p=self.chance, replace=False)
        codes = np.zeros((2 * count, frames, self.tokens.shape[1]), np.int64)
        for b, voice in enumerate(voices.tolist()):
            rows = self.rows[voice]
            for place, row in enumerate(random.choice(rows, 2, replace=len(rows) < 2).tolist()):
                clip = self._of(voice, row, random)
                start = int(random.integers(max(1, len(clip) - frames + 1)))
                codes[2 * b + place] = np.resize(clip[start : start + frames], (frames, codes.shape[2]))
        return codes, np.repeat(voices, 2)


@torch.no_grad()
def test(model: SpeakerEncoder, codebooks: Tensor, tokens: np.ndarray, offsets: np.ndarray, corpus: Corpus, rate: float) -> dict[str, float]:
    """Equal error rates on unseen speakers: the readers of `dev`, and those held out of another corpus; clips cut to 5 s."""
    model.eval()
    results = {}
    groups = {"dev": [i for i, c in enumerate(corpus.clips) if c.split == "dev"]}
    for name, speakers in held_out(corpus).items():
        groups[name] = [i for i, c in enumerate(corpus.clips) if c.speaker in speakers]
    for name, rows in groups.items():
        if not rows:
            continue
        embeddings = []
        for row in rows:
            codes = tokens[offsets[row] : offsets[row + 1]][: int(5 * rate)].astype(np.int64)
            embeddings.append(model(sums(codebooks, torch.from_numpy(codes)[None])[:, :, -1])[0].numpy())
        results[name] = equal_error_rate(np.stack(embeddings), np.array([corpus.clips[r].speaker for r in rows]))
    model.train()
    return results


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="speaker", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--schedule-steps", type=int, default=3000)
    parser.add_argument("--learning-rate", type=float, help="instead of the configuration's")
    parser.add_argument("--spoiled", type=Path, nargs="+", default=[], help="files written by spoil, for half of the crops")
    parser.add_argument("--shifted", type=Path, help="file written by shift, for further voices")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    corpus = Corpus(options.data)
    learning_rate = options.learning_rate or settings.speaker.learning_rate
    tokens = np.load(options.codec / "tokens.npy")
    offsets = frame_offsets(corpus, settings.audio.frame)
    codebooks = load_codec(options.codec / "frozen.pt", settings, run.device).quantizer.codebooks
    rate = settings.audio.frame_rate
    spoiled = [np.load(file, mmap_mode="r") for file in options.spoiled]
    voices = Voices(corpus, tokens, offsets, spoiled, Shifted.load(options.shifted) if options.shifted else None, rate)
    model = SpeakerEncoder(settings.speaker, settings.codec.latent).to(run.device)
    classes = nn.ParameterList([nn.Parameter(torch.randn(len(voices.rows), settings.speaker.embedding))]).to(run.device)
    share(model, classes)
    trained = [*model.parameters(), *classes]
    optimizer = torch.optim.AdamW(trained, lr=learning_rate, weight_decay=5e-2)
    average = copy.deepcopy(model).requires_grad_(False)
    kept = {"model": model, "average": average, "classes": classes, "optimizer": optimizer}
    run.adopt("model", model, average)
    run.restore(**kept)
    print(f"speaker {parameters_in_millions(model):.2f} M parameters, {len(voices.rows)} voices", flush=True)
    random = run.random()

    def finish() -> None:
        run.save(**kept)
        run.keep("final.pt", {"model": average.state_dict()})

    for step in run.steps():
        if step >= options.schedule_steps:
            break
        for group in optimizer.param_groups:
            group["lr"] = learning_rate * run.cosine(options.schedule_steps, warmup=100, floor=0.01)
        codes, wanted = voices.pairs(settings.speaker.batch // 2, random)
        latents = sums(codebooks, torch.from_numpy(codes).to(run.device))
        count, frames = codes.shape[:2]
        shown = torch.randint(4, settings.codec.depth + 1, (count, 1, 1, 1), device=run.device)
        latents = latents.gather(2, shown.expand(-1, frames, 1, latents.shape[-1]))[:, :, 0]
        latents = latents + 0.3 * torch.rand(count, 1, 1, device=run.device) * torch.randn_like(latents)
        with autocast(run.device):
            embedding = model(latents)
        margin = MARGIN * min(1.0, step / (0.3 * options.schedule_steps))
        parted = margin_loss(embedding, classes[0], torch.from_numpy(wanted).to(run.device), margin)
        paired = pair_loss(embedding)
        optimizer.zero_grad(set_to_none=True)
        (parted + paired).backward()
        average_gradients(trained)
        optimizer.step()
        follow(average, model, min(AVERAGE, (step + 1) / (step + 10)))
        run.log(loss=parted, pairs=paired)
        if run.due():
            finish()
    finish()
    if run.rank > 0:
        return
    for name, error in test(average.cpu(), codebooks.cpu(), tokens, offsets, corpus, rate).items():
        print(f"equal error rate on unseen speakers of {name}: {100 * error:.1f} %", flush=True)
