"""adapt: adds to a pack the training step that brings a pack to one voice, as a graph of plain operators that ONNX Runtime evaluates on a
user's machine.

Every linear map of the reference encoder, the text encoder and the generator gets an addition of low rank (LoRA, arXiv 2106.09685), and only
the additions learn. The graph gives the loss of a batch and its gradients by the additions; what draws batches and takes steps is Java. The
weights are inputs, so that a pack does not hold them twice. Shapes are fixed: what is shorter is padded and left out by masks.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import hashlib
import json
import math
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.stateless import functional_call

from . import config as configs
from .files import replace_atomically
from .generator import Myna
from .graphs import TOLERANCE, golden
from .layers import PlainNorm
from .mixture import log_densities, loss_parts
from .phonemes import SYMBOLS
from .plain_graph import PlainGraph, trace
from .restore import restore_generator

DURATION_SHARE = 0.2  # of the loss of durations, as in the training of the pack
NARROW, WIDEN = "narrow", "widen"  # the two factors of an addition
GRADIENT = ".gradient"


@dataclasses.dataclass(frozen=True)
class Shape:
    """Of a batch: crops, frames and phonemes of each, frames of the reference that they share; and the rank of the additions."""

    crops: int = 8
    frames: int = 144
    phonemes: int = 96
    reference: int = 160
    rank: int = 8


class LowRank(nn.Module):
    """x [..., in] -> x (W + V U)' + b [..., out], with U [rank, in] and V [out, rank]."""

    def __init__(self, linear: nn.Linear, rank: int):
        super().__init__()
        self.weight, self.bias = linear.weight, linear.bias
        self.narrow = nn.Parameter(torch.zeros(rank, linear.in_features))
        self.widen = nn.Parameter(torch.zeros(linear.out_features, rank))

    def forward(self, x: Tensor) -> Tensor:
        rows = x.reshape(-1, x.shape[-1])
        y = rows @ self.weight.T + (rows @ self.narrow.T) @ self.widen.T + self.bias
        return y.reshape(*x.shape[:-1], y.shape[-1])


