"""The decoder of a pack: a pulse train at the predicted pitch and noise, each shaped by a predicted filter, in front of an inverse STFT.

In the line of NSF (arXiv 1810.11946), DDSP (arXiv 2001.04643) and HiFTNet (arXiv 2309.09493): the source carries what changes from pitch
period to pitch period, so the network only predicts what changes slowly, and harmonics stay sharp up to the top of the band.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .layers import ConvNext, Norm, Stem
from .signal import FourierBasis, InverseStft
from .source import advance, borders, pulses, starts

FFT, HOP = 512, 128
BINS = FFT // 2 + 1
LOWEST, HIGHEST = 55.0, 520.0  # Hz
BEFORE_PITCH = 3  # blocks of the trunk that the pitch is read from


class HarmonicDecoder(nn.Module):
    """latents [B, L, d], noise [B, L * frame] (standard normal), turn [B], anchor int64 [1] -> samples [B, L * frame], turns [B, 2 L].

    `turns` is the phase of the pulse train (0 to 1) at the start of every hop, and that of hop `anchor` is `turn`: a long sentence can be
    decoded in overlapping pieces, each anchored where the piece before it is no longer touched by its border.
    """

    def __init__(self, audio: configs.Audio, codec: configs.Codec):
        super().__init__()
        width = codec.decoder_width
        self.rate, self.hop = audio.sample_rate, audio.hop
        self.stem = Stem(codec.latent, width, 3)
        self.unfold = nn.Linear(width, 2 * width)
        self.blocks = nn.ModuleList(ConvNext(width) for _ in range(codec.decoder_blocks))
        self.norm = Norm(width)
        self.pitch = nn.Sequential(Norm(width), nn.Linear(width, 128), nn.GELU(), nn.Linear(128, 1))
        self.filters = nn.Linear(width, self.hop // HOP * 4 * BINS)
        with torch.no_grad():
            self.filters.weight.mul_(0.3)
            self.filters.bias.zero_().view(-1, 4, BINS)[:, 1] = 1.0
            self.filters.bias.view(-1, 4, BINS)[:, 3] = -2.0
        self.inverse = InverseStft(FFT, HOP)
        self.basis = FourierBasis(FFT)
        window = torch.hann_window(FFT)
        self.register_buffer("window", window / torch.sqrt((window**2).sum()), persistent=False)
        self.exporting = False

    def features(self, latents: Tensor) -> tuple[Tensor, Tensor]:
        """Pitch in Hz per hop [B, 2 L]; filters [B, 4 L, 4, BINS]: log magnitude, cosine, sine of the pulses' and log magnitude of the noise's."""
        x = self.unfold(self.stem(latents))
        x = x.reshape(x.shape[0], 2 * x.shape[1], -1)
        for block in self.blocks[:BEFORE_PITCH]:
            x = block(x)
        hertz = torch.clamp(160 * torch.exp(0.5 * self.pitch(x).float()[:, :, 0]), LOWEST, HIGHEST)
        for block in self.blocks[BEFORE_PITCH:]:
            x = block(x)
        y = self.filters(self.norm(x)).float()
        return hertz, y.reshape(y.shape[0], -1, 4, BINS)

    def spectrum(self, samples: Tensor) -> tuple[Tensor, Tensor]:
        """Real and imaginary part [B, T // HOP, BINS], frame t centred on sample (t + 0.5) * HOP, with a window of unit energy."""
        side = (FFT - HOP) // 2
        padded = F.pad(samples, (side, side))
        if not self.exporting:
            parts = torch.stft(padded, FFT, HOP, window=self.window, center=False, return_complex=True).transpose(1, 2)
            return parts.real, parts.imag
        cosine, sine = self.basis()
        kernels = (torch.cat([cosine, -sine]) * self.window)[:, None]
        both = F.conv1d(padded[:, None], kernels, stride=HOP)
        return both[:, :BINS].transpose(1, 2), both[:, BINS:].transpose(1, 2)

    def shape(self, filters: Tensor, source: Tensor, noise: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Spectra of the shaped pulses and of the shaped noise, [B, F, BINS] each: real, imaginary, real, imaginary."""
        level, cosine, sine, hiss = filters.unbind(2)
        gain = torch.exp(torch.clamp(level - 3, max=5)) / torch.sqrt(cosine**2 + sine**2 + 1e-6)
        real, imaginary = self.spectrum(source)
        noise_real, noise_imaginary = self.spectrum(noise)
        cosine, sine, hiss = gain * cosine, gain * sine, torch.exp(torch.clamp(hiss - 3, max=5))
        return real * cosine - imaginary * sine, real * sine + imaginary * cosine, noise_real * hiss, noise_imaginary * hiss

    def render(self, real: Tensor, imaginary: Tensor) -> Tensor:
        """Spectrum [B, F, BINS] in the scale of `spectrum` -> samples [B, F * HOP]."""
        scale = math.sqrt(FFT * 3 / 8)
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
        hertz, filters = self.features(latents)
        source, turns = self.source(hertz, turn, anchor)
        real, imaginary, noise_real, noise_imaginary = self.shape(filters, source, noise)
        return self.render(real + noise_real, imaginary + noise_imaginary), turns

    def speak(self, latents: Tensor) -> Tensor:
        """latents [B, L, d] -> samples [B, L * frame], with noise from PyTorch's generator."""
        batch, frames = latents.shape[:2]
        noise = torch.randn(batch, 2 * frames * self.hop, device=latents.device)
        return self(latents, noise, torch.zeros(batch, device=latents.device), torch.zeros(1, dtype=torch.int64, device=latents.device))[0]


def load_decoder(path: Path, settings: configs.Config) -> HarmonicDecoder:
    """The decoder of a checkpoint, on the CPU, ready for inference."""
    decoder = HarmonicDecoder(settings.audio, settings.codec)
    decoder.load_state_dict(torch.load(path, map_location="cpu")["decoder"])
    return decoder.eval()
