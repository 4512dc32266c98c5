"""A pack gives back the weights it was exported from, as it holds them."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from myna_training import config as configs
from myna_training import int8, restore
from myna_training.generator import Myna
from myna_training.graphs import SMALL, keep_buffers, round_to_bytes, round_weights, store_bytes, store_half
from myna_training.run import Run


class Small(nn.Module):
    """Weights of every kind: large and small, beside a parameter that is called as a scale of bytes would be."""

    def __init__(self) -> None:
        super().__init__()
        self.one = nn.Linear(96, 80)
        self.down = nn.Linear(80, 96)
        self.scale = nn.Parameter(torch.randn(96))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.down(torch.relu(self.one(x))) * self.scale


def exported(model: nn.Module, path: Path) -> Path:
    keep_buffers(model)
    torch.onnx.export(model, (torch.randn(1, 5, 96),), str(path), opset_version=17, do_constant_folding=False)
    return path


def same(a: nn.Module, b: nn.Module, tolerance: float = 0.0) -> bool:
    return all(torch.allclose(x, y, rtol=0, atol=tolerance) for x, y in zip(a.state_dict().values(), b.state_dict().values(), strict=True))


@pytest.mark.parametrize(("rounding", "store"), [(round_weights, store_half), (round_to_bytes, store_bytes)])
def test_rounded_weights_come_back(tmp_path: Path, rounding, store) -> None:
    torch.manual_seed(1)
    model = Small()
    assert model.one.weight.numel() > SMALL
    rounding(model)
    path = exported(model, tmp_path / "small.onnx")
    store(path)
    assert same(restore.fill(Small(), restore.weights(path)), model, 1e-7)


def test_columns_of_bytes_come_back_the_right_way_round(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Small()
    path = exported(model, tmp_path / "small.onnx")
    assert int8.rewrite(path) == 1
    back = restore.fill(Small(), restore.weights(path))
    assert torch.equal(back.down.weight, model.down.weight)
    steps = model.one.weight.abs().amax(1, keepdim=True) / 127
    assert ((back.one.weight - model.one.weight).abs() <= 0.501 * steps).all()


def test_a_weight_that_the_pack_lacks_is_named(tmp_path: Path) -> None:
    path = exported(Small(), tmp_path / "small.onnx")
    found = restore.weights(path)
    del found["down.bias"]
    with pytest.raises(ValueError, match="down.bias"):
        restore.fill(Small(), found)


def test_a_run_begins_with_restored_weights_and_then_with_its_own(tmp_path: Path) -> None:
    settings = configs.load("small")
    first, second, later = nn.Linear(2, 2), nn.Linear(2, 2), nn.Linear(2, 2)
    torch.save({"model": first.state_dict()}, tmp_path / "final.pt")
    run = Run(tmp_path, settings, minutes=1)
    run.adopt("model", second)
    assert same(first, second)
    with torch.no_grad():
        second.weight.add_(1)
    run.save(model=second)
    again = Run(tmp_path, settings, minutes=1)
    again.adopt("model", later)
    assert not same(later, first)
    again.restore(model=later)
    assert same(later, second)


def test_codebooks_and_components_are_read_from_16_bits(tmp_path: Path) -> None:
    settings = configs.load("small")
    like = Myna(dataclasses.replace(settings, generator=dataclasses.replace(settings.generator, layers=1))).generator.components
    values = np.random.default_rng(1).standard_normal(like.shape).astype("<f2")
    values.tofile(tmp_path / "components.f16")
    assert torch.equal(restore.half(tmp_path / "components.f16", like), torch.from_numpy(values.astype(np.float32)))
