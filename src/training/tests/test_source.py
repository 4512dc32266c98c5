"""The pulse train of the decoder, and the decoder in pieces."""

import math

import numpy as np
import torch
from test_recipe import tiny

from myna_training.harmonic import HarmonicDecoder
from myna_training.pitch import correlation, skewness, track
from myna_training.source import advance, borders, lay_over, pulses, starts


def sum_of_harmonics(turns: np.ndarray, hertz: float, rate: int) -> np.ndarray:
    room = 0.498 * rate / hertz
    weights = np.minimum(1.0, room - np.arange(int(room) + 1))
    return math.sqrt(2 / room) * sum(w * np.cos(2 * np.pi * (k + 1) * turns) for k, w in enumerate(weights))


def test_the_pulse_train_is_the_sum_of_its_harmonics():
    turns = np.random.default_rng(5).random(400)
    for hertz in (61.0, 123.4, 333.0):
        fast = pulses(torch.from_numpy(turns), torch.full((400,), hertz, dtype=torch.float64), 16000).numpy()
        np.testing.assert_allclose(fast, sum_of_harmonics(turns, hertz, 16000), atol=1e-6)


def test_turns_are_the_integral_of_the_pitch():
    hertz = borders(torch.tensor([[100.0, 130.0, 90.0, 200.0]]))
    steps, inside = advance(hertz, 16000, 256)
    begin = starts(steps, torch.tensor([0.25]), torch.tensor([0]))
    position = (np.arange(4 * 256) + 0.5) / 256
    curve = np.interp(np.linspace(0, 4, 40001), np.arange(5), hertz[0].numpy())
    integral = np.concatenate([[0], np.cumsum(0.5 * (curve[1:] + curve[:-1]))]) * 256 / 16000 / 10000
    wanted = 0.25 + np.interp(position, np.linspace(0, 4, 40001), integral)
    error = (begin[:, :, None] + inside).reshape(-1).numpy() - wanted
    assert np.abs(error - np.round(error)).max() < 1e-3


def test_a_pulse_train_is_laid_over_a_voice():
    rate, hop, hops = 16000, 256, 60
    time = (np.arange(hops * hop) + 0.5) / rate
    turns = 140 * time + 3 * np.sin(2 * np.pi * 2 * time) / (2 * np.pi) + 0.3
    voice = sum(0.5**k * np.cos(2 * np.pi * (k + 1) * turns) for k in range(8))
    samples = torch.from_numpy(voice.astype(np.float32))[None]
    pitch = track(correlation(samples, rate, hop))
    voiced = pitch > 0
    assert voiced.float().mean() > 0.9
    found, _, _ = lay_over(samples, torch.where(voiced, pitch, torch.full_like(pitch, 140.0)), voiced, rate, hop)
    error = found[0].numpy() - turns
    error = (error - np.round(error))[4 * hop : -4 * hop]
    assert np.abs(error).max() < 0.03


def test_the_sign_of_glottal_pulses_is_found():
    pulse_train = np.zeros(32000)
    pulse_train[::133] = 1.0
    decay = np.exp(-np.arange(80) / 12) * np.cos(2 * np.pi * 600 * np.arange(80) / 16000)
    voice = np.convolve(pulse_train, decay)[:32000] + 1e-3 * np.random.default_rng(6).standard_normal(32000)
    assert skewness(voice, 16000) > 0 > skewness(-voice, 16000)


def test_a_piece_of_the_decoder_continues_the_whole():
    torch.manual_seed(7)
    settings = tiny()
    decoder = HarmonicDecoder(settings.audio, settings.codec).eval()
    frame = 2 * decoder.hop
    latents, noise = torch.randn(1, 60, settings.codec.latent), torch.randn(1, 60 * frame)
    with torch.no_grad():
        whole, turns = decoder(latents, noise, torch.zeros(1), torch.tensor([0]))
        piece, _ = decoder(latents[:, 20:], noise[:, 20 * frame :], turns[:, 60], torch.tensor([20]))
    same = slice(12 * frame, 38 * frame)
    torch.testing.assert_close(piece[0, same], whole[0, 20 * frame :][same], atol=1e-3, rtol=1e-3)
