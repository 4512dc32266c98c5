"""Voices at another speed, and what the generator is given of them."""

import types

import numpy as np

from myna_training import config as configs
from myna_training.generator import Examples
from myna_training.shift import FASTER, SLOWER, Shifted, factors


def clips(*speakers: str, split: str = "train") -> list:
    return [types.SimpleNamespace(speaker=name, corpus="read", split=split, verified=True, length=100 * 512) for name in speakers]


def shifted(counts: list[int], factor: float) -> Shifted:
    starts = np.cumsum([0, *counts])
    tokens = 50_000 + np.arange(starts[-1])[:, None].repeat(16, 1)
    return Shifted(tokens, starts, np.where(np.array(counts) > 0, factor, 0.0))


def test_a_reader_has_one_factor_and_held_out_readers_have_none():
    drawn = factors(clips(*"abcdefghij" * 3) + clips("z", split="dev"), np.random.default_rng(1))
    assert sorted(drawn) == list("abcdefghij")
    assert all(low <= drawn[name] <= high for name in drawn for low, high in [SLOWER if drawn[name] < 100 else FASTER])
    assert len(set(drawn.values())) > 4


def test_durations_fill_the_shifted_clip():
    faster = shifted([80, 0], 1.25)
    frames = np.array([10, 30, 1, 1, 58])
    found = faster.durations(0, frames)
    assert found.sum() == 80
    assert (np.abs(found - frames / 1.25) < 1).all()
    assert faster.whole(0, frames)
    assert not faster.whole(0, np.array([10, 200]))
    assert not faster.whole(1, frames)


def test_examples_of_a_shifted_voice_are_all_of_it():
    settings = configs.load("small")
    corpus = types.SimpleNamespace(clips=clips("a", "a", "a", "b", "b"))
    tokens = np.arange(500)[:, None].repeat(16, 1)
    alignments = {
        "symbols": np.tile(np.arange(5), 5),
        "frames": np.full(25, 20),
        "start": np.arange(0, 25, 5),
        "row": np.arange(5),
        "score": np.zeros(5),
    }
    examples = Examples(corpus, tokens, alignments, settings, shifted=shifted([80, 80, 0, 80, 0], 1.25))
    assert examples.shiftable == {0, 1}, "one clip alone has no other to be its reference"
    random = np.random.default_rng(2)
    seen = set()
    for _ in range(40):
        item = examples.draw(0, 60, random)
        moved = item.tokens.min() >= 50_000
        seen.add(moved)
        assert len(item.tokens) == item.frames.sum() == (80 if moved else 100)
        assert (item.reference >= 50_000).all() == moved
        inside = item.reference - 50_000 if moved else item.reference
        assert (inside >= (80 if moved else 100)).all(), "the reference is another clip"
    assert seen == {True, False}
