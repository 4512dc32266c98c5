"""The sound source of the decoder: a band-limited pulse train that follows a pitch curve, and how to lay it over a recording.

Pitch is given per hop in Hz; phase is counted in turns (one turn is one pitch period, 0 is the pulse).
"""

from __future__ import annotations

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

BAND = 0.498  # of the sample rate: harmonics above are left out


def borders(hertz: Tensor) -> Tensor:
    """Pitch at the borders of the hops: [B, H] at their middles -> [B, H + 1]."""
    inner = 0.5 * (hertz[:, 1:] + hertz[:, :-1])
    return torch.cat([hertz[:, :1], inner, hertz[:, -1:]], dim=1)


def advance(hertz: Tensor, rate: int, hop: int) -> tuple[Tensor, Tensor]:
    """Turns made within every hop, and since its start at every sample: pitch at the borders [B, H + 1] -> [B, H], [B, H, hop]."""
    left, right = hertz[:, :-1, None], hertz[:, 1:, None]
    time = (torch.arange(hop, device=hertz.device) + 0.5) / hop
    inside = (left * time + 0.5 * (right - left) * time**2) * (hop / rate)
    return (0.5 * (left + right) * (hop / rate))[:, :, 0], inside


def starts(steps: Tensor, turn: Tensor, anchor: Tensor) -> Tensor:
    """Turn at the start of every hop, in [0, 1): steps [B, H]; the hop `anchor` (int64 [1]) starts at `turn` [B] -> [B, H]."""
    before = torch.cumsum(steps.double(), dim=1) - steps.double()
    total = before - before.index_select(1, anchor) + turn.double()[:, None]
    return (total - torch.floor(total)).float()


def pulses(turns: Tensor, hertz: Tensor, rate: int) -> Tensor:
    """Pulse train of unit power from turn and pitch at every sample, both [B, T] -> [B, T].

    All harmonics of the band with equal amplitude and phase zero, summed in closed form (Dirichlet kernel); the topmost one is faded in as
    the pitch falls, so the sum has no steps.
    """
    within = turns - torch.floor(turns + 0.5)
    room = BAND * rate / hertz
    count = torch.floor(room)
    half = torch.sin(math.pi * within)
    flat = half.abs() < 1e-7
    kernel = torch.sin((2 * count + 1) * math.pi * within) / torch.where(flat, torch.ones_like(half), 2 * half) - 0.5
    top = (room - count) * torch.cos(2 * math.pi * (count + 1) * within)
    return (torch.where(flat, count, kernel) + top) * torch.sqrt(2 / room)


def lay_over(samples: Tensor, hertz: Tensor, voiced: Tensor, rate: int, hop: int, window: int = 768) -> tuple[Tensor, Tensor, Tensor]:
    """The turns of a recording: its fundamental, demodulated by the pitch curve, has phase zero at turn zero.

    samples [B, H * hop]; pitch [B, H] without gaps; voiced [B, H] -> turn and pitch at every sample [B, H * hop], mended pitch [B, H].
    """
    at_borders = borders(hertz)
    steps, inside = advance(at_borders, rate, hop)
    begin = starts(steps, torch.zeros(len(samples)), torch.zeros(1, dtype=torch.int64))
    rough = begin[:, :, None] + inside
    angle = -2 * math.pi * rough.reshape(len(samples), -1)
    shape = torch.hann_window(window + 1)[:-1][None, None]
    pair = torch.stack([samples * torch.cos(angle), samples * torch.sin(angle)], dim=1).reshape(-1, 1, samples.shape[1])
    parts = F.conv1d(F.pad(pair, (window // 2, window // 2)), shape, stride=hop).reshape(len(samples), 2, -1)
    offset = (torch.atan2(parts[:, 1], parts[:, 0]) / (2 * math.pi)).numpy()
    known = F.pad(voiced, (0, 1)).numpy() | F.pad(voiced, (1, 0)).numpy()
    for row in range(len(offset)):
        marks = np.flatnonzero(known[row])
        if len(marks):
            smooth = np.unwrap(offset[row, marks], period=1.0)
            offset[row] = np.interp(np.arange(offset.shape[1]), marks, smooth)
        else:
            offset[row] = 0.0
    offset = torch.from_numpy(offset)
    time = (torch.arange(hop) + 0.5) / hop
    change = torch.diff(offset, dim=1)
    turns = rough + offset[:, :-1, None] + change[:, :, None] * time
    slope = change * (rate / hop)
    every = at_borders[:, :-1, None] * (1 - time) + at_borders[:, 1:, None] * time + slope[:, :, None]
    return turns.reshape(len(samples), -1), every.reshape(len(samples), -1).clamp(min=40.0), hertz + slope
