"""Matrix products in 8 bits, for graphs that run on a CPU: half the size, and about twice the speed where the CPU has dot products of bytes.

What a gated MLP multiplies last, and the head, keep their 32 bits: measured on 10 sentences of `dev`, DNSMOS OVRL was 2.28 with all products in
32 bits, 2.12 with all in 8, and 2.27 this way. Weights are rounded per output channel, once; activations per tensor, at every evaluation
(ONNX's DynamicQuantizeLinear). `emulate` does in PyTorch what the rewritten graph does, so that golden tensors come from PyTorch here as well.
"""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

DOMAIN = "com.microsoft"
WITHOUT = frozenset({"shared", "head", "down"})  # parts that are not rounded; "shared" takes one row at a time
TOLERANCE = 2e-2  # an activation that lies between two steps may be rounded to either


def round_columns(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[in, out] -> int8 [in, out] and float32 scales [out]."""
    scale = np.abs(weight).max(0) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.clip(np.rint(weight / scale), -127, 127).astype(np.int8), scale


class EightBitLinear(nn.Module):
    """A linear layer as the rewritten graph computes it."""

    def __init__(self, linear: nn.Linear):
        super().__init__()
        codes, scale = round_columns(linear.weight.detach().numpy().T)
        self.codes = torch.from_numpy(codes).double()
        self.scale = torch.from_numpy(scale)
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        low, high = x.min().clamp(max=0), x.max().clamp(min=0)
        step = (high - low) / 255
        zero = torch.round(-low / step).clamp(0, 255)
        rounded = (torch.round(x / step) + zero).clamp(0, 255) - zero
        return (rounded.double() @ self.codes).float() * (step * self.scale) + self.bias


def emulate(module: nn.Module) -> nn.Module:
    """A copy whose linear layers round, but for those under a name of WITHOUT."""
    twin = copy.deepcopy(module)
    for name, part in list(twin.named_modules()):
        for child_name, child in list(part.named_children()):
            if isinstance(child, nn.Linear) and not WITHOUT & set(f"{name}.{child_name}".split(".")):
                part._modules[child_name] = EightBitLinear(child)
    return twin


def rewrite(path: Path) -> int:
    """Replaces the products with a constant matrix by products in 8 bits, but for those of WITHOUT; returns how many."""
    model = onnx.load(path)
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    nodes, gone, count = [], set(), 0
    for node in graph.node:
        meant = node.op_type == "MatMul" and not WITHOUT & set(node.name.split("/"))
        maker = makers.get(node.input[1]) if meant else None
        if maker is None or maker.op_type != "Transpose" or maker.input[0] not in constants:
            nodes.append(node)
            continue
        name = maker.input[0]
        codes, scale = round_columns(numpy_helper.to_array(constants[name]).T)
        graph.initializer.extend([numpy_helper.from_array(codes, name + ".codes"), numpy_helper.from_array(scale, name + ".scale")])
        inputs = [node.input[0], name + ".codes", name + ".scale"]
        nodes.append(onnx.helper.make_node("DynamicQuantizeMatMul", inputs, list(node.output), name=node.name, domain=DOMAIN))
        gone |= {name, *maker.output}
        count += 1
    nodes = [node for node in nodes if not set(node.output) & gone]
    kept = [i for i in graph.initializer if i.name not in gone]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    model.opset_import.append(onnx.helper.make_opsetid(DOMAIN, 1))
    path.write_bytes(model.SerializeToString())
    return count
