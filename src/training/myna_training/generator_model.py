"""The ResGen network (arXiv 2412.10208): text and reference in, the law of every frame's summed masked embedding out.

Three modules, one ONNX graph each: the reference encoder runs once per voice, the text encoder once per sentence, the generator once per
sampling step. Target frames attend to themselves (rotary positions) and to the reference's keys and values (no positions: the reference is
a bag of sound, and its words cannot leak because its text is never seen).
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import config as configs
from .layers import ConvNext, Norm, PlainNorm, Stem
from .phonemes import SYMBOLS


def rotate(x: Tensor) -> Tensor:
    """Rotary positions (arXiv 2104.09864): x [B, heads, L, width]."""
    half = x.shape[-1] // 2
    rates = torch.exp(-math.log(10000.0) * torch.arange(half, device=x.device, dtype=torch.float32) / half)
    angle = torch.arange(x.shape[2], device=x.device, dtype=torch.float32)[:, None] * rates
    cosine, sine = torch.cos(angle), torch.sin(angle)
    a, b = x[..., :half].float(), x[..., half:].float()
    return torch.cat([a * cosine - b * sine, a * sine + b * cosine], dim=-1)


class Attention(nn.Module):
    """Self-attention over the targets, with optional extra keys and values in front (prefix attention)."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.project = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        return x.reshape(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor, keys: Tensor | None = None, values: Tensor | None = None, prefix_bias: Tensor | None = None):
        """x [B, L, C]; bias [B, 1, 1, L] on the targets' logits; keys, values [B or 1, R, C]; prefix_bias [B, 1, 1, 1]."""
        q, k, v = (self._split(part) for part in self.project(x).chunk(3, dim=-1))
        scale = q.shape[-1] ** -0.5
        logits = (rotate(q).to(q.dtype) * scale) @ rotate(k).to(q.dtype).transpose(2, 3) + bias
        if keys is not None:
            before = (q * scale) @ self._split(keys).transpose(2, 3) + prefix_bias
            weights = torch.softmax(torch.cat([before, logits], dim=-1).float(), dim=-1).to(v.dtype)
            count = before.shape[-1]
            y = weights[..., :count] @ self._split(values).to(v.dtype) + weights[..., count:] @ v
        else:
            y = torch.softmax(logits.float(), dim=-1).to(v.dtype) @ v
        return self.out(y.transpose(1, 2).reshape(x.shape))


class GatedMlp(nn.Module):
    """Depthwise convolution over 5 frames, then a gated MLP (SwiGLU, arXiv 2002.05202)."""

    def __init__(self, width: int, hidden: int):
        super().__init__()
        self.mix = nn.Conv1d(width, width, 5, padding=2, groups=width)
        self.up = nn.Linear(width, 2 * hidden)
        self.down = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        x = self.mix(x.transpose(1, 2)).transpose(1, 2)
        gate, value = self.up(x).chunk(2, dim=-1)
        return self.down(F.silu(gate) * value)


