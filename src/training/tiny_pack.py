"""Writes the tiny pack that the Java tests run on: random weights, every file and shape of a real pack, golden tensors.

Usage: python tiny_pack.py FOLDER [RATE], where RATE is what the decoder gives per second: 16000, as the codec takes in, or another
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from myna_training import sampler
from myna_training.phonemes import SYMBOLS

RATE, HOP = 16000, 512
DEPTH, CODES, LATENT = 4, 16, 8
COMPONENTS, RANK, LAYERS, KEYS, TEXT, STYLE = 4, 2, 2, 8, 12, 6
SAMPLING = {"steps": 4, "schedule": "power3", "guidance": 1.0, "temperature": 0.8, "topP": 0.9, "gumbel": 1.0, "spread": 1.0}


class CodecEncoder(nn.Module):
    """samples [1, T] -> latents [1, L, d]."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(HOP, LATENT, bias=False)
        nn.init.orthogonal_(self.project.weight)

    def forward(self, samples: Tensor) -> Tensor:
        return 2 * self.project(samples.reshape(1, -1, HOP))


class CodecDecoder(nn.Module):
    """latents [1, L, d], noise [1, L * h], turn [1], anchor int64 [1] -> samples [1, L * h], turns [1, 2 L]; h samples a frame at the rate given.

    A hum whose pitch the latents set goes on where `turn` says it is at the start of the half frame `anchor`.
    """

    def __init__(self, encoder: CodecEncoder, rate: int) -> None:
        super().__init__()
        hop = HOP * rate // RATE
        basis = encoder.project.weight.detach().clone()
        self.register_buffer("basis", basis if hop == HOP else F.interpolate(basis[None], hop, mode="linear")[0])
        self.register_buffer("time", torch.arange(hop // 2) / (hop // 2))

    def forward(self, latents: Tensor, noise: Tensor, turn: Tensor, anchor: Tensor) -> tuple[Tensor, Tensor]:
        steps = (4.0 + 2.0 * torch.tanh(latents[:, :, :2])).reshape(1, -1)
        before = torch.cumsum(steps, dim=1) - steps
        starts = before - before.index_select(1, anchor) + turn[:, None]
        hum = torch.sin(6.2831853 * (starts[:, :, None] + steps[:, :, None] * self.time)).reshape(1, -1)
        samples = torch.tanh((latents @ self.basis / 2).reshape(1, -1) + 0.001 * noise + 0.01 * hum)
        return samples, starts - torch.floor(starts)


class ReferenceEncoder(nn.Module):
    """latents [1, R, d] -> keys, values [layers, R, C], style [1, S]."""

    def __init__(self) -> None:
        super().__init__()
        self.memory = nn.Linear(LATENT, 2 * LAYERS * KEYS)
        self.style = nn.Linear(LATENT, STYLE)

    def forward(self, latents: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        memory = self.memory(latents[0]).reshape(-1, 2, LAYERS, KEYS).permute(1, 2, 0, 3)
        return memory[0], memory[1], torch.tanh(self.style(latents.mean(1)))


class TextEncoder(nn.Module):
    """phonemes int64 [1, N], style [1, S] -> text [1, N, H], log_durations [1, N]."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(len(SYMBOLS), TEXT)
        self.style = nn.Linear(STYLE, TEXT)
        self.duration = nn.Linear(TEXT, 1)

    def forward(self, phonemes: Tensor, style: Tensor) -> tuple[Tensor, Tensor]:
        x = torch.tanh(self.embed(phonemes) + self.style(style)[:, None])
        return x, 1.0 + 0.5 * torch.tanh(self.duration(x)[:, :, 0])


class Generator(nn.Module):
    """One evaluation of the sampler's network, guided where there are two rows."""

    def __init__(self) -> None:
        super().__init__()
        self.depths = nn.Embedding(DEPTH + 1, TEXT)
        self.visible = nn.Linear(LATENT, TEXT)
        self.query = nn.Linear(TEXT, KEYS)
        self.value = nn.Linear(KEYS, TEXT)
        self.style = nn.Linear(STYLE, TEXT)
        self.sizes = [COMPONENTS, LATENT, RANK, 1]
        self.head = nn.Linear(TEXT, sum(self.sizes))

    def forward(
        self,
        visible: Tensor,
        depth: Tensor,
        text: Tensor,
        keys: Tensor,
        values: Tensor,
        style: Tensor,
        conditional: Tensor,
        guidance: Tensor,
    ) -> tuple[Tensor, ...]:
        given = conditional[:, None, None]
        x = self.visible(visible) + text * given + self.depths(depth) + self.style(style)[:, None] * given
        for layer in range(LAYERS):
            weights = torch.softmax(self.query(torch.tanh(x)) @ keys[layer].T, dim=-1)
            x = x + given * self.value(weights @ values[layer])
        last = x[-1:]
        h = torch.tanh(x[:1] + guidance * (x[:1] - last))
        logits, mean, coefficients, scale = self.head(h).split(self.sizes, dim=-1)
        return logits, mean, coefficients, scale[:, :, 0] - 1.0


class Aligner(nn.Module):
    """samples [1, T] -> log_probs [1, L, P]."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(HOP, 8)
        self.head = nn.Linear(8, len(SYMBOLS))

    def forward(self, samples: Tensor) -> Tensor:
        return F.log_softmax(4 * self.head(torch.tanh(4 * self.project(samples.reshape(1, -1, HOP)))), dim=-1)


class Pack:
    """Collects the files of a pack."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.graphs: dict[str, dict[str, object]] = {}
        self.files: dict[str, dict[str, object]] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def note(self, path: Path) -> None:
        content = path.read_bytes()
        self.files[path.name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}

    def array(self, name: str, values: np.ndarray) -> None:
        (self.folder / name).write_bytes(values.astype("<f2").tobytes())
        self.note(self.folder / name)

    def graph(self, role: str, model: nn.Module, inputs: dict[str, Tensor], outputs: Sequence[str], axes: dict[str, dict[int, str]]) -> None:
        """Exports a graph with golden tensors for these inputs."""
        path = self.folder / f"{role}.onnx"
        torch.onnx.export(
            model.eval(), tuple(inputs.values()), str(path), input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes, opset_version=16
        )
        self.note(path)
        self.graphs[role] = {"file": path.name, "inputs": {n: n for n in inputs}, "outputs": {n: n for n in outputs}}
        with torch.no_grad():
            results = model(*inputs.values())
        results = results if isinstance(results, tuple) else (results,)
        arrays = {n: t.numpy() for n, t in inputs.items()}
        self.golden(role, arrays, {n: r.numpy() for n, r in zip(outputs, results)}, 1e-3)

    def golden(self, role: str, inputs: dict[str, np.ndarray], outputs: dict[str, np.ndarray], tolerance: float, **more: object) -> None:
        folder = self.folder / "golden" / role
        folder.mkdir(parents=True, exist_ok=True)

        def write(kind: str, arrays: dict[str, np.ndarray]) -> dict[str, dict[str, object]]:
            listed = {}
            for name, values in arrays.items():
                kept = np.ascontiguousarray(values, dtype="<i8" if values.dtype.kind == "i" else "<f4")
                file = f"{kind}-{name}.bin"
                (folder / file).write_bytes(kept.tobytes())
                listed[name] = {"file": file, "dtype": "int64" if values.dtype.kind == "i" else "float32", "shape": list(values.shape)}
            return listed

        golden = {"graph": role, **more, "inputs": write("in", inputs), "outputs": write("out", outputs), "tolerance": tolerance}
        (folder / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")


def round_to_half(values: np.ndarray) -> np.ndarray:
    return values.astype(np.float16).astype(np.float32)


def main() -> None:
    torch.manual_seed(1)
    pack = Pack(Path(sys.argv[1]))
    rate = int(sys.argv[2]) if len(sys.argv) > 2 else RATE
    frames, phonemes, reference = 12, 7, 9
    encoder = CodecEncoder()
    samples = torch.randn(1, frames * HOP) * 0.1
    time = {1: "T"}
    pack.graph("codec-encoder", encoder, {"samples": samples}, ["latents"], {"samples": time, "latents": {1: "L"}})
    latents = torch.randn(1, frames, LATENT)
    noise = F.interpolate(torch.randn(1, 1, frames * HOP), frames * HOP * rate // RATE)[0]
    pack.graph(
        "codec-decoder",
        CodecDecoder(encoder, rate),
        {"latents": latents, "noise": noise, "turn": torch.tensor([0.25]), "anchor": torch.tensor([6])},
        ["samples", "turns"],
        {"latents": {1: "L"}, "noise": time, "samples": time, "turns": {1: "H"}},
    )
    memory = ReferenceEncoder()
    heard = torch.randn(1, reference, LATENT)
    pack.graph(
        "reference-encoder",
        memory,
        {"latents": heard},
        ["keys", "values", "style"],
        {"latents": {1: "R"}, "keys": {1: "R"}, "values": {1: "R"}},
    )
    keys, values, style = (t.detach() for t in memory(heard))
    pack.graph(
        "text-encoder",
        TextEncoder(),
        {"phonemes": torch.randint(len(SYMBOLS), (1, phonemes)), "style": style},
        ["text", "log_durations"],
        {"phonemes": {1: "N"}, "text": {1: "N"}, "log_durations": {1: "N"}},
    )
    generator = Generator().eval()
    text = torch.randn(1, frames, TEXT)
    inputs = {
        "visible": torch.randn(1, frames, LATENT).repeat(2, 1, 1),
        "depth": torch.randint(DEPTH + 1, (1, frames)).repeat(2, 1),
        "text": text.repeat(2, 1, 1),
        "keys": keys,
        "values": values,
        "style": style,
        "conditional": torch.tensor([1.0, 0.0]),
        "guidance": torch.tensor([1.0]),
    }
    row = {0: "B", 1: "L"}
    axes = {"visible": row, "depth": row, "text": row, "keys": {1: "R"}, "values": {1: "R"}, "conditional": {0: "B"}}
    outputs = ["logits", "mean", "coefficients", "log_scale"]
    pack.graph("generator", generator, inputs, outputs, {**axes, **{name: {1: "L"} for name in outputs}})
    pack.graph("aligner", Aligner(), {"samples": samples}, ["log_probs"], {"samples": time, "log_probs": {1: "L"}})

    random = np.random.default_rng(1)
    falling = 0.5 ** np.arange(DEPTH)[:, None, None]
    codebooks = round_to_half(random.normal(size=(DEPTH, CODES, LATENT)) * falling)
    components = round_to_half(random.normal(size=(COMPONENTS, LATENT, RANK)))
    pack.array("codebooks.f16", codebooks)
    pack.array("components.f16", components)
    write_quantizer_golden(pack, codebooks, latents[0].numpy())
    write_sampler_golden(pack, generator, codebooks, components, inputs)
    write_manifest(pack, rate)


def write_quantizer_golden(pack: Pack, codebooks: np.ndarray, latents: np.ndarray) -> None:
    residual, codes = latents.astype(np.float64), []
    for book in codebooks.astype(np.float64):
        nearest = ((residual[:, None] - book) ** 2).sum(-1).argmin(1)
        residual = residual - book[nearest]
        codes.append(nearest)
    pack.golden("quantizer", {"latents": latents}, {"tokens": np.stack(codes, axis=1)}, 0)


def write_sampler_golden(pack: Pack, generator: Generator, codebooks: np.ndarray, components: np.ndarray, fixed: dict[str, Tensor]) -> None:
    """Tokens for recorded noise, by the sampler that the Java one must follow."""
    settings = sampler.Settings(**SAMPLING)
    frames = fixed["text"].shape[1]
    random = np.random.default_rng(2)
    shape = (settings.steps, frames)
    uniforms, gumbels = random.random(shape).astype(np.float32), random.random((settings.steps - 1, frames)).astype(np.float32)
    normals = random.normal(size=(*shape, LATENT)).astype(np.float32)

    def network(visible: np.ndarray, depth: np.ndarray) -> tuple[np.ndarray, ...]:
        rows = {"visible": torch.from_numpy(visible)[None].repeat(2, 1, 1), "depth": torch.from_numpy(depth)[None].repeat(2, 1)}
        with torch.no_grad():
            return tuple(t[0].numpy() for t in generator(*{**fixed, **rows}.values()))

    def noise(step: int, _: int) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
        last = step == settings.steps
        return uniforms[step - 1].astype(float), normals[step - 1].astype(float), None if last else gumbels[step - 1].astype(float)

    tokens = sampler.sample(network, codebooks, components, frames, settings, noise)
    inputs = {n: fixed[n].numpy() for n in ("keys", "values", "style")}
    inputs |= {"text": fixed["text"][:1].numpy(), "uniforms": uniforms, "normals": normals, "gumbels": gumbels}
    pack.golden("sampler", inputs, {"tokens": tokens}, 0, sampling=SAMPLING)


def write_manifest(pack: Pack, rate: int) -> None:
    manifest = {
        "formatVersion": 2,
        "name": "tiny",
        "version": "0.1.0",
        "licence": "CC0-1.0",
        "languages": ["en"],
        "training": {"hours": 0.0, "corpora": []},
        "audio": {"sampleRate": RATE, "outputRate": rate, "hop": HOP, "frameRate": RATE / HOP, "level": -23.0, "referenceSeconds": 10.0},
        "codec": {"depth": DEPTH, "codebookSize": CODES, "latentWidth": LATENT},
        "decoder": {"contextFrames": 16, "phasesPerFrame": 2},
        "generator": {"components": COMPONENTS, "rank": RANK, "layers": LAYERS, "keyWidth": KEYS, "textWidth": TEXT, "styleWidth": STYLE},
        "symbols": SYMBOLS,
        "letters": None,
        "silence": {"edgeFrames": 4},
        "rhythm": {"paceBias": 1.1, "heardShare": 0.85},
        "sampling": SAMPLING,
        "graphs": pack.graphs,
        "codebooks": "codebooks.f16",
        "components": "components.f16",
        "metrics": {},
        "files": pack.files,
    }
    (pack.folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
