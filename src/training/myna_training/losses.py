"""Spectral losses of the codec."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .signal import LogMel


class SpectralLoss(nn.Module):
    """L1 between log magnitudes and between magnitudes at several resolutions, and between log-mel spectrograms."""

    def __init__(self, rate: int, sizes: tuple[int, ...] = (256, 512, 2048), mels: int = 80):
        super().__init__()
        self.sizes = sizes
        for size in sizes:
            self.register_buffer(f"window{size}", torch.hann_window(size), persistent=False)
        self.mel = LogMel(rate, 1024, 256, mels)

    def _magnitude(self, samples: Tensor, size: int) -> Tensor:
        spectrum = torch.stft(samples, size, size // 4, window=getattr(self, f"window{size}"), center=False, return_complex=True)
        return torch.sqrt(spectrum.real**2 + spectrum.imag**2 + 1e-7)

    def forward(self, output: Tensor, target: Tensor) -> Tensor:
        """output, target [B, T] -> scalar."""
        total = 2.0 * F.l1_loss(self.mel(output), self.mel(target))
        for size in self.sizes:
            a, b = self._magnitude(output, size), self._magnitude(target, size)
            total = total + F.l1_loss(torch.log(a), torch.log(b)) / len(self.sizes)
            total = total + 2.0 * (a - b).abs().sum() / b.sum().clamp(min=1.0) / len(self.sizes)
        return total


def anti_wrap(x: Tensor) -> Tensor:
    """Distance of a phase difference from the nearest multiple of 2 pi (APNet2, arXiv 2311.11545)."""
    return (x - 2 * math.pi * torch.round(x / (2 * math.pi))).abs()


class PhaseLoss(nn.Module):
    """Real and imaginary parts, and anti-wrapped instantaneous phase, group delay and phase time difference, weighted by magnitude.

    Weighting by the target's magnitude (compressed by a power of 0.3) keeps the phase of near-silent bins, which nothing determines, out of
    the loss.
    """

    def __init__(self, fft: int, hop: int):
        super().__init__()
        self.fft, self.hop = fft, hop
        self.register_buffer("window", torch.hann_window(fft), persistent=False)

    def forward(self, real: Tensor, imaginary: Tensor, target: Tensor) -> Tensor:
        """real, imaginary [B, F, bins] predicted; target samples [B, F * hop] -> scalar."""
        side = (self.fft - self.hop) // 2
        padded = F.pad(target[:, None], (side, side), mode="reflect")[:, 0]
        wanted = torch.stft(padded, self.fft, self.hop, window=self.window, center=False, return_complex=True).transpose(1, 2)
        magnitude = torch.sqrt(wanted.real**2 + wanted.imag**2 + 1e-9)
        parts = ((real - wanted.real).abs() + (imaginary - wanted.imag).abs()).sum() / magnitude.sum().clamp(min=1.0)
        weight = magnitude**0.3
        weight = weight / weight.mean()
        difference = torch.atan2(imaginary, real) - torch.atan2(wanted.imag, wanted.real)
        angle = (anti_wrap(difference) * weight).mean()
        delay = (anti_wrap(torch.diff(difference, dim=2)) * weight[:, :, 1:]).mean()
        advance = (anti_wrap(torch.diff(difference, dim=1)) * weight[:, 1:]).mean()
        return 0.5 * parts + 0.25 * (angle + delay + advance)
