"""aligner: phoneme posteriors per codec frame, trained on the sum over all alignments, and the alignments that follow from them.

The model of a sentence is a chain of its phonemes, each at least one frame long, with an optional silence at both ends and between words
(a hidden Markov model without transition scores). Its state posteriors are the targets of the frame classifier, which is the gradient of the
full-sum likelihood; a share of the running label prior is divided out so that silence does not swallow the phonemes (label priors as in
Huang et al., arXiv 2406.02560).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .files import replace_atomically
from .layers import ConvNext, Norm, parameters_in_millions
from .parallel import add, average_gradients, share
from .phonemes import INDEX, SILENCE, SYMBOLS, Lexicon
from .prepare import Clip, Corpus
from .run import Run, autocast
from .signal import LogMel

NEVER = -1e9
PRIOR_SHARE = 0.5
LOUD_SILENCE = 6.0  # nats against silence in a frame as loud as speech


class Aligner(nn.Module):
    """samples [B, T] -> log posteriors [B, T // frame, P]."""

    def __init__(self, settings: configs.Config):
        super().__init__()
        audio, aligner = settings.audio, settings.aligner
        self.features = LogMel(audio.sample_rate, audio.fft, audio.hop, audio.mels)
        self.stem = nn.Linear(2 * audio.mels, aligner.width)
        self.blocks = nn.Sequential(*[ConvNext(aligner.width) for _ in range(aligner.blocks)])
        self.norm = Norm(aligner.width)
        self.head = nn.Linear(aligner.width, len(SYMBOLS))

    def from_mel(self, mel: Tensor) -> Tensor:
        """mel [B, 2 L, mels] -> [B, L, P]."""
        x = (mel + 4) / 3
        x = self.stem(x.reshape(x.shape[0], x.shape[1] // 2, -1))
        return torch.log_softmax(self.head(self.norm(self.blocks(x))).float(), dim=-1)

    def forward(self, samples: Tensor) -> Tensor:
        return self.from_mel(self.features(samples))


def states(words: list[list[str]]) -> tuple[list[int], list[bool]]:
    """The chain of a sentence: symbol of each state, and whether the state may be skipped (the silences)."""
    symbols, optional = [INDEX[SILENCE]], [True]
    for word in words:
        symbols += [INDEX[p] for p in word] + [INDEX[SILENCE]]
        optional += [False] * len(word) + [True]
    return symbols, optional


class Chains:
    """A batch of sentence chains, padded: symbols [B, S], optional [B, S], sizes [B] and frames [B]."""

    def __init__(self, sentences: list[list[list[str]]], frames: list[int], device: torch.device):
        built = [states(words) for words in sentences]
        longest = max(len(symbols) for symbols, _ in built)
        self.symbols = torch.tensor([s + [0] * (longest - len(s)) for s, _ in built], device=device)
        self.optional = torch.tensor([o + [False] * (longest - len(o)) for _, o in built], device=device)
        self.sizes = torch.tensor([len(s) for s, _ in built], device=device)
        self.frames = torch.tensor(frames, device=device)

    def scores(self, log_probs: Tensor, mel: Tensor) -> Tensor:
        """Emission scores [B, L, S] of log posteriors [B, L, P]; padding states never.

        Silence is held against the level of the frame in mel [B, 2 L, mels]: otherwise the optional silence takes over whatever the
        phonemes beside it have not learned yet, and keeps it.
        """
        level = mel.reshape(mel.shape[0], mel.shape[1] // 2, -1).mean(-1)
        bounds = [torch.quantile(row[:count], torch.tensor([0.05, 0.95], device=row.device)) for row, count in zip(level, self.frames.tolist())]
        low, high = torch.stack(bounds).unbind(1)
        middle = (low + 0.4 * (high - low))[:, None]
        loud = torch.clamp((level - middle) / (0.2 * (high - low))[:, None].clamp(min=0.1), 0, 1)
        log_probs = torch.cat([log_probs[:, :, :1] - LOUD_SILENCE * loud[:, :, None], log_probs[:, :, 1:]], dim=-1)
        index = self.symbols[:, None].expand(-1, log_probs.shape[1], -1)
        inside = torch.arange(self.symbols.shape[1], device=log_probs.device) < self.sizes[:, None]
        return log_probs.gather(2, index).masked_fill(~inside[:, None], NEVER)


def _shift(x: Tensor, by: int) -> Tensor:
    return F.pad(x, (by, 0), value=NEVER)[:, : x.shape[1]]


def _start(optional: Tensor) -> Tensor:
    begin = torch.full(optional.shape, NEVER, device=optional.device)
    begin[:, 0] = 0.0
    begin[:, 1] = torch.where(optional[:, 0], 0.0, NEVER)
    return begin


def _forward(scores: Tensor, optional: Tensor) -> Tensor:
    """Log forward sums [B, L, S]; from a state to itself, the next, or over an optional one."""
    skip = torch.where(_shift(optional.float(), 1) > 0.5, 0.0, NEVER)
    rows = [_start(optional) + scores[:, 0]]
    for t in range(1, scores.shape[1]):
        a = rows[-1]
        top = torch.stack([a, _shift(a, 1), _shift(a, 2) + skip])
        rows.append((torch.logsumexp(top, dim=0) + scores[:, t]).clamp(min=NEVER))
    return torch.stack(rows, dim=1)


def _reverse(x: Tensor, lengths: Tensor, dim: int) -> Tensor:
    """Reverses the first `lengths[b]` entries along `dim` of each item and leaves the padding behind them."""
    span = torch.arange(x.shape[dim], device=x.device)
    index = lengths[:, None] - 1 - span
    index = torch.where(index < 0, span, index)
    shape = [len(x)] + [1] * (x.dim() - 1)
    shape[dim] = x.shape[dim]
    return x.gather(dim, index.reshape(shape).expand_as(x))


@torch.no_grad()
def occupancy(scores: Tensor, chains: Chains) -> tuple[Tensor, Tensor]:
    """State posteriors [B, L, S] and log likelihoods [B], by one forward pass over the batch and its mirror image."""
    batch = len(scores)
    mirrored = _reverse(_reverse(scores, chains.frames, 1), chains.sizes, 2)
    optional = _reverse(chains.optional, chains.sizes, 1)
    both = _forward(torch.cat([scores, mirrored]), torch.cat([chains.optional, optional]))
    forward, backward = both[:batch], _reverse(_reverse(both[batch:], chains.frames, 1), chains.sizes, 2)
    joint = forward + backward - scores
    joint = joint.masked_fill(scores <= NEVER / 2, NEVER)
    likelihood = torch.logsumexp(joint[:, 0], dim=1)
    return torch.softmax(joint, dim=2), likelihood


@torch.no_grad()
def viterbi(scores: Tensor, chains: Chains) -> Tensor:
    """Best state of every frame [B, L]; frames past an item's end repeat its last state."""
    skip = torch.where(_shift(chains.optional.float(), 1) > 0.5, 0.0, NEVER)
    best, back = _start(chains.optional) + scores[:, 0], []
    finals = [best]
    for t in range(1, scores.shape[1]):
        value, step = torch.stack([best, _shift(best, 1), _shift(best, 2) + skip]).max(dim=0)
        best = (value + scores[:, t]).clamp(min=NEVER)
        back.append(step)
        finals.append(best)
    rows = torch.arange(len(scores), device=scores.device)
    final = torch.stack(finals, dim=1)[rows, chains.frames - 1]
    last = chains.sizes - 1
    before = final[rows, last - 1] > final[rows, last]
    state = torch.where(chains.optional[rows, last] & before, last - 1, last)
    path = [None] * scores.shape[1]
    for t in range(scores.shape[1] - 1, -1, -1):
        path[t] = state
        if t:
            state = torch.where(t < chains.frames, state - back[t - 1][rows, state], state)
    return torch.stack(path, dim=1)


def batches(lengths: np.ndarray, budget: float, random: np.random.Generator) -> list[np.ndarray]:
    """Indices grouped by similar length so that a padded group stays within `budget`; the groups in random order."""
    order = np.argsort(lengths * random.uniform(0.95, 1.05, len(lengths)), kind="stable")
    groups, current = [], []
    for index in order:
        if current and lengths[index] * (len(current) + 1) > budget:
            groups.append(np.array(current))
            current = []
        current.append(index)
    groups.append(np.array(current))
    random.shuffle(groups)
    return groups


def padded(corpus: Corpus, clips: list[Clip], frame: int, gains: np.ndarray | None = None) -> tuple[Tensor, list[int]]:
    """Samples [B, T] zero-padded to whole frames, and the frames of each clip."""
    frames = [-(-c.length // frame) for c in clips]
    samples = np.zeros((len(clips), max(frames) * frame), np.float32)
    for row, clip in enumerate(clips):
        samples[row, : clip.length] = corpus.read(clip) * (1.0 if gains is None else gains[row])
    return torch.from_numpy(samples), frames


def usable(corpus: Corpus, lexicon: Lexicon, frame: int) -> tuple[list[Clip], list[list[list[str]]]]:
    """Transcribed clips whose words are all known and that are long enough for their phonemes."""
    clips, sentences = [], []
    for clip in corpus.clips:
        words = lexicon.sentence(clip.text) if clip.text else None
        if words and clip.length // frame > sum(map(len, words)) + 2:
            clips.append(clip)
            sentences.append(words)
    return clips, sentences


def flat_targets(chains: Chains, frames: int) -> Tensor:
    """Flat start: every phoneme equally long, silences left out; state index [B, frames]."""
    rows = []
    for optional, size, count in zip(chains.optional.tolist(), chains.sizes.tolist(), chains.frames.tolist()):
        spoken = [s for s in range(size) if not optional[s]]
        inner = [spoken[min(len(spoken) - 1, max(0, int((t - 4) * len(spoken) / max(1, count - 8))))] for t in range(frames)]
        rows.append([0 if t < 4 else size - 1 if t >= count - 4 else inner[t] for t in range(frames)])
    return torch.tensor(rows, device=chains.symbols.device)


def mask_bands(mel: Tensor, random: np.random.Generator) -> Tensor:
    """SpecAugment (arXiv 1904.08779): one band of up to 12 mels and one stretch of up to 12 hops set to the mean."""
    mel = mel.clone()
    for row in mel:
        low, wide = random.integers(0, mel.shape[2] - 12), random.integers(0, 12)
        row[:, low : low + wide] = -4
        start, long = random.integers(0, max(1, len(row) - 12)), random.integers(0, 12)
        row[start : start + long] = -4
    return mel


def train(run: Run, settings: configs.Config, corpus: Corpus, lexicon: Lexicon, total: int) -> Aligner:
    frame = settings.audio.frame
    clips, sentences = usable(corpus, lexicon, frame)
    keep = [i for i, c in enumerate(clips) if c.split != "dev" and (c.verified or c.corpus != "commonvoice-valid-dev")]
    lengths = np.array([clips[i].length / settings.audio.sample_rate for i in keep])
    random = run.random()
    model = Aligner(settings).to(run.device)
    share(model)
    prior = nn.ParameterDict({"log": nn.Parameter(torch.full((len(SYMBOLS),), -np.log(len(SYMBOLS))), requires_grad=False)}).to(run.device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.aligner.learning_rate, betas=(0.9, 0.98), weight_decay=1e-2)
    run.restore(model=model, prior=prior, optimizer=optimizer)
    print(f"aligner {parameters_in_millions(model):.2f} M parameters, {len(keep)} clips, {lengths.sum() / 3600:.2f} h", flush=True)
    queue: list[np.ndarray] = []
    for step in run.steps():
        for group in optimizer.param_groups:
            group["lr"] = settings.aligner.learning_rate * run.cosine(total, warmup=50, floor=0.03)
        if not queue:
            queue = batches(lengths, settings.aligner.batch_seconds, random)
        chosen = [keep[i] for i in queue.pop()]
        gains = 10 ** (random.uniform(-9, 3, len(chosen)) / 20)
        samples, frames = padded(corpus, [clips[i] for i in chosen], frame, gains)
        chains = Chains([sentences[i] for i in chosen], frames, run.device)
        with torch.no_grad():
            mel = model.features(samples.to(run.device))
        with autocast(run.device):
            log_probs = model.from_mel(mask_bands(mel, random))
        valid = torch.arange(log_probs.shape[1], device=run.device) < chains.frames[:, None]
        if step < 120:
            target = chains.symbols.gather(1, flat_targets(chains, log_probs.shape[1]))
            loss = -(log_probs.gather(2, target[:, :, None])[:, :, 0] * valid).sum() / valid.sum()
            likelihood = -loss
        else:
            scaled = log_probs.detach() - PRIOR_SHARE * prior["log"]
            posterior, total_score = occupancy(chains.scores(scaled, mel), chains)
            targets = torch.zeros_like(log_probs).scatter_add_(2, chains.symbols[:, None].expand_as(posterior), posterior)
            loss = -((targets * log_probs).sum(-1) * valid).sum() / valid.sum()
            likelihood = total_score.sum() / valid.sum()
        with torch.no_grad():
            mass, inside = (log_probs.exp() * valid[:, :, None]).sum((0, 1)), valid.sum().float()
            add(mass, inside)
            mean = mass / inside
            prior["log"].data = torch.log(0.98 * prior["log"].exp() + 0.02 * mean + 1e-6)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(model.parameters())
        norm = nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        run.log(loss=loss, likelihood=likelihood, norm=norm)
        if run.due():
            run.save(model=model, prior=prior, optimizer=optimizer)
    run.save(model=model, prior=prior, optimizer=optimizer)
    run.keep("final.pt", {"model": model.state_dict(), "prior": prior.state_dict()})
    return model


@torch.no_grad()
def measured_prior(model: Aligner, corpus: Corpus, clips: list[Clip], lengths: np.ndarray, frame: int) -> Tensor:
    """Log of the mean posterior [symbols] over an hour of the clips, for an aligner restored from a pack."""
    mass, count = torch.zeros(len(SYMBOLS)), 0
    for group in batches(lengths, 240, np.random.default_rng(1))[:15]:
        samples, frames = padded(corpus, [clips[i] for i in group], frame)
        for row, log_probs in zip(frames, model(samples)):
            mass += log_probs[:row].exp().sum(0)
            count += int(row)
    return torch.log(mass / count + 1e-6)


def align(run: Run, settings: configs.Config, corpus: Corpus, lexicon: Lexicon) -> None:
    """Writes alignments.npz: for every usable clip (by its row in clips.tsv) symbols, frames per symbol and word scores, concatenated."""
    frame = settings.audio.frame
    clips, sentences = usable(corpus, lexicon, frame)
    row_of = {clip.id + clip.corpus: row for row, clip in enumerate(corpus.clips)}
    model = Aligner(settings).to(run.device).eval()
    state = torch.load(run.folder / "final.pt", map_location=run.device)
    model.load_state_dict(state["model"])
    lengths = np.array([c.length / settings.audio.sample_rate for c in clips])
    log_prior = state["prior"]["log"] if "prior" in state else measured_prior(model, corpus, clips, lengths, frame)
    out: dict[str, list] = {"row": [], "start": [], "symbols": [], "frames": [], "score": []}
    for number, group in enumerate(batches(lengths, 240, np.random.default_rng(0))):
        if number % 40 == 0:
            print(f"{len(out['row'])} of {len(clips)} clips", flush=True)
        samples, frames = padded(corpus, [clips[i] for i in group], frame)
        chains = Chains([sentences[i] for i in group], frames, run.device)
        with torch.no_grad():
            mel = model.features(samples.to(run.device))
            with autocast(run.device):
                log_probs = model.from_mel(mel)
        path = viterbi(chains.scores(log_probs - PRIOR_SHARE * log_prior, mel), chains)
        for b, index in enumerate(group):
            states_of_frames = path[b, : frames[b]]
            visited, counts = torch.unique_consecutive(states_of_frames, return_counts=True)
            symbols = chains.symbols[b][visited]
            picked = log_probs[b, torch.arange(frames[b]), chains.symbols[b][states_of_frames]]
            out["row"].append(row_of[clips[index].id + clips[index].corpus])
            out["start"].append(sum(map(len, out["symbols"][-1:])) + (out["start"][-1] if out["start"] else 0))
            out["symbols"].append(symbols.numpy().astype(np.int16))
            out["frames"].append(counts.numpy().astype(np.int16))
            out["score"].append(float(picked.mean()))
    with replace_atomically(run.folder / "alignments.npz") as temporary, open(temporary, "wb") as file:
        np.savez(
            file,
            row=np.array(out["row"]),
            start=np.array(out["start"]),
            score=np.array(out["score"], np.float32),
            symbols=np.concatenate(out["symbols"]),
            frames=np.concatenate(out["frames"]),
        )
    print(f"aligned {len(out['row'])} clips, mean score {np.mean(out['score']):.3f}", flush=True)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="aligner", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--lexicon", type=Path, required=True, action="append", help="word<TAB>phonemes; may be given several times")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, default=0.0, help="training time of this call; 0 only aligns")
    parser.add_argument("--schedule-steps", type=int, default=2400)
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    corpus, lexicon = Corpus(options.data), Lexicon(options.lexicon)
    if options.minutes:
        train(run, settings, corpus, lexicon, options.schedule_steps)
    align(run, settings, corpus, lexicon)
