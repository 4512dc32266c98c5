"""What a decoder with a higher output rate shares with one at the codec's rate, and which clips can teach the rest."""

import dataclasses

import numpy as np
import torch
from scipy.signal import butter, sosfilt
from test_recipe import tiny

from myna_training import spoil
from myna_training.band import energies
from myna_training.discriminators import SpectrogramDiscriminator
from myna_training.harmonic import TOP, HarmonicDecoder
from myna_training.prepare import WIDE, reaches
from myna_training.top import SIZES, band


def test_the_band_of_the_codec_is_the_same_at_both_rates():
    torch.manual_seed(3)
    settings = tiny()
    narrow = HarmonicDecoder(dataclasses.replace(settings.audio, output_rate=16000), settings.codec).eval()
    torch.nn.init.normal_(narrow.refiner.head.weight, std=0.02)
    with torch.no_grad():
        narrow.filters.bias.view(-1, 4, 257)[:, 3] = -20.0  # no noise: it is not the same at two rates
    wide = HarmonicDecoder(settings.audio, settings.codec).eval()
    wide.load_state_dict(narrow.state_dict(), strict=False)
    latents = torch.randn(1, 40, settings.codec.latent)
    with torch.no_grad():
        start = torch.zeros(1), torch.tensor([0])
        low, turns = narrow(latents, torch.randn(1, 40 * 512), *start)
        high, same_turns = wide(latents, torch.randn(1, 40 * 768), *start)
    torch.testing.assert_close(turns, same_turns)
    band = np.arange(128, 8320)  # bins of 40 frames of 32 ms: 100 to 6,500 Hz
    spectra = []
    for samples, rate in ((low, 16000), (high, 24000)):
        middle = 0.5 / rate  # a sample stands for the middle of its time
        spectra.append(np.fft.rfft(samples[0].numpy())[band] / samples.shape[1] * np.exp(-2j * np.pi * band / 1.28 * middle))
    levels = [np.abs(spectrum).mean() for spectrum in spectra]
    assert abs(levels[1] / levels[0] - 1) < 0.02
    assert np.abs(spectra[0] - spectra[1]).mean() < 0.15 * levels[0]


def test_the_loss_holds_every_bin_that_is_learned():
    for size in SIZES:
        first, last = band(size, 24000)
        assert first <= TOP[0] * size / 768 and TOP[1] * size / 768 <= last


def test_nobody_is_told_by_what_no_recording_has():
    judge = SpectrogramDiscriminator(768, 8, *band(768, 24000))
    tone = torch.sin(2 * np.pi * 11500 / 24000 * torch.arange(9600))[None]
    noise = torch.randn(1, 9600, generator=torch.Generator().manual_seed(6))
    low = torch.from_numpy(sosfilt(butter(12, 10500 / 12000, output="sos"), noise).astype(np.float32))
    with torch.no_grad():
        torch.testing.assert_close(judge(low + tone)[0], judge(low)[0], rtol=0.1, atol=0.1)
        assert (judge(noise)[0] - judge(low)[0]).abs().mean() > 0.1


def test_clips_that_end_below_the_wanted_band_are_found():
    noise = np.random.default_rng(4).standard_normal(96000)
    assert reaches(noise, 32000, WIDE)
    assert not reaches(sosfilt(butter(12, 2 * 8000 / 32000, output="sos"), noise), 32000, WIDE)


def test_spoiled_clips_keep_their_length_and_level():
    random = np.random.default_rng(5)
    clip = 0.05 * random.standard_normal(24000)
    for kind in spoil.KINDS:
        other = kind(clip, 16000, random)
        assert len(other) == len(clip) and np.isfinite(other).all()
        assert not np.allclose(other, clip, atol=1e-3), kind.__name__
    for loud in spoil.spoiled([clip, clip[:16000]] * 8, 16000, -23.0, random):
        assert len(loud) in (16000, 24000)
        assert abs(10 * np.log10(np.mean(loud**2)) + 23) < 1.5


def test_the_energy_of_a_band_is_that_of_its_tones():
    time = np.arange(24000) / 24000
    low, high = (np.sin(2 * np.pi * hertz * time) for hertz in (1000, 9000))
    found = energies(0.5 * low + 0.05 * high, 60)[:, 5:-5].mean(1)
    assert abs(10 * np.log10(found[0] * 237 / (found[1] * 93)) - 20) < 0.1
