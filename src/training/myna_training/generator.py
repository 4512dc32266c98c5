"""generator: trains reference encoder, text encoder, durations and the masked RVQ generator on the codec's tokens.

With `--speaker` the mean of the predicted mixture also has to carry the voice: its embedding by the pack's speaker encoder is drawn towards that of
the recording (speaker loss through the mixture's mean, arXiv 2511.09995).
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .aligner import batches
from .generator_model import Generator, ReferenceEncoder, TextEncoder
from .layers import parameters_in_millions
from .masking import masked_counts, masked_total
from .mixture import expectation, log_densities, loss_parts
from .optimizer import Muon, split_parameters
from .parallel import average_gradients, share
from .phonemes import INDEX, SILENCE
from .prepare import Corpus
from .run import Run, autocast, follow
from .shift import Shifted
from .speaker import SpeakerEncoder, load_speaker
from .tokens import frame_offsets, load_codec, sums

LONGEST = 6.0  # seconds of a training target
SHORTEST_REFERENCE, LONGEST_REFERENCE = 2.0, 8.0  # seconds
MOST = 240.0  # seconds of one reader of Common Voice
SPOILED = 0.4  # share of the references that are spoilt
SHIFTED = 0.35  # share of the examples that are of shifted voices
HEARD = 64  # frames of a target whose voice is compared
LIKENESS = 0.2  # weight of the speaker loss
LONE_VOICES = "commonvoice-valid-dev"  # every clip is a voice of its own


class Myna(nn.Module):
    """The three trained parts."""

    def __init__(self, settings: configs.Config):
        super().__init__()
        self.reference = ReferenceEncoder(settings.generator, settings.codec.latent)
        self.text = TextEncoder(settings.generator)
        self.generator = Generator(settings.generator, settings.codec)


@dataclasses.dataclass
class Item:
    """One training example: symbols [N], frames [N] with sum L, tokens [L, D], reference tokens [R, D]."""

    symbols: np.ndarray
    frames: np.ndarray
    tokens: np.ndarray
    reference: np.ndarray


class Examples:
    """Draws training examples from tokens and alignments."""

    def __init__(
        self,
        corpus: Corpus,
        tokens: np.ndarray,
        alignments: dict[str, np.ndarray],
        settings: configs.Config,
        spoiled: np.ndarray | None = None,
        shifted: Shifted | None = None,
    ):
        """`spoiled` are tokens of the same clips as `spoil` wrote them: SPOILED of the references are taken from there. SHIFTED of the examples, and
        their references, are of the voices that `shift` made."""
        self.corpus, self.tokens, self.spoiled, self.shifted = corpus, tokens, spoiled, shifted
        self.frame_rate = settings.audio.frame_rate
        self.offsets = frame_offsets(corpus, settings.audio.frame)
        starts = np.append(alignments["start"], len(alignments["symbols"]))
        self.symbols = [alignments["symbols"][a:b].astype(np.int64) for a, b in zip(starts, starts[1:])]
        self.frames = [alignments["frames"][a:b].astype(np.int64) for a, b in zip(starts, starts[1:])]
        self.rows = alignments["row"]
        scores = alignments["score"]
        self.by_speaker: dict[str, list[int]] = {}
        for row, clip in enumerate(corpus.clips):
            if clip.split != "dev":
                self.by_speaker.setdefault(clip.speaker, []).append(row)
        corpora = np.array([corpus.clips[r].corpus for r in self.rows])
        self.chosen = []
        for name in np.unique(corpora):
            inside = np.flatnonzero(corpora == name)
            floor = np.quantile(scores[inside], 0.05 if name != LONE_VOICES else 0.3)
            for i in inside:
                clip = corpus.clips[self.rows[i]]
                if clip.split != "dev" and scores[i] >= floor and (clip.verified or name != LONE_VOICES):
                    self.chosen.append(i)
        self.chosen = self._capped()
        self.shiftable = self._shiftable() if shifted else set()
        self.seconds = np.array([min(LONGEST, self.frames[i].sum() / self.frame_rate) for i in self.chosen])

    def _capped(self) -> list[int]:
        """The chosen clips, of a Common Voice reader no more than MOST seconds: a few of them gave hours."""
        heard: dict[str, float] = {}
        kept = []
        for i in self.chosen:
            clip = self.corpus.clips[self.rows[i]]
            seconds = heard.get(clip.speaker, 0.0)
            if seconds < MOST or not clip.corpus.startswith("commonvoice"):
                heard[clip.speaker] = seconds + self.frames[i].sum() / self.frame_rate
                kept.append(i)
        return kept

    def _shiftable(self) -> set[int]:
        """The chosen clips that `shift` holds whole, with another of the voice for the reference."""
        voices: dict[str, int] = {}
        for row in np.flatnonzero(self.shifted.factors).tolist():
            speaker = self.corpus.clips[row].speaker
            voices[speaker] = voices.get(speaker, 0) + 1
        found = set()
        for i in self.chosen:
            row = int(self.rows[i])
            companions = voices.get(self.corpus.clips[row].speaker, 0)
            if self.shifted.whole(row, self.frames[i]) and (companions > 1 or self._is_lone(row)):
                found.add(i)
        return found

    def tokens_of(self, row: int) -> np.ndarray:
        return self.tokens[self.offsets[row] : self.offsets[row + 1]]

    def _spoiled_of(self, row: int) -> np.ndarray:
        return self.spoiled[self.offsets[row] : self.offsets[row + 1]]

    def _span(self, frames: np.ndarray, longest: int, random: np.random.Generator) -> tuple[int, int]:
        """A random run of symbols of at most `longest` frames."""
        ends = np.cumsum(frames)
        if ends[-1] <= longest:
            return 0, len(frames)
        first = int(random.integers(0, np.searchsorted(ends, ends[-1] - longest) + 1))
        begin = ends[first] - frames[first]
        last = int(np.searchsorted(ends, begin + longest, side="right"))
        return first, max(first + 1, last)

    def draw(self, index: int, reference_frames: int, random: np.random.Generator) -> Item:
        i = self.chosen[index]
        row = self.rows[i]
        symbols, frames, tokens = self.symbols[i], self.frames[i], self.tokens_of(row)
        heard = self.tokens_of if self.spoiled is None or random.random() >= SPOILED else self._spoiled_of
        if i in self.shiftable and random.random() < SHIFTED:
            frames, tokens, heard = self.shifted.durations(row, frames), self.shifted.of(row), self.shifted.of
        lone = self._is_lone(row)
        first, last = self._span(frames, int(LONGEST * self.frame_rate), random)
        if lone:
            first, last = self._span(frames, max(int(frames.max()), int(0.55 * frames.sum())), random)
        begin, end = int(frames[:first].sum()), int(frames[:last].sum())
        if lone:
            own = heard(row)
            reference = own[:begin] if begin > len(tokens) - end else own[end:]
        else:
            reference = self._others(row, reference_frames, random, heard)
        return Item(symbols[first:last], frames[first:last], tokens[begin:end], _stretch(reference, reference_frames, random))

    def whole(self, i: int, reference_frames: int, random: np.random.Generator) -> Item:
        """All of the aligned clip `i`; a voice with one clip is its own reference."""
        row = self.rows[i]
        reference = self.tokens_of(row) if self._is_lone(row) else self._others(row, reference_frames, random, self.tokens_of)
        frames = self.frames[i]
        return Item(self.symbols[i], frames, self.tokens_of(row)[: frames.sum()], _stretch(reference, reference_frames, random))

    def _is_lone(self, row: int) -> bool:
        clip = self.corpus.clips[row]
        return clip.corpus == LONE_VOICES or len(self.by_speaker[clip.speaker]) < 2

    def _others(self, row: int, length: int, random: np.random.Generator, tokens_of: Callable[[int], np.ndarray]) -> np.ndarray:
        """`tokens_of` up to six other clips of the voice, about `length` frames or more."""
        others = [other for other in self.by_speaker[self.corpus.clips[row].speaker] if len(tokens_of(other))]
        parts: list[np.ndarray] = []
        while sum(map(len, parts)) < length and len(parts) < 6:
            other = others[int(random.integers(len(others)))]
            if other != row:
                parts.append(tokens_of(other))
        return np.concatenate(parts)


def _stretch(tokens: np.ndarray, length: int, random: np.random.Generator) -> np.ndarray:
    """A random run of `length` frames; what is shorter is repeated."""
    repeats = -(-length // max(1, len(tokens)))
    tokens = np.tile(tokens, (repeats, 1))
    start = int(random.integers(0, len(tokens) - length + 1))
    return tokens[start : start + length]


class Batch:
    """Examples padded to tensors."""

    def __init__(self, items: list[Item], settings: configs.Config, random: np.random.Generator, device: torch.device):
        depth = settings.codec.depth
        longest = max(len(item.tokens) for item in items)
        most = max(len(item.symbols) for item in items)
        symbols = np.zeros((len(items), most), np.int64)
        frames = np.zeros((len(items), most), np.int64)
        tokens = np.zeros((len(items), longest, depth), np.int64)
        visible = np.zeros((len(items), longest), np.int64)
        place = np.zeros((len(items), longest), np.int64)
        for b, item in enumerate(items):
            count = len(item.tokens)
            symbols[b, : len(item.symbols)] = item.symbols
            frames[b, : len(item.symbols)] = item.frames
            tokens[b, :count] = item.tokens
            place[b, :count] = np.repeat(np.arange(len(item.symbols)), item.frames)
            total = masked_total(random.random(), count, depth)
            visible[b, :count] = depth - masked_counts(count, depth, total, random)
        self.symbols, self.frames = torch.from_numpy(symbols).to(device), torch.from_numpy(frames).to(device)
        self.tokens, self.visible = torch.from_numpy(tokens).to(device), torch.from_numpy(visible).to(device)
        self.place = torch.from_numpy(place).to(device)
        self.reference = torch.from_numpy(np.stack([item.reference for item in items]).astype(np.int64)).to(device)
        lengths = torch.tensor([len(item.tokens) for item in items], device=device)
        self.inside = torch.arange(longest, device=device) < lengths[:, None]
        sizes = torch.tensor([len(item.symbols) for item in items], device=device)
        self.symbols_inside = torch.arange(most, device=device) < sizes[:, None]


def split(batch: Batch, codebooks: Tensor) -> tuple[Tensor, Tensor]:
    """Sums [B, L, d] of the code vectors that can be seen, and of those that are masked."""
    running = sums(codebooks, batch.tokens)
    index = batch.visible[:, :, None, None].expand(-1, -1, 1, running.shape[-1])
    visible = running.gather(2, index)[:, :, 0]
    return visible, running[:, :, -1] - visible


def predict(model: Myna, batch: Batch, codebooks: Tensor, visible: Tensor, conditional: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Log durations [B, N] and the head's logits, means, coefficients and log scales, for visible sums [B, L, d]."""
    reference = sums(codebooks, batch.reference)[:, :, -1]
    with autocast(visible.device):
        keys, values, style = model.reference(reference)
        text, durations = model.text(batch.symbols, style, batch.symbols_inside)
        expanded = text.gather(1, batch.place[:, :, None].expand(-1, -1, text.shape[-1]))
        h = model.generator.features(visible, batch.visible, expanded, keys, values, style, conditional, batch.inside)
        return durations, model.generator.head(h, batch.visible)


