"""restore: turns a model pack back into run folders, so that its networks can be trained further without the checkpoints they came from.

The weights are those of the pack, rounded as it holds them; what only training knows (the optimizers' state, the aligner's prior, the codec's
first decoder) is not in a pack and begins anew. Each run folder gets `final.pt` (the codec's `frozen.pt`); a step called with it starts there.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from . import config as configs
from . import g2p, limits
from .aligner import Aligner
from .codec import Codec
from .files import save_checkpoint
from .generator import Myna
from .harmonic import HarmonicDecoder
from .speaker import SpeakerEncoder

REFERENCE, TEXT = "reference.", "text."  # what the exported graphs call the parts of Myna, beside "generator."


def weights(graph: Path) -> dict[str, Tensor]:
    """The weights of an exported graph by their names in PyTorch, float32: what export stored as 16-bit floats, bytes per row (`.bytes`) or
    bytes per column (`.codes`, transposed) is brought back to numbers."""
    stored = {i.name: numpy_helper.to_array(i) for i in onnx.load(graph).graph.initializer}
    found = {}
    for name, values in stored.items():
        stem, _, kind = name.rpartition(".")
        if kind == "half":
            found[stem] = values.astype(np.float32)
        elif kind == "bytes":
            found[stem] = values.astype(np.float32) * stored[stem + ".scale"].reshape(-1, *[1] * (values.ndim - 1))
        elif kind == "codes":
            found[stem] = (values.astype(np.float32) * stored[stem + ".scale"]).T
        elif not {stem + ".bytes", stem + ".codes"} & set(stored):
            found[name] = values
    return {name: torch.from_numpy(np.array(values)) for name, values in found.items()}


def fill(module: nn.Module, found: dict[str, Tensor], without: frozenset[str] = frozenset()) -> nn.Module:
    """Loads what was found; every weight of the module but those of `without` must be there, in its shape."""
    state = module.state_dict()
    missing = sorted(set(state) - set(found) - without)
    if missing:
        raise ValueError(f"the pack lacks {', '.join(missing[:3])}: was it trained with another configuration?")
    module.load_state_dict({name: found.get(name, old) for name, old in state.items()})
    return module


def half(path: Path, like: Tensor) -> Tensor:
    """A file of 16-bit floats in the shape of `like`."""
    return torch.from_numpy(np.fromfile(path, "<f2").astype(np.float32)).reshape(like.shape)


def restore_codec(pack: Path, settings: configs.Config) -> Codec:
    codec = Codec(settings)
    fill(codec.encoder, weights(pack / "codec-encoder.onnx"))
    codec.quantizer.codebooks.copy_(half(pack / "codebooks.f16", codec.quantizer.codebooks))
    return codec


def restore_generator(pack: Path, settings: configs.Config) -> Myna:
    model = Myna(settings)
    found = {name: values for graph in ("reference-encoder", "text-encoder", "generator") for name, values in weights(pack / f"{graph}.onnx").items()}
    found["generator.components"] = half(pack / "components.f16", model.generator.components)
    fill(model, found)
    return model


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="restore", description=__doc__)
    parser.add_argument("--pack", type=Path, required=True, help="folder of the pack, with manifest.json")
    parser.add_argument("--output", type=Path, required=True, help="folder for the run folders")
    parser.add_argument("--config", default="small", help="what the pack was trained with")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    pack, output = options.pack, options.output
    manifest = json.loads((pack / "manifest.json").read_text())
    graphs = manifest["graphs"]

    def keep(step: str, state: dict, name: str = "final.pt") -> None:
        (output / step).mkdir(parents=True, exist_ok=True)
        if (output / step / "checkpoint.pt").exists():
            raise SystemExit(f"{output / step} holds a run already; give a new folder")
        save_checkpoint(output / step / name, state)

    keep("codec", {"model": restore_codec(pack, settings).state_dict()}, "frozen.pt")
    keep("generator", {"model": restore_generator(pack, settings).state_dict()})
    (output / "generator" / "rhythm.json").write_text(json.dumps(manifest["rhythm"]) + "\n")
    decoder = fill(HarmonicDecoder(settings.audio, settings.codec), weights(pack / "codec-decoder.onnx"))
    keep("decoder", {"decoder": decoder.state_dict()})
    keep("aligner", {"model": fill(Aligner(settings), weights(pack / "aligner.onnx")).state_dict()})
    if "speaker" in graphs:
        speaker = SpeakerEncoder(settings.speaker, settings.codec.latent)
        keep("speaker", {"model": fill(speaker, weights(pack / "speaker.onnx")).state_dict()})
        (output / "speaker" / limits.FILE).write_text(json.dumps(manifest["likeness"]) + "\n")
    if "g2p" in graphs:
        found = {name.removeprefix("model."): values for name, values in weights(pack / "g2p.onnx").items()}
        model = fill(g2p.Model(g2p.Settings()), found)
        keep("g2p", {"settings": vars(g2p.Settings()), "averaged": model.state_dict()}, "checkpoint.pt")
        measured = {name: manifest["metrics"][f"g2p.{name}"] for name in ("per", "wer") if f"g2p.{name}" in manifest["metrics"]}
        (output / "g2p" / "metrics.json").write_text(json.dumps(measured) + "\n")
    print(f"restored {', '.join(sorted(p.name for p in output.iterdir()))} from {pack}", flush=True)
