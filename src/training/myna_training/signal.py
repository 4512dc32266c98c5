"""Signal processing as modules that train in PyTorch and export to ONNX as plain matrix products."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def mel_filters(rate: int, fft: int, mels: int) -> Tensor:
    """Triangular filters, equally spaced on the mel scale 2595 log10(1 + f / 700) from 0 Hz to rate / 2; [fft // 2 + 1, mels]."""
    top = 2595 * math.log10(1 + rate / 2 / 700)
    edges = 700 * (10 ** (torch.linspace(0, top, mels + 2, dtype=torch.float64) / 2595) - 1)
    bins = torch.arange(fft // 2 + 1, dtype=torch.float64) * rate / fft
    rising = (bins[:, None] - edges[None, :-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[None, 2:] - bins[:, None]) / (edges[2:] - edges[1:-1])
    return torch.clamp(torch.minimum(rising, falling), min=0).float()


class FourierBasis(nn.Module):
    """Cosine and sine of 2 pi k n / fft, [fft // 2 + 1, fft] each.

    Looked up in a table of one period, so an exported graph holds fft numbers instead of fft * (fft + 2), in full precision.
    """

    def __init__(self, fft: int):
        super().__init__()
        self.fft = fft
        angle = 2 * math.pi * torch.arange(fft, dtype=torch.float64) / fft
        self.register_buffer("cosine", torch.cos(angle).float(), persistent=False)
        self.register_buffer("sine", torch.sin(angle).float(), persistent=False)
        self.register_buffer("bins", torch.arange(fft // 2 + 1)[:, None], persistent=False)
        self.register_buffer("samples", torch.arange(fft), persistent=False)

    def forward(self) -> tuple[Tensor, Tensor]:
        index = torch.remainder(self.bins * self.samples, self.fft)
        return self.cosine[index], self.sine[index]

    def transform(self, frames: Tensor) -> tuple[Tensor, Tensor]:
        """Real and imaginary part [B, F, fft // 2 + 1] of the spectra of frames [B, F, fft], by products of half the size.

        Bins of even number say the same of both halves of a frame, odd ones the opposite (decimation in frequency).
        """
        half = self.fft // 2
        first, second = frames[..., :half], frames[..., half:]
        (cosine, sine), both = self(), [first + second, first - second]
        real, imaginary = ([part @ basis[odd::2, :half].T for odd, part in enumerate(both)] for basis in (cosine, -sine))
        return interleaved(*real), interleaved(*imaginary)

    def invert(self, real: Tensor, imaginary: Tensor) -> Tensor:
        """Frames [B, F, fft] of sums over the bins [B, F, fft // 2 + 1], each counted once: the other way round."""
        half = self.fft // 2
        cosine, sine = (basis[:, :half] for basis in self())
        even, odd = (real[..., n::2] @ cosine[n::2] - imaginary[..., n::2] @ sine[n::2] for n in range(2))
        return torch.cat([even + odd, even - odd], dim=-1)


def interleaved(even: Tensor, odd: Tensor) -> Tensor:
    """[..., n + 1] and [..., n] -> [..., 2 n + 1]."""
    return torch.stack([even, F.pad(odd, (0, 1))], dim=-1).flatten(-2)[..., :-1]


class LogMel(nn.Module):
    """Log-mel spectrogram: samples [B, T] -> [B, T // hop, mels], natural logarithm of magnitudes clamped at 1e-5.

    Frame t is centred on sample (t + 0.5) * hop, so T // hop frames tile the clip. With `exporting` set the transform is a strided
    convolution with the windowed Fourier basis, which ONNX has.
    """

    def __init__(self, rate: int, fft: int, hop: int, mels: int):
        super().__init__()
        self.fft, self.hop = fft, hop
        self.basis = FourierBasis(fft)
        self.register_buffer("window", torch.hann_window(fft), persistent=False)
        self.register_buffer("filters", mel_filters(rate, fft, mels), persistent=False)
        self.exporting = False

    def _spectrum(self, padded: Tensor) -> tuple[Tensor, Tensor]:
        if not self.exporting:
            spectrum = torch.stft(padded, self.fft, self.hop, window=self.window, center=False, return_complex=True)
            return spectrum.real, spectrum.imag
        cosine, sine = self.basis()
        kernels = (torch.cat([cosine, -sine]) * self.window)[:, None]
        parts = F.conv1d(padded[:, None], kernels, stride=self.hop)
        return parts[:, : self.fft // 2 + 1], parts[:, self.fft // 2 + 1 :]

    def forward(self, samples: Tensor) -> Tensor:
        side = (self.fft - self.hop) // 2
        real, imaginary = self._spectrum(F.pad(samples[:, None], (side, side), mode="reflect")[:, 0])
        magnitude = torch.sqrt(real**2 + imaginary**2 + 1e-12)
        return torch.log(torch.clamp(magnitude.transpose(1, 2) @ self.filters, min=1e-5))


class InverseStft(nn.Module):
    """Inverse short-time Fourier transform with overlap-add and window normalization.

    real, imaginary [B, F, fft // 2 + 1] -> samples [B, F * hop]; frame t is centred on sample (t + 0.5) * hop. fft must be a multiple of
    2 * hop. The normalization by the sum of squared windows is exact inside and mends the borders.
    """

    def __init__(self, fft: int, hop: int):
        super().__init__()
        self.fft, self.hop = fft, hop
        self.basis = FourierBasis(fft)
        self.register_buffer("window", torch.hann_window(fft), persistent=False)
        weight = torch.full((fft // 2 + 1,), 2.0)
        weight[0] = weight[-1] = 1.0
        self.register_buffer("weight", weight / fft, persistent=False)
        self.exporting = False

    def _frames(self, real: Tensor, imaginary: Tensor) -> Tensor:
        if not self.exporting:
            return torch.fft.irfft(torch.complex(real, imaginary), n=self.fft, dim=-1)
        return self.basis.invert(real * self.weight, imaginary * self.weight)

    def _overlap_add(self, frames: Tensor) -> Tensor:
        parts = self.fft // self.hop
        batch, count = frames.shape[:2]
        pieces = frames.reshape(batch, count, parts, self.hop)
        total = sum(F.pad(pieces[:, :, p], (0, 0, p, parts - 1 - p)) for p in range(parts))
        return total.reshape(batch, -1)

    def forward(self, real: Tensor, imaginary: Tensor) -> Tensor:
        frames = self._frames(real, imaginary) * self.window
        weight = self._overlap_add((self.window**2).expand(1, real.shape[1], self.fft))
        side = (self.fft - self.hop) // 2
        return (self._overlap_add(frames) / torch.clamp(weight, min=1e-3))[:, side : side + real.shape[1] * self.hop]
