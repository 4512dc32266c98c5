"""The step that adapts a pack to a voice: the loss is that of training, and the graph is made of plain operators."""

from __future__ import annotations

import numpy as np
import torch
from test_recipe import tiny

from myna_training import adapt
from myna_training.generator import Batch, Item, Myna, losses, split
from myna_training.tokens import sums

SHAPE = adapt.Shape(crops=2, frames=12, phonemes=5, reference=9, rank=2)


def as_step_takes_it(batch: Batch, codebooks: torch.Tensor, conditional: torch.Tensor) -> dict[str, torch.Tensor]:
    visible, target = split(batch, codebooks)
    inner = batch.symbols_inside.clone()
    inner[:, 0] = False
    inner[:, :-1] &= batch.symbols_inside[:, 1:]
    inner[:, -1] = False
    return {
        "phonemes": batch.symbols,
        "spoken": batch.symbols_inside.float(),
        "durations": torch.log(batch.frames.clamp(min=1).float()),
        "heed": inner * torch.where(batch.symbols == 0, 0.3, 1.0),
        "place": batch.place,
        "visible": visible,
        "depth": batch.visible,
        "target": target,
        "inside": batch.inside.float(),
        "reference": sums(codebooks, batch.reference)[:1, :, -1],
        "conditional": conditional,
    }


def items(depth: int, codes: int, random: np.random.Generator) -> list[Item]:
    reference = random.integers(0, codes, (SHAPE.reference, depth))
    made = []
    for frames in ([3, 2, 4, 2, 1], [2, 3, 2]):
        tokens = random.integers(0, codes, (sum(frames), depth))
        made.append(Item(random.integers(0, 9, len(frames)), np.array(frames), tokens, reference))
    return made


def test_without_additions_the_loss_is_that_of_training() -> None:
    settings = tiny()
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    model = Myna(settings).eval()
    codebooks = torch.randn(settings.codec.depth, settings.codec.codes, settings.codec.latent)
    batch = Batch(items(settings.codec.depth, settings.codec.codes, random), settings, random, torch.device("cpu"))
    conditional = torch.tensor([1.0, 0.0])
    with torch.no_grad(), torch.autocast("cpu", enabled=False):
        step = adapt.Step(model, SHAPE.rank)
        taken = as_step_takes_it(batch, codebooks, conditional)
        found, *gradients = step(taken, step.values(step.factors), step.values(step.weights))
        parts = losses(model, batch, codebooks, conditional)
    expected = parts["regression"] + parts["classification"] + adapt.DURATION_SHARE * parts["duration"]
    assert abs(float(found) - float(expected)) < 0.02 * abs(float(expected))  # training multiplies in bfloat16
    assert len(gradients) == len(step.factors)


def test_steps_go_down() -> None:
    settings = tiny()
    torch.manual_seed(0)
    model = Myna(settings).eval()
    step = adapt.Step(model, SHAPE.rank)
    batch = adapt.example(SHAPE, settings.codec.latent, settings.codec.depth, 9, np.random.default_rng(1))
    factors = [adapt.pattern(number, step.state[name].shape) for number, name in enumerate(step.factors)]
    before = step(batch, factors, step.values(step.weights))[0]
    after = step(batch, adapt.descend(step, batch, factors, 5, 0.01), step.values(step.weights))[0]
    assert after < before


def test_the_graph_is_made_of_operators_that_have_no_gradient_of_their_own() -> None:
    settings = tiny()
    step = adapt.Step(Myna(settings).eval(), SHAPE.rank)
    batch = adapt.example(SHAPE, settings.codec.latent, settings.codec.depth, 9, np.random.default_rng(1))
    graph = step.graph(batch).graph
    assert {node.domain for node in graph.node} == {""}
    assert not {"Conv", "LayerNormalization", "ScatterElements", "Shape"} & {node.op_type for node in graph.node}
    assert [i.name for i in graph.input] == [*batch, *step.factors, *step.weights]
    assert [o.name for o in graph.output] == ["loss", *[name + ".gradient" for name in step.factors]]
    assert sum(len(i.raw_data) for i in graph.initializer) < 100_000  # the weights are inputs