def unlikeness(speaker: SpeakerEncoder, expected: Tensor, reference: Tensor, lengths: Tensor, conditional: Tensor) -> Tensor:
    """1 - cosine between the embeddings of the last HEARD frames of the expected latents [B, L, d] and of the reference's [B, R, d], which in most
    rows is another clip of the reader; of rows that are that long and hear their reference."""
    chosen = torch.nonzero((lengths >= HEARD) & (conditional > 0))[:, 0]
    if not len(chosen):
        return expected.sum() * 0
    index = (lengths[chosen, None] - HEARD + torch.arange(HEARD, device=lengths.device))[:, :, None].expand(-1, -1, expected.shape[-1])
    with autocast(expected.device):
        told = speaker(expected[chosen].gather(1, index))
        with torch.no_grad():
            wanted = speaker(reference[chosen])
    return 1 - (told * wanted).sum(-1).mean()


def losses(model: Myna, batch: Batch, codebooks: Tensor, conditional: Tensor, speaker: SpeakerEncoder | None = None) -> dict[str, Tensor]:
    """Regression and classification per latent dimension, the duration loss, and with a `speaker` encoder the unlikeness."""
    visible, target = split(batch, codebooks)
    durations, (logits, mean, coefficients, log_scale) = predict(model, batch, codebooks, visible, conditional)
    chosen = batch.inside & (batch.visible < codebooks.shape[0])
    densities = log_densities(target[chosen], mean[chosen], coefficients[chosen], log_scale[chosen], model.generator.components)
    regression, classification = loss_parts(logits[chosen], densities)
    width = codebooks.shape[-1]
    inner = batch.symbols_inside.clone()
    inner[:, 0] = False
    inner &= F.pad(batch.symbols_inside[:, 1:], (0, 1))
    wanted = torch.log(batch.frames.clamp(min=1).float())
    error = F.smooth_l1_loss(durations, wanted, reduction="none", beta=0.5)
    weight = inner * torch.where(batch.symbols == INDEX[SILENCE], 0.3, 1.0)
    found = {
        "regression": regression.mean() / width,
        "classification": classification.mean() / width,
        "duration": (error * weight).sum() / weight.sum().clamp(min=1),
    }
    if speaker is not None:
        expected = visible.clone()
        expected[chosen] += expectation(logits[chosen], mean[chosen], coefficients[chosen], log_scale[chosen], model.generator.components)
        reference = sums(codebooks, batch.reference)[:, :, -1]
        found["unlikeness"] = unlikeness(speaker, expected, reference, batch.inside.sum(1), conditional)
    return found


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="generator", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy")
    parser.add_argument("--alignments", type=Path, required=True, help="alignments.npz of the aligner")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument(
        "--schedule-steps", type=int, help="length of the learning rate's fall over all calls; without, it falls in the last third of each"
    )
    parser.add_argument("--learning-rate", type=float, help="instead of the configuration's")
    parser.add_argument("--spoiled", type=Path, help="file written by spoil, for a share of the references")
    parser.add_argument("--shifted", type=Path, help="file written by shift, for further voices")
    parser.add_argument(
        "--keep-enhancer", action="store_true", help="leave what `distill` fitted to each other, frame encoder and enhancer, as it is"
    )
    parser.add_argument("--speaker", type=Path, help="run folder of the speaker encoder, for the speaker loss")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    learning_rate = options.learning_rate or settings.generator.learning_rate
    run = Run(options.run, settings, options.minutes)
    random = run.random()
    corpus = Corpus(options.data)
    codebooks = load_codec(options.codec / "frozen.pt", settings, run.device).quantizer.codebooks
    with np.load(options.alignments) as loaded:
        spoiled = np.load(options.spoiled) if options.spoiled else None
        shifted = Shifted.load(options.shifted) if options.shifted else None
        examples = Examples(corpus, np.load(options.codec / "tokens.npy"), dict(loaded), settings, spoiled, shifted)
    speaker = load_speaker(options.speaker / "final.pt", settings, run.device) if options.speaker else None
    model = Myna(settings).to(run.device)
    for part in (model.reference.frames, model.reference.enhancer) if options.keep_enhancer else ():
        part.requires_grad_(False)
    share(model)
    average = copy.deepcopy(model).requires_grad_(False)
    matrices, others = split_parameters(model)
    optimizers = [
        Muon(matrices, lr=learning_rate),
        torch.optim.AdamW(others, lr=learning_rate, betas=(0.9, 0.98), weight_decay=1e-2),
    ]
    parts_to_keep = {"model": model, "average": average, "matrices": optimizers[0], "others": optimizers[1]}
    run.adopt("model", model, average)
    run.restore(**parts_to_keep)
    print(
        f"generator {parameters_in_millions(model):.2f} M parameters, {len(examples.chosen)} clips, {examples.seconds.sum() / 3600:.2f} h",
        flush=True,
    )
    queue: list[np.ndarray] = []
    begun = run.step  # a call averages its own weights: halfway from those of the call before lies a network that is worse than either
    for step in run.steps():
        pace = (
            run.cosine(options.schedule_steps, warmup=150, floor=0.03) if options.schedule_steps else run.leg(floor=0.03) * min(1.0, (step + 1) / 150)
        )
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = learning_rate * pace
        if not queue:
            queue = batches(examples.seconds, settings.generator.batch_seconds, random)
        reference_frames = int(random.uniform(SHORTEST_REFERENCE, LONGEST_REFERENCE) * settings.audio.frame_rate)
        items = [examples.draw(i, reference_frames, random) for i in queue.pop()]
        batch = Batch(items, settings, random, run.device)
        conditional = (torch.rand(len(items), device=run.device) >= settings.generator.condition_dropout).float()
        parts = losses(model, batch, codebooks, conditional, speaker)
        loss = parts["regression"] + parts["classification"] + 0.2 * parts["duration"] + LIKENESS * parts.get("unlikeness", 0.0)
        model.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(model.parameters())
        norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
        made = step - begun
        decay = min(settings.generator.average, (made + 1) / (made + 10))
        follow(average, model, decay)
        run.log(**parts, norm=norm)
        if run.due():
            run.save(**parts_to_keep)
            run.keep("final.pt", {"model": average.state_dict()})
    run.save(**parts_to_keep)
    run.keep("final.pt", {"model": average.state_dict()})
