"""decoder: trains the codec's decoder further on the tokens of the fixed encoder, first on spectral losses, then against discriminators.

Crops carry context on both sides that the losses do not see, so the decoder is trained on what it meets in a long sentence.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import config as configs
from .codec import crop_weights
from .discriminators import Discriminators, feature_matching
from .files import save_checkpoint
from .losses import PhaseLoss, SpectralLoss
from .prepare import Corpus
from .run import Run, autocast
from .tokens import frame_offsets, load_codec, sums

MARGIN = 4  # codec frames of context on each side of a training crop


class Crops:
    """Random stretches of tokens and the samples they stand for."""

    def __init__(self, corpus: Corpus, tokens: np.ndarray, settings: configs.Config):
        self.corpus, self.tokens, self.settings = corpus, tokens, settings
        self.offsets = frame_offsets(corpus, settings.audio.frame)
        self.rows = [i for i, c in enumerate(corpus.clips) if c.split != "dev" and c.length > 2 * settings.audio.sample_rate]
        self.weights = crop_weights([corpus.clips[i] for i in self.rows])

    def draw(self, count: int, length: int, random: np.random.Generator) -> tuple[Tensor, Tensor]:
        """codes [B, length, D] and samples [B, length * frame]."""
        frame = self.settings.audio.frame
        codes = np.zeros((count, length, self.settings.codec.depth), np.int64)
        samples = np.zeros((count, length * frame), np.float32)
        for b, index in enumerate(random.choice(len(self.rows), count, p=self.weights)):
            row = self.rows[index]
            clip = self.corpus.clips[row]
            start = int(random.integers(0, clip.length // frame - length + 1))
            codes[b] = self.tokens[self.offsets[row] + start : self.offsets[row] + start + length]
            samples[b] = self.corpus.read(clip, start * frame, length * frame)
        return torch.from_numpy(codes), torch.from_numpy(samples)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="decoder", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--schedule-steps", type=int, default=4000)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--adversarial-from", type=int, default=10**9, help="step from which the discriminators take part")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    random = np.random.default_rng(settings.seed + run.step)
    crops = Crops(Corpus(options.data), np.load(options.codec / "tokens.npy"), settings)
    codec = load_codec(options.codec / "frozen.pt", settings, run.device)
    codebooks, decoder = codec.quantizer.codebooks, codec.decoder.train()
    judges = Discriminators().to(run.device)
    optimizer = torch.optim.AdamW(decoder.parameters(), lr=options.learning_rate, betas=(0.8, 0.99), weight_decay=1e-2)
    judges_optimizer = torch.optim.AdamW(judges.parameters(), lr=options.learning_rate, betas=(0.8, 0.99), weight_decay=1e-2)
    run.restore(decoder=decoder, optimizer=optimizer, judges=judges, judges_optimizer=judges_optimizer)
    spectral = SpectralLoss(settings.audio.sample_rate).to(run.device)
    phase = PhaseLoss(settings.audio.fft, settings.audio.hop).to(run.device)
    frame = settings.audio.frame
    inner = int(settings.codec.crop * settings.audio.frame_rate)
    parts = {"decoder": decoder, "optimizer": optimizer, "judges": judges, "judges_optimizer": judges_optimizer}

    def finish() -> None:
        run.save(**parts)
        save_checkpoint(options.run / "final.pt", {"model": codec.state_dict()})

    for step in run.steps():
        for group in [*optimizer.param_groups, *judges_optimizer.param_groups]:
            group["lr"] = options.learning_rate * run.cosine(options.schedule_steps, warmup=50, floor=0.1)
        codes, samples = (part.to(run.device) for part in crops.draw(settings.codec.batch, inner + 2 * MARGIN, random))
        with autocast(run.device):
            real, imaginary = decoder.spectrum(sums(codebooks, codes)[:, :, -1])
        output = decoder.inverse(real, imaginary)[:, MARGIN * frame : -MARGIN * frame]
        target = samples[:, MARGIN * frame : -MARGIN * frame]
        magnitude = spectral(output, target)
        log = {"spectral": magnitude}
        if step < options.adversarial_from:
            aligned = phase(real[:, 2 * MARGIN : -2 * MARGIN], imaginary[:, 2 * MARGIN : -2 * MARGIN], target)
            loss = magnitude + aligned
            log["phase"] = aligned
        else:
            judge_loss = judges.loss(output.detach(), target)
            judges_optimizer.zero_grad(set_to_none=True)
            judge_loss.backward()
            judges_optimizer.step()
            judges.requires_grad_(False)
            deceived, matched = feature_matching(judges, output, target)
            judges.requires_grad_(True)
            loss = magnitude + deceived + 2 * matched
            log.update(phase=0.0, judges=judge_loss, deceived=deceived, matched=matched)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(decoder.parameters(), 10.0)
        optimizer.step()
        run.log(**log, norm=norm)
        if run.due():
            finish()
    finish()
