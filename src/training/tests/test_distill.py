"""What the reference encoder is taught about spoilt clips."""

import types

import numpy as np
import torch

from myna_training import config as configs
from myna_training.distill import Pairs, distance
from myna_training.generator_model import ReferenceEncoder


def test_pairs_are_of_the_same_frames_and_spoilt_in_part():
    settings = configs.load("small")
    frame = settings.audio.frame
    clips = [types.SimpleNamespace(length=200 * frame, split=split, speaker=name) for split, name in (("train", "a"), ("dev", "b"), ("train", "c"))]
    clean = np.arange(600 * 16).reshape(600, 16)
    spoiled = clean + 100_000
    spoiled[400:] = clean[400:]  # the third clip was not spoilt
    pairs = Pairs(types.SimpleNamespace(clips=clips), clean, [spoiled], settings)
    assert pairs.voices == [[(0, 200)]]
    told, heard = (part.numpy() for part in pairs.draw(60, 100, np.random.default_rng(3)))
    same = (told == heard).all((1, 2))
    assert same.sum() == 18
    assert (heard[~same] - told[~same] == 100_000).all()
    assert told.max() < 200 * 16


def test_the_distance_weighs_channels_alike():
    torch.manual_seed(5)
    for shape in ((4, 50, 8), (400, 8)):
        wanted = torch.randn(*shape) * torch.tensor([100.0] + [1.0] * 7)
        off = distance(wanted + 0.5 * wanted.std(tuple(range(len(shape) - 1)), keepdim=True), wanted)
        assert len(off) == shape[0]
        torch.testing.assert_close(off, torch.full_like(off, 0.25), atol=0.02, rtol=0)


def test_a_clip_is_enhanced_by_one_share():
    torch.manual_seed(6)
    settings = configs.load("small")
    encoder = ReferenceEncoder(settings.generator, settings.codec.latent)
    latents = torch.randn(2, 30, settings.codec.latent)
    for bias, wanted in ((-30.0, encoder.frames(latents)), (30.0, encoder.enhancer(latents)[0])):
        torch.nn.init.constant_(encoder.enhancer.share.bias, bias)
        torch.testing.assert_close(encoder.features(latents), wanted)
