"""The modules as their graphs compute them: the same numbers as in training, in an order that costs less."""

from __future__ import annotations

import copy
import math

import torch
from torch import Tensor, nn

from .generator import Myna
from .generator_model import Attention, Layer

UNHEARD = -1e4  # logit of what a row does not listen to


class ReferenceGraph(nn.Module):
    """latents [1, R, d] -> keys [layers, heads, C / heads, R], values [layers, heads, R, C / heads], style [1, S].

    Keys and values lie as `ServedAttention` multiplies them, so that this is done once a voice and not at every evaluation.
    """

    def __init__(self, model: Myna):
        super().__init__()
        self.reference = model.reference
        self.heads = model.generator.layers[0].attention.heads

    def forward(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        keys, values, style = self.reference(latents)
        keys, values = (part.reshape(part.shape[0], part.shape[2], self.heads, -1) for part in (keys, values))
        return keys.permute(0, 2, 3, 1) * keys.shape[3] ** -0.5, values.permute(0, 2, 1, 3), style


class TextGraph(nn.Module):
    """phonemes int64 [1, N], style [1, S] -> text [1, N, H], log_durations [1, N].

    The loss fits the middle of the log durations, whose exponential is below their mean: on 120 training clips speech came out shorter than it
    was by a factor of SHORT, which is made up for here.
    """

    SHORT = 1.09

    def __init__(self, model: Myna):
        super().__init__()
        self.text = model.text

    def forward(self, phonemes: Tensor, style: Tensor) -> tuple[Tensor, Tensor]:
        text, log_durations = self.text(phonemes, style)
        return text, log_durations + math.log(self.SHORT)


class ServedAttention(nn.Module):
    """What `Attention` computes with a prefix, for one prefix that the first row alone listens to.

    Sums over targets and over prefix are kept apart, so nothing of the prefix's length is copied, and rows without a condition cost nothing of it.
    """

    def __init__(self, attention: Attention):
        super().__init__()
        self.heads, self.project, self.out = attention.heads, attention.project, attention.out

    def forward(self, x: Tensor, turns: tuple[Tensor, Tensor], keys: Tensor, values: Tensor, given: Tensor) -> Tensor:
        """x [B, L, C]; turns, cosines and sines [L, w / 2] of `rotations`, w = C / heads; keys [heads, w, R], which carry the scale of logits, and
        values [heads, R, w]; given [B, 1, 1, 1], 1 for the first row and 0 for others."""
        heads, (cosine, sine) = self.heads, turns
        parts = self.project(x).reshape(x.shape[0], -1, 3 * heads, x.shape[2] // heads).transpose(1, 2)
        turned, v = parts.split([2 * heads, heads], dim=1)
        first = turned[0, :heads]
        a, b = turned.chunk(2, dim=-1)
        q, k = torch.cat([a * cosine - b * sine, a * sine + b * cosine], dim=-1).split(heads, dim=1)
        own, before = q @ k.transpose(2, 3), first @ keys
        top = torch.maximum(own.amax(-1, keepdim=True), before.amax(-1, keepdim=True) + UNHEARD * (1 - given))
        own, before = torch.exp(own - top), torch.exp(before - top[0])
        total = own.sum(-1, keepdim=True) + given * before.sum(-1, keepdim=True)
        y = (own @ v + given * (before @ values)) / total
        return self.out(y.transpose(1, 2).reshape(x.shape[0], -1, x.shape[2]))


def rotations(frames: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """Cosines and sines [L, width / 2] of `rotate` at frames float [L], times width^(-1/4): the scale of the logits comes of both factors."""
    half = width // 2
    angle = frames[:, None] * torch.exp(-math.log(10000.0) * torch.arange(half) / half)
    return torch.cos(angle) * width**-0.25, torch.sin(angle) * width**-0.25


class ServedLayer(nn.Module):
    """What `Layer` computes, of modulations [B, 6, C] to which its ones and halves have been added."""

    def __init__(self, layer: Layer):
        super().__init__()
        self.norm, self.mlp, self.modulation = layer.norm, layer.mlp, layer.modulation
        self.attention = ServedAttention(layer.attention)

    def forward(self, x: Tensor, shared: Tensor, *memory: Tensor) -> Tensor:
        shift1, scale1, gate1, shift2, scale2, gate2 = (shared + self.modulation).split(1, dim=1)
        x = x + gate1 * self.attention(self.norm(x) * scale1 + shift1, *memory)
        return x + gate2 * self.mlp(self.norm(x) * scale2 + shift2)


class GeneratorGraph(nn.Module):
    """One network evaluation with classifier-free guidance on the features: h = h0 + guidance * (h0 - h1) over a batch of two rows, with the
    condition and without. With one row, the last row is the first and guidance has no effect.
    """

    def __init__(self, model: Myna):
        super().__init__()
        self.generator = copy.copy(model.generator)  # its names stay: `restore` and adapted voices find the weights by them
        self.generator._modules = {**model.generator._modules, "layers": nn.ModuleList([ServedLayer(layer) for layer in model.generator.layers])}
        self.register_buffer("usual", torch.tensor([0, 1, 0.5, 0, 1, 0.5])[:, None])

    def forward(
        self, visible: Tensor, depth: Tensor, text: Tensor, style: Tensor, conditional: Tensor, guidance: Tensor, *memory: Tensor
    ) -> list[Tensor]:
        """visible [B, L, d], depth int64 [B, L], text [B, L, H], style [1, S], conditional [B]: 1, 0; guidance [1]; memory: the keys of every
        layer, then the values of every layer, of `ReferenceGraph`."""
        generator, layers = self.generator, len(self.generator.layers)
        given = conditional[:, None]
        absent = 1 - given
        text = text * given[:, :, None] + generator.absent_text * absent[:, :, None]
        shared = generator.shared(style * given + generator.absent_style * absent)
        shared = shared.reshape(-1, 6, shared.shape[1] // 6) + self.usual
        x = generator.stem(torch.cat([visible, text, generator.depths(depth)], dim=-1))
        width = x.shape[2] // generator.layers[0].attention.heads
        turns = rotations(torch.arange(visible.shape[1], dtype=torch.float32), width)
        for layer, keys, values in zip(generator.layers, memory[:layers], memory[layers:]):
            x = layer(x, shared, turns, keys, values, given[:, :, None, None])
        h = x[:1] + guidance * (x[:1] - x[-1:])
        return generator.head(h, depth[:1])
