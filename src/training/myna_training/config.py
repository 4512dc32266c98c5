"""Strict configuration: a TOML file per size; an unknown or missing key is an error that names it."""

from __future__ import annotations

import dataclasses
import tomllib
import typing
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Audio:
    """Signal constants. A codec frame is two mel hops long."""

    sample_rate: int  # Hz, of what the encoder hears
    output_rate: int  # Hz, of what the decoder renders
    hop: int  # samples between mel frames
    fft: int  # samples of one mel analysis window
    mels: int  # mel bands from 0 Hz to half the sample rate
    level: float  # dB relative to full scale that the active part of every clip is brought to

    @property
    def frame(self) -> int:
        """Samples of one codec frame."""
        return 2 * self.hop

    @property
    def frame_rate(self) -> float:
        """Codec frames per second."""
        return self.sample_rate / self.frame


@dataclasses.dataclass(frozen=True)
class Codec:
    """Neural codec: ConvNeXt encoder, residual vector quantizer, ConvNeXt decoder with an inverse-STFT head."""

    encoder_width: int
    encoder_blocks: int
    decoder_width: int
    decoder_blocks: int
    refiner_width: int
    refiner_blocks: int
    depth: int  # D
    codes: int  # V
    latent: int  # d
    batch: int
    crop: float  # seconds
    learning_rate: float


@dataclasses.dataclass(frozen=True)
class Aligner:
    """Frame classifier over phonemes whose alignment is summed out (hidden Markov model, optional silence)."""

    width: int
    blocks: int
    batch_seconds: float
    learning_rate: float


@dataclasses.dataclass(frozen=True)
class Generator:
    """Masked RVQ generator (ResGen, arXiv 2412.10208)."""

    width: int
    heads: int
    layers: int
    text_width: int
    text_layers: int
    reference_layers: int
    components: int  # K Gaussians of the mixture
    rank: int  # r of the low-rank means
    condition_dropout: float
    batch_seconds: float
    learning_rate: float
    average: float  # decay of the weight average


@dataclasses.dataclass(frozen=True)
class Speaker:
    """Embedding of a voice, by which likeness is measured."""

    width: int
    blocks: int
    embedding: int
    batch: int  # crops
    learning_rate: float


@dataclasses.dataclass(frozen=True)
class Config:
    name: str
    seed: int
    audio: Audio
    codec: Codec
    aligner: Aligner
    generator: Generator
    speaker: Speaker


def _build(kind: type, values: dict, where: str):
    hints = typing.get_type_hints(kind)
    names = {field.name for field in dataclasses.fields(kind)}
    for key in values:
        if key not in names:
            raise ValueError(f"unknown key '{where}{key}'")
    for key in names:
        if key not in values:
            raise ValueError(f"missing key '{where}{key}'")
    built = {}
    for key, value in values.items():
        want = hints[key]
        if dataclasses.is_dataclass(want):
            built[key] = _build(want, value, f"{where}{key}.")
        elif want is float and isinstance(value, int) and not isinstance(value, bool):
            built[key] = float(value)
        elif not isinstance(value, want) or isinstance(value, bool):
            raise ValueError(f"key '{where}{key}' is {value!r}, expected {want.__name__}")
        else:
            built[key] = value
    return kind(**built)


def load(path: str | Path) -> Config:
    """Reads a configuration; a bare name ("small", "paper") means one of the configurations of this package.

    Raises ValueError naming the first key that is unknown, missing or of the wrong type.
    """
    path = Path(path)
    if not path.suffix:
        path = Path(__file__).parent / "configs" / f"{path}.toml"
    with open(path, "rb") as file:
        return _build(Config, tomllib.load(file), "")
