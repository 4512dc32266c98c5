"""Building blocks shared by codec, aligner and generator. Sequences are [B, L, C] throughout."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class PlainNorm(nn.Module):
    """Layer normalization without learned scale and shift, in float32.

    For export, means are products with a column: ONNX Runtime's own operator goes through the numbers one by one on a CPU and took a tenth of
    an evaluation of the generator.
    """

    EPSILON = 1e-5

    def __init__(self, width: int):
        super().__init__()
        self.width = width
        self.exporting = False
        self.register_buffer("mean", torch.full((width, 1), 1 / width), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        x = x.float()
        if not self.exporting:
            return F.layer_norm(x, (self.width,), eps=self.EPSILON)
        x = x - x @ self.mean
        return x * torch.rsqrt((x * x) @ self.mean + self.EPSILON)


class Norm(PlainNorm):
    """Layer normalization with them."""

    def __init__(self, width: int):
        super().__init__(width)
        self.weight, self.bias = nn.Parameter(torch.ones(width)), nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor) -> Tensor:
        if not self.exporting:
            return F.layer_norm(x.float(), (self.width,), self.weight, self.bias, self.EPSILON)
        return super().forward(x) * self.weight + self.bias


class ConvNext(nn.Module):
    """ConvNeXt block in one dimension (as in Vocos, arXiv 2306.00814): depthwise convolution over 7 frames, then a pointwise MLP."""

    def __init__(self, width: int, expansion: int = 3, kernel: int = 7, scale: float = 0.2):
        super().__init__()
        self.mix = nn.Conv1d(width, width, kernel, padding=kernel // 2, groups=width)
        self.norm = Norm(width)
        self.up = nn.Linear(width, expansion * width)
        self.down = nn.Linear(expansion * width, width)
        self.scale = nn.Parameter(torch.full((width,), scale))

    def forward(self, x: Tensor) -> Tensor:
        """x [B, L, C] -> [B, L, C]."""
        y = self.mix(x.transpose(1, 2)).transpose(1, 2)
        return x + self.scale * self.down(F.gelu(self.up(self.norm(y))))


class Stem(nn.Module):
    """Convolution over k frames on [B, L, C] sequences, with an optional stride."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, padding: int | None = None):
        super().__init__()
        self.convolution = nn.Conv1d(inputs, outputs, kernel, stride=stride, padding=kernel // 2 if padding is None else padding)

    def forward(self, x: Tensor) -> Tensor:
        return self.convolution(x.transpose(1, 2)).transpose(1, 2)


def parameters_in_millions(module: nn.Module) -> float:
    return sum(p.numel() for p in module.parameters()) / 1e6
