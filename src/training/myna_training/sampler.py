"""Sampling of ResGen in NumPy: the reference that the Java sampler must follow token by token for the same noise.

Order of the noise in every step: L uniforms for the components, L x d normals, and, but for the last step, L uniforms for the Gumbel noise.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

import numpy as np


@dataclasses.dataclass(frozen=True)
class Settings:
    """Sampling settings, as in the pack's manifest."""

    steps: int = 16
    schedule: str = "power3"
    guidance: float = 1.0
    temperature: float = 0.8
    topP: float = 0.9
    gumbel: float = 1.0
    spread: float = 1.0
    guided: float = 1.0  # share of the steps, the last ones, that are guided; the network given to `sample` sees to it


def gamma(schedule: str, r: float) -> float:
    """Share of masked tokens at time r: "cosine" or "power<p>"."""
    if schedule == "cosine":
        return math.cos(math.pi * r / 2)
    power = float(schedule.removeprefix("power"))
    return (1 - r**power) ** (1 / power)


def choose(logits: np.ndarray, uniforms: np.ndarray, top_p: float) -> tuple[np.ndarray, np.ndarray]:
    """One component per frame from the nucleus, by inversion in index order: logits [L, K], uniforms [L] -> index [L], log p [L]."""
    shifted = logits - logits.max(1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(1, keepdims=True)
    order = np.argsort(-p, axis=1, kind="stable")
    ranked = np.cumsum(np.take_along_axis(p, order, 1), axis=1)
    member = np.zeros(p.shape, bool)
    inside = ranked - np.take_along_axis(p, order, 1) < (top_p if top_p < 1 else np.inf)
    np.put_along_axis(member, order, inside, 1)
    running = np.cumsum(p * member, axis=1)
    above = member & (running > (uniforms * running[:, -1])[:, None])
    last = p.shape[1] - 1 - np.argmax(member[:, ::-1], axis=1)
    index = np.where(above.any(1), np.argmax(above, axis=1), last)
    return index, np.log(p[np.arange(len(p)), index])


def unmask(score: np.ndarray, visible: np.ndarray, depth: int, stay: int, spread: float) -> np.ndarray:
    """New visible counts [L] so that `stay` tokens stay masked.

    Masked cells are unmasked by rising depth plus a handicap that grows with the frame's rank by falling score; the handicap's width is that
    of a uniform law with the variance of the hypergeometric counts the network was trained on.
    """
    masked = np.flatnonzero(visible < depth)
    now = int((depth - visible).sum())
    share = stay / (len(visible) * depth)
    width = spread * math.sqrt(12 * depth * share * (1 - share))
    rank = np.empty(len(masked))
    rank[np.argsort(-score[masked], kind="stable")] = np.arange(len(masked))
    cells = [(j + width * r / len(masked), r, i) for i, r in zip(masked, rank) for j in range(visible[i], depth)]
    cells.sort(key=lambda cell: (cell[0], cell[1]))
    grown = visible.copy()
    for _, _, i in cells[: now - stay]:
        grown[i] += 1
    return grown


def sample(
    network: Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, ...]],
    codebooks: np.ndarray,
    components: np.ndarray,
    frames: int,
    settings: Settings,
    noise: Callable[[int, int], tuple[np.ndarray, np.ndarray, np.ndarray | None]],
) -> np.ndarray:
    """Tokens [L, D].

    network(visible sum [L, d], visible depths [L]) -> logits [L, K], mean [L, d], coefficients [L, r], log_scale [L];
    codebooks [D, V, d]; components [K, d, r]; noise(step, frames) -> uniforms [L], normals [L, d], Gumbel uniforms [L] or None.
    """
    depth, _, width = codebooks.shape
    books = codebooks.astype(np.float64)
    tokens = np.zeros((frames, depth), np.int64)
    visible = np.zeros(frames, np.int64)
    total = np.zeros((frames, width), np.float32)
    for step in range(1, settings.steps + 1):
        logits, mean, coefficients, log_scale = (part.astype(np.float64) for part in network(total, visible))
        uniforms, normals, gumbels = noise(step, frames)
        index, log_p = choose(logits, uniforms, settings.topP)
        scale = np.exp(log_scale)[:, None]
        z = mean + scale * np.einsum("ldr,lr->ld", components[index].astype(np.float64), coefficients)
        z = z + settings.temperature * scale * normals
        if step == settings.steps:
            grown = np.full(frames, depth)
        else:
            confidence = (log_p - 0.5 * settings.temperature**2 * (normals**2).sum(1)) / width - log_scale
            clipped = np.clip(gumbels, 1e-9, 1 - 1e-9)
            score = confidence + settings.gumbel * (1 - step / settings.steps) * -np.log(-np.log(clipped))
            stay = math.ceil(gamma(settings.schedule, step / settings.steps) * frames * depth - 1e-9)
            stay = min(stay, int((depth - visible).sum()))
            grown = unmask(score, visible, depth, stay, settings.spread)
        residual = z.copy()
        for j in range(depth):
            rows = np.flatnonzero((visible <= j) & (j < grown))
            if not len(rows):
                continue
            distance = (books[j] ** 2).sum(1) - 2 * residual[rows] @ books[j].T
            tokens[rows, j] = np.argmin(distance, axis=1)
            vectors = books[j][tokens[rows, j]]
            residual[rows] -= vectors
            total[rows] += vectors.astype(np.float32)
        visible = grown
    return tokens
