"""Muon (Jordan et al. 2024, github.com/KellerJordan/Muon; scale of arXiv 2502.16982) for the matrices inside a network, AdamW for the rest.

The momentum of a matrix is replaced by the nearest matrix with equal singular values, so every direction learns at the same pace: fewer steps
for the same loss, which counts where a step is dear.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # of the quintic Newton-Schulz iteration


def orthogonalize(stack: Tensor, iterations: int = 4) -> Tensor:
    """Matrices [N, rows, columns] with their singular values brought near 1, in bfloat16."""
    a, b, c = COEFFICIENTS
    x = stack / (stack.norm(dim=(1, 2), keepdim=True) + 1e-7)
    wide = x.shape[1] <= x.shape[2]
    x = (x if wide else x.transpose(1, 2)).contiguous().bfloat16()
    for _ in range(iterations):
        square = x @ x.transpose(1, 2)
        x = a * x + (b * square + c * (square @ square)) @ x
    return (x if wide else x.transpose(1, 2)).float()


class Muon(torch.optim.Optimizer):
    """For two-dimensional parameters; an update has the root mean square 0.2 * lr, about that of AdamW."""

    def __init__(self, parameters: list[nn.Parameter], lr: float, momentum: float = 0.95, weight_decay: float = 1e-2):
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            shapes: dict[torch.Size, list[nn.Parameter]] = {}
            for parameter in group["params"]:
                if parameter.grad is not None:
                    shapes.setdefault(parameter.shape, []).append(parameter)
            for shape, parameters in shapes.items():
                directions = []
                for parameter in parameters:
                    state = self.state[parameter]
                    if not state:
                        state["momentum"] = torch.zeros_like(parameter)
                    state["momentum"].lerp_(parameter.grad, 1 - group["momentum"])
                    directions.append(parameter.grad.lerp(state["momentum"], group["momentum"]))
                updates = orthogonalize(torch.stack(directions))
                scale = 0.2 * max(shape) ** 0.5
                for parameter, update in zip(parameters, updates):
                    parameter.mul_(1 - group["lr"] * group["weight_decay"])
                    parameter.add_(update, alpha=-group["lr"] * scale)


def split_parameters(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Weights of linear layers, and everything else (embeddings, convolutions, norms, biases)."""
    inner = {id(part.weight) for part in model.modules() if isinstance(part, nn.Linear) and min(part.weight.shape) > 16}
    parameters = list(model.parameters())
    return [p for p in parameters if id(p) in inner], [p for p in parameters if id(p) not in inner]
