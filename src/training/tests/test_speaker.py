"""The embedding of a voice and the optimizer for matrices."""

import types

import numpy as np
import pytest
import torch

from myna_training import config as configs
from myna_training.limits import likeness_of_groups
from myna_training.optimizer import Muon, orthogonalize
from myna_training.speaker import READ, SHIFTED, SpeakerEncoder, Voices, equal_error_rate, held_out, margin_loss, pair_loss


def test_the_equal_error_rate_of_known_scores():
    speakers = np.array([0, 0, 1, 1])
    apart = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    assert equal_error_rate(apart, speakers) == 0.0
    random = np.random.default_rng(8).standard_normal((600, 8))
    random /= np.linalg.norm(random, axis=1, keepdims=True)
    assert abs(equal_error_rate(random, np.arange(600) % 6) - 0.5) < 0.02


def test_every_fifth_reader_of_several_clips_is_held_out():
    def clips(corpus, names, count, split="train"):
        return [types.SimpleNamespace(corpus=corpus, speaker=name, split=split) for name in names for _ in range(count)]

    corpus = clips("speechocean762-adult", "abcdefghij", 3) + clips("commonvoice-18-delta", ["u", "v"], 4) + clips("commonvoice-18-delta", ["w"], 2)
    chosen = held_out(types.SimpleNamespace(clips=corpus + clips("commonvoice-18-delta", ["a"], 9, split="dev")))
    assert chosen == {"speechocean762": {"a", "f"}, "Common Voice": {"u"}}


def test_the_margin_makes_the_right_class_harder():
    torch.manual_seed(9)
    classes = torch.randn(5, 16)
    embedding = torch.nn.functional.normalize(classes[[2, 4]] + 2.0 * torch.randn(2, 16), dim=-1)
    wanted = torch.tensor([2, 4])
    plain, hard = margin_loss(embedding, classes, wanted, 0.0), margin_loss(embedding, classes, wanted, 0.4)
    direct = torch.nn.functional.cross_entropy(30 * embedding @ torch.nn.functional.normalize(classes, dim=-1).T, wanted)
    torch.testing.assert_close(plain, direct)
    assert hard > plain


def test_the_other_crop_of_a_pair_is_to_be_found():
    torch.manual_seed(13)
    voices = torch.nn.functional.normalize(torch.randn(6, 32), dim=-1)
    right = voices.repeat_interleave(2, dim=0)
    wrong = torch.stack([voices, voices.roll(1, dims=0)], dim=1).flatten(0, 1)
    assert pair_loss(right) < 0.1 < pair_loss(wrong)


def test_pairs_are_of_one_voice_and_come_from_readers_and_lone_clips():
    names = ["a"] * 4 + ["b"] * 3 + [f"lone{i}" for i in range(40)]
    clips = [types.SimpleNamespace(corpus="x", speaker=name, split="train") for name in names]
    offsets = np.arange(len(names) + 1) * 60
    tokens = np.repeat([sorted(set(names)).index(name) for name in names], 60)[:, None].astype(np.uint16)
    voices = Voices(types.SimpleNamespace(clips=clips), tokens, offsets, [tokens + 100], None, rate=20.0)
    random = np.random.default_rng(14)
    several, spoiled = 0, 0
    for _ in range(200):
        codes, wanted = voices.pairs(1, random)
        assert codes.shape[0] == 2 and codes.shape[2] == 1 and wanted[0] == wanted[1]
        assert len(np.unique(codes % 100)) == 1
        several += wanted[0] < voices.several
        spoiled += (codes[:, 0] >= 100).sum()
    assert abs(several / 200 - READ / (1 - SHIFTED)) < 0.1
    assert abs(spoiled / 400 - 0.5) < 0.1


def test_two_readers_fall_into_two_groups():
    random = np.random.default_rng(15)
    a, b = (random.standard_normal(16) for _ in range(2))
    readings = [voice + 0.2 * random.standard_normal((6, 16)) for voice in (a, b)]
    readings = [part / np.linalg.norm(part, axis=1, keepdims=True) for part in readings]
    both = likeness_of_groups(np.concatenate(readings))
    means = [part.sum(0) for part in readings]
    assert both == pytest.approx(means[0] @ means[1] / np.linalg.norm(means[0]) / np.linalg.norm(means[1]))
    assert all(likeness_of_groups(part) > 0.9 for part in readings)


def test_embeddings_have_unit_length():
    settings = configs.load("small")
    embedding = SpeakerEncoder(settings.speaker, settings.codec.latent)(torch.randn(3, 40, settings.codec.latent))
    torch.testing.assert_close(embedding.norm(dim=-1), torch.ones(3), atol=1e-4, rtol=0)


def test_singular_values_come_near_one():
    torch.manual_seed(10)
    for shape in ((2, 24, 60), (1, 60, 24)):
        values = torch.linalg.svdvals(orthogonalize(torch.randn(*shape), 5))
        assert values.min() > 0.4 and values.max() < 1.4


def test_muon_learns_a_linear_map():
    torch.manual_seed(11)
    wanted, inputs = torch.randn(20, 30), torch.randn(256, 30)
    layer = torch.nn.Linear(30, 20, bias=False)
    optimizer = Muon([layer.weight], lr=0.2, weight_decay=0.0)
    values = []
    for step in range(200):
        optimizer.param_groups[0]["lr"] = 0.2 * (1 - step / 200)
        loss = ((layer(inputs) - inputs @ wanted.T) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        values.append(float(loss))
    assert values[-1] < 0.05 * values[0]
