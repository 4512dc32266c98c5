"""g2p: a small network that pronounces words no lexicon holds.  python3 -m myna_training.g2p train|evaluate|export

Each letter answers for up to two phonemes: the network gives two columns per letter, each a distribution over the phoneme symbols
and a blank, so that the blanks are dropped as in CTC. It is trained on letters aligned to phonemes by expectation maximization
(many-to-many alignment, Jiampojamarn et al. 2007). Gated convolutions (Gehring et al. 2017); the prediction made half way is fed back
(self-conditioning, Nozaki and Komatsu 2021, arXiv 2104.02724), which lets far letters agree on one stress.

Legend: B words, N letters, S symbols with the blank.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import itertools
import json
import os
import shutil
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .files import replace_atomically, save_checkpoint
from .graphs import Exporter, round_to_bytes, store_bytes
from .phonemes import SYMBOLS

LETTERS = "abcdefghijklmnopqrstuvwxyz'"
PAD = len(LETTERS)  # beside the word
BLANK = len(SYMBOLS)
IGNORE = -100
SLOTS = 2  # phonemes a letter can stand for
TIE = 1e-3  # of two letters alike, the first one stands for the sound
SOUNDS = sorted({s.rstrip("012") for s in SYMBOLS[1:]})  # without stress, for the alignment
SOUND_OF = {s: SOUNDS.index(s.rstrip("012")) for s in SYMBOLS[1:]}


@dataclasses.dataclass(frozen=True)
class Settings:
    """What a run is trained with."""

    width: int = 256
    layers: int = 6
    kernel: int = 3
    dropout: float = 0.1
    batch: int = 128
    steps: int = 15000
    rate: float = 2e-3
    warmup: int = 300
    seed: int = 1
    threads: int = 1


def read_lexicon(path: Path) -> dict[str, list[list[str]]]:
    """Every word of letters and apostrophes with its pronunciations, the primary one first."""
    words: dict[str, list[list[str]]] = {}
    for line in path.read_text().splitlines():
        word, phonemes = line.split("\t")
        if set(word) <= set(LETTERS) and len(word.strip("'")) > 0:
            words.setdefault(word, []).append(phonemes.split())
    return words


def is_held_out(word: str) -> bool:
    """One word in twenty, chosen by a hash, so that the choice outlives any change of the lexicon."""
    return hashlib.sha256(word.encode()).digest()[0] * 20 < 256


def align(words: list[str], phonemes: list[list[str]], rounds: int = 8) -> list[list[int] | None]:
    """For each word how many phonemes each of its letters stands for; None where no alignment exists.

    Expectation maximization over chunk probabilities p(none, one or two sounds | letter), then the best path.
    """
    count = len(SOUNDS)
    scores = [torch.zeros(len(LETTERS)), torch.zeros(len(LETTERS), count), torch.zeros(len(LETTERS), count, count)]
    scores[0] -= 3.0
    scores[1] -= 4.0
    scores[2] -= 9.0
    groups = grouped(words, phonemes)
    for _ in range(rounds):
        for table in scores:
            table.requires_grad_(True)
        total = sum(partition(scores, *tensors, best=False)[0].clamp(min=-1e4).sum() for _, tensors in groups)
        counts = torch.autograd.grad(total, scores)
        mass = counts[0] + counts[1].sum(1) + counts[2].sum((1, 2)) + 1e-6
        scores = [
            ((counts[0] + 1e-4) / mass).log().detach(),
            ((counts[1] + 1e-4) / mass[:, None]).log().detach(),
            ((counts[2] + 1e-5) / mass[:, None, None]).log().detach(),
        ]
    answer: list[list[int] | None] = [None] * len(words)
    for indices, tensors in groups:
        final, choices = partition(scores, *tensors, best=True)
        for row, index in enumerate(indices):
            if final[row] > -1e3:
                answer[index] = trace(choices[row], len(words[index]), len(phonemes[index]))
    return answer


def grouped(words: list[str], phonemes: list[list[str]]) -> list[tuple[list[int], tuple[Tensor, Tensor]]]:
    """Words of the same numbers of letters and phonemes together, as (indices, (letters [B, N], sounds [B, M]))."""
    by_shape: dict[tuple[int, int], list[int]] = {}
    for i, (word, sounds) in enumerate(zip(words, phonemes)):
        if len(sounds) <= SLOTS * len(word):
            by_shape.setdefault((len(word), len(sounds)), []).append(i)
    groups = []
    for indices in by_shape.values():
        letters = torch.tensor([[LETTERS.index(c) for c in words[i]] for i in indices])
        sounds = torch.tensor([[SOUND_OF[p] for p in phonemes[i]] for i in indices])
        groups.append((indices, (letters, sounds)))
    return groups


def partition(scores: list[Tensor], letters: Tensor, sounds: Tensor, best: bool) -> tuple[Tensor, np.ndarray | None]:
    """Log-sum over all alignments (or the best one's score and its choices [B, N, M + 1])."""
    rows, length = sounds.shape
    low = torch.full((rows, 2), -1e9)
    reach = torch.cat([low[:, :2], torch.zeros(rows, 1), torch.full((rows, length), -1e9)], 1)  # [B, 2 + M + 1]
    choices = []
    for n in range(letters.shape[1]):
        letter = letters[:, n]
        none = reach[:, 2:] + scores[0][letter][:, None] + (TIE * n if best else 0.0)
        one = reach[:, 1:-1] + functional.pad(scores[1][letter[:, None], sounds], (1, 0), value=-1e9)
        pair = functional.pad(scores[2][letter[:, None], sounds[:, :-1], sounds[:, 1:]], (2, 0), value=-1e9)[:, : length + 1]
        two = reach[:, :-2] + pair
        options = torch.stack([none, one, two])
        if best:
            values, chosen = options.max(0)
            choices.append(chosen.to(torch.int8).numpy())
        else:
            values = options.logsumexp(0)
        reach = torch.cat([low, values], 1)
    return reach[:, -1], np.stack(choices, 1) if best else None


def trace(choices: np.ndarray, letters: int, phonemes: int) -> list[int]:
    counts, at = [], phonemes
    for n in reversed(range(letters)):
        counts.append(int(choices[n, at]))
        at -= counts[-1]
    return counts[::-1]


class Block(nn.Module):
    """x + GLU(convolution(norm(x)));  [B, N, C]."""

    def __init__(self, width: int, kernel: int, dropout: float):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.convolution = nn.Conv1d(width, 2 * width, kernel, padding=kernel // 2)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        h = self.convolution(self.norm(x.float()).transpose(1, 2))
        return x + self.dropout(functional.glu(h, 1).transpose(1, 2))


class Model(nn.Module):
    """Letters int64 [B, N] (PAD beside words) -> one or two log-distributions [B, N, 2, S], the last the final one."""

    def __init__(self, settings: Settings):
        super().__init__()
        width, symbols = settings.width, BLANK + 1
        self.embedding = nn.Embedding(PAD + 1, width, padding_idx=PAD)
        blocks = [Block(width, settings.kernel, settings.dropout) for _ in range(settings.layers)]
        half = settings.layers // 2
        self.lower, self.upper = nn.ModuleList(blocks[:half]), nn.ModuleList(blocks[half:])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, SLOTS * symbols)
        self.feedback = nn.Linear(SLOTS * symbols, width)

    def predict(self, x: Tensor) -> Tensor:
        logits = self.head(self.norm(x.float())).float()
        return logits.view(x.shape[0], x.shape[1], SLOTS, BLANK + 1).log_softmax(-1)

    def forward(self, letters: Tensor) -> list[Tensor]:
        inside = (letters != PAD).unsqueeze(-1).float()
        x = self.embedding(letters) * inside
        for block in self.lower:
            x = block(x) * inside
        early = self.predict(x)
        x = x + self.feedback(early.exp().flatten(2)) * inside
        for block in self.upper:
            x = block(x) * inside
        return [early, self.predict(x)]


class Graph(nn.Module):
    """What Java runs: letters int64 [1, N] -> log_probs [1, 2 N, S]."""

    def __init__(self, model: Model):
        super().__init__()
        self.model = model

    def forward(self, letters: Tensor) -> Tensor:
        return self.model(letters)[-1].flatten(1, 2)


def targets(phonemes: list[str], counts: list[int]) -> list[list[int]]:
    """For each letter the symbols of its two columns, blanks behind."""
    rows, at = [], 0
    for count in counts:
        row = [SYMBOLS.index(p) for p in phonemes[at : at + count]]
        rows.append(row + [BLANK] * (SLOTS - count))
        at += count
    return rows


class Examples:
    """Aligned words sorted by length, handed out in batches of words of about the same length."""

    def __init__(self, words: list[str], phonemes: list[list[str]]):
        counts = align(words, phonemes)
        kept = [(w, targets(p, c)) for w, p, c in zip(words, phonemes, counts) if c]
        print(f"{len(kept)} words aligned, {len(words) - len(kept)} left out", flush=True)
        self.rows = sorted(kept, key=lambda row: len(row[0]))

    def batch(self, generator: np.random.Generator, size: int) -> tuple[Tensor, Tensor]:
        """letters [B, N], targets [B, N, 2]."""
        start = int(generator.integers(0, len(self.rows)))
        window = min(len(self.rows), 24 * size)
        low = min(max(0, start - window // 2), len(self.rows) - window)
        rows = [self.rows[low + int(i)] for i in generator.integers(0, window, size)]
        longest = max(len(word) for word, _ in rows)
        letters = torch.full((size, longest), PAD)
        wanted = torch.full((size, longest, SLOTS), IGNORE)
        for i, (word, target) in enumerate(rows):
            letters[i, : len(word)] = encode(word)
            wanted[i, : len(word)] = torch.tensor(target)
        return letters, wanted


def encode(word: str) -> Tensor:
    return torch.tensor([LETTERS.index(c) for c in word])


def decode(log_probs: np.ndarray) -> list[str]:
    """Phonemes of log_probs [M, S]: the most probable symbols with exactly one primary stress among them."""
    stressed = np.array([s.endswith("1") for s in SYMBOLS] + [False])
    with_stress, without = log_probs[:, stressed].max(1), log_probs[:, ~stressed].max(1)
    column = int((with_stress - without).argmax())
    allowed = np.where(stressed[None, :], -np.inf, log_probs)
    allowed[column] = np.where(stressed, log_probs[column], -np.inf)
    allowed[:, 0] = -np.inf
    symbols = allowed.argmax(1)
    return [SYMBOLS[s] for i, s in enumerate(symbols) if s != BLANK and (i == 0 or symbols[i - 1] != s)]


def distance(a: list[str], b: list[str]) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
    return row[-1]


def answers(model: Model, names: list[str]) -> dict[str, list[str]]:
    """What the network makes of each word."""
    model.eval()
    found = {}
    for _, group in itertools.groupby(sorted(names, key=len), key=len):
        words = list(group)  # of one length, so that nothing stands beside a word, as where Java asks
        for start in range(0, len(words), 256):
            chunk = words[start : start + 256]
            with torch.no_grad():
                log_probs = model(torch.stack([encode(word) for word in chunk]))[-1].flatten(1, 2).numpy()
            found.update((word, decode(log_probs[i].copy())) for i, word in enumerate(chunk))
    model.train()
    return found


def measure(model: Model, words: dict[str, list[list[str]]]) -> dict[str, float]:
    """Error rates against the nearest listed pronunciation, stress counted, and for words also without stress."""
    return rates(answers(model, list(words)), words)


def rates(found: dict[str, list[str]], words: dict[str, list[list[str]]]) -> dict[str, float]:
    errors = length = wrong = wrong_unstressed = wrong_primary = 0
    for word, answer in found.items():
        nearest = min(words[word], key=lambda p: distance(answer, p) / len(p))
        errors += distance(answer, nearest)
        length += len(nearest)
        wrong += answer not in words[word]
        wrong_primary += answer != words[word][0]
        bare = [p.rstrip("012") for p in answer]
        wrong_unstressed += all(bare != [x.rstrip("012") for x in p] for p in words[word])
    total = len(found)
    return {
        "words": total,
        "per": round(errors / length, 4),
        "wer": round(wrong / total, 4),
        "wer_primary": round(wrong_primary / total, 4),
        "wer_without_stress": round(wrong_unstressed / total, 4),
    }


def write_answers(path: Path, found: dict[str, list[str]], words: dict[str, list[list[str]]]) -> None:
    """word<TAB>answer<TAB>listed pronunciations with bars between, one word a line."""
    lines = (f"{word}\t{' '.join(answer)}\t{'|'.join(' '.join(p) for p in words[word])}\n" for word, answer in found.items())
    path.write_text("".join(lines))


def split(path: Path) -> tuple[dict[str, list[list[str]]], dict[str, list[list[str]]]]:
    """Training words and held-out words."""
    words = read_lexicon(path)
    held_out = {w: p for w, p in words.items() if is_held_out(w)}
    return {w: p for w, p in words.items() if w not in held_out}, held_out


def factor(step: int, settings: Settings) -> float:
    """Learning-rate factor: linear warm-up, then linear fall to zero."""
    return min((step + 1) / settings.warmup, max(0.0, 1 - step / settings.steps))


def train(folder: Path, lexicon: Path, settings: Settings, every: float = 120.0) -> None:
    """Trains, or goes on with a run; only the number of steps may then differ, to end it sooner or later."""
    torch.set_num_threads(settings.threads)
    folder.mkdir(parents=True, exist_ok=True)
    checkpoint = folder / "checkpoint.pt"
    state = torch.load(checkpoint) if checkpoint.exists() else None
    if state and {**state["settings"], "steps": settings.steps} != dataclasses.asdict(settings):
        raise SystemExit(f"{checkpoint} was trained with other settings: {state['settings']}")
    training, held_out = split(lexicon)
    torch.manual_seed(settings.seed)
    model = Model(settings)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, betas=(0.9, 0.98), weight_decay=0.01)
    averaged = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step = 0
    if state:
        step, averaged = state["step"], state["averaged"]
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
    examples = Examples(list(training), [p[0] for p in training.values()])
    generator = np.random.default_rng([settings.seed, step])
    saved = begun = time.monotonic()
    losses: list[float] = []
    while step < settings.steps:
        for group in optimizer.param_groups:
            group["lr"] = settings.rate * factor(step, settings)
        letters, wanted = examples.batch(generator, settings.batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            predicted = model(letters)
        loss = sum(
            weight * functional.nll_loss(p.float().flatten(0, 2), wanted.flatten(), ignore_index=IGNORE) for weight, p in zip((0.3, 1.0), predicted)
        )
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        decay = min(0.998, step / (step + 10))
        for name, value in model.state_dict().items():
            averaged[name].lerp_(value, 1 - decay)
        if time.monotonic() - saved > every or step == settings.steps:
            curve = {"step": step, "loss": round(float(np.mean(losses)), 4), "seconds": round(time.monotonic() - begun)}
            saved, losses = time.monotonic(), []
            report(folder, curve, settings, averaged, held_out, step)
            save_checkpoint(
                checkpoint,
                {
                    "settings": dataclasses.asdict(settings),
                    "step": step,
                    "model": model.state_dict(),
                    "averaged": averaged,
                    "optimizer": optimizer.state_dict(),
                },
            )


def report(folder: Path, curve: dict, settings: Settings, averaged: dict, held_out: dict, step: int) -> None:
    """Appends a line to curves.jsonl; errors on a tenth of the held-out words, on all of them at the end."""
    model = Model(settings)
    model.load_state_dict(averaged)
    sample = held_out if step == settings.steps else dict(list(held_out.items())[::10])
    line = json.dumps({**curve, **measure(model, sample)})
    with open(folder / "curves.jsonl", "a") as file:
        file.write(line + "\n")
    print(line, flush=True)


def load(folder: Path) -> Model:
    """The averaged model of a run."""
    state = torch.load(folder / "checkpoint.pt", map_location="cpu")
    model = Model(Settings(**state["settings"]))
    model.load_state_dict(state["averaged"])
    return model.eval()


def rounded(folder: Path) -> Model:
    """The averaged model of a run as a pack holds it."""
    model = load(folder)
    round_to_bytes(model)
    return model


def add(exporter: Exporter, folder: Path) -> None:
    """Writes g2p.onnx, weights in 8 bits, and its golden tensors into the pack being written."""
    inputs = {"letters": encode("pronunciation")[None]}
    exporter.graph("g2p", Graph(rounded(folder)), inputs, ["log_probs"], {"letters": {1: "N"}, "log_probs": {1: "M"}}, store=store_bytes)


def measured(folder: Path) -> dict[str, float]:
    """The error rates that `evaluate` found, under their names in the manifest; none if it was not run."""
    path = folder / "metrics.json"
    metrics = json.loads(path.read_text()) if path.exists() else {}
    return {f"g2p.{name}": metrics[name] for name in ("per", "wer") if name in metrics}


def export(folder: Path, pack: Path) -> None:
    """Puts the network into a pack that is there: g2p.onnx, its golden tensors, and what the manifest says of it."""
    exporter = Exporter(pack)
    shutil.rmtree(pack / "golden" / "g2p", ignore_errors=True)
    add(exporter, folder)
    path = pack / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["letters"] = LETTERS
    manifest["graphs"].update(exporter.graphs)
    manifest["metrics"].update(measured(folder))
    data = (pack / "g2p.onnx").read_bytes()
    manifest["files"]["g2p.onnx"] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    with replace_atomically(path) as temporary:
        temporary.write_text(json.dumps(manifest, indent=2) + "\n")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="g2p", description=__doc__, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("train", "evaluate", "export"):
        command = commands.add_parser(name, allow_abbrev=False)
        command.add_argument("--run", type=Path, required=True, help="folder of the checkpoint")
        if name != "export":
            command.add_argument("--lexicon", type=Path, required=True, help="word<TAB>phonemes lines, from lexicon.py --table")
        if name == "export":
            command.add_argument("--pack", type=Path, required=True, help="the pack's folder; its manifest is rewritten")
        if name == "evaluate":
            command.add_argument("--answers", type=Path, help="writes what the network makes of each held-out word")
        if name == "train":
            for field in dataclasses.fields(Settings):
                command.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    return parser.parse_args()


def main() -> None:
    options = parse()
    if options.command == "train":
        settings = Settings(**{f.name: getattr(options, f.name) for f in dataclasses.fields(Settings)})
        train(options.run, options.lexicon, settings)
        return
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    if options.command == "export":
        export(options.run, options.pack)
        return
    held_out = split(options.lexicon)[1]
    found = answers(rounded(options.run), list(held_out))
    if options.answers:
        write_answers(options.answers, found, held_out)
    metrics = rates(found, held_out)
    (options.run / "metrics.json").write_text(json.dumps(metrics) + "\n")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
