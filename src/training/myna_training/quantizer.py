"""Residual vector quantization with codebooks that follow the data instead of a gradient."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .parallel import add, copy_from_first, several


def nearest(vectors: Tensor, codebook: Tensor) -> Tensor:
    """Index of the nearest code: vectors [M, d], codebook [V, d] -> [M]; ties go to the lowest index."""
    return torch.argmin((codebook**2).sum(1) - 2 * vectors @ codebook.T, dim=1)


class ResidualQuantizer(nn.Module):
    """D codebooks of V vectors of width d; depth j quantizes what the depths before it left over.

    In training the codebooks move by exponential moving averages (van den Oord et al., arXiv 1711.00937, appendix) and codes that hardly
    anything chooses restart at a random residual of the batch.
    """

    def __init__(self, depth: int, codes: int, width: int, decay: float = 0.98):
        super().__init__()
        self.decay = decay
        self.register_buffer("codebooks", torch.randn(depth, codes, width) * 0.5 ** torch.arange(depth)[:, None, None].clamp(max=6))
        self.register_buffer("counts", torch.zeros(depth, codes))
        self.register_buffer("sums", self.codebooks.clone())

    @property
    def depth(self) -> int:
        return self.codebooks.shape[0]

    @torch.no_grad()
    def encode(self, latents: Tensor) -> Tensor:
        """latents [..., d] -> codes int64 [..., D]."""
        residual = latents.reshape(-1, latents.shape[-1]).float()
        codes = []
        for codebook in self.codebooks:
            index = nearest(residual, codebook)
            residual = residual - codebook[index]
            codes.append(index)
        return torch.stack(codes, dim=-1).reshape(*latents.shape[:-1], self.depth)

    def vectors(self, codes: Tensor) -> Tensor:
        """The codebook vector of every token: codes [..., D] -> [..., D, d]."""
        return torch.stack([self.codebooks[j][codes[..., j]] for j in range(self.depth)], dim=-2)

    def decode(self, codes: Tensor) -> Tensor:
        """Sum over the depths: codes [..., D] -> latents [..., d]."""
        return self.vectors(codes).sum(-2)

    @torch.no_grad()
    def learn(self, latents: Tensor) -> Tensor:
        """One step of the moving averages on latents [..., d]; returns codes [..., D]."""
        residual = latents.reshape(-1, latents.shape[-1]).float()
        codes = []
        for j in range(self.depth):
            index = nearest(residual, self.codebooks[j])
            codes.append(index)
            count = torch.bincount(index, minlength=self.counts.shape[1]).float()
            total = torch.zeros_like(self.sums[j]).index_add_(0, index, residual)
            add(count, total)
            self.counts[j].mul_(self.decay).add_(count, alpha=1 - self.decay)
            self.sums[j].mul_(self.decay).add_(total, alpha=1 - self.decay)
            dead = torch.nonzero(self.counts[j] < 0.08 * count.sum() / self.counts.shape[1])[:, 0]
            if len(dead):
                dead = dead[torch.randperm(len(dead), device=dead.device)[: max(1, len(residual) // 8)]]
                self.sums[j][dead] = residual[torch.randint(len(residual), (len(dead),), device=residual.device)]
                self.counts[j][dead] = 1.0
                self.sums[j][dead] *= self.counts[j][dead][:, None]
            if several():
                copy_from_first(self.sums[j], self.counts[j])
            before = self.codebooks[j][index]
            alive = self.counts[j] > 1e-3
            self.codebooks[j][alive] = self.sums[j][alive] / self.counts[j][alive][:, None]
            residual = residual - before
        return torch.stack(codes, dim=-1).reshape(*latents.shape[:-1], self.depth)

    @torch.no_grad()
    def fit(self, latents: Tensor, iterations: int) -> list[float]:
        """Refits the codebooks to latents [M, d] by Lloyd's algorithm, depth after depth; codes that nothing chooses restart at a vector.

        Returns the share of the variance that is left after each depth.
        """
        residual, left = latents.clone(), []
        power = latents.var(0).sum()
        for j in range(self.depth):
            for _ in range(iterations):
                index = torch.cat([nearest(part, self.codebooks[j]) for part in residual.split(16384)])
                count = torch.bincount(index, minlength=self.codebooks.shape[1])
                total = torch.zeros_like(self.codebooks[j]).index_add_(0, index, residual)
                self.codebooks[j] = total / count.clamp(min=1)[:, None]
                empty = torch.nonzero(count < 3)[:, 0]
                self.codebooks[j][empty] = residual[torch.randint(len(residual), (len(empty),), device=residual.device)]
            index = torch.cat([nearest(part, self.codebooks[j]) for part in residual.split(16384)])
            residual -= self.codebooks[j][index]
            left.append(float((residual**2).mean(0).sum() / power))
        return left

    def forward(self, latents: Tensor, kept: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Straight-through quantization.

        latents [B, L, d]; kept [B]: depths used per item (quantizer dropout), all by default.
        Returns quantized [B, L, d] and the commitment loss.
        """
        codes = self.learn(latents.detach()) if self.training else self.encode(latents)
        vectors = self.vectors(codes)
        if kept is not None:
            vectors = vectors * (torch.arange(self.depth, device=kept.device) < kept[:, None])[:, None, :, None]
        quantized = vectors.sum(-2)
        full = kept == self.depth if kept is not None else torch.ones(len(latents), dtype=torch.bool, device=latents.device)
        commitment = ((latents - quantized.detach()) ** 2).mean((1, 2))
        commitment = (commitment * full).sum() / full.sum().clamp(min=1)
        return latents + (quantized - latents).detach(), commitment
