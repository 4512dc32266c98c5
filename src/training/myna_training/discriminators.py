"""Discriminators for the adversarial phase, light enough for two cores.

Each looks at a complex spectrogram of another resolution with convolutions over time and frequency (after the multi-resolution
discriminators of UnivNet, arXiv 2106.07889, and the complex ones of EnCodec, arXiv 2210.13438), with few channels and strides over frequency.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import weight_norm


class SpectrogramDiscriminator(nn.Module):
    """samples [B, T] -> scores [B, 1, frames, bands] and the features of every layer."""

    def __init__(self, fft: int, channels: int = 16):
        super().__init__()
        self.fft, self.hop = fft, fft // 4
        self.register_buffer("window", torch.hann_window(fft) / (fft * 3 / 8) ** 0.5, persistent=False)
        sizes = [(3, channels, (3, 5), (1, 1))] + [(channels, channels, (3, 5), (1, 2))] * 2 + [(channels, 2 * channels, (3, 5), (1, 2))]
        self.layers = nn.ModuleList(
            weight_norm(nn.Conv2d(i, o, kernel, stride, padding=(kernel[0] // 2, kernel[1] // 2))) for i, o, kernel, stride in sizes
        )
        self.score = weight_norm(nn.Conv2d(2 * channels, 1, 3, padding=1))

    def forward(self, samples: Tensor) -> tuple[Tensor, list[Tensor]]:
        spectrum = torch.stft(samples, self.fft, self.hop, window=self.window, center=False, return_complex=True)
        magnitude = torch.sqrt(spectrum.real**2 + spectrum.imag**2 + 1e-7)
        compressed = magnitude**0.3
        x = torch.stack([spectrum.real / magnitude * compressed, spectrum.imag / magnitude * compressed, compressed], dim=1)
        x = x.transpose(2, 3)
        features = []
        with torch.autocast(samples.device.type, dtype=torch.bfloat16):
            for layer in self.layers:
                x = F.leaky_relu(layer(x), 0.1)
                features.append(x)
            return self.score(x).float(), features


class Discriminators(nn.Module):
    """Hinge losses over three resolutions."""

    def __init__(self, sizes: tuple[int, ...] = (256, 512, 1024)):
        super().__init__()
        self.parts = nn.ModuleList(SpectrogramDiscriminator(size) for size in sizes)

    def loss(self, output: Tensor, target: Tensor) -> Tensor:
        """What the discriminators minimize: output, target [B, T]."""
        both = torch.cat([output, target])
        total = torch.zeros((), device=output.device)
        for part in self.parts:
            fake, real = part(both)[0].chunk(2)
            total = total + F.relu(1 + fake).mean() + F.relu(1 - real).mean()
        return total / len(self.parts)


def feature_matching(judges: Discriminators, output: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """What the decoder minimizes: its output taken for real, and relative L1 between the features of output and target."""
    deceived = torch.zeros((), device=output.device)
    matched = torch.zeros((), device=output.device)
    for part in judges.parts:
        with torch.no_grad():
            wanted = part(target)[1]
        score, features = part(output)
        deceived = deceived + F.relu(1 - score).mean()
        for a, b in zip(features, wanted):
            matched = matched + (a - b).abs().mean().float() / b.abs().mean().float().clamp(min=1e-3) / len(features)
    return deceived / len(judges.parts), matched / len(judges.parts)
