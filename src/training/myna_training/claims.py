"""claims: what ResGen says of itself (arXiv 2412.10208), tried at small scale on our tokens: the summed embedding against tokens one by one,
and masked frames against an autoregressive generator; the reference in the target's sequence against an encoder of its own, and a mixture of 1024
against one of 128. Same trunk, size, data and number of steps; only that differs.

Writes OUTPUT/VARIANT/*.wav of the unseen readers (true durations, one reference of 5 s per reader) and prints, for each variant, the share of
frames on which the aligner hears the wanted phoneme, the likeness to the reference by the pack's voice embedding, the likelihood of the readers' own
tokens where that is a density, network evaluations and seconds per second of speech.
"""

from __future__ import annotations

import argparse
import dataclasses
import time
from pathlib import Path

import numpy as np
import soundfile
import torch
import torch.nn.functional as F
from scipy.signal import resample_poly
from torch import Tensor, nn

from . import config as configs
from .aligner import Aligner, batches
from .evaluate import choose_cases
from .generator import Batch, Examples, Item, Myna
from .harmonic import load_decoder
from .layers import PlainNorm, parameters_in_millions
from .mixture import log_densities, loss_parts
from .optimizer import Muon, split_parameters
from .prepare import Clip, Corpus
from .run import autocast
from .sampler import Settings, gamma, sample, unmask
from .speaker import SpeakerEncoder, load_speaker
from .tokens import load_codec, sums

SMALL = {"width": 192, "heads": 3, "layers": 4, "text_width": 192, "text_layers": 2, "reference_layers": 2, "batch_seconds": 36.0}
STEPS, TEMPERATURE, TOP_P = 16, 0.3, 0.5
RATE = 2e-3
PROMPT_SECONDS, SEED, ROUNDS = 5, 7, 4


