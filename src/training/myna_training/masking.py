"""Forward masking of ResGen (arXiv 2412.10208): how many tokens each frame loses, and which stay visible."""

from __future__ import annotations

import math

import numpy as np


def gamma(r: float, power: float = 3.0) -> float:
    """Share of masked tokens at time r in [0, 1]: falls from 1 to 0 as (1 - r^p)^(1 / p)."""
    return (1 - r**power) ** (1 / power)


def masked_total(r: float, frames: int, depth: int, power: float = 3.0) -> int:
    """ceil(gamma(r) * L * D) tokens are masked."""
    return math.ceil(gamma(r, power) * frames * depth - 1e-9)


def masked_counts(frames: int, depth: int, total: int, random: np.random.Generator) -> np.ndarray:
    """Masked tokens per frame: one draw of the multivariate hypergeometric law; int [L] with values 0..D and sum `total`.

    `total` of the L * D cells are drawn without replacement and counted per frame. A frame loses its finest tokens, so its visible tokens
    are the depths 0 .. D - count - 1.
    """
    chosen = random.choice(frames * depth, total, replace=False, shuffle=False)
    return np.bincount(chosen // depth, minlength=frames)
