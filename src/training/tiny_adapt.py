"""Writes the pack that the Java tests adapt to voices: the tiny pack, but with networks of the real kind, random and small, and their step.

Usage: python tiny_adapt.py TINY_PACK FOLDER
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

from myna_training import adapt
from myna_training import config as configs
from myna_training.export import export_generator, export_reference, export_text
from myna_training.generator import Myna
from myna_training.graphs import Exporter, round_to_bytes, round_weights
from myna_training.layers import PlainNorm
from myna_training.restore import restore_generator
from myna_training.serving import GeneratorGraph

SHAPE = adapt.Shape(crops=2, frames=40, phonemes=12, reference=24, rank=2)
DEPTH, CODES, LATENT = 4, 16, 8  # as the tiny pack has them


def settings() -> configs.Config:
    small = configs.load("small")
    codec = dataclasses.replace(small.codec, depth=DEPTH, codes=CODES, latent=LATENT)
    sizes = {"width": 48, "heads": 2, "layers": 1, "text_width": 48, "text_layers": 2, "reference_layers": 1, "components": 4, "rank": 2}
    return dataclasses.replace(small, codec=codec, generator=dataclasses.replace(small.generator, **sizes))


def export(folder: Path, chosen: configs.Config, model: Myna) -> Exporter:
    """The three graphs that additions are made to, stored as in a real pack."""
    for module in (model.reference, model.text):
        round_to_bytes(module)
    round_weights(model.generator)
    for part in model.modules():
        if isinstance(part, PlainNorm):
            part.exporting = True
    random = np.random.default_rng(0)
    exporter = Exporter(folder)
    voice = export_reference(exporter, model, torch.from_numpy(random.standard_normal((1, 16, LATENT)).astype(np.float32)))
    text = export_text(exporter, model, voice[2], random)
    export_generator(exporter, GeneratorGraph(model), chosen.codec, text, voice, random, eight_bits=True)
    return exporter


def main() -> None:
    tiny, folder = Path(sys.argv[1]), Path(sys.argv[2])
    torch.manual_seed(0)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tiny, folder)
    shutil.rmtree(folder / "golden")
    chosen = settings()
    model = Myna(chosen).eval()
    for parameter in model.parameters():  # no two may be equal: export would write them once
        parameter.requires_grad_(False).add_(0.05 * torch.randn_like(parameter))
    graphs = export(folder, chosen, model).graphs
    components = model.generator.components.numpy().astype("<f2")
    (folder / "components.f16").write_bytes(components.tobytes())
    manifest = json.loads((folder / "manifest.json").read_text())
    sizes = chosen.generator
    widths = {"layers": sizes.layers, "keyWidth": sizes.width, "textWidth": sizes.text_width, "styleWidth": sizes.text_width}
    manifest["name"] = "tiny-adapt"
    manifest["generator"] |= widths
    manifest["graphs"] |= graphs
    for name in manifest["files"]:
        data = (folder / name).read_bytes()
        manifest["files"][name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    shutil.rmtree(folder / "golden")
    adapt.add(folder, restore_generator(folder, chosen), SHAPE, DEPTH, seed=1, descents=10)


if __name__ == "__main__":
    main()
