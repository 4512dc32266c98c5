"""Strict configuration, resumable runs, and models that learn what little they are given."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from myna_training import config as configs
from myna_training.codec import Codec
from myna_training.generator import HEARD, Batch, Item, Myna, losses, unlikeness
from myna_training.losses import SpectralLoss
from myna_training.run import Run
from myna_training.speaker import SpeakerEncoder


def tiny() -> configs.Config:
    small = configs.load("small")
    codec = dataclasses.replace(small.codec, encoder_width=32, encoder_blocks=1, decoder_width=48, decoder_blocks=2, depth=4, codes=16, latent=8)
    generator = dataclasses.replace(
        small.generator, width=32, heads=2, layers=2, text_width=32, text_layers=2, reference_layers=1, components=8, rank=4
    )
    return dataclasses.replace(small, codec=codec, generator=generator)


def test_unknown_and_missing_keys_are_named(tmp_path: Path):
    text = (Path(configs.__file__).parent / "configs" / "small.toml").read_text()
    for changed, name in ((text + "\nspeed = 1\n", "speaker.speed"), (text.replace("hop = 256\n", ""), "audio.hop")):
        path = tmp_path / "changed.toml"
        path.write_text(changed)
        with pytest.raises(ValueError, match=name):
            configs.load(path)


@pytest.mark.parametrize("name", ["small", "paper"])
def test_shipped_configurations_load(name):
    assert configs.load(name).name == name


def test_a_run_resumes_where_it_stopped(tmp_path: Path):
    model = torch.nn.Linear(2, 2)
    run = Run(tmp_path, tiny(), minutes=1)
    run.step = 41
    run.save(model=model)
    again = Run(tmp_path, tiny(), minutes=1)
    other = torch.nn.Linear(2, 2)
    again.restore(model=other)
    assert again.step == 42
    assert torch.equal(other.weight, model.weight)


def test_the_codec_learns_one_batch():
    torch.manual_seed(0)
    model = Codec(tiny())
    spectral = SpectralLoss(16000)
    time = torch.arange(16384) / 16000
    samples = torch.stack([0.3 * torch.sin(2 * torch.pi * f * time) for f in (200, 330, 500, 800)])
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    values = []
    for _ in range(60):
        latents = model.encoder(samples)
        quantized, commitment = model.quantizer(latents)
        loss = spectral(model.decoder(quantized), samples) + 0.25 * commitment
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        values.append(float(loss))
    assert values[-1] < 0.6 * values[0]


def test_targets_that_are_long_enough_and_hear_a_reference_are_compared_with_it():
    torch.manual_seed(2)
    speaker = SpeakerEncoder(tiny().speaker, 8).eval()
    reference = torch.randn(3, HEARD, 8)
    expected = torch.cat([torch.randn(3, HEARD, 8), reference], dim=1)
    expected[1] += 20 * torch.rand(8)
    lengths = torch.tensor([2 * HEARD, HEARD - 1, 2 * HEARD])
    heard = torch.ones(3)
    assert float(unlikeness(speaker, expected, reference, lengths, heard)) == pytest.approx(0, abs=1e-3)
    longer = lengths.clamp(min=HEARD)
    assert float(unlikeness(speaker, expected, reference, longer, heard)) > 0.01
    assert float(unlikeness(speaker, expected, reference, longer, torch.tensor([1.0, 0.0, 1.0]))) == pytest.approx(0, abs=1e-3)
    assert float(unlikeness(speaker, expected, reference, torch.tensor([1, 1, 1]), heard)) == 0


def test_the_generator_learns_one_batch():
    torch.manual_seed(0)
    settings = tiny()
    random = np.random.default_rng(0)
    codebooks = torch.randn(4, 16, 8) * 0.6 ** torch.arange(4)[:, None, None]
    items = []
    for _ in range(3):
        frames = random.integers(2, 5, 6)
        tokens = random.integers(0, 16, (int(frames.sum()), 4))
        items.append(Item(random.integers(1, 40, 6), frames, tokens, tokens[:8]))
    model = Myna(settings)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    values = []
    for _ in range(150):
        batch = Batch(items, settings, random, torch.device("cpu"))
        parts = losses(model, batch, codebooks, torch.ones(3))
        loss = parts["regression"] + parts["classification"] + parts["duration"]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        values.append(float(loss))
    assert np.mean(values[-10:]) < np.mean(values[:10]) - 0.8