class Layer(nn.Module):
    """Transformer layer with adaptive normalization (AdaLN as in DiT, arXiv 2212.09748; one projection shared by all layers)."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.norm = PlainNorm(width)
        self.attention = Attention(width, heads)
        self.mlp = GatedMlp(width, width * 8 // 3 // 32 * 32)
        self.modulation = nn.Parameter(torch.randn(6, width) / width**0.5)

    def forward(self, x: Tensor, shared: Tensor, bias: Tensor, *prefix: Tensor) -> Tensor:
        """x [B, L, C]; shared [B, 6, C]."""
        shift1, scale1, gate1, shift2, scale2, gate2 = (shared + self.modulation)[:, :, None].unbind(1)
        y = self.norm(x) * (1 + scale1) + shift1
        x = x + (0.5 + gate1) * self.attention(y, bias, *prefix)
        y = self.norm(x) * (1 + scale2) + shift2
        return x + (0.5 + gate2) * self.mlp(y)


class FrameEncoder(nn.Module):
    """latents [B, R, d] -> features [B, R, C] of the sound around each frame; with a `hint` [B, C] that is added to every frame."""

    def __init__(self, generator: configs.Generator, latent: int):
        super().__init__()
        self.stem = Stem(latent, generator.width, 5)
        self.blocks = nn.Sequential(*[ConvNext(generator.width, expansion=2) for _ in range(generator.reference_layers)])
        self.norm = Norm(generator.width)

    def forward(self, latents: Tensor, hint: Tensor | None = None) -> Tensor:
        x = self.stem(latents)
        return self.norm(self.blocks(x if hint is None else x + hint[:, None]))


class Enhancer(nn.Module):
    """Hears in a clip as people have it what is heard in a clean one: latents [B, R, d] -> features [B, R, C], and how far they count [B].

    What a telephone or a room did is the same all through a clip, so the frames are told of the whole clip's statistics, and how far anything is
    changed is one number a clip: a clean one stays as it is.
    """

    HIDDEN = 128

    def __init__(self, generator: configs.Generator, latent: int):
        super().__init__()
        self.frames = FrameEncoder(generator, latent)
        self.look = nn.Linear(2 * generator.width, self.HIDDEN)
        self.hint = nn.Linear(self.HIDDEN, generator.width)
        self.share = nn.Linear(self.HIDDEN, 1)

    def forward(self, latents: Tensor) -> tuple[Tensor, Tensor]:
        clip = F.silu(self.look(statistics(self.frames.stem(latents))))
        return self.frames(latents, self.hint(clip)), torch.sigmoid(self.share(clip))[:, 0]


def statistics(x: Tensor, weight: Tensor | None = None) -> Tensor:
    """Mean and standard deviation over the frames: [B, R, C] -> [B, 2 C], with weights [B, R, C] whose sum over the frames is 1, or all alike."""

    def mean_of(values: Tensor) -> Tensor:
        return values.mean(1) if weight is None else (values * weight).sum(1)

    mean = mean_of(x)
    return torch.cat([mean, torch.sqrt(mean_of((x - mean[:, None]) ** 2) + 1e-5)], dim=-1)


class ReferenceEncoder(nn.Module):
    """latents [B, R, d] -> keys, values [layers, B, R, C] and style [B, S]."""

    def __init__(self, generator: configs.Generator, latent: int):
        super().__init__()
        self.layers = generator.layers
        width = generator.width
        self.frames = FrameEncoder(generator, latent)
        self.enhancer = Enhancer(generator, latent)
        self.memory = nn.Linear(width, 2 * width * generator.layers)
        self.style = nn.Sequential(nn.Linear(2 * width, generator.text_width), nn.SiLU(), nn.Linear(generator.text_width, generator.text_width))

    def forward(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.features(latents)
        memory = self.memory(x).reshape(x.shape[0], x.shape[1], 2, self.layers, -1).permute(2, 3, 0, 1, 4)
        return memory[0], memory[1], self.style(statistics(x)).float()

    def features(self, latents: Tensor) -> Tensor:
        """What keys, values and style are made of: latents [B, R, d] -> [B, R, C]."""
        plain = self.frames(latents)
        enhanced, share = self.enhancer(latents)
        return plain + share[:, None, None] * (enhanced - plain)


class TextEncoder(nn.Module):
    """phonemes int64 [B, N], style [B, S] -> text [B, N, H] and log durations [B, N] (natural log of frames)."""

    def __init__(self, generator: configs.Generator):
        super().__init__()
        width = generator.text_width
        self.embed = nn.Embedding(len(SYMBOLS), width)
        self.style = nn.Linear(width, width)
        self.mixers = nn.ModuleList([ConvNext(width, expansion=2, kernel=5) for _ in range(generator.text_layers)])
        self.layers = nn.ModuleList([Layer(width, 4) for _ in range(generator.text_layers // 2)])
        self.shared = nn.Linear(width, 6 * width)
        self.norm = Norm(width)
        self.duration = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 1))

    def forward(self, phonemes: Tensor, style: Tensor, inside: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """inside bool [B, N] marks what is not padding."""
        style = self.style(style)
        shared = self.shared(F.silu(style)).reshape(len(style), 6, -1)
        x = self.embed(phonemes) + style[:, None]
        bias = torch.zeros(1, device=x.device) if inside is None else torch.where(inside, 0.0, -1e4)[:, None, None]
        for i, mixer in enumerate(self.mixers):
            x = mixer(x if inside is None else x * inside[:, :, None])
            if i % 2:
                x = self.layers[i // 2](x, shared, bias)
        x = self.norm(x)
        return x.float(), self.duration(x)[:, :, 0].float() + 1.0


class Head(nn.Module):
    """Features -> mixture parameters; the number of visible depths conditions the MLP by AdaLN."""

    def __init__(self, generator: configs.Generator, latent: int, depth: int):
        super().__init__()
        width = generator.width
        self.norm = PlainNorm(width)
        self.sizes = [generator.components, latent, generator.rank, 1]
        self.states = nn.Embedding(depth + 1, 4 * width)
        self.ups = nn.ModuleList([nn.Linear(width, 4 * width) for _ in range(2)])
        self.downs = nn.ModuleList([nn.Linear(2 * width, width) for _ in range(2)])
        self.out = nn.Linear(width, sum(self.sizes))
        nn.init.normal_(self.states.weight, std=0.1)

    def forward(self, x: Tensor, depth: Tensor) -> list[Tensor]:
        """x [B, L, C], depth int64 [B, L] -> logits [B, L, K], mean [B, L, d], coefficients [B, L, r], log_scale [B, L]."""
        state = self.states(depth).chunk(4, dim=-1)
        for i in range(2):
            y = self.norm(x) * (1 + state[2 * i]) + state[2 * i + 1]
            gate, value = self.ups[i](y).chunk(2, dim=-1)
            x = x + self.downs[i](F.silu(gate) * value)
        logits, mean, coefficients, scale = self.out(self.norm(x)).float().split(self.sizes, dim=-1)
        return [logits, mean, coefficients, torch.clamp(scale[..., 0], -4.0, 2.0)]


class Generator(nn.Module):
    """One network evaluation: the features h of every target frame; the head turns them into the mixture."""

    def __init__(self, generator: configs.Generator, codec: configs.Codec):
        super().__init__()
        width = generator.width
        self.depths = nn.Embedding(codec.depth + 1, 64)
        self.stem = Stem(codec.latent + generator.text_width + 64, width, 5)
        self.absent_text = nn.Parameter(torch.zeros(generator.text_width))
        self.absent_style = nn.Parameter(torch.zeros(generator.text_width))
        self.shared = nn.Sequential(nn.Linear(generator.text_width, width), nn.SiLU(), nn.Linear(width, 6 * width))
        self.layers = nn.ModuleList([Layer(width, generator.heads) for _ in range(generator.layers)])
        self.head = Head(generator, codec.latent, codec.depth)
        self.components = nn.Parameter(torch.randn(generator.components, codec.latent, generator.rank) / generator.rank**0.5)

    def features(
        self,
        visible: Tensor,
        depth: Tensor,
        text: Tensor,
        keys: Tensor,
        values: Tensor,
        style: Tensor,
        conditional: Tensor,
        inside: Tensor | None = None,
    ) -> Tensor:
        """visible [B, L, d], depth int64 [B, L], text [B, L, H], keys and values [layers, B or 1, R, C], style [B or 1, S], conditional [B]
        (1 with condition, 0 without), inside bool [B, L] -> h [B, L, C]."""
        given = conditional[:, None]
        text = text * given[:, :, None] + self.absent_text * (1 - given[:, :, None])
        style = style * given + self.absent_style * (1 - given)
        shared = self.shared(style).reshape(visible.shape[0], 6, -1)
        prefix_bias = (conditional[:, None, None, None] - 1) * 1e4
        x = torch.cat([visible, text, self.depths(depth)], dim=-1)
        bias = torch.zeros(1, device=x.device)
        if inside is not None:
            x = x * inside[:, :, None]
            bias = torch.where(inside, 0.0, -1e4)[:, None, None]
        x = self.stem(x)
        for i, layer in enumerate(self.layers):
            if inside is not None:
                x = x * inside[:, :, None]
            x = layer(x, shared, bias, keys[i], values[i], prefix_bias)
        return x