class Variant(nn.Module):
    """What all variants share. `loss` trains it; `speak` makes tokens [L, D] from text [1, L, H] and reference."""

    causal = False

    def __init__(self, settings: configs.Config, codebooks: Tensor):
        super().__init__()
        self.trunk = Myna(settings)
        self.register_buffer("codebooks", codebooks, persistent=False)
        self.evaluations = 0

    def memory(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What a reference [B, R, d] leaves: keys, values [layers, B, R, C] and style [B, S]."""
        return self.trunk.reference(latents)

    def condition(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Expanded text [B, L, H], keys, values [layers, B, R, C] and style [B, S]."""
        keys, values, style = self.memory(sums(self.codebooks, batch.reference)[:, :, -1])
        text, _ = self.trunk.text(batch.symbols, style, batch.symbols_inside)
        return text.gather(1, batch.place[:, :, None].expand(-1, -1, text.shape[-1])), keys, values, style

    def features(self, visible: Tensor, depth: Tensor, condition: tuple, inside: Tensor | None) -> Tensor:
        self.evaluations += 1
        text, keys, values, style = condition
        return self.trunk.generator.features(visible, depth, text, keys, values, style, torch.ones(len(visible)), inside)


def masked_input(codebooks: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Running sums [B, L, D + 1, d] and the sum of the visible tokens [B, L, d]."""
    running = sums(codebooks, batch.tokens)
    index = batch.visible[:, :, None, None].expand(-1, -1, 1, running.shape[-1])
    return running, running.gather(2, index)[:, :, 0]


class Summed(Variant):
    """ResGen: a mixture over the sum of a frame's masked tokens."""

    def loss(self, batch: Batch) -> Tensor:
        logits, densities = self._law(batch)
        return sum(part.mean() for part in loss_parts(logits, densities)) / self.codebooks.shape[-1]

    def _law(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Logits and log densities [M, K] of every component for the masked sums of M frames."""
        running, visible = masked_input(self.codebooks, batch)
        with autocast(visible.device):
            h = self.features(visible, batch.visible, self.condition(batch), batch.inside)
            logits, mean, coefficients, scale = self.trunk.generator.head(h, batch.visible)
        chosen = batch.inside & (batch.visible < len(self.codebooks))
        target = (running[:, :, -1] - visible)[chosen]
        return logits[chosen], log_densities(target, mean[chosen], coefficients[chosen], scale[chosen], self.trunk.generator.components)

    def likelihood(self, batch: Batch) -> float:
        """Mean log density of the masked sums, in nats for each of their numbers."""
        logits, densities = self._law(batch)
        return float(torch.logsumexp(torch.log_softmax(logits, dim=-1) + densities, dim=-1).mean()) / self.codebooks.shape[-1]

    def speak(self, condition: tuple, frames: int, random: np.random.Generator) -> np.ndarray:
        def network(total: np.ndarray, visible: np.ndarray) -> tuple[np.ndarray, ...]:
            depth = torch.from_numpy(visible)[None]
            h = self.features(torch.from_numpy(total)[None], depth, condition, None)
            return tuple(part[0].numpy() for part in self.trunk.generator.head(h, depth))

        def noise(step: int, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
            return random.random(count), random.standard_normal((count, self.codebooks.shape[-1])), random.random(count)

        settings = Settings(steps=STEPS, temperature=TEMPERATURE, topP=TOP_P)
        components = self.trunk.generator.components.detach().numpy()
        return sample(network, self.codebooks.numpy(), components, frames, settings, noise)


class InSequence(Summed):
    """The reference's frames go through the trunk's own layers, in front of the target's. They do not see the target, so what they leave in every
    layer is still made once a voice."""

    def memory(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        generator = self.trunk.generator
        batch, count = latents.shape[:2]
        style = self.trunk.reference(latents)[2]
        shared = generator.shared(style).reshape(batch, 6, -1)
        whole = torch.full((batch, count), len(self.codebooks))
        x = generator.stem(torch.cat([latents, generator.absent_text.expand(batch, count, -1), generator.depths(whole)], dim=-1))
        left = []
        for layer in generator.layers:
            shift, scale = (shared + layer.modulation)[:, :2, None].unbind(1)
            left.append(layer.attention.project(layer.norm(x) * (1 + scale) + shift).chunk(3, dim=-1)[1:])
            x = layer(x, shared, torch.zeros(1))
        keys, values = (torch.stack(part) for part in zip(*left))
        return keys, values, style


class Thousand(Summed):
    """A mixture of as many components as the paper's."""

    def __init__(self, settings: configs.Config, codebooks: Tensor):
        super().__init__(dataclasses.replace(settings, generator=dataclasses.replace(settings.generator, components=1024)), codebooks)


class Softmaxes(nn.Module):
    """Features -> logits of the codes of every depth, as distances from the codebooks' vectors; the same MLPs as ResGen's head."""

    def __init__(self, settings: configs.Config):
        super().__init__()
        width, self.depth, self.latent = settings.generator.width, settings.codec.depth, settings.codec.latent
        self.norm = PlainNorm(width)
        self.states = nn.Embedding(self.depth + 1, 4 * width)
        self.prefix = nn.Linear(self.latent, width)
        self.ups = nn.ModuleList([nn.Linear(width, 4 * width) for _ in range(2)])
        self.downs = nn.ModuleList([nn.Linear(2 * width, width) for _ in range(2)])
        self.out = nn.Linear(width, self.depth * self.latent)
        self.sharpness = nn.Parameter(torch.zeros(self.depth))
        nn.init.normal_(self.states.weight, std=0.1)

    def forward(self, x: Tensor, prefix: Tensor, depth: Tensor) -> Tensor:
        """x [M, C], the sum of the tokens before [M, d] and their number [M] -> points [M, D, d] in the space of the codes."""
        x = x + self.prefix(prefix)
        state = self.states(depth).chunk(4, dim=-1)
        for i in range(2):
            y = self.norm(x) * (1 + state[2 * i]) + state[2 * i + 1]
            gate, value = self.ups[i](y).chunk(2, dim=-1)
            x = x + self.downs[i](F.silu(gate) * value)
        return self.out(self.norm(x)).reshape(-1, self.depth, self.latent)

    def logits(self, points: Tensor, codebook: Tensor, depth: int) -> Tensor:
        """points [M, d] -> [M, V]."""
        size = (codebook**2).mean() * codebook.shape[-1]
        return (points.float() @ codebook.T - 0.5 * (codebook**2).sum(1)) / size * (4 * torch.exp(self.sharpness[depth]))


def nucleus(logits: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """One code per row by top-p and temperature, and its log probability: logits [M, V] -> [M], [M]."""
    p, order = torch.softmax(logits / TEMPERATURE, dim=-1).sort(dim=-1, descending=True)
    p = torch.where(torch.cumsum(p, -1) - p < TOP_P, p, torch.zeros(()))
    pick = torch.multinomial(p, 1, generator=generator)
    code = order.gather(1, pick)[:, 0]
    return code, torch.log_softmax(logits, dim=-1).gather(1, code[:, None])[:, 0]


class OneByOne(Variant):
    """The same masking, but every masked token has a softmax of its own."""

    def __init__(self, settings: configs.Config, codebooks: Tensor):
        super().__init__(settings, codebooks)
        self.head = Softmaxes(settings)

    def loss(self, batch: Batch) -> Tensor:
        _, visible = masked_input(self.codebooks, batch)
        with autocast(visible.device):
            h = self.features(visible, batch.visible, self.condition(batch), batch.inside)
            points = self.head(h[batch.inside], visible[batch.inside], batch.visible[batch.inside])
        tokens, shown = batch.tokens[batch.inside], batch.visible[batch.inside]
        total, count = torch.zeros(()), 0
        for j, codebook in enumerate(self.codebooks):
            masked = shown <= j
            total = total + F.cross_entropy(self.head.logits(points[masked, j], codebook, j), tokens[masked, j], reduction="sum")
            count += int(masked.sum())
        return total / max(1, count)

    def speak(self, condition: tuple, frames: int, random: np.random.Generator) -> np.ndarray:
        depth = len(self.codebooks)
        chance = torch.Generator().manual_seed(int(random.integers(2**31)))
        tokens, shown = torch.zeros(frames, depth, dtype=torch.int64), np.zeros(frames, np.int64)
        for step in range(1, STEPS + 1):
            visible = sums(self.codebooks, tokens).gather(1, torch.from_numpy(shown)[:, None, None].expand(-1, 1, self.codebooks.shape[-1]))[:, 0]
            now = torch.from_numpy(shown)
            points = self.head(self.features(visible[None], now[None], condition, None)[0], visible, now)
            sure = torch.zeros(frames)
            for j, codebook in enumerate(self.codebooks):
                code, log_p = nucleus(self.head.logits(points[:, j], codebook, j), chance)
                tokens[:, j] = torch.where(now <= j, code, tokens[:, j])
                sure += torch.where(now <= j, log_p, torch.zeros(()))
            if step == STEPS:
                break
            score = (sure / (depth - now).clamp(min=1)).numpy() - (1 - step / STEPS) * np.log(-np.log(random.uniform(1e-9, 1 - 1e-9, frames)))
            stay = min(int(np.ceil(gamma("power3", step / STEPS) * frames * depth)), int((depth - shown).sum()))
            shown = unmask(score, shown, depth, stay, 1.0)
        return tokens.numpy()


class Autoregressive(Variant):
    """Frame after frame and depth after depth: the trunk sees the frames before, the head also the frame's tokens so far."""

    causal = True

    def __init__(self, settings: configs.Config, codebooks: Tensor):
        super().__init__(settings, codebooks)
        self.head = Softmaxes(settings)
        self.blind()

    @torch.no_grad()
    def blind(self) -> None:
        """Takes the future out of the trunk's convolutions."""
        for layer in self.trunk.generator.layers:
            layer.mlp.mix.weight[:, :, 3:] = 0
        self.trunk.generator.stem.convolution.weight[:, :, 3:] = 0

    def features(self, visible: Tensor, depth: Tensor, condition: tuple, inside: Tensor | None) -> Tensor:
        self.evaluations += 1
        text, keys, values, style = condition
        generator = self.trunk.generator
        shared = generator.shared(style).reshape(len(visible), 6, -1)
        before = F.pad(visible, (0, 0, 1, 0))[:, :-1]
        x = generator.stem(torch.cat([before, text, generator.depths(depth)], dim=-1))
        length = x.shape[1]
        bias = torch.triu(torch.full((length, length), -1e4), 1)
        for i, layer in enumerate(generator.layers):
            x = layer(x, shared, bias, keys[i], values[i], torch.zeros(1, 1, 1, 1))
        return x

    def loss(self, batch: Batch) -> Tensor:
        running = sums(self.codebooks, batch.tokens)
        with autocast(running.device):
            h = self.features(running[:, :, -1], torch.zeros_like(batch.visible), self.condition(batch), batch.inside)[batch.inside]
            tokens, total = batch.tokens[batch.inside], torch.zeros(())
            for j, codebook in enumerate(self.codebooks):
                prefix = running[batch.inside][:, j]
                point = self.head(h, prefix, torch.full((len(h),), j))[:, j]
                total = total + F.cross_entropy(self.head.logits(point, codebook, j), tokens[:, j])
        return total / len(self.codebooks)

    def speak(self, condition: tuple, frames: int, random: np.random.Generator) -> np.ndarray:
        depth, width = len(self.codebooks), self.codebooks.shape[-1]
        chance = torch.Generator().manual_seed(int(random.integers(2**31)))
        tokens, made = np.zeros((frames, depth), np.int64), torch.zeros(1, frames, width)
        text, *others = condition
        for i in range(frames):
            h = self.features(made[:, : i + 1], torch.zeros(1, i + 1, dtype=torch.int64), (text[:, : i + 1], *others), None)[:, -1]
            for j, codebook in enumerate(self.codebooks):
                point = self.head(h, made[:, i], torch.tensor([j]))[:, j]
                code = nucleus(self.head.logits(point, codebook, j), chance)[0]
                tokens[i, j] = int(code)
                made[:, i] += codebook[code]
        return tokens


VARIANTS = {"summed": Summed, "one-by-one": OneByOne, "autoregressive": Autoregressive, "in-sequence": InSequence, "thousand": Thousand}


def train(variant: Variant, examples: Examples, settings: configs.Config, steps: int) -> None:
    random = np.random.default_rng(settings.seed)
    matrices, others = split_parameters(variant)
    optimizers = [Muon(matrices, lr=RATE), torch.optim.AdamW(others, lr=RATE, betas=(0.9, 0.98), weight_decay=1e-2)]
    queue: list[np.ndarray] = []
    recent: list[float] = []
    for step in range(steps):
        if not queue:
            queue = batches(examples.seconds, settings.generator.batch_seconds, random)
        items = [examples.draw(i, int(4 * settings.audio.frame_rate), random) for i in queue.pop()]
        loss = variant.loss(Batch(items, settings, random, torch.device("cpu")))
        variant.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(variant.parameters(), 1.0)
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = RATE * min((step + 1) / 50, 1.05 - step / steps)
            optimizer.step()
        if variant.causal:
            variant.blind()
        recent.append(float(loss))
        if step % 50 == 49:
            print(f"\rstep {step + 1} of {steps}, loss {np.mean(recent[-50:]):.4f} ", end="", flush=True)


class Listener:
    """Speaks the cases with a variant, and counts the frames on which the aligner hears the wanted phoneme."""

    def __init__(
        self,
        corpus: Corpus,
        examples: Examples,
        parts: tuple[nn.Module, nn.Module, SpeakerEncoder],
        cases: list[tuple[Clip, Clip]],
        audio: configs.Audio,
    ):
        self.corpus, self.examples = corpus, examples
        self.decoder, self.aligner, self.speaker = parts
        aligned = {corpus.clips[row].id: i for i, row in enumerate(examples.rows)}
        self.cases = [(reference, clip, aligned[clip.id]) for reference, clip in cases if clip.id in aligned]
        self.rows = {clip.id: row for row, clip in enumerate(corpus.clips)}
        self.audio, self.rate = audio, audio.frame_rate

    def prompt(self, reference: Clip) -> np.ndarray:
        """Tokens [R, D] of the beginning of a clip."""
        return self.examples.tokens_of(self.rows[reference.id])[: int(PROMPT_SECONDS * self.rate)].astype(np.int64)

    def listen(self, name: str, variant: Variant, folder: Path) -> str:
        """Writes what `variant` says into `folder`, and tells what was heard and what it cost."""
        folder.mkdir(parents=True, exist_ok=True)
        heard, total, spent, evaluations, alike = 0.0, 0, 0.0, 0, []
        for reference, clip, i in self.cases:
            symbols = torch.from_numpy(self.examples.symbols[i])[None]
            frames = torch.from_numpy(self.examples.frames[i])
            count = int(frames.sum())
            with torch.no_grad():
                latents = sums(variant.codebooks, torch.from_numpy(self.prompt(reference))[None])[:, :, -1]
                keys, values, style = variant.memory(latents)
                text = variant.trunk.text(symbols, style)[0].repeat_interleave(frames, dim=1)
                variant.evaluations, begun = 0, time.monotonic()
                tokens = variant.speak((text, keys, values, style), count, np.random.default_rng(SEED))
                spent += time.monotonic() - begun
                evaluations += variant.evaluations
                torch.manual_seed(SEED)
                spoken = sums(variant.codebooks, torch.from_numpy(tokens)[None])[:, :, -1]
                alike.append(float((self.speaker(spoken) * self.speaker(latents)).sum()))
                samples = self.decoder.speak(spoken)[0].numpy()
                lower = resample_poly(samples, self.audio.sample_rate, self.decoder.rate)[: count * self.audio.frame]
                guess = self.aligner(torch.from_numpy(lower)[None])[0].argmax(-1)
            wanted = symbols[0].repeat_interleave(frames)
            heard += float((guess[:count] == wanted).sum())
            total += count
            soundfile.write(folder / f"{clip.id}.wav", np.clip(samples, -1, 1), self.decoder.rate, subtype="PCM_16")
        seconds = total / self.rate
        return (
            f"{name}: phoneme heard on {100 * heard / total:.1f} % of the frames, likeness {np.mean(alike):.3f}, "
            f"{evaluations / seconds:.1f} evaluations and {spent / seconds:.3f} s per second of speech, {torch.get_num_threads()} threads"
        )

    def likelihood(self, variant: Summed, settings: configs.Config) -> float:
        """Of the readers' own tokens, in nats a number, masked ROUNDS times."""
        random = np.random.default_rng(SEED)
        told = []
        for _ in range(ROUNDS):
            for reference, clip, i in self.cases:
                tokens = self.examples.tokens_of(self.rows[clip.id])
                item = Item(self.examples.symbols[i], self.examples.frames[i], tokens, self.prompt(reference))
                with torch.no_grad():
                    told.append(variant.likelihood(Batch([item], settings, random, torch.device("cpu"))))
        return float(np.mean(told))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="claims", description=__doc__)
    for name in ("data", "codec", "decoder", "aligner", "speaker", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1000, help="training steps of each variant")
    parser.add_argument("--sentences", type=int, default=3, help="per reader")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    options = parser.parse_args(arguments)
    settings = configs.load("small")
    corpus = Corpus(options.data)
    cases = choose_cases(corpus, options.sentences, settings.audio.sample_rate)
    codec = load_codec(options.codec / "frozen.pt", settings, torch.device("cpu"))
    decoder = load_decoder(options.decoder / "final.pt", settings)
    aligner = Aligner(settings)
    aligner.load_state_dict(torch.load(options.aligner / "final.pt", map_location="cpu")["model"])
    aligner.eval()
    small = dataclasses.replace(settings, generator=dataclasses.replace(settings.generator, **SMALL))
    with np.load(options.aligner / "alignments.npz") as loaded:
        alignments = dict(loaded)
    examples = Examples(corpus, np.load(options.codec / "tokens.npy"), alignments, small)
    speaker = load_speaker(options.speaker / "final.pt", settings, torch.device("cpu"))
    listener = Listener(corpus, examples, (decoder, aligner, speaker), cases, settings.audio)
    for name in options.variants:
        torch.manual_seed(settings.seed)
        variant = VARIANTS[name](small, codec.quantizer.codebooks)
        begun = time.monotonic()
        train(variant, examples, small, options.steps)
        print(f"\n{name}: {parameters_in_millions(variant):.2f} M parameters, {options.steps} steps in {time.monotonic() - begun:.0f} s", flush=True)
        print(listener.listen(name, variant.eval(), options.output / name), flush=True)
        if isinstance(variant, Summed):
            print(f"{name}: {listener.likelihood(variant, small):.4f} nats a number of unseen readers' masked sums", flush=True)
