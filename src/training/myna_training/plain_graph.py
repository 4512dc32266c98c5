"""A traced computation with its backward pass as an ONNX graph of plain operators and fixed shapes.

PyTorch's own export knows few of the operators that a backward pass is made of, and takes minutes over thousands of nodes. Here every shape is
known, so that each of PyTorch's operators becomes one or two of ONNX's, whatever depends on constants alone becomes a constant, and what is
computed twice is computed once.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, fx
from torch._decomp import get_decompositions
from torch.fx.experimental.proxy_tensor import make_fx

OPSET = 17
aten = torch.ops.aten


def _between(gradient: Tensor, size: int, dim: int, start: int) -> Tensor:
    """A tensor of zeros with `gradient` from `start` on along `dim`, which is `size` long."""
    behind = size - start - gradient.shape[dim]
    pads = [0, 0] * (gradient.dim() - 1 - dim) + [start, behind]
    return aten.constant_pad_nd.default(gradient, pads, 0.0)


def _slice_backward(gradient: Tensor, sizes: list[int], dim: int, start: int, end: int, step: int) -> Tensor:
    return _between(gradient, sizes[dim % len(sizes)], dim % len(sizes), start % (sizes[dim] + 1))


def _select_backward(gradient: Tensor, sizes: list[int], dim: int, index: int) -> Tensor:
    dim %= len(sizes)
    return _between(gradient.unsqueeze(dim), sizes[dim], dim, index % sizes[dim])


DECOMPOSITIONS = {
    **get_decompositions([aten.silu_backward, aten.gelu_backward, aten._softmax_backward_data, aten._log_softmax_backward_data]),
    aten.slice_backward.default: _slice_backward,
    aten.select_backward.default: _select_backward,
}
SAME = {aten.clone.default, aten.detach.default, aten.alias.default}
RESHAPED = {
    aten.view.default,
    aten._unsafe_view.default,
    aten._reshape_alias.default,
    aten.reshape.default,
    aten.unsqueeze.default,
    aten.squeeze.dim,
}
CUTS = {aten.unbind.int, aten.split.Tensor, aten.split_with_sizes.default}
PLAIN = {
    "mul": "Mul",
    "add": "Add",
    "sub": "Sub",
    "div": "Div",
    "mm": "MatMul",
    "bmm": "MatMul",
    "neg": "Neg",
    "exp": "Exp",
    "log": "Log",
    "sqrt": "Sqrt",
    "reciprocal": "Reciprocal",
    "sigmoid": "Sigmoid",
    "erf": "Erf",
    "abs": "Abs",
    "sgn": "Sign",
    "clamp": "Clip",
    "gt": "Greater",
    "lt": "Less",
    "ge": "GreaterOrEqual",
    "le": "LessOrEqual",
    "eq": "Equal",
    "logical_and": "And",
    "logical_and_": "And",
    "where": "Where",
    "embedding": "Gather",
}
ONNX_TYPES = {torch.float32: TensorProto.FLOAT, torch.int64: TensorProto.INT64, torch.bool: TensorProto.BOOL}


def trace(function: Callable[..., tuple[Tensor, ...]], arguments: list[Tensor]) -> fx.GraphModule:
    """What a function of tensors does, its gradients too, operator by operator."""
    return make_fx(function, decomposition_table=DECOMPOSITIONS)(*arguments)


class PlainGraph:
    """Builds the ONNX graph of a traced computation."""

    def __init__(self, traced: fx.GraphModule, inputs: list[str], outputs: list[str]):
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: dict[str, np.ndarray] = {}
        self.names: dict[fx.Node, str] = {}  # what stands for a node in the graph
        self.constants: dict[fx.Node, object] = {}
        self.known: dict[tuple, str] = {}
        self.traced = traced
        placeholders = [node for node in traced.graph.nodes if node.op == "placeholder"]
        self.names.update(zip(placeholders, inputs, strict=True))
        for node in traced.graph.nodes:
            if node.op == "get_attr":
                self.constants[node] = getattr(traced, node.target)
            elif node.op == "call_function":
                self.add(node)
        (results,) = (node.args[0] for node in traced.graph.nodes if node.op == "output")
        for result, name in zip(results, outputs, strict=True):
            self.nodes.append(helper.make_node("Identity", [self.name(result)], [name]))
        self.inputs = [self.value(name, node) for name, node in zip(inputs, placeholders)]
        self.outputs = [self.value(name, node) for name, node in zip(outputs, results)]

    def model(self) -> onnx.ModelProto:
        kept = [numpy_helper.from_array(array, name) for name, array in self.initializers.items()]
        graph = helper.make_graph(self.nodes, "step", self.inputs, self.outputs, kept)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        self._drop_unused(model.graph)
        onnx.checker.check_model(model)
        return model

    @staticmethod
    def _drop_unused(graph: onnx.GraphProto) -> None:
        wanted = {output.name for output in graph.output}
        kept = []
        for node in reversed(graph.node):
            if wanted & set(node.output):
                wanted |= set(node.input)
                kept.append(node)
        del graph.node[:]
        graph.node.extend(reversed(kept))
        constants = [i for i in graph.initializer if i.name in wanted]
        del graph.initializer[:]
        graph.initializer.extend(constants)

    @staticmethod
    def value(name: str, node: fx.Node) -> onnx.ValueInfoProto:
        meta = node.meta["tensor_meta"]
        return helper.make_tensor_value_info(name, ONNX_TYPES[meta.dtype], list(meta.shape))

    @staticmethod
    def shape(node: fx.Node) -> list[int]:
        return list(node.meta["tensor_meta"].shape)

    def constant(self, value: Tensor | float | list[int]) -> str:
        if isinstance(value, Tensor):
            array = value.detach().contiguous().numpy()
        else:
            array = np.array(value, np.int64 if isinstance(value, list) else np.float32)
        key = ("constant", array.dtype.str, array.shape, array.tobytes())
        if key not in self.known:
            self.known[key] = f"c{len(self.initializers)}"
            self.initializers[self.known[key]] = array
        return self.known[key]

    def name(self, value: fx.Node | float) -> str:
        """What the graph calls a tensor or a number."""
        if not isinstance(value, fx.Node):
            return self.constant(value)
        return self.names[value] if value in self.names else self.constant(self.constants[value])

    def node(self, kind: str, inputs: list[str], **attributes) -> str:
        """The output of an operator, which is made where there is none like it yet."""
        key = (kind, *inputs, *sorted((k, str(v)) for k, v in attributes.items()))
        if key not in self.known:
            self.known[key] = f"t{len(self.nodes)}"
            self.nodes.append(helper.make_node(kind, inputs, [self.known[key]], **attributes))
        return self.known[key]

    def add(self, node: fx.Node) -> None:
        if node.target.__name__ == "getitem":
            self._item(node)
            return
        parts = node.all_input_nodes
        if all(part in self.constants for part in parts):
            values = fx.node.map_arg((node.args, node.kwargs), lambda part: self.constants[part])
            self.constants[node] = node.target(*values[0], **values[1])
            return
        if node.target in (aten.zeros_like.default, aten.new_zeros.default, aten.ones_like.default):
            meta = node.meta["tensor_meta"]
            fill = torch.ones if node.target == aten.ones_like.default else torch.zeros
            self.constants[node] = fill(meta.shape, dtype=meta.dtype)
            return
        if node.target not in CUTS:  # whose items are made where they are taken
            self.names[node] = self._translated(node)

    def _item(self, node: fx.Node) -> None:
        """One of the parts that a tensor was cut into."""
        cut, index = node.args
        source = cut.args[0]
        kind = cut.target.__name__.split(".")[0]
        dim = (cut.args[1] if kind == "unbind" else cut.args[2] if len(cut.args) > 2 else cut.kwargs.get("dim", 0)) % len(self.shape(source))
        sizes = cut.args[1] if kind == "split_with_sizes" else [1 if kind == "unbind" else cut.args[1]] * (index + 1)
        start = sum(sizes[:index])
        part = self._slice(self.name(source), self.shape(source), dim, start, start + sizes[index])
        self.names[node] = self._reshape(part, self.shape(node)) if kind == "unbind" else part

    def _slice(self, name: str, shape: list[int], dim: int, start: int, end: int) -> str:
        start, end = (min(max(i + shape[dim] if i < 0 else i, 0), shape[dim]) for i in (start, end))
        if (start, end) == (0, shape[dim]):
            return name
        return self.node("Slice", [name, self.constant([start]), self.constant([end]), self.constant([dim])])

    def _reshape(self, name: str, shape: list[int]) -> str:
        return self.node("Reshape", [name, self.constant(shape)])

    def _translated(self, node: fx.Node) -> str:
        kind = node.target.__name__.split(".")[0].lstrip("_")
        source = node.args[0]
        if node.target in SAME:
            return self.name(source)
        if node.target in RESHAPED:
            return self.name(source) if self.shape(source) == self.shape(node) else self._reshape(self.name(source), self.shape(node))
        if kind in PLAIN:
            return self._plain(PLAIN[kind], node)
        return getattr(self, "_cut" if kind == "slice" else "_" + kind)(node, *node.args)

    def _plain(self, kind: str, node: fx.Node) -> str:
        if node.kwargs or kind in ("Add", "Sub") and len(node.args) > 2:
            raise ValueError(f"{node.format_node()}: not known")
        arguments = node.args[:2] if kind == "Gather" else node.args
        inputs = [self._number(value, node, kind) for value in arguments]
        return self.node(kind, inputs)

    def _number(self, value: fx.Node | float, node: fx.Node, kind: str) -> str:
        """A tensor as numbers where it holds truths, and a number of the kind that the tensor beside it holds."""
        if isinstance(value, fx.Node) and kind == "Mul" and value.meta["tensor_meta"].dtype == torch.bool:
            return self.node("Cast", [self.name(value)], to=TensorProto.FLOAT)
        if not isinstance(value, fx.Node) and node.args[0].meta["tensor_meta"].dtype == torch.int64:
            return self.constant(torch.tensor(value))
        return self.name(value)

    def _addmm(self, node: fx.Node, bias: fx.Node, a: fx.Node, b: fx.Node) -> str:
        return self.node("Add", [self.node("MatMul", [self.name(a), self.name(b)]), self.name(bias)])

    def _rsub(self, node: fx.Node, source: fx.Node, other: float, *_) -> str:
        return self.node("Sub", [self.name(other), self.name(source)])

    def _rsqrt(self, node: fx.Node, source: fx.Node) -> str:
        return self.node("Reciprocal", [self.node("Sqrt", [self.name(source)])])

    def _silu(self, node: fx.Node, source: fx.Node) -> str:
        return self.node("Mul", [self.name(source), self.node("Sigmoid", [self.name(source)])])

    def _gelu(self, node: fx.Node, source: fx.Node) -> str:
        x = self.name(source)
        bell = self.node("Erf", [self.node("Mul", [x, self.constant(math.sqrt(0.5))])])
        return self.node("Mul", [self.node("Mul", [x, self.constant(0.5)]), self.node("Add", [bell, self.constant(1.0)])])

    def _pow(self, node: fx.Node, source: fx.Node, exponent: float) -> str:
        x = self.name(source)
        return x if exponent == 1 else self.node("Mul", [x, x]) if exponent == 2 else self.node("Pow", [x, self.constant(float(exponent))])

    def _t(self, node: fx.Node, source: fx.Node) -> str:
        return self.node("Transpose", [self.name(source)], perm=[1, 0])

    def _transpose(self, node: fx.Node, source: fx.Node, a: int, b: int) -> str:
        order = list(range(len(self.shape(source))))
        order[a], order[b] = order[b], order[a]
        return self.node("Transpose", [self.name(source)], perm=order)

    def _permute(self, node: fx.Node, source: fx.Node, order: list[int]) -> str:
        return self.node("Transpose", [self.name(source)], perm=[i % len(order) for i in order])

    def _expand(self, node: fx.Node, source: fx.Node, *_) -> str:
        wanted = self.shape(node)
        return self.name(source) if self.shape(source) == wanted else self.node("Expand", [self.name(source), self.constant(wanted)])

    def _select(self, node: fx.Node, source: fx.Node, dim: int, index: int) -> str:
        shape = self.shape(source)
        at = index % shape[dim]
        return self._reshape(self._slice(self.name(source), shape, dim % len(shape), at, at + 1), self.shape(node))

    def _cut(self, node: fx.Node, source: fx.Node, dim: int = 0, start: int | None = 0, end: int | None = None) -> str:
        shape = self.shape(source)
        return self._slice(self.name(source), shape, dim % len(shape), start or 0, shape[dim] if end is None else end)

    def _cat(self, node: fx.Node, parts: list[fx.Node], dim: int = 0) -> str:
        return self.node("Concat", [self.name(part) for part in parts], axis=dim % len(self.shape(node)))

    def _stack(self, node: fx.Node, parts: list[fx.Node], dim: int = 0) -> str:
        dim %= len(self.shape(node))
        wanted = [1 if i == dim else size for i, size in enumerate(self.shape(node))]
        return self.node("Concat", [self._reshape(self.name(part), wanted) for part in parts], axis=dim)

    def _constant_pad_nd(self, node: fx.Node, source: fx.Node, pads: list[int], fill: float = 0.0) -> str:
        shape = self.shape(source)
        before, behind = [0] * len(shape), [0] * len(shape)
        for i in range(len(pads) // 2):
            before[-1 - i], behind[-1 - i] = pads[2 * i], pads[2 * i + 1]
        name = self.name(source)
        if min(pads) < 0:
            for dim, (a, b) in enumerate(zip(before, behind)):
                name = self._slice(name, shape, dim, -a, shape[dim] + b)
            return name
        return self.node("Pad", [name, self.constant(before + behind), self.constant(float(fill))])

    def _sum(self, node: fx.Node, source: fx.Node, dims: list[int] | None = None, keep: bool = False) -> str:
        rank = len(self.shape(source))
        axes = [dim % rank for dim in dims] if dims else list(range(rank))
        return self.node("ReduceSum", [self.name(source), self.constant(axes)], keepdims=int(keep))

    def _mean(self, node: fx.Node, source: fx.Node, dims: list[int], keep: bool = False) -> str:
        return self.node("ReduceMean", [self.name(source)], axes=list(dims), keepdims=int(keep))

    def _softmax(self, node: fx.Node, source: fx.Node, dim: int, *_) -> str:
        return self.node("Softmax", [self.name(source)], axis=dim)

    def _log_softmax(self, node: fx.Node, source: fx.Node, dim: int, *_) -> str:
        return self.node("LogSoftmax", [self.name(source)], axis=dim)
