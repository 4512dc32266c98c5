"""The decoder of a pack: a pulse train at the predicted pitch and noise, each shaped by a predicted filter, then refined bin by bin, in front of
an inverse STFT.

In the line of NSF (arXiv 1810.11946), DDSP (arXiv 2001.04643) and HiFTNet (arXiv 2309.09493): the source carries what changes from pitch
period to pitch period, so the network only predicts what changes slowly, and harmonics stay sharp up to the top of the band. What filters
cannot say (breath that comes in bursts, a voice that is not quite periodic) the refiner adds; it learns against discriminators.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .layers import ConvNext, Norm, Stem
from .signal import FourierBasis, InverseStft
from .source import advance, borders, pulses, starts

FFT, HOP = 512, 128  # samples at the codec's rate
BINS = FFT // 2 + 1  # of the codec's band
LOWEST, HIGHEST = 55.0, 520.0  # Hz
BEFORE_PITCH = 3  # blocks of the trunk that the pitch is read from
TOP = (240, 344)  # bins (7.5 to 10.75 kHz) that a decoder with a higher output rate has its own filters for; what is above fades after them
FADE = 2.3  # of the log magnitude, at the highest bin
ROOT = 0.7  # spectra are looked at, and added to, in units of magnitude^ROOT


def described(real: Tensor, imaginary: Tensor) -> tuple[Tensor, Tensor]:
    """What the refiner sees of a spectrum [B, F, bins]: its parts with their range compressed and the level, [B, F, 3 bins], and
    magnitude^ROOT [B, F, bins]."""
    level = 0.5 * torch.log(real**2 + imaginary**2 + 1e-8)
    scale = torch.exp(-ROOT * level)
    return torch.cat([real * scale, imaginary * scale, (level + 4) / 3], dim=-1), torch.exp(ROOT * level)


class Refiner(nn.Module):
    """Spectra of the shaped pulses and of everything, features of the trunk -> gain, rotation and addition of every bin; at first none."""

    def __init__(self, trunk: int, width: int, blocks: int):
        super().__init__()
        self.spectra = nn.Linear(6 * BINS, width)
        self.unfold = nn.Linear(trunk, 2 * width)
        self.blocks = nn.Sequential(*[ConvNext(width) for _ in range(blocks)])
        self.norm = Norm(width)
        self.head = nn.Linear(width, 4 * BINS)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, features: Tensor, pulses: tuple[Tensor, Tensor], real: Tensor, imaginary: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """features [B, 2 L, trunk]; spectra [B, 4 L, BINS] -> the refined spectrum's parts, and what it was refined by [B, 4 L, width]."""
        whole, root = described(real, imaginary)
        seen = torch.cat([whole, described(*pulses)[0]], dim=-1)
        y = self.spectra(seen) + self.unfold(features).reshape(seen.shape[0], seen.shape[1], -1)
        y = self.norm(self.blocks(y))
        gain, angle, added_real, added_imaginary = self.head(y).float().split(BINS, dim=-1)
        gain = torch.exp(torch.clamp(gain, max=3))
        cosine, sine = gain * torch.cos(angle), gain * torch.sin(angle)
        return real * cosine - imaginary * sine + root * added_real, real * sine + imaginary * cosine + root * added_imaginary, y


