"""export: turns the trained parts into a model pack that Java loads: ONNX graphs, codebooks, manifest, golden tensors and model card.

How graphs are stored and checked is in `graphs`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from . import card, g2p, int8, limits
from . import config as configs
from .aligner import Aligner
from .codec import Codec
from .generator import Myna
from .graphs import Exporter, golden, round_to_bytes, round_weights, store_bytes
from .harmonic import load_decoder
from .layers import PlainNorm
from .phonemes import SYMBOLS
from .prepare import Corpus
from .sampler import Settings, sample
from .serving import GeneratorGraph, ReferenceGraph, TextGraph
from .speaker import SpeakerEncoder
from .spoil import DITHER
from .tokens import load_codec

CONTEXT, PHASES = 16, 2  # frames that the decoder looks at on either side; parts of a frame that it counts pitch periods by
HEARD = 24.0  # seconds of a reference: in training it is 8 at most, and three times that still makes the voice more alike
MEMORY = {"keys": {3: "R"}, "values": {2: "R"}}  # axes of what a reference leaves
RHYTHM = {"paceBias": 1.1, "heardShare": 0.85}  # of references, measured with pack 0.4.0 on clips of training; see --rhythm


def sampler_golden(
    folder: Path,
    graph: nn.Module,
    components: np.ndarray,
    codebooks: np.ndarray,
    voice: tuple[Tensor, Tensor, Tensor],
    random: np.random.Generator,
    with_predictions: bool,
) -> None:
    """Records the noise and the tokens of a short run of the sampler over the generator's graph.

    With `with_predictions` also what the network said in every step, for graphs that round: theirs differ a little from the recorded ones, and
    the first other token changes all that follow.
    """
    keys, values, style = voice
    frames, settings = 20, Settings(steps=4, guidance=1.0, temperature=0.7, topP=0.9)
    width = codebooks.shape[2]
    text = torch.from_numpy(random.standard_normal((1, frames, style.shape[1])).astype(np.float32))
    uniforms = random.random((settings.steps, frames)).astype(np.float32)
    normals = random.standard_normal((settings.steps, frames, width)).astype(np.float32)
    gumbels = random.random((settings.steps - 1, frames)).astype(np.float32)

    said: list[tuple[np.ndarray, ...]] = []

    def network(total: np.ndarray, visible: np.ndarray) -> tuple[np.ndarray, ...]:
        pair = torch.from_numpy(total)[None].expand(2, -1, -1)
        depth = torch.from_numpy(visible)[None].expand(2, -1)
        with torch.no_grad():
            out = graph(pair, depth, text.expand(2, -1, -1), style, torch.tensor([1.0, 0.0]), torch.tensor([settings.guidance]), *keys, *values)
        said.append(tuple(part[0].numpy() for part in out))
        return said[-1]

    def noise(step: int, _: int) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
        last = step == settings.steps
        return (
            uniforms[step - 1].astype(np.float64),
            normals[step - 1].astype(np.float64),
            None if last else gumbels[step - 1].astype(np.float64),
        )

    tokens = sample(network, codebooks, components, frames, settings, noise)
    inputs = {"text": text, "keys": keys, "values": values, "style": style, "uniforms": uniforms, "normals": normals, "gumbels": gumbels}
    if with_predictions:
        names = ("logits", "mean", "coefficients", "log_scale")
        inputs |= {name: np.stack(parts) for name, parts in zip(names, zip(*said))}
    golden(folder, "sampler", inputs, {"tokens": tokens}, 0, sampling=vars(settings))


def multiplications(generator: nn.Module) -> int:
    """Of the weights, per frame and row of one evaluation: what a measurement of speed is held against."""
    parts = {name: part for name, part in generator.named_modules() if isinstance(part, (nn.Linear, nn.Conv1d))}
    return sum(part.weight.numel() for name, part in parts.items() if "shared" not in name.split("."))


def write_manifest(
    output: Path, settings: configs.Config, graphs: dict, options: argparse.Namespace, rate: int, corpora: list[dict], sampling: Settings, cost: dict
) -> dict:
    """`rate` is that of the decoder's samples."""
    generator, codec, audio = settings.generator, settings.codec, settings.audio
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(output.iterdir())
        if path.is_file() and path.suffix in (".onnx", ".f16")
    }
    manifest = {
        "formatVersion": 2,
        "name": options.name,
        "version": options.version,
        "licence": "CC-BY-4.0",
        "languages": ["en"],
        "training": {"hours": round(sum(c["hours"] for c in corpora), 2), "corpora": corpora},
        "audio": {
            "sampleRate": audio.sample_rate,
            "outputRate": rate,
            "hop": audio.frame,
            "frameRate": audio.frame_rate,
            "level": audio.level,
            "referenceSeconds": HEARD,
            "referenceDither": DITHER,
        },
        "codec": {"depth": codec.depth, "codebookSize": codec.codes, "latentWidth": codec.latent},
        "decoder": {"contextFrames": CONTEXT, "phasesPerFrame": PHASES},
        "generator": {
            "components": generator.components,
            "rank": generator.rank,
            "layers": generator.layers,
            "keyWidth": generator.width,
            "textWidth": generator.text_width,
            "styleWidth": generator.text_width,
        },
        "symbols": SYMBOLS,
        "letters": g2p.LETTERS if "g2p" in graphs else None,
        "silence": {"edgeFrames": 4},
        **({"likeness": json.loads((options.speaker / limits.FILE).read_text())} if options.speaker else {}),
        "rhythm": json.loads(options.rhythm.read_text()) if options.rhythm else RHYTHM,
        "sampling": vars(sampling),
        "graphs": graphs,
        "codebooks": "codebooks.f16",
        "components": "components.f16",
        "metrics": {
            **(json.loads(options.metrics.read_text()) if options.metrics else {}),
            **(g2p.measured(options.g2p) if options.g2p else {}),
            **cost,
        },
        "files": files,
    }
    (output / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return manifest


def speech_example(corpus: Corpus, frame: int) -> Tensor:
    """Two seconds of a training clip [1, T], T a multiple of the codec frame."""
    clip = next(c for c in corpus.clips if c.corpus == "kathleen-arctic" and c.length > 32000)
    return torch.from_numpy(corpus.read(clip, 0, 32000 // frame * frame))[None]


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="export", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with frozen.pt")
    parser.add_argument("--decoder", type=Path, required=True)
    parser.add_argument("--aligner", type=Path, required=True)
    parser.add_argument("--generator", type=Path, required=True)
    parser.add_argument("--g2p", type=Path, help="run folder of the network for unknown words")
    parser.add_argument("--speaker", type=Path, help="run folder of the speaker embedding, with the file of limits")
    parser.add_argument("--output", type=Path, required=True, help="models/NAME; replaced when everything is written")
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--config", default="small")
    parser.add_argument("--metrics", type=Path, help="JSON object of measured numbers")
    parser.add_argument("--rhythm", type=Path, help="JSON object with paceBias and heardShare, where they were measured anew or restored")
    parser.add_argument("--bias", type=Path, help="bias.json, for the model card")
    parser.add_argument("--int8", action="store_true", help="matrix products of the generator in 8 bits")
    parser.add_argument("--sampling", type=Path, help="JSON object of the default sampling settings")
    return parser.parse_args(arguments)


@dataclass
class Trained:
    """The networks of a pack, with weights as a pack holds them."""

    codec: Codec
    decoder: nn.Module
    aligner: Aligner
    model: Myna

    @staticmethod
    def load(options: argparse.Namespace, settings: configs.Config) -> Trained:
        cpu = torch.device("cpu")
        codec: Codec = load_codec(options.codec / "frozen.pt", settings, cpu)
        aligner = Aligner(settings).eval()
        aligner.load_state_dict(torch.load(options.aligner / "final.pt", map_location=cpu)["model"])
        model = Myna(settings).eval()
        model.load_state_dict(torch.load(options.generator / "final.pt", map_location=cpu)["model"])
        decoder = load_decoder(options.decoder / "final.pt", settings)
        for module in (model.reference, model.text):
            round_to_bytes(module)
        for module in (codec, decoder, aligner, model.generator):
            round_weights(module)
        norms = [part for network in (codec, decoder, aligner, model) for part in network.modules() if isinstance(part, PlainNorm)]
        for part in (codec.encoder.features, decoder, decoder.inverse, aligner.features, *norms):
            part.exporting = True
        return Trained(codec, decoder, aligner, model)


def export_codec(exporter: Exporter, codec: Codec, decoder: nn.Module, samples: Tensor, random: np.random.Generator) -> Tensor:
    """Writes the encoder, the quantizer's golden tensors and the decoder; returns the latents of the samples, quantized [1, L, d]."""
    (latents,) = exporter.graph("codec-encoder", codec.encoder, {"samples": samples}, ["latents"], {"samples": {1: "T"}, "latents": {1: "L"}})
    codes = codec.quantizer.encode(latents)
    quantized = codec.quantizer.decode(codes)
    golden(exporter.output / "golden", "quantizer", {"latents": latents[0]}, {"tokens": codes[0]}, 0)
    noise = torch.from_numpy(random.standard_normal((1, 2 * decoder.hop * latents.shape[1])).astype(np.float32))
    exporter.graph(
        "codec-decoder",
        decoder,
        {"latents": quantized, "noise": noise, "turn": torch.tensor([0.25]), "anchor": torch.tensor([6])},
        ["samples", "turns"],
        {"latents": {1: "L"}, "noise": {1: "T"}, "samples": {1: "T"}, "turns": {1: "H"}},
    )
    return quantized


def export_reference(exporter: Exporter, model: Myna, quantized: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Writes the reference encoder; returns keys, values and style of the first 16 frames."""
    keys, values, style = exporter.graph(
        "reference-encoder",
        ReferenceGraph(model),
        {"latents": quantized[:, :16].contiguous()},
        ["keys", "values", "style"],
        {"latents": {1: "R"}, **MEMORY},
        store=store_bytes,
    )
    return keys, values, style


def export_text(exporter: Exporter, model: Myna, style: Tensor, random: np.random.Generator) -> Tensor:
    """Writes the text encoder; returns what it makes of 17 phonemes, [1, 17, H]."""
    phonemes = torch.from_numpy(random.integers(0, len(SYMBOLS), (1, 17)))
    text, _ = exporter.graph(
        "text-encoder",
        TextGraph(model),
        {"phonemes": phonemes, "style": style},
        ["text", "log_durations"],
        {"phonemes": {1: "N"}, "text": {1: "N"}, "log_durations": {1: "N"}},
        store=store_bytes,
    )
    return text


def export_generator(
    exporter: Exporter,
    generator: GeneratorGraph,
    codec: configs.Codec,
    text: Tensor,
    voice: tuple[Tensor, Tensor, Tensor],
    random: np.random.Generator,
    eight_bits: bool,
) -> None:
    """Writes the generator for two rows, the second without its text."""
    keys, values, style = voice
    frames = 40
    exporter.graph(
        "generator",
        generator,
        {
            "visible": torch.from_numpy(random.standard_normal((2, frames, codec.latent)).astype(np.float32)),
            "depth": torch.from_numpy(np.tile(random.integers(0, codec.depth + 1, (1, frames)), (2, 1))),
            "text": text.repeat_interleave(3, dim=1)[:, :frames].expand(2, -1, -1).contiguous(),
            "style": style,
            "conditional": torch.tensor([1.0, 0.0]),
            "guidance": torch.tensor([1.0]),
            **{f"{name}.{i}": part[i].contiguous() for name, part in (("keys", keys), ("values", values)) for i in range(len(part))},
        },
        ["logits", "mean", "coefficients", "log_scale"],
        {
            **{name: {0: "B", 1: "L"} for name in ("visible", "depth", "text")},
            **{f"{name}.{i}": {axis - 1: "R" for axis in axes} for name, axes in MEMORY.items() for i in range(len(keys))},
            "conditional": {0: "B"},
            **{name: {1: "L"} for name in ("logits", "mean", "coefficients", "log_scale")},
        },
        eight_bits=eight_bits,
    )
    graph = exporter.graphs["generator"]
    graph["inputs"] = {name.split(".")[0]: re.sub(r"\d+$", "{layer}", name) for name in graph["inputs"]}  # "keys.0" is a layer's part of "keys"


def export_speaker(exporter: Exporter, run: Path, settings: configs.Config, quantized: Tensor) -> None:
    speaker = SpeakerEncoder(settings.speaker, settings.codec.latent).eval()
    speaker.load_state_dict(torch.load(run / "final.pt", map_location=torch.device("cpu"))["model"])
    round_to_bytes(speaker)
    exporter.graph("speaker", speaker, {"latents": quantized}, ["embedding"], {"latents": {1: "R"}}, store=store_bytes)


def export_all(exporter: Exporter, trained: Trained, samples: Tensor, options: argparse.Namespace, settings: configs.Config) -> None:
    """Writes every graph, the tables beside them and all golden tensors."""
    random = np.random.default_rng(settings.seed)
    codec, model = trained.codec, trained.model
    quantized = export_codec(exporter, codec, trained.decoder, samples, random)
    voice = export_reference(exporter, model, quantized)
    text = export_text(exporter, model, voice[2], random)
    generator = GeneratorGraph(model)
    export_generator(exporter, generator, settings.codec, text, voice, random, options.int8)
    if options.g2p:
        g2p.add(exporter, options.g2p)
    if options.speaker:
        export_speaker(exporter, options.speaker, settings, quantized)
    exporter.graph("aligner", trained.aligner, {"samples": samples}, ["log_probs"], {"samples": {1: "T"}, "log_probs": {1: "L"}})
    codebooks = codec.quantizer.codebooks.numpy()
    (exporter.output / "codebooks.f16").write_bytes(codebooks.astype("<f2").tobytes())
    components = model.generator.components.detach().numpy()
    (exporter.output / "components.f16").write_bytes(components.astype("<f2").tobytes())
    spoken = int8.emulate(generator) if options.int8 else generator
    sampler_golden(exporter.output / "golden", spoken, components, codebooks, voice, random, options.int8)


def main(arguments: list[str]) -> None:
    options = parse(arguments)
    settings = configs.load(options.config)
    corpus = Corpus(options.data)
    trained = Trained.load(options, settings)
    partial = options.output.with_name(f".{options.output.name}.part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    exporter = Exporter(partial)
    export_all(exporter, trained, speech_example(corpus, settings.audio.frame), options, settings)
    sampling = Settings(**json.loads(options.sampling.read_text())) if options.sampling else Settings()
    corpora = card.training_data(corpus)
    cost = {"generator.multiplications": multiplications(trained.model.generator)}
    manifest = write_manifest(partial, settings, exporter.graphs, options, trained.decoder.rate, corpora, sampling, cost)
    (partial / "MODEL_CARD.md").write_text(card.render(manifest, corpus, card.read_bias(options.bias)))
    shutil.rmtree(options.output, ignore_errors=True)
    partial.rename(options.output)
