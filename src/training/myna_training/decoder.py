"""decoder: trains the pack's decoder on the tokens of the fixed encoder, on spectral losses and against discriminators.

The pulse train of a training crop is laid over the recording's own pitch periods, so the phases of its filter can be learned by comparing
complex spectra; when speaking, the pulse train follows the pitch that the decoder predicts. Crops carry context on both sides that the losses
do not see, so the decoder is trained on what it meets in a long sentence. All of this is at the codec's rate; what is above its band is learned by
`top`, and is kept here as it is.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import config as configs
from .discriminators import Discriminators, hear
from .files import save_checkpoint
from .harmonic import BINS, HOP, HarmonicDecoder
from .layers import parameters_in_millions
from .losses import SpectralLoss
from .pitch import pitch_offsets
from .prepare import Clip, Corpus
from .run import Run, autocast, follow
from .source import lay_over, pulses
from .tokens import frame_offsets, load_codec, sums

MARGIN = 4  # codec frames of context on each side of a training crop
AVERAGE = 0.999  # decay of the weight average, which is what is kept
# Share of a second of each corpus, 1 where nothing is said: a discriminator that hears noisy microphones asks for their noise, and the Arctic
# sentences are the same ones again and again.
SHARES = {"commonvoice": 0.12, "speechocean762": 0.0, "picovoice": 0.0, "cmu-arctic": 0.6, "kathleen-arctic": 0.6}
ALONE = 150  # steps in which the discriminators learn while the decoder stands still


def shares(clips: list[Clip]) -> np.ndarray:
    """Probability of each clip, by length and corpus."""
    weights = np.array([c.length * next((share for name, share in SHARES.items() if c.corpus.startswith(name)), 1.0) for c in clips])
    return weights / weights.sum()


class Crops:
    """Random stretches of tokens, the samples they stand for, and their pitch."""

    def __init__(self, corpus: Corpus, data: Path, versions: list[np.ndarray], settings: configs.Config):
        """`versions` of the corpus's tokens, of which every crop takes one at random."""
        self.corpus, self.versions, self.settings = corpus, versions, settings
        self.offsets = frame_offsets(corpus, settings.audio.frame)
        self.hops = pitch_offsets(corpus, settings.audio.hop)
        self.pitch = np.fromfile(data / "pitch.f16", np.float16)
        self.polarity = np.fromfile(data / "polarity.i8", np.int8)
        self.rows = [i for i, c in enumerate(corpus.clips) if c.split != "dev" and c.length > 2 * settings.audio.sample_rate]
        self.weights = shares([corpus.clips[i] for i in self.rows])

    def draw(self, count: int, length: int, random: np.random.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """codes [B, length, D], samples [B, length * frame] of one polarity, pitch in Hz with its gaps bridged and voicing [B, 2 * length]."""
        frame = self.settings.audio.frame
        codes = np.zeros((count, length, self.settings.codec.depth), np.int64)
        samples = np.zeros((count, length * frame), np.float32)
        pitch = np.zeros((count, 2 * length), np.float32)
        for b, index in enumerate(random.choice(len(self.rows), count, p=self.weights)):
            row = self.rows[index]
            clip = self.corpus.clips[row]
            start = int(random.integers(0, clip.length // frame - length + 1))
            tokens = self.versions[int(random.integers(len(self.versions)))]
            codes[b] = tokens[self.offsets[row] + start : self.offsets[row] + start + length]
            samples[b] = self.corpus.read(clip, start * frame, length * frame) * self.polarity[row]
            pitch[b] = self.pitch[self.hops[row] + 2 * start : self.hops[row] + 2 * (start + length)]
        voiced = pitch > 0
        for b in range(count):
            marks = np.flatnonzero(voiced[b])
            pitch[b] = np.interp(np.arange(2 * length), marks, pitch[b, marks]) if len(marks) else 150.0
        return torch.from_numpy(codes), torch.from_numpy(samples), torch.from_numpy(pitch), torch.from_numpy(voiced)


def coherence(decoder: HarmonicDecoder, pulses: tuple[Tensor, Tensor], target: Tensor, voiced: Tensor) -> Tensor:
    """Relative L1 distance between the spectra of the shaped pulses and of the recording, where it is voiced: pulls the filter's phases into
    place and leaves to the noise what no filter predicts. Spectra [B, F, BINS], voiced [B, F]."""
    real, imaginary = (part[..., :BINS] for part in decoder.spectrum(target))
    distance = (pulses[0] - real).abs() + (pulses[1] - imaginary).abs()
    size = torch.sqrt(real**2 + imaginary**2 + 1e-9)
    weight = voiced[:, :, None].float()
    return (distance * weight).sum() / (size * weight).sum().clamp(min=1.0)


class Trainee:
    """A decoder on random crops, with its losses."""

    def __init__(self, crops: Crops, codec: nn.Module, settings: configs.Config, device: torch.device):
        self.crops, self.audio, self.device = crops, settings.audio, device
        self.codebooks = codec.quantizer.codebooks
        audio = dataclasses.replace(settings.audio, output_rate=settings.audio.sample_rate)
        self.decoder = HarmonicDecoder(audio, settings.codec).to(device)
        trunk = {k: v for k, v in codec.decoder.state_dict().items() if k in self.decoder.state_dict()}
        self.decoder.load_state_dict(trunk, strict=False)
        self.spectral = SpectralLoss(settings.audio.sample_rate).to(device)

    def hear(self, count: int, frames: int, random: np.random.Generator) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
        """Output and target of `count` crops, [B, frames * frame] each, and the losses that need no judge."""
        rate, hop, side = self.audio.sample_rate, self.audio.hop, MARGIN * self.audio.frame
        codes, samples, pitch, voiced = self.crops.draw(count, frames + 2 * MARGIN, random)
        turns, every, mended = lay_over(samples, pitch, voiced, rate, hop)
        codes, samples, voiced, mended = (part.to(self.device) for part in (codes, samples, voiced, mended))
        source = pulses(turns, every, rate).to(self.device)
        with autocast(self.device):
            hertz, filters, features = self.decoder.features(sums(self.codebooks, codes)[:, :, -1])
            shaped, spectrum = self.decoder.spectra(filters, features, source, torch.randn_like(source))
        output = self.decoder.render(*spectrum)[:, side:-side]
        target = samples[:, side:-side]
        off = (torch.log2(hertz) - torch.log2(mended.clamp(50, 600))).abs() * voiced
        losses = {
            "spectral": self.spectral(output, target),
            "coherence": coherence(self.decoder, shaped, samples, voiced.repeat_interleave(hop // HOP, dim=1)),
            "octaves": off.sum() / voiced.sum().clamp(min=1),
        }
        return output, target, losses


class Court:
    """The discriminators and how they learn."""

    def __init__(self, rate: float, device: torch.device):
        self.judges, self.rate = Discriminators().to(device), rate
        self.optimizer = torch.optim.AdamW(self.judges.parameters(), lr=rate, betas=(0.8, 0.99), weight_decay=1e-2)

    def hold(self, output: Tensor, target: Tensor, pace: float, random: np.random.Generator) -> tuple[Tensor, dict[str, Tensor]]:
        """One step of the discriminators; the gradient [B, T] by the output of what the decoder has to answer for, and the losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate * pace
        judges = self.judges.draw(random)
        heard = output.detach().requires_grad_()
        verdict = hear(judges, heard, target)
        parameters = [p for judge in judges for p in judge.parameters()]
        self.optimizer.zero_grad(set_to_none=True)
        for parameter, gradient in zip(parameters, torch.autograd.grad(verdict.told, parameters, retain_graph=True)):
            parameter.grad = gradient
        answer = torch.autograd.grad(verdict.deceived + 2 * verdict.matched, heard)[0]
        self.optimizer.step()
        return answer, {"told": verdict.told, "deceived": verdict.deceived, "matched": verdict.matched}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="decoder", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare and pitch")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True, help="length of this leg; the learning rate falls in its last third")
    parser.add_argument("--batch", type=int, default=12, help="crops a step")
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--crop", type=float, default=0.45, help="seconds of a crop")
    parser.add_argument("--judges-rate", type=float, default=1e-3, help="learning rate of the discriminators")
    parser.add_argument("--spectral", type=float, default=0.6, help="weight of the spectral loss")
    parser.add_argument("--adversarial-from", type=int, default=0, help="step from which the discriminators take part")
    parser.add_argument("--guesses", type=Path, help="file written by guesses, for half of the crops")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    random = np.random.default_rng(settings.seed + run.step)
    versions = [np.load(file) for file in (options.codec / "tokens.npy", options.guesses) if file]
    crops = Crops(Corpus(options.data), options.data, versions, settings)
    trainee = Trainee(crops, load_codec(options.codec / "frozen.pt", settings, run.device), settings, run.device)
    decoder, court = trainee.decoder, Court(options.judges_rate, run.device)
    optimizer = torch.optim.AdamW(decoder.parameters(), lr=options.learning_rate, betas=(0.8, 0.99), weight_decay=1e-2)
    average = copy.deepcopy(decoder).requires_grad_(False)
    parts = {"decoder": decoder, "average": average, "optimizer": optimizer, "judges": court.judges, "judges_optimizer": court.optimizer}
    top = run.adopt("decoder", decoder, average, without="top.")
    run.restore(**parts)
    print(f"decoder {parameters_in_millions(decoder):.2f} M parameters", flush=True)
    frames = round(options.crop * settings.audio.frame_rate)

    def finish() -> None:
        run.save(**parts)
        save_checkpoint(options.run / "final.pt", {"decoder": average.state_dict() | top})

    for step in run.steps():
        pace = run.leg(floor=0.05)
        judged = step >= options.adversarial_from
        alone = judged and step < options.adversarial_from + ALONE
        with torch.set_grad_enabled(not alone):
            output, target, log = trainee.hear(options.batch, frames, random)
        verdict = {"told": 0.0, "deceived": 0.0, "matched": 0.0, "norm": 0.0}
        answer = torch.zeros_like(output)
        if judged:
            answer, found = court.hold(output, target, pace, random)
            verdict |= found
        if not alone:
            loss = options.spectral * log["spectral"] + 0.3 * log["coherence"] + 2 * log["octaves"]
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward([loss, output], [None, answer])
            verdict["norm"] = nn.utils.clip_grad_norm_(decoder.parameters(), 10.0)
            for group in optimizer.param_groups:
                group["lr"] = options.learning_rate * pace
            optimizer.step()
            follow(average, decoder, min(AVERAGE, (step + 1) / (step + 10)))
        run.log(**log, **verdict)
        if run.due():
            finish()
    finish()
