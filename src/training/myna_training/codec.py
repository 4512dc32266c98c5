"""codec: trains encoder, residual codebooks and decoder together on spectral losses."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import config as configs
from .layers import ConvNext, Norm, Stem, parameters_in_millions
from .losses import PhaseLoss, SpectralLoss
from .parallel import average_gradients, share
from .prepare import Clip, Corpus
from .quantizer import ResidualQuantizer
from .run import Run, autocast
from .signal import InverseStft, LogMel


class Encoder(nn.Module):
    """Log-mel spectrogram -> ConvNeXt -> two mel frames folded into one codec frame: samples [B, T] -> latents [B, T // frame, d]."""

    def __init__(self, audio: configs.Audio, codec: configs.Codec):
        super().__init__()
        self.features = LogMel(audio.sample_rate, audio.fft, audio.hop, audio.mels)
        self.stem = Stem(audio.mels, codec.encoder_width, 7)
        self.blocks = nn.Sequential(*[ConvNext(codec.encoder_width) for _ in range(codec.encoder_blocks)])
        self.norm = Norm(codec.encoder_width)
        self.project = nn.Linear(2 * codec.encoder_width, codec.latent)

    def forward(self, samples: Tensor) -> Tensor:
        x = self.norm(self.blocks(self.stem((self.features(samples) + 4) / 3)))
        return self.project(x.reshape(x.shape[0], x.shape[1] // 2, -1)).float()


class Decoder(nn.Module):
    """Latents -> ConvNeXt at the mel rate -> log-magnitude and phase -> inverse STFT (Vocos, arXiv 2306.00814).

    Teaches the encoder what to keep; a pack speaks with `harmonic.HarmonicDecoder`, which starts from this one's trunk.
    latents [B, L, d] -> samples [B, L * frame].
    """

    def __init__(self, audio: configs.Audio, codec: configs.Codec):
        super().__init__()
        width = codec.decoder_width
        self.stem = Stem(codec.latent, width, 3)
        self.unfold = nn.Linear(width, 2 * width)
        self.blocks = nn.Sequential(*[ConvNext(width) for _ in range(codec.decoder_blocks)])
        self.norm = Norm(width)
        self.bins = audio.fft // 2 + 1
        self.head = nn.Linear(width, 3 * self.bins)
        self.inverse = InverseStft(audio.fft, audio.hop)

    def spectrum(self, latents: Tensor) -> tuple[Tensor, Tensor]:
        x = self.unfold(self.stem(latents))
        x = self.norm(self.blocks(x.reshape(x.shape[0], 2 * x.shape[1], -1)))
        magnitude, cosine, sine = self.head(x).float().split(self.bins, dim=-1)
        magnitude = torch.exp(torch.clamp(magnitude, max=6))
        radius = torch.sqrt(cosine**2 + sine**2 + 1e-6)
        return magnitude * cosine / radius, magnitude * sine / radius

    def forward(self, latents: Tensor) -> Tensor:
        return self.inverse(*self.spectrum(latents))


class Codec(nn.Module):
    """Encoder, quantizer and decoder."""

    def __init__(self, settings: configs.Config):
        super().__init__()
        self.encoder = Encoder(settings.audio, settings.codec)
        self.quantizer = ResidualQuantizer(settings.codec.depth, settings.codec.codes, settings.codec.latent)
        self.decoder = Decoder(settings.audio, settings.codec)


def draw_crops(corpus: Corpus, clips: list[Clip], weights: np.ndarray, count: int, length: int, random: np.random.Generator) -> Tensor:
    """Random stretches of speech with random gain (-9 to +3 dB) and polarity; [count, length]."""
    crops = np.zeros((count, length), np.float32)
    for row, index in enumerate(random.choice(len(clips), count, p=weights)):
        clip = clips[index]
        start = int(random.integers(0, max(1, clip.length - length)))
        samples = corpus.read(clip, start, length)
        crops[row, : len(samples)] = samples * 10 ** (random.uniform(-9, 3) / 20) * random.choice([-1, 1])
    return torch.from_numpy(np.clip(crops, -1, 1))


def crop_weights(clips: list[Clip]) -> np.ndarray:
    """Probability of each clip: by length, with the noisy and accented corpora at a third."""
    factor = {"commonvoice-valid-dev": 0.35, "speechocean762-adult": 0.35}
    weights = np.array([c.length * factor.get(c.corpus, 1.0) for c in clips])
    return weights / weights.sum()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="codec", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints, curves and config; resumed if it exists")
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True, help="training time of this call")
    parser.add_argument("--schedule-steps", type=int, default=6000, help="steps after which the learning rate has decayed")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    corpus = Corpus(options.data)
    clips = [c for c in corpus.clips if c.split != "dev"]
    weights = crop_weights(clips)
    random = run.random()
    model = Codec(settings).to(run.device)
    share(model)
    print(f"codec {parameters_in_millions(model):.2f} M parameters", flush=True)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.codec.learning_rate, betas=(0.8, 0.99), weight_decay=1e-2)
    run.restore(model=model, optimizer=optimizer)
    spectral = SpectralLoss(settings.audio.sample_rate).to(run.device)
    phase = PhaseLoss(settings.audio.fft, settings.audio.hop).to(run.device)
    length = int(settings.codec.crop * settings.audio.sample_rate) // settings.audio.frame * settings.audio.frame
    depth = settings.codec.depth
    model.train()
    for _ in run.steps():
        rate = settings.codec.learning_rate * run.cosine(options.schedule_steps, warmup=100, floor=0.1)
        for group in optimizer.param_groups:
            group["lr"] = rate
        samples = draw_crops(corpus, clips, weights, settings.codec.batch, length, random).to(run.device)
        kept = torch.full((len(samples),), depth, device=run.device)
        dropped = torch.rand(len(samples), device=run.device) < 0.25
        kept[dropped] = torch.randint(2, depth + 1, (int(dropped.sum()),), device=run.device)
        with autocast(run.device):
            latents = model.encoder(samples)
            quantized, commitment = model.quantizer(latents, kept)
            real, imaginary = model.decoder.spectrum(quantized)
        output = model.decoder.inverse(real, imaginary)
        magnitude = spectral(output, samples)
        aligned = phase(real, imaginary, samples)
        loss = magnitude + aligned + 0.25 * commitment
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(model.parameters())
        norm = nn.utils.clip_grad_norm_(model.parameters(), 10.0)
        optimizer.step()
        used = (model.quantizer.counts > 0.1 * model.quantizer.counts.mean()).float().mean()
        run.log(spectral=magnitude, phase=aligned, commitment=commitment, norm=norm, used=used)
        if run.due():
            run.save(model=model, optimizer=optimizer)
    run.save(model=model, optimizer=optimizer)
    run.keep("final.pt", {"model": model.state_dict()})
