"""Mixture of Gaussians with low-rank means over the summed embedding of a frame's masked tokens (CLaM-TTS, arXiv 2404.02781).

mean_k = mean + exp(s) U_k c with mean [.., d], coefficients c [.., r], log scale s [..] and the learned U [K, d, r]; one isotropic standard
deviation exp(s) per frame.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

SMOOTHING = 0.01


def log_densities(target: Tensor, mean: Tensor, coefficients: Tensor, log_scale: Tensor, components: Tensor) -> Tensor:
    """log N(target; mean_k, exp(s)^2 I) of every component: target [M, d] -> [M, K], without forming the K means.

    |y - U_k c|^2 = |y|^2 - 2 y.U_k c + c' U_k' U_k c, with y = (target - mean) / exp(s).
    """
    count, width, rank = components.shape
    y = (target - mean) * torch.exp(-log_scale)[:, None]
    projected = (y @ components.permute(1, 0, 2).reshape(width, count * rank)).reshape(-1, count, rank)
    cross = (projected * coefficients[:, None]).sum(-1)
    gram = torch.einsum("kdr,kds->krs", components, components).reshape(count, rank * rank)
    outer = (coefficients[:, :, None] * coefficients[:, None, :]).reshape(-1, rank * rank)
    squares = (y**2).sum(1, keepdim=True) - 2 * cross + outer @ gram.T
    return -0.5 * squares - width * (log_scale[:, None] + 0.5 * math.log(2 * math.pi))


def loss_parts(logits: Tensor, densities: Tensor) -> tuple[Tensor, Tensor]:
    """Jensen's split of -log p(z): regression and classification per frame, [M] each.

    q = softmax of the densities, held constant and smoothed towards uniform, so that every component is used.
    """
    with torch.no_grad():
        q = torch.softmax(densities, dim=-1)
        q = (1 - SMOOTHING) * q + SMOOTHING / q.shape[-1]
    regression = -(q * densities).sum(-1)
    classification = (q * (torch.log(q) - torch.log_softmax(logits, dim=-1))).sum(-1)
    return regression, classification


def expectation(logits: Tensor, mean: Tensor, coefficients: Tensor, log_scale: Tensor, components: Tensor) -> Tensor:
    """Mean [M, d] of the mixtures of M frames."""
    shares = torch.softmax(logits, dim=-1)
    shape = components.shape
    blended = (shares @ components.reshape(shape[0], -1)).reshape(-1, *shape[1:])
    return mean + torch.exp(log_scale)[:, None] * (blended @ coefficients[:, :, None])[:, :, 0]