class Top(nn.Module):
    """Filters of the bins above the codec's band, from what the refiner saw: [B, F, width] -> log magnitude, cosine, sine of the pulses' and log
    magnitude of the noise's, [B, F, bins - TOP[0]] each.

    The recordings that teach it end at 11 kHz, and a bin that no loss holds runs away: beyond TOP, the filters are those below it mirrored, and
    fade.
    """

    def __init__(self, width: int, bins: int):
        super().__init__()
        learned, beyond = TOP[1] - TOP[0], bins - TOP[1]
        self.block = ConvNext(width)
        self.norm = Norm(width)
        self.head = nn.Linear(width, 4 * learned)
        with torch.no_grad():
            self.head.weight.mul_(0.3)
            bias = self.head.bias.zero_().view(4, learned)
            bias[1], bias[3] = 1.0, -2.0
        self.beyond = beyond
        self.register_buffer("fade", torch.cat([torch.zeros(learned), torch.linspace(0, FADE, beyond)]), persistent=False)

    def forward(self, seen: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        parts = self.head(self.norm(self.block(seen))).float().chunk(4, dim=-1)
        level, cosine, sine, hiss = (torch.cat([part, part[..., -self.beyond :].flip(-1)], dim=-1) for part in parts)
        return level - self.fade, cosine, sine, hiss - self.fade


class HarmonicDecoder(nn.Module):
    """latents [B, L, d], noise [B, T] (standard normal), turn [B], anchor int64 [1] -> samples [B, T], turns [B, 2 L]; T is L frames at the
    output rate.

    `turns` is the phase of the pulse train (0 to 1) at the start of every hop, and that of hop `anchor` is `turn`: a long sentence can be
    decoded in overlapping pieces, each anchored where the piece before it is no longer touched by its border.

    Spectra have the same bins at both rates, so what is above the codec's band is only a matter of further bins.
    """

    def __init__(self, audio: configs.Audio, codec: configs.Codec):
        super().__init__()
        width = codec.decoder_width
        self.rate = audio.output_rate
        self.hop, self.fft, self.step = (n * audio.output_rate // audio.sample_rate for n in (audio.hop, FFT, HOP))
        self.bins = self.fft // 2 + 1
        self.steps = audio.hop // HOP  # spectra in a hop
        self.stem = Stem(codec.latent, width, 3)
        self.unfold = nn.Linear(width, 2 * width)
        self.blocks = nn.ModuleList(ConvNext(width) for _ in range(codec.decoder_blocks))
        self.norm = Norm(width)
        self.pitch = nn.Sequential(Norm(width), nn.Linear(width, 128), nn.GELU(), nn.Linear(128, 1))
        self.filters = nn.Linear(width, self.steps * 4 * BINS)
        with torch.no_grad():
            self.filters.weight.mul_(0.3)
            self.filters.bias.zero_().view(-1, 4, BINS)[:, 1] = 1.0
            self.filters.bias.view(-1, 4, BINS)[:, 3] = -2.0
        self.refiner = Refiner(width, codec.refiner_width, codec.refiner_blocks)
        if self.bins > BINS:
            self.top = Top(codec.refiner_width, self.bins)
        self.inverse = InverseStft(self.fft, self.step)
        self.basis = FourierBasis(self.fft)
        window = torch.hann_window(self.fft)
        self.register_buffer("window", window / torch.sqrt((window**2).sum()), persistent=False)
        self.exporting = False

    def features(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pitch in Hz per hop [B, 2 L]; filters [B, 4 L, 4, BINS]: log magnitude, cosine, sine of the pulses' and log magnitude of the noise's;
        the features that they come from [B, 2 L, width]."""
        x = self.unfold(self.stem(latents))
        x = x.reshape(x.shape[0], 2 * x.shape[1], -1)
        for block in self.blocks[:BEFORE_PITCH]:
            x = block(x)
        hertz = torch.clamp(160 * torch.exp(0.5 * self.pitch(x).float()[:, :, 0]), LOWEST, HIGHEST)
        for block in self.blocks[BEFORE_PITCH:]:
            x = block(x)
        x = self.norm(x)
        y = self.filters(x).float()
        return hertz, y.reshape(y.shape[0], -1, 4, BINS), x

    def spectrum(self, samples: Tensor) -> tuple[Tensor, Tensor]:
        """Real and imaginary part [B, T // step, bins], frame t centred on sample (t + 0.5) * step, with a window of unit energy."""
        side = (self.fft - self.step) // 2
        padded = F.pad(samples, (side, side))
        if not self.exporting:
            parts = torch.stft(padded, self.fft, self.step, window=self.window, center=False, return_complex=True).transpose(1, 2)
            return parts.real, parts.imag
        hops = padded.reshape(padded.shape[0], -1, self.step)
        parts = self.fft // self.step
        frames = torch.cat([hops[:, part : hops.shape[1] - parts + 1 + part] for part in range(parts)], dim=-1)
        return self.basis.transform(frames * self.window)

    def spectra(self, filters: Tensor, features: Tensor, source: Tensor, noise: Tensor) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
        """Spectra of the shaped pulses [B, F, BINS] and of the voice [B, F, bins]: real and imaginary part each."""
        pulses, hiss = self.spectrum(source), self.spectrum(noise)
        voiced, breathed = shaped(filters.unbind(2), [part[..., :BINS] for part in pulses], [part[..., :BINS] for part in hiss])
        real, imaginary, seen = self.refiner(features, voiced, voiced[0] + breathed[0], voiced[1] + breathed[1])
        if self.bins > BINS:
            first = TOP[0]
            high, air = shaped(self.top(seen), [part[..., first:] for part in pulses], [part[..., first:] for part in hiss])
            real, imaginary = (torch.cat([low[..., :first], a + b], -1) for low, a, b in zip((real, imaginary), high, air))
        return voiced, (real, imaginary)

    def render(self, real: Tensor, imaginary: Tensor) -> Tensor:
        """Spectrum [B, F, bins] of pulses and noise of unit power -> samples [B, F * step]; they have the less in each bin the more bins there
        are, and what the codec's band gets must not hang on that."""
        scale = math.sqrt(self.fft * 3 / 8 * self.step / HOP)
        return self.inverse(real * scale, imaginary * scale)

    def source(self, hertz: Tensor, turn: Tensor, anchor: Tensor) -> tuple[Tensor, Tensor]:
        """Pulse train [B, H * hop] of a pitch curve [B, H], and the turn at the start of every hop [B, H]."""
        edges = borders(hertz)
        steps, inside = advance(edges, self.rate, self.hop)
        begin = starts(steps, turn, anchor)
        time = (torch.arange(self.hop, device=hertz.device) + 0.5) / self.hop
        every = edges[:, :-1, None] * (1 - time) + edges[:, 1:, None] * time
        turns = begin[:, :, None] + inside
        shape = (hertz.shape[0], -1)
        return pulses(turns.reshape(shape), every.reshape(shape), self.rate), begin

    def forward(self, latents: Tensor, noise: Tensor, turn: Tensor, anchor: Tensor) -> tuple[Tensor, Tensor]:
        hertz, filters, features = self.features(latents)
        source, turns = self.source(hertz, turn, anchor)
        _, spectrum = self.spectra(filters, features, source, noise)
        return self.render(*spectrum), turns

    def speak(self, latents: Tensor) -> Tensor:
        """latents [B, L, d] -> samples [B, L * frame], with noise from PyTorch's generator."""
        batch, frames = latents.shape[:2]
        noise = torch.randn(batch, 2 * frames * self.hop, device=latents.device)
        return self(latents, noise, torch.zeros(batch, device=latents.device), torch.zeros(1, dtype=torch.int64, device=latents.device))[0]


def shaped(filters: Iterable[Tensor], pulses: Iterable[Tensor], noise: Iterable[Tensor]) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    """Spectra of pulses and of noise behind their filters (log magnitude, cosine, sine; log magnitude)."""
    level, cosine, sine, hiss = filters
    gain = torch.exp(torch.clamp(level - 3, max=5)) / torch.sqrt(cosine**2 + sine**2 + 1e-6)
    cosine, sine, hiss = gain * cosine, gain * sine, torch.exp(torch.clamp(hiss - 3, max=5))
    (real, imaginary), (noise_real, noise_imaginary) = pulses, noise
    return (real * cosine - imaginary * sine, real * sine + imaginary * cosine), (noise_real * hiss, noise_imaginary * hiss)


def load_decoder(path: Path, settings: configs.Config) -> HarmonicDecoder:
    """The decoder of a checkpoint, on the CPU, ready for inference; the top of the band is new where the checkpoint is of a lower output rate."""
    decoder = HarmonicDecoder(settings.audio, settings.codec)
    state = torch.load(path, map_location="cpu")["decoder"]
    if not any(name.startswith("top.") for name in state):
        state |= {name: value for name, value in decoder.state_dict().items() if name.startswith("top.")}
    decoder.load_state_dict(state)
    return decoder.eval()
