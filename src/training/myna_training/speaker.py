"""speaker: trains the embedding of a voice by which likeness is measured.

Reads the codec's latents (summed tokens), so it hears what the generator is asked to make. Every fifth reader of HELD_OUT who has read LEAST clips
and the split `dev` are never trained on; the equal error rate is measured on them. With `--spoiled` half of the crops are what `spoil` made of them,
so that a voice is told by itself and not by its microphone.
"""

from __future__ import annotations

import argparse
import collections
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .layers import ConvNext, Norm, Stem, parameters_in_millions
from .parallel import average_gradients, share
from .prepare import Corpus
from .run import Run, autocast
from .tokens import frame_offsets, load_codec, sums

HELD_OUT = {"speechocean762-adult": "speechocean762", "commonvoice": "Common Voice"}  # beginnings of a corpus's name
LEAST = 3  # clips
SHORTEST, LONGEST = 1.5, 4.0  # seconds of a training crop
MARGIN, SCALE = 0.2, 30.0  # of the additive angular margin loss (ArcFace, arXiv 1801.07698)


class SpeakerEncoder(nn.Module):
    """latents [B, R, d] -> embedding [B, E] of unit length: ConvNeXt and attentive statistics pooling (arXiv 1803.10963)."""

    def __init__(self, speaker: configs.Speaker, latent: int):
        super().__init__()
        width = speaker.width
        self.stem = Stem(latent, width, 5)
        self.blocks = nn.Sequential(*[ConvNext(width, expansion=2) for _ in range(speaker.blocks)])
        self.norm = Norm(width)
        self.attention = nn.Sequential(nn.Linear(width, 64), nn.Tanh(), nn.Linear(64, width))
        self.out = nn.Linear(2 * width, speaker.embedding)

    def forward(self, latents: Tensor) -> Tensor:
        x = self.norm(self.blocks(self.stem(latents)))
        weight = torch.softmax(self.attention(x).float(), dim=1)
        mean = (x * weight).sum(1)
        spread = torch.sqrt(((x - mean[:, None]) ** 2 * weight).sum(1) + 1e-5)
        y = self.out(torch.cat([mean, spread], dim=-1)).float()
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
    parser.add_argument("--spoiled", type=Path, help="file written by spoil, for half of the crops")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    random = run.random()
    corpus = Corpus(options.data)
    learning_rate = options.learning_rate or settings.speaker.learning_rate
    tokens = np.load(options.codec / "tokens.npy")
    versions = [tokens, np.load(options.spoiled, mmap_mode="r") if options.spoiled else tokens]
    offsets = frame_offsets(corpus, settings.audio.frame)
    codebooks = load_codec(options.codec / "frozen.pt", settings, run.device).quantizer.codebooks
    unseen = set().union(*held_out(corpus).values())
    rate = settings.audio.frame_rate
    by_speaker: dict[str, list[int]] = {}
    for row, clip in enumerate(corpus.clips):
        if clip.split != "dev" and clip.speaker not in unseen and offsets[row + 1] - offsets[row] > LONGEST * rate:
            by_speaker.setdefault(clip.speaker, []).append(row)
    rows = list(by_speaker.values())
    chance = np.array([min(len(r), 20.0) ** 0.5 for r in rows])
    chance /= chance.sum()
    model = SpeakerEncoder(settings.speaker, settings.codec.latent).to(run.device)
    classes = nn.ParameterList([nn.Parameter(torch.randn(len(rows), settings.speaker.embedding))]).to(run.device)
    share(model, classes)
    trained = [*model.parameters(), *classes]
    optimizer = torch.optim.AdamW(trained, lr=learning_rate, weight_decay=5e-2)
    run.adopt("model", model)
    run.restore(model=model, classes=classes, optimizer=optimizer)
    print(f"speaker {parameters_in_millions(model):.2f} M parameters, {len(rows)} voices", flush=True)

    def finish() -> None:
        run.save(model=model, classes=classes, optimizer=optimizer)
        run.keep("final.pt", {"model": model.state_dict()})

    for step in run.steps():
        if step >= options.schedule_steps:
            break
        for group in optimizer.param_groups:
            group["lr"] = learning_rate * run.cosine(options.schedule_steps, warmup=100, floor=0.01)
        frames = int(random.uniform(SHORTEST, LONGEST) * rate)
        wanted = random.choice(len(rows), settings.speaker.batch, p=chance)
        codes = np.zeros((len(wanted), frames, settings.codec.depth), np.int64)
        for b, speaker in enumerate(wanted):
            row = rows[speaker][int(random.integers(len(rows[speaker])))]
            start = int(random.integers(offsets[row], offsets[row + 1] - frames + 1))
            codes[b] = versions[int(random.integers(2))][start : start + frames]
        latents = sums(codebooks, torch.from_numpy(codes).to(run.device))
        kept = torch.randint(4, settings.codec.depth + 1, (len(wanted), 1, 1, 1), device=run.device)
        latents = latents.gather(2, kept.expand(-1, frames, 1, latents.shape[-1]))[:, :, 0]
        latents = latents + 0.3 * torch.rand(len(wanted), 1, 1, device=run.device) * torch.randn_like(latents)
        with autocast(run.device):
            embedding = model(latents)
        margin = MARGIN * min(1.0, step / (0.3 * options.schedule_steps))
        loss = margin_loss(embedding, classes[0], torch.from_numpy(wanted).to(run.device), margin)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(trained)
        optimizer.step()
        run.log(loss=loss)
        if run.due():
            finish()
    finish()
    if run.rank > 0:
        return
    for name, error in test(model.cpu(), codebooks.cpu(), tokens, offsets, corpus, rate).items():
        print(f"equal error rate on unseen speakers of {name}: {100 * error:.1f} %", flush=True)
