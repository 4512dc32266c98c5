"""Matrix products in 8 bits: the emulation stays near, and the rewritten graph holds what it says."""

from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

from myna_training import int8


class Small(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.one = nn.Linear(32, 48)
        self.two = nn.Linear(48, 8)
        self.shared = nn.Sequential(nn.Linear(32, 8))
        self.down = nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.down(self.two(torch.relu(self.one(x))) + self.shared(x[:, 0])[:, None])


def test_the_emulation_is_near_and_leaves_single_rows_alone() -> None:
    torch.manual_seed(1)
    model, x = Small(), torch.randn(2, 20, 32)
    twin = int8.emulate(model)
    assert isinstance(twin.one, int8.EightBitLinear) and isinstance(twin.shared[0], nn.Linear) and isinstance(twin.down, nn.Linear)
    assert isinstance(model.one, nn.Linear)
    difference = (twin(x) - model(x)).abs().max() / model(x).abs().max()
    assert 0 < difference < 0.02


def test_rewrites_products_with_constants(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Small()
    path = tmp_path / "small.onnx"
    torch.onnx.export(model, (torch.randn(2, 20, 32),), str(path), opset_version=17, do_constant_folding=False)
    assert int8.rewrite(path) == 2
    graph = onnx.load(path).graph
    assert [n.op_type for n in graph.node].count("DynamicQuantizeMatMul") == 2
    assert [n.op_type for n in graph.node].count("MatMul") == 1
    names = {i.name for i in graph.initializer} | {o for n in graph.node for o in n.output} | {i.name for i in graph.input}
    assert all(i in names for n in graph.node for i in n.input if i)


def test_columns_round_within_half_a_step() -> None:
    weight = np.random.default_rng(1).standard_normal((16, 5)).astype(np.float32)
    weight[:, 2] = 0
    codes, scale = int8.round_columns(weight)
    assert np.abs(codes * scale - weight).max() <= 0.5001 * scale.max()
