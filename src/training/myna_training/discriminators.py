"""Discriminators for the adversarial phase, light enough for two cores.

One kind looks at complex spectrograms of several resolutions with convolutions over time and frequency (after the multi-resolution
discriminators of UnivNet, arXiv 2106.07889, and the complex ones of EnCodec, arXiv 2210.13438), the other at the waveform folded at several
periods (HiFi-GAN, arXiv 2010.05646). The second kind costs a third of the first and learns to tell within a hundred steps.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

SLOPE = 0.1  # of the leaky rectifiers


def lively(inputs: int, outputs: int, kernel: tuple[int, int], stride: tuple[int, int]) -> nn.Conv2d:
    """A convolution that keeps the size of its input: with PyTorch's smaller start the judges needed three times as many steps."""
    layer = nn.Conv2d(inputs, outputs, kernel, stride, padding=(kernel[0] // 2, kernel[1] // 2))
    nn.init.kaiming_normal_(layer.weight, a=SLOPE)
    nn.init.zeros_(layer.bias)
    return layer


class Judge(nn.Module):
    """[B, channels, height, width] -> scores and the features of every layer, in bfloat16 matrix products and, because oneDNN is a third faster
    with it, channels last."""

    def __init__(self, layers: list[nn.Conv2d], score: nn.Conv2d):
        super().__init__()
        self.layers, self.score = nn.ModuleList(layers), score
        self.to(memory_format=torch.channels_last)

    def judge(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        features = []
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(x.device.type, dtype=torch.bfloat16):
            for layer in self.layers:
                x = F.leaky_relu(layer(x), SLOPE)
                features.append(x)
            return self.score(x).float(), features


class SpectrogramDiscriminator(Judge):
    """samples [B, T] -> scores [B, 1, frames, bands] and the features of every layer; hears the bins from `first` to
    before `last`."""

    def __init__(self, fft: int, channels: int = 32, first: int = 0, last: int | None = None):
        sizes = [(3, channels, (1, 1))] + [(channels, channels, (1, 2))] * 2 + [(channels, 2 * channels, (1, 2))]
        layers = [lively(inputs, outputs, (3, 5), stride) for inputs, outputs, stride in sizes]
        super().__init__(layers, nn.Conv2d(2 * channels, 1, 3, padding=1))
        self.fft, self.hop, self.heard = fft, fft // 4, slice(first, last)
        self.register_buffer("window", torch.hann_window(fft) / (fft * 3 / 8) ** 0.5, persistent=False)

    def forward(self, samples: Tensor) -> tuple[Tensor, list[Tensor]]:
        spectrum = torch.stft(samples, self.fft, self.hop, window=self.window, center=False, return_complex=True)[:, self.heard]
        magnitude = torch.sqrt(spectrum.real**2 + spectrum.imag**2 + 1e-7)
        scale = magnitude**-0.7
        level = 0.5 + torch.log(magnitude) / 3
        return self.judge(torch.stack([spectrum.real * scale, spectrum.imag * scale, level], dim=1).transpose(2, 3))


class PeriodDiscriminator(Judge):
    """samples [B, T] -> scores [B, 1, rows, period] and the features of every layer."""

    def __init__(self, period: int, channels: int = 48):
        sizes = [(1, channels), (channels, 2 * channels), (2 * channels, 4 * channels), (4 * channels, 4 * channels)]
        layers = [lively(inputs, outputs, (5, 1), (3, 1)) for inputs, outputs in sizes]
        super().__init__(layers, nn.Conv2d(4 * channels, 1, (3, 1), padding=(1, 0)))
        self.period = period

    def forward(self, samples: Tensor) -> tuple[Tensor, list[Tensor]]:
        whole = F.pad(samples, (0, -samples.shape[1] % self.period))
        return self.judge(8 * whole.reshape(len(samples), 1, -1, self.period))


class Discriminators(nn.Module):
    """Three resolutions and five periods, of which every step hears one and two, drawn at random: a third of the work, and nothing is lost over
    the steps."""

    def __init__(self, sizes: tuple[int, ...] = (256, 512, 1024), periods: tuple[int, ...] = (2, 3, 5, 7, 11)):
        super().__init__()
        self.spectrograms = nn.ModuleList(map(SpectrogramDiscriminator, sizes))
        self.periods = nn.ModuleList(map(PeriodDiscriminator, periods))

    def draw(self, random: np.random.Generator) -> list[Judge]:
        """One spectrogram discriminator and two of periods."""
        chosen = random.choice(len(self.periods), 2, replace=False)
        return [self.spectrograms[random.integers(len(self.spectrograms))], *(self.periods[i] for i in chosen)]


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What one hearing of output and target says, means over the discriminators that heard."""

    told: Tensor  # hinge loss of the discriminators: 2 where they cannot tell
    deceived: Tensor  # what the decoder minimizes: its output taken for real
    matched: Tensor  # relative L1 between the features of output and of target


def hear(judges: list[Judge], output: Tensor, target: Tensor) -> Verdict:
    """Output and target [B, T] go through each discriminator once; both sides learn from that."""
    told = deceived = matched = torch.zeros((), device=output.device)
    for judge in judges:
        (fake, features), (real, wanted) = judge(output), judge(target)
        told = told + F.relu(1 + fake).mean() + F.relu(1 - real).mean()
        deceived = deceived - fake.mean()
        for a, b in zip(features, wanted):
            b = b.detach()
            matched = matched + (a - b).abs().mean().float() / b.abs().mean().float().clamp(min=1e-3) / len(features)
    return Verdict(told / len(judges), deceived / len(judges), matched / len(judges))