class Shifted(nn.Module):
    """A convolution of stride 1 as a sum over its taps, whose gradient needs no operator of its own: x [B, C, L] -> [B, C, L]."""

    def __init__(self, convolution: nn.Conv1d):
        super().__init__()
        self.weight, self.bias = convolution.weight, convolution.bias
        self.depthwise = convolution.groups > 1

    def forward(self, x: Tensor) -> Tensor:
        taps, length = self.weight.shape[-1], x.shape[-1]
        x = F.pad(x, (taps // 2, taps // 2))
        parts = [x[:, :, k : k + length] for k in range(taps)]
        products = [part * self.weight[:, :, k] if self.depthwise else self.weight[:, :, k] @ part for k, part in enumerate(parts)]
        return sum(products[1:], products[0]) + self.bias[:, None]


def with_additions(model: Myna, rank: int) -> Myna:
    """A copy whose linear maps, but the enhancer's, have additions of zero; its other layers are in operators that differentiate into others."""
    twin = copy.deepcopy(model).requires_grad_(False)
    fixed = set(twin.reference.enhancer.modules())
    for part in list(twin.modules()):
        for name, child in list(part.named_children()):
            if isinstance(child, nn.Linear) and child not in fixed:
                part._modules[name] = LowRank(child, rank)
            elif isinstance(child, nn.Conv1d):
                part._modules[name] = Shifted(child)
            elif isinstance(child, PlainNorm):
                child.exporting = True
    return twin


def is_factor(name: str) -> bool:
    return name.rpartition(".")[2] in (NARROW, WIDEN)


class BatchLoss(nn.Module):
    """The loss of generator.losses on a batch of fixed shape, masks as numbers."""

    def __init__(self, model: Myna):
        super().__init__()
        self.model = model
        self.depth = model.generator.depths.num_embeddings - 1

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        model = self.model
        inside, spoken = batch["inside"] > 0.5, batch["spoken"] > 0.5
        keys, values, style = model.reference(batch["reference"])
        text, durations = model.text(batch["phonemes"], style, spoken)
        order = torch.arange(text.shape[1], device=text.device)
        expanded = torch.where(batch["place"][:, :, None] == order, 1.0, 0.0) @ text
        h = model.generator.features(batch["visible"], batch["depth"], expanded, keys, values, style, batch["conditional"], inside)
        logits, mean, coefficients, log_scale = model.generator.head(h, batch["depth"])
        flat = [part.reshape(-1, *part.shape[2:]) for part in (batch["target"], mean, coefficients, log_scale, logits)]
        densities = log_densities(*flat[:4], model.generator.components)
        regression, classification = loss_parts(flat[4], densities)
        weight = (batch["inside"] * torch.where(batch["depth"] < self.depth, 1.0, 0.0)).reshape(-1)
        error = durations - batch["durations"]
        size = torch.abs(error)
        error = torch.where(size < 0.5, error * error, size - 0.25)  # smooth L1 with beta 0.5
        heed = batch["heed"]
        drawn = ((regression + classification) * weight).sum() / weight.sum() / batch["target"].shape[-1]
        return drawn + DURATION_SHARE * (error * heed).sum() / heed.sum()


class Step:
    """The training step of a model: names of its weights and additions, and the loss with its gradients as a function of plain tensors."""

    def __init__(self, model: Myna, rank: int):
        self.loss = BatchLoss(with_additions(model, rank))
        self.state = {name.removeprefix("model."): parameter.detach() for name, parameter in self.loss.named_parameters()}
        self.factors = [name for name in self.state if is_factor(name)]
        self.weights = [name for name in self.state if not is_factor(name)]

    def __call__(self, batch: dict[str, Tensor], factors: list[Tensor], weights: list[Tensor]) -> tuple[Tensor, ...]:
        """The loss, and its gradient by every factor."""
        with torch.enable_grad():
            learned = [factor.detach().requires_grad_() for factor in factors]
            state = dict(zip([*self.factors, *self.weights], [*learned, *weights]))
            loss = functional_call(self.loss, {"model." + name: value for name, value in state.items()}, (batch,))
            return loss.detach(), *torch.autograd.grad(loss, learned)

    def values(self, names: list[str]) -> list[Tensor]:
        return [self.state[name] for name in names]

    def graph(self, batch: dict[str, Tensor]) -> onnx.ModelProto:
        """The step for batches of the shape of `batch`: inputs are the batch, the factors and the weights, by their names."""
        sizes = [len(batch), len(self.factors), len(self.weights)]

        def flat(*arguments: Tensor) -> tuple[Tensor, ...]:
            parts = [list(part) for part in (arguments[: sizes[0]], arguments[sizes[0] : -sizes[2]], arguments[-sizes[2] :])]
            return self(dict(zip(batch, parts[0])), parts[1], parts[2])

        traced = trace(flat, [*batch.values(), *self.values(self.factors), *self.values(self.weights)])
        outputs = ["loss", *[name + GRADIENT for name in self.factors]]
        return PlainGraph(traced, [*batch, *self.factors, *self.weights], outputs).model()


def example(shape: Shape, latent: int, depth: int, symbols: int, random: np.random.Generator) -> dict[str, Tensor]:
    """A batch of noise in which some crops are shorter than others."""
    crops, frames, phonemes = shape.crops, shape.frames, shape.phonemes
    lengths = random.integers(frames // 2, frames + 1, crops)
    inside = np.arange(frames) < lengths[:, None]
    spoken = np.arange(phonemes) < random.integers(phonemes // 2, phonemes + 1, crops)[:, None]
    visible = random.integers(0, depth + 1, (crops, frames))
    arrays = {
        "phonemes": random.integers(0, symbols, (crops, phonemes)),
        "spoken": spoken,
        "durations": random.standard_normal((crops, phonemes)),
        "heed": spoken * 0.3,
        "place": np.sort(random.integers(0, phonemes // 2, (crops, frames)), axis=1),
        "visible": random.standard_normal((crops, frames, latent)),
        "depth": visible,
        "target": random.standard_normal((crops, frames, latent)),
        "inside": inside,
        "reference": random.standard_normal((1, shape.reference, latent)),
        "conditional": random.integers(0, 2, crops),
    }
    whole = {"phonemes", "place", "depth"}
    return {name: torch.from_numpy(np.asarray(array, np.int64 if name in whole else np.float32)) for name, array in arrays.items()}


def pattern(number: int, shape: torch.Size) -> Tensor:
    """What the golden tensors are made with in place of factor `number`: Java makes the same, so that a pack need not hold them."""
    index = np.arange(math.prod(shape), dtype=np.float64)
    return torch.from_numpy((0.05 * np.sin(0.7 * index + number)).astype(np.float32)).reshape(shape)


def descend(step: Step, batch: dict[str, Tensor], factors: list[Tensor], steps: int, rate: float) -> list[Tensor]:
    """The factors after some steps of AdamW on one batch, gradients shortened to a norm of 1."""
    factors = [factor.clone() for factor in factors]
    optimizer = torch.optim.AdamW(factors, lr=rate, betas=(0.9, 0.98), weight_decay=0)
    for _ in range(steps):
        _, *gradients = step(batch, factors, step.values(step.weights))
        for factor, gradient in zip(factors, gradients):
            factor.grad = gradient
        nn.utils.clip_grad_norm_(factors, 1.0)
        optimizer.step()
    return factors


def write_golden(folder: Path, step: Step, batch: dict[str, Tensor], descents: int) -> None:
    """The loss and some gradients where the factors are a pattern; with `descents`, the same factors after that many steps of 0.01."""
    factors = [pattern(number, step.state[name].shape) for number, name in enumerate(step.factors)]
    loss, *gradients = step(batch, factors, step.values(step.weights))
    shown = [0, 1, len(factors) // 2, len(factors) - 1]
    outputs = {"loss": loss, **{step.factors[i] + GRADIENT: gradients[i] for i in shown}}
    if descents:
        after = descend(step, batch, factors, descents, 0.01)
        outputs |= {step.factors[i]: after[i] for i in shown}
    golden(folder, "adapt", batch, outputs, TOLERANCE)


def add(pack: Path, model: Myna, shape: Shape, depth: int, seed: int, descents: int = 0) -> None:
    """Writes the step of a model, rounded as the pack has it, with its golden tensors, and names it in the manifest."""
    latent = model.generator.components.shape[1]
    step = Step(model, shape.rank)
    batch = example(shape, latent, depth, len(SYMBOLS), np.random.default_rng(seed))
    path = pack / "adapt.onnx"
    path.write_bytes(step.graph(batch).SerializeToString(deterministic=True))
    shutil.rmtree(pack / "golden" / "adapt", ignore_errors=True)
    write_golden(pack / "golden", step, batch, descents)
    manifest = json.loads((pack / "manifest.json").read_text())
    manifest["graphs"]["adapt"] = {"file": path.name, "inputs": {name: name for name in batch}, "outputs": {"loss": "loss"}}
    manifest["files"][path.name] = {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    with replace_atomically(pack / "manifest.json") as temporary:
        temporary.write_text(json.dumps(manifest, indent=2) + "\n")
    print(f"adapt: {len(step.factors) // 2} maps, {path.stat().st_size / 1e6:.2f} MB", flush=True)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="adapt", description=__doc__)
    parser.add_argument("--pack", type=Path, required=True, help="folder of the pack, to which adapt.onnx is added")
    parser.add_argument("--config", default="small", help="what the pack was trained with")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    add(options.pack, restore_generator(options.pack, settings), Shape(), settings.codec.depth, settings.seed)
