"""limits: from which cosine of their embeddings on two voices count as one, found on readers that the speaker network was not trained on.

Three limits, as `myna.speech.ModelFormat.Likeness` describes them:
consent  a voice of two clips and 8 s or more of another recording: what CONSENT of the strangers reach;
listed   the same, for voices that are protected: what LISTED of the strangers reach, since a list holds many voices;
reader   the two groups of readings that are least alike (2-means, as `ReaderCheck`): what all but REFUSED of single readers reach.
Writes RUN/likeness.json, which `export` puts into the manifest, and prints what each limit refuses and lets pass, of clips as they are and spoilt.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import config as configs
from .files import replace_atomically
from .prepare import Corpus
from .speaker import SHORTEST, SpeakerEncoder, held_out, load_speaker
from .tokens import frame_offsets, load_codec, sums

CONSENT, LISTED, REFUSED = 0.01, 0.002, 0.02
VOICE, SECONDS = 2, 8.0  # clips that are a voice; length of what is compared with it
MOST, MIXTURES, ROUNDS, SEED = 8, 1000, 10, 3
FILE = "likeness.json"


class Readers:
    """Embeddings of unseen readers' clips."""

    def __init__(self, corpus: Corpus, versions: list[np.ndarray], offsets: np.ndarray, model: SpeakerEncoder, codebooks: Tensor, rate: float):
        self.versions, self.offsets, self.model, self.codebooks, self.rate = versions, offsets, model, codebooks, rate
        self.random = np.random.default_rng(SEED)
        unseen = set().union(*held_out(corpus).values())
        rows: dict[str, list[int]] = {}
        for row, clip in enumerate(corpus.clips):
            if (clip.split == "dev" or clip.speaker in unseen) and offsets[row + 1] - offsets[row] > SHORTEST * rate:
                rows.setdefault(clip.speaker, []).append(row)
        self.rows = {name: self.random.permutation(own).tolist() for name, own in rows.items() if len(own) >= 2 * VOICE}

    @torch.no_grad()
    def embedding(self, rows: list[int], version: int = 0) -> np.ndarray:
        """[E] of clips after one another; version 0 as they are, others spoilt."""
        codes = np.concatenate([self.versions[version][self.offsets[row] : self.offsets[row + 1]] for row in rows]).astype(np.int64)
        return self.model(sums(self.codebooks, torch.from_numpy(codes)[None])[:, :, -1])[0].numpy()

    def compared(self, spoilt: bool) -> tuple[np.ndarray, np.ndarray]:
        """Cosines of voices and recordings: of one reader, of two."""
        voices = {name: unit(sum(self.embedding([row]) for row in rows[:VOICE])) for name, rows in self.rows.items()}
        same, other = [], []
        for name, rows in self.rows.items():
            for recording in self._recordings(rows[VOICE:])[:MOST]:
                heard = self.embedding(recording, int(self.random.integers(1, len(self.versions))) if spoilt else 0)
                same.append(voices[name] @ heard)
                other.extend(voice @ heard for reader, voice in voices.items() if reader != name)
        return np.array(same), np.array(other)

    def _recordings(self, rows: list[int]) -> list[list[int]]:
        """Clips put together until they last SECONDS."""
        recordings, group, length = [], [], 0
        for row in rows:
            group.append(row)
            length += self.offsets[row + 1] - self.offsets[row]
            if length >= SECONDS * self.rate:
                recordings.append(group)
                group, length = [], 0
        return recordings

    def readings(self) -> tuple[np.ndarray, np.ndarray]:
        """How alike the groups are of the readings of one reader each, and of two in equal parts."""
        voices = [np.stack([self.embedding([row]) for row in rows[: 3 * MOST]]) for rows in self.rows.values()]
        mixed = []
        for _ in range(MIXTURES):
            a, b = (voices[i] for i in self.random.choice(len(voices), 2, replace=False))
            count = min(len(a), len(b), MOST)
            mixed.append(likeness_of_groups(np.concatenate([a[:count], b[:count]])))
        return np.array([likeness_of_groups(own) for own in voices]), np.array(mixed)


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x)


def likeness_of_groups(voices: np.ndarray) -> float:
    """Cosine between the means of the two groups of embeddings [N, E] that are least alike, by 2-means from the two least alike."""
    cosines = voices @ voices.T
    means = [voices[i] for i in np.unravel_index(cosines.argmin(), cosines.shape)]
    second = np.zeros(len(voices), bool)
    for _ in range(ROUNDS):
        before, second = second, voices @ unit(means[1]) > voices @ unit(means[0])
        if (before == second).all():
            break
        means = [voices[~second].sum(0), voices[second].sum(0)]
    return float(unit(means[0]) @ unit(means[1]))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="limits", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder written by prepare")
    parser.add_argument("--codec", type=Path, required=True, help="run folder of the codec, with tokens.npy and frozen.pt")
    parser.add_argument("--speaker", type=Path, required=True, help="run folder of the speaker encoder")
    parser.add_argument("--spoiled", type=Path, nargs="+", required=True, help="files written by spoil")
    parser.add_argument("--config", default="small")
    options = parser.parse_args(arguments)
    settings, device = configs.load(options.config), torch.device("cpu")
    corpus, model = Corpus(options.data), load_speaker(options.speaker / "final.pt", settings, device)
    versions = [np.load(file, mmap_mode="r") for file in [options.codec / "tokens.npy", *options.spoiled]]
    codebooks = load_codec(options.codec / "frozen.pt", settings, device).quantizer.codebooks
    readers = Readers(corpus, versions, frame_offsets(corpus, settings.audio.frame), model, codebooks, settings.audio.frame_rate)
    (same, other), (spoilt, _), (one, two) = readers.compared(False), readers.compared(True), readers.readings()
    wanted = {"consent": (other, 1 - CONSENT), "listed": (other, 1 - LISTED), "reader": (one, REFUSED)}
    found = {name: math.floor(100 * np.quantile(cosines, share)) / 100 for name, (cosines, share) in wanted.items()}
    with replace_atomically(options.speaker / FILE) as temporary:
        temporary.write_text(json.dumps(found) + "\n")
    print(
        f"{len(readers.rows)} readers, {len(same)} recordings of {SECONDS:.0f} s, {len(other)} pairs of strangers, {len(two)} mixtures of two readers"
    )
    for name in ("consent", "listed"):
        refused, bad, passed = (same < found[name]).mean(), (spoilt < found[name]).mean(), (other >= found[name]).mean()
        print(f"{name} {found[name]:.2f}: refused {refused:.1%}, of spoilt recordings {bad:.1%}; strangers taken for the voice {passed:.2%}")
    refused, passed = (one < found["reader"]).mean(), (two >= found["reader"]).mean()
    print(f"reader {found['reader']:.2f}: single readers refused {refused:.1%}, mixtures not noticed {passed:.1%}")
