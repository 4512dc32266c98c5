"""ESTOI against what is known of it."""

import numpy as np
import pytest

from myna_training.estoi import band_matrix, estoi


def speechlike(seconds: float = 3.0, rate: int = 16000) -> np.ndarray:
    random = np.random.default_rng(3)
    time = np.arange(int(seconds * rate)) / rate
    voice = sum(np.cos(2 * np.pi * k * 120 * time + random.uniform(0, 6)) / k for k in range(1, 40))
    return voice * (1 + np.sin(2 * np.pi * 3.1 * time)) * (1 + 0.5 * np.sin(2 * np.pi * 7.3 * time)) / 10


def test_a_copy_is_perfect_at_any_level():
    clean = speechlike()
    assert estoi(clean, 0.1 * clean, 16000) == pytest.approx(1.0, abs=1e-6)


def test_more_noise_is_less_intelligible():
    clean = speechlike()
    noise = np.random.default_rng(4).normal(size=len(clean)) * clean.std()
    scores = [estoi(clean, clean + amount * noise, 16000) for amount in (0.1, 0.5, 2.0)]
    assert scores[0] > scores[1] > scores[2]
    assert abs(estoi(clean, noise, 16000)) < 0.2


def test_too_little_speech_is_refused():
    with pytest.raises(ValueError, match="too little"):
        estoi(speechlike(0.2), speechlike(0.2), 16000)


def test_bands_do_not_overlap_and_end_below_half_the_rate():
    matrix = band_matrix()
    assert matrix.sum(0).max() == 1
    assert (matrix.sum(1) > 0).all()
    assert np.flatnonzero(matrix[-1]).max() * 10_000 / 512 < 4400
