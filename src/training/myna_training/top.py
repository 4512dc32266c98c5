"""top: teaches a decoder what is above the codec's band, from the clips that were recorded with it (`prepare --gathered`).

Distances of levels are least at the median, and speech is mostly quieter up there than on average: at the end all filters are raised by what the
top of the output falls behind in energy, beside the band below. Everything else of the decoder stays as it is: this is the last step, after
`decoder`. RUN/final.pt is a decoder of the configuration's output rate.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import config as configs
from .codec import Codec
from .decoder import ALONE, AVERAGE, MARGIN
from .discriminators import SpectrogramDiscriminator, hear
from .files import save_checkpoint
from .harmonic import TOP, HarmonicDecoder, load_decoder
from .pitch import correlation, track
from .prepare import WIDE_RATE, Corpus
from .run import Run, autocast, follow
from .source import lay_over, pulses
from .tokens import load_codec, sums

CONTEXT = 8  # codec frames around a crop that the encoder sees
SIZES = (384, 768, 1536)  # of the spectra that are compared, at the output rate
BALANCED = 24  # batches that the energy is measured on at the end
EDGE = 10900.0  # Hz: the recordings end a little above, and whoever heard what is beyond would tell them by that alone


class WideCrops:
    """Random stretches of clips that are there at both rates; their tokens and pitch are found on the way."""

    def __init__(self, corpus: Corpus, codec: Codec, audio: configs.Audio):
        self.corpus, self.codec, self.audio = corpus, codec, audio
        self.clips = [c for c in corpus.clips if c.wide >= 0 and c.split != "dev" and c.length > 3 * audio.sample_rate]
        self.weights = np.array([c.length for c in self.clips], np.float64)
        self.weights /= self.weights.sum()

    @torch.no_grad()
    def draw(self, count: int, length: int, random: np.random.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """latents [B, length, d], samples at the output rate [B, T], pitch in Hz with its gaps bridged and voicing [B, 2 * length]."""
        frame, whole = self.audio.frame, length + 2 * CONTEXT
        wide_frame = frame * WIDE_RATE // self.audio.sample_rate
        narrow, wide = np.zeros((count, whole * frame), np.float32), np.zeros((count, whole * wide_frame), np.float32)
        for b, index in enumerate(random.choice(len(self.clips), count, p=self.weights)):
            clip = self.clips[index]
            start = int(random.integers(0, clip.length // frame - whole))
            narrow[b] = self.corpus.read(clip, start * frame, whole * frame)
            wide[b] = self.corpus.read_wide(clip, start * wide_frame, whole * wide_frame)
        samples = torch.from_numpy(narrow)
        codes = self.codec.quantizer.encode(self.codec.encoder(samples))[:, CONTEXT:-CONTEXT]
        pitch = track(correlation(samples, self.audio.sample_rate, self.audio.hop))[:, 2 * CONTEXT : -2 * CONTEXT].numpy()
        voiced = pitch > 0
        for b in range(count):
            marks = np.flatnonzero(voiced[b])
            pitch[b] = np.interp(np.arange(2 * length), marks, pitch[b, marks]) if len(marks) else 150.0
        latents = sums(self.codec.quantizer.codebooks, codes)[:, :, -1]
        inside = slice(CONTEXT * wide_frame, -CONTEXT * wide_frame)
        return latents, torch.from_numpy(wide[:, inside].copy()), torch.from_numpy(pitch), torch.from_numpy(voiced)


def band(size: int, rate: int) -> tuple[int, int]:
    """First bin of `TOP` and the one that EDGE is in, of spectra of `size` samples."""
    return TOP[0] * size // 768, int(EDGE * size / rate)


class BandLoss(nn.Module):
    """L1 between log magnitudes from the first bin of `TOP` to EDGE, at several resolutions."""

    def __init__(self, rate: int):
        super().__init__()
        self.rate = rate
        for size in SIZES:
            self.register_buffer(f"window{size}", torch.hann_window(size), persistent=False)

    def forward(self, output: Tensor, target: Tensor) -> Tensor:
        total = torch.zeros(())
        for size in SIZES:
            levels = [self._levels(samples, size) for samples in (output, target)]
            total = total + (levels[0] - levels[1]).abs().mean() / len(SIZES)
        return total

    def _levels(self, samples: Tensor, size: int) -> Tensor:
        spectrum = torch.stft(samples, size, size // 4, window=getattr(self, f"window{size}"), center=False, return_complex=True)
        heard = spectrum[:, slice(*band(size, self.rate))]
        return 0.5 * torch.log(heard.real**2 + heard.imag**2 + 1e-8)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="top", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare --gathered")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with frozen.pt")
    parser.add_argument("--decoder", type=Path, required=True, help="run folder of the decoder at the codec's rate, or an earlier RUN")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    run = Run(options.run, settings, options.minutes)
    random = run.random()
    crops = WideCrops(Corpus(options.data), load_codec(options.codec / "frozen.pt", settings, run.device), settings.audio)
    print(f"{len(crops.clips)} clips", flush=True)
    decoder = load_decoder(options.decoder / "final.pt", settings).train().requires_grad_(False)
    decoder.top.requires_grad_(True)
    average = copy.deepcopy(decoder.top)
    judges = nn.ModuleList(SpectrogramDiscriminator(size, 32, *band(size, settings.audio.output_rate)) for size in SIZES)
    optimizer = torch.optim.AdamW(decoder.top.parameters(), lr=options.learning_rate, betas=(0.8, 0.99), weight_decay=1e-2)
    court = torch.optim.AdamW(judges.parameters(), lr=1e-3, betas=(0.8, 0.99), weight_decay=1e-2)
    parts = {"top": decoder.top, "average": average, "optimizer": optimizer, "judges": judges, "court": court}
    run.restore(**parts)
    compare, rate = BandLoss(WIDE_RATE), settings.audio.output_rate

    def finish() -> None:
        run.save(**parts)
        learned = {f"top.{name}": value for name, value in average.state_dict().items()}
        save_checkpoint(options.run / "final.pt", {"decoder": decoder.state_dict() | learned})

    for step in run.steps():
        pace = run.leg(floor=0.05)
        for group in (*optimizer.param_groups, *court.param_groups):
            group["lr"] = 1e-3 * pace if group in court.param_groups else options.learning_rate * pace
        output, target = render(decoder, crops, options.batch, random, rate)
        heard = output.detach().requires_grad_()
        verdict = hear([judges[random.integers(len(judges))]], heard, target)
        court.zero_grad(set_to_none=True)
        verdict.told.backward(retain_graph=True, inputs=list(judges.parameters()))
        answer = torch.autograd.grad(0.5 * verdict.deceived + verdict.matched, heard)[0]
        court.step()
        loss = compare(output, target)
        if step >= ALONE:
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward([loss, output], [None, answer])
            optimizer.step()
            follow(average, decoder.top, min(AVERAGE, (step + 1) / (step + 10)))
        run.log(levels=loss, told=verdict.told, deceived=verdict.deceived, matched=verdict.matched)
        if run.due():
            finish()
    finish()
    with torch.no_grad():
        decoder.top.load_state_dict(average.state_dict())
        missing = behind(decoder, crops, random, rate)
        bias = decoder.top.head.bias.view(4, -1)
        bias[0] += missing
        bias[3] += missing
    print(f"raised by {8.686 * missing:.1f} dB", flush=True)
    save_checkpoint(options.run / "final.pt", {"decoder": decoder.state_dict()})


def behind(decoder: HarmonicDecoder, crops: WideCrops, random: np.random.Generator, rate: int) -> float:
    """By how much, in nepers, the output has less energy from 8 to 10.9 kHz than the recordings, beside that from 1 to 7 kHz."""
    total = np.zeros((2, 2))
    for _ in range(BALANCED):
        for row, samples in enumerate(render(decoder, crops, 8, random, rate)):
            spectrum = torch.stft(samples, 768, 384, window=torch.hann_window(768), center=False, return_complex=True)
            power = spectrum.real**2 + spectrum.imag**2
            total[row] += [float(power[:, 32:224].sum()), float(power[:, 256 : int(EDGE * 768 / rate)].sum())]
    ratio = total[:, 1] / total[:, 0]
    return 0.5 * float(np.log(ratio[1] / ratio[0]))


def render(decoder: HarmonicDecoder, crops: WideCrops, count: int, random: np.random.Generator, rate: int) -> tuple[Tensor, Tensor]:
    """Output and target of `count` crops, [B, T] each; only the top of the output has a gradient."""
    latents, samples, pitch, voiced = crops.draw(count, 14 + 2 * MARGIN, random)
    turns, every, _ = lay_over(samples, pitch, voiced, rate, decoder.hop, window=2 * decoder.fft)
    source = pulses(turns, every, rate)
    with autocast(torch.device("cpu")):
        with torch.no_grad():
            _, filters, features = decoder.features(latents)
        _, spectrum = decoder.spectra(filters, features, source, torch.randn_like(source))
    side = MARGIN * 2 * decoder.hop
    return decoder.render(*spectrum)[:, side:-side], samples[:, side:-side]
