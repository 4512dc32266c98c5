"""spoil: tokens of clips as people have them: telephone, low bit rates, noise, rooms, overdriven and narrow microphones.

The generator then hears such a reference (`generator --spoiled`) while what it has to say stays clean, so a bad clip still gives a clear voice.
Needs FFmpeg for what low bit rates leave.
Writes OUTPUT with tokens [F, D] of the whole corpus; of a long clip the first LONGEST seconds are spoilt, the rest is as it was.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
from scipy.signal import butter, fftconvolve, firwin, resample_poly, sosfilt

from . import config as configs
from .aligner import batches
from .files import replace_atomically
from .prepare import Clip, Corpus, level_gain
from .tokens import frame_offsets, load_codec

LONGEST = 8.0  # seconds
DITHER = -70.0  # dB of full scale, under every reference clip; the pack's manifest tells it to what speaks


def band_limited(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """At `rate` what comes at 8 kHz, by a filter of 8 to 64 zero crossings: what a program leaves above 4 kHz is as empty as its filter is steep."""
    crossings = int(random.integers(8, 65))
    window = ("kaiser", random.uniform(5, 12))
    return resample_poly(samples, rate, 8000, window=firwin(2 * crossings * rate // 8000 + 1, 8000 / rate, window=window))


def telephone(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """8 kHz, about 300 to 3400 Hz, mu-law (ITU-T G.711)."""
    narrow = resample_poly(samples, 8000, rate)
    edges = np.array([random.uniform(200, 350), random.uniform(3200, 3800)])
    narrow = sosfilt(butter(int(random.integers(1, 5)), 2 * edges / 8000, "band", output="sos"), narrow)
    pressed = np.sign(narrow) * np.log1p(255 * np.abs(np.clip(narrow, -1, 1))) / np.log(256)
    pressed = np.round(pressed * 127) / 127
    return band_limited(np.sign(pressed) * np.expm1(np.abs(pressed) * np.log(256)) / 255, rate, random)[: len(samples)]


CODECS = [  # arguments of FFmpeg, its sample rates, its bit rates, and the file's ending
    (["-c:a", "libmp3lame"], [16000, 16000, 22050, 44100], [24, 32, 32, 48, 64], "mp3"),
    (["-c:a", "libopus"], [16000, 48000], [8, 12, 16, 24], "ogg"),
    (["-c:a", "libgsm"], [8000], [13], "gsm"),
]


def coded(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """MP3, Opus or GSM at a low bit rate, written and read by FFmpeg."""
    codec, rates, rates_in_kilobit, ending = CODECS[int(random.choice(len(CODECS), p=[0.5, 0.3, 0.2]))]
    plain = ["-f", "f32le", "-ar", str(rate), "-ac", "1"]
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/clip.{ending}"
        chosen = [*codec, "-ar", str(random.choice(rates)), "-b:a", f"{random.choice(rates_in_kilobit)}k"]
        run = ["ffmpeg", "-loglevel", "error", "-threads", "1"]
        subprocess.run([*run, *plain, "-i", "-", *chosen, file], input=samples.astype(np.float32).tobytes(), check=True)
        heard = subprocess.run([*run, "-i", file, *plain, "-"], stdout=subprocess.PIPE, check=True).stdout
    out = np.frombuffer(heard, np.float32)[: len(samples)]
    return np.pad(out, (0, len(samples) - len(out)))


def noisy(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """Coloured noise 5 to 30 dB below the voice."""
    noise = np.fft.rfft(random.standard_normal(len(samples)))
    noise = np.fft.irfft(noise * (np.arange(len(noise)) + 50.0) ** -random.uniform(0, 1), len(samples))
    gain = np.sqrt(np.mean(samples**2) / (np.mean(noise**2) + 1e-12)) * 10 ** (-random.uniform(5, 30) / 20)
    return samples + gain * noise


def reverberant(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """A room: exponentially decaying noise after the direct sound, 60 dB in 0.2 to 0.9 s."""
    time = np.arange(int(0.6 * rate)) / rate
    room = random.standard_normal(len(time)) * np.exp(-6.9 * time / random.uniform(0.2, 0.9))
    room *= random.uniform(0.3, 1.2) / np.sqrt((room**2).sum())
    room[0] = 1.0
    return fftconvolve(samples, room)[: len(samples)]


def overdriven(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """Clipped at a twelfth to a half of the peak."""
    limit = np.abs(samples).max() * random.uniform(0.08, 0.5)
    return np.clip(samples, -limit, limit)


def narrow(samples: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """A low-pass of 2.5 to 7 kHz and a high-pass of 50 to 400 Hz."""
    low = sosfilt(butter(4, 2 * random.uniform(2500, 7000) / rate, output="sos"), samples)
    return sosfilt(butter(1, 2 * random.uniform(50, 400) / rate, "high", output="sos"), low)


KINDS = {telephone: 0.3, coded: 0.25, noisy: 0.15, reverberant: 0.12, narrow: 0.12, overdriven: 0.06}  # and how often
UNTOUCHED = 0.15  # share of the clips that only the dither is added to


def dithered(samples: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """White noise of DITHER under a clip: without it, an empty band is as empty as the last filter was steep, and the encoder hears the filter."""
    return samples + 10 ** (DITHER / 20) * random.standard_normal(len(samples))


def spoiled(clips: list[np.ndarray], rate: int, level: float, random: np.random.Generator) -> list[np.ndarray]:
    """Each clip by one or two of the kinds or none, at the level of all clips, with the dither; those to be coded go through it together."""
    kinds, shares = np.array(list(KINDS)), np.array(list(KINDS.values()))
    out, together = list(clips), []
    for i in range(len(clips)):
        count = 0 if random.random() < UNTOUCHED else random.integers(1, 3)
        for kind in random.choice(kinds, count, replace=False, p=shares):
            if kind is coded:
                together.append(i)
            else:
                out[i] = kind(out[i], rate, random)
    if together:
        heard = coded(np.concatenate([out[i] for i in together]), rate, random)
        for i, part in zip(together, np.split(heard, np.cumsum([len(out[i]) for i in together])[:-1])):
            out[i] = part
    return [dithered(clip * level_gain(clip, rate, level), random).astype(np.float32) for clip in out]


def of_each_reader(clips: list[Clip], most: int, random: np.random.Generator) -> np.ndarray:
    """The rows of at most so many clips of each reader that is not held out."""
    rows: dict[str, list[int]] = {}
    for row in random.permutation(len(clips)).tolist():
        if clips[row].split != "dev":
            rows.setdefault(clips[row].speaker, []).append(row)
    return np.sort(np.concatenate([of_one[:most] for of_one in rows.values()]))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="spoil", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--output", type=Path, required=True, help="file of tokens to write")
    parser.add_argument("--most", type=int, default=1_000_000, help="clips of one reader that are spoilt")
    parser.add_argument("--seed", type=int, default=0, help="another one makes another file, for distill")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings = configs.load(options.config)
    audio, random = settings.audio, np.random.default_rng(settings.seed + options.seed)
    corpus, codec = Corpus(options.data), load_codec(options.codec / "frozen.pt", settings, torch.device("cpu"))
    tokens = np.load(options.codec / "tokens.npy")
    offsets = frame_offsets(corpus, audio.frame)
    chosen = of_each_reader(corpus.clips, options.most, random)
    chosen = chosen[[tokens[offsets[i] : offsets[i + 1]].any() for i in chosen]]
    longest = int(LONGEST * audio.frame_rate)
    frames = np.minimum(np.diff(offsets)[chosen], longest)
    groups = batches(frames / audio.frame_rate, 120.0, random)
    for done, group in enumerate(groups):
        rows, counts = chosen[group], frames[group]
        samples = np.zeros((len(rows), counts.max() * audio.frame), np.float32)
        clips = [corpus.read(corpus.clips[i], 0, count * audio.frame) for i, count in zip(rows, counts)]
        for b, clip in enumerate(spoiled(clips, audio.sample_rate, audio.level, random)):
            samples[b, : len(clip)] = clip
        with torch.no_grad():
            codes = codec.quantizer.encode(codec.encoder(torch.from_numpy(samples))).numpy()
        for b, (i, count) in enumerate(zip(rows, counts)):
            tokens[offsets[i] : offsets[i] + count] = codes[b, :count]
        if done % 50 == 0:
            print(f"{done} of {len(groups)}", flush=True)
    with replace_atomically(options.output) as temporary, open(temporary, "wb") as file:
        np.save(file, tokens)
