"""ONNX graphs of modules, with golden tensors beside them.

Weights are stored as 16-bit floats behind a Cast, or as bytes behind a DequantizeLinear, so a pack is small and computes in float32. The golden
tensors come from the PyTorch modules with the same rounded weights.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, numpy_helper
from torch import Tensor, nn

from . import int8

SMALL = 4096  # tensors up to this many numbers stay in 32 bits
OPSET = 17
TOLERANCE = 1e-3


def round_weights(module: nn.Module) -> None:
    """Rounds every large tensor to what 16 bits hold."""
    for tensor in [*module.parameters(), *module.buffers()]:
        if tensor.is_floating_point() and tensor.numel() > SMALL:
            tensor.data = tensor.data.half().float()


def keep_buffers(module: nn.Module) -> None:
    """Makes every buffer an initializer of the graph: what PyTorch takes for a constant it would fold into large tables."""
    for part in module.modules():
        part._non_persistent_buffers_set.clear()


def store_half(path: Path) -> None:
    """Replaces large float initializers by 16-bit ones followed by a Cast."""
    model = onnx.load(path)
    graph = model.graph
    casts = []
    for initializer in graph.initializer:
        if initializer.data_type == TensorProto.FLOAT and np.prod(initializer.dims) > SMALL:
            name = initializer.name
            values = numpy_helper.to_array(initializer).astype(np.float16)
            initializer.CopyFrom(numpy_helper.from_array(values, name + ".half"))
            casts.append(onnx.helper.make_node("Cast", [name + ".half"], [name], to=TensorProto.FLOAT))
    rewrite(path, model, casts)


def rewrite(path: Path, model: onnx.ModelProto, before: list[onnx.NodeProto]) -> None:
    """Puts nodes in front of a graph and writes it without what only says where it came from."""
    graph = model.graph
    nodes = [*before, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    del graph.value_info[:]
    model.doc_string = ""
    for node in graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


def round_to_bytes(module: nn.Module) -> None:
    """Rounds every large matrix to 255 evenly spaced values, row by row."""
    for tensor in module.parameters():
        if tensor.numel() > SMALL and tensor.dim() > 1:
            scale = tensor.detach().flatten(1).abs().amax(1).clamp(min=1e-12) / 127
            scale = scale.view(-1, *[1] * (tensor.dim() - 1))
            tensor.data = (tensor.data / scale).round() * scale


def store_bytes(path: Path) -> None:
    """Replaces large float initializers by 8-bit ones, with a scale for each row, followed by a DequantizeLinear."""
    model = onnx.load(path)
    graph = model.graph
    nodes, scales = [], []
    for initializer in graph.initializer:
        if initializer.data_type == TensorProto.FLOAT and np.prod(initializer.dims) > SMALL and len(initializer.dims) > 1:
            name = initializer.name
            values = numpy_helper.to_array(initializer)
            rows = values.reshape(len(values), -1)
            scale = np.maximum(np.abs(rows).max(1), 1e-12).astype(np.float32) / np.float32(127)
            bytes_ = np.rint(rows / scale[:, None]).astype(np.int8).reshape(values.shape)
            initializer.CopyFrom(numpy_helper.from_array(bytes_, name + ".bytes"))
            scales.append(numpy_helper.from_array(scale, name + ".scale"))
            nodes.append(onnx.helper.make_node("DequantizeLinear", [name + ".bytes", name + ".scale"], [name], axis=0))
    graph.initializer.extend(scales)
    rewrite(path, model, nodes)


def dump(folder: Path, name: str, tensor: Tensor | np.ndarray) -> dict:
    """Writes a raw little-endian file and returns its entry of golden.json."""
    array = tensor.detach().numpy() if isinstance(tensor, Tensor) else tensor
    array = array.astype("<i8" if array.dtype.kind in "iu" else "<f4")
    (folder / f"{name}.bin").write_bytes(np.ascontiguousarray(array).tobytes())
    return {"file": f"{name}.bin", "dtype": "int64" if array.dtype.kind == "i" else "float32", "shape": list(array.shape)}


def golden(folder: Path, graph: str, inputs: dict, outputs: dict, tolerance: float, **more) -> None:
    folder = folder / graph
    folder.mkdir(parents=True)
    entry = {
        "graph": graph,
        **more,
        "inputs": {name: dump(folder, name, value) for name, value in inputs.items()},
        "outputs": {name: dump(folder, name, value) for name, value in outputs.items()},
        "tolerance": tolerance,
    }
    (folder / "golden.json").write_text(json.dumps(entry, indent=2) + "\n")


class Exporter:
    """Writes graphs and golden tensors side by side."""

    def __init__(self, output: Path):
        self.output = output
        self.graphs: dict[str, dict] = {}

    def graph(
        self,
        role: str,
        module: nn.Module,
        inputs: dict[str, Tensor],
        outputs: list[str],
        axes: dict[str, dict[int, str]],
        store: Callable[[Path], None] = store_half,
        eight_bits: bool = False,
    ) -> list[Tensor]:
        """Exports a module and records what PyTorch makes of the inputs."""
        module.eval()
        path = self.output / f"{role}.onnx"
        keep_buffers(module)
        with torch.no_grad():
            torch.onnx.export(
                module,
                tuple(inputs.values()),
                str(path),
                opset_version=OPSET,
                input_names=list(inputs),
                output_names=outputs,
                dynamic_axes=axes,
                do_constant_folding=False,
            )
            results = (int8.emulate(module) if eight_bits else module)(*inputs.values())
        if eight_bits:
            print(f"{role}: {int8.rewrite(path)} matrix products in 8 bits")
        store(path)
        results = list(results) if isinstance(results, (tuple, list)) else [results]
        golden(self.output / "golden", role, inputs, dict(zip(outputs, results)), int8.TOLERANCE if eight_bits else TOLERANCE)
        self.graphs[role] = {"file": path.name, "inputs": {n: n for n in inputs}, "outputs": {n: n for n in outputs}}
        print(f"{role}: {path.stat().st_size / 1e6:.1f} MB", flush=True)
        return results
