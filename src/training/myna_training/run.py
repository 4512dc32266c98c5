"""One training run: a folder with its configuration, seed, curves (numbers and a picture) and checkpoints."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import json
import math
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from . import config as configs
from . import parallel
from .files import replace_atomically, save_checkpoint


def autocast(device: torch.device) -> contextlib.AbstractContextManager:
    """bfloat16 matrix products."""
    return torch.autocast(device.type, dtype=torch.bfloat16)


@torch.no_grad()
def follow(average: torch.nn.Module, module: torch.nn.Module, decay: float) -> None:
    """Moves a weight average towards the weights."""
    for slow, fast in zip(average.parameters(), module.parameters()):
        slow.lerp_(fast, 1 - decay)


class Run:
    """Resumes where the folder's last checkpoint stands; stops after `minutes`.

    Of processes started by torchrun, the first one's clock counts and the first one writes. Checkpoints every `every` seconds, a line of means
    every 50 steps to curves.tsv and standard output, curves.png at each checkpoint.
    """

    def __init__(self, folder: Path, settings: configs.Config, minutes: float, every: float = 180.0):
        self.folder, self.minutes, self.every = folder, minutes, every
        self.rank, self.count, self.device = parallel.join()
        self.settings = settings
        torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
        folder.mkdir(parents=True, exist_ok=True)
        if self.rank == 0:
            with replace_atomically(folder / "config.json") as temporary:
                temporary.write_text(json.dumps(dataclasses.asdict(settings), indent=2) + "\n")
        self.checkpoint = folder / "checkpoint.pt"
        self.state = torch.load(self.checkpoint, map_location="cpu") if self.checkpoint.exists() else None
        self.step = self.state["step"] if self.state else 0
        self.seconds = self.state["seconds"] if self.state else 0.0
        torch.manual_seed(settings.seed + self.step + parallel.SEED_DISTANCE * self.rank)
        self._sums: dict[str, float] = {}
        self._count = 0
        self._saved = self.begun = time.monotonic()

    def random(self) -> np.random.Generator:
        """Draws the examples of this process from here on."""
        return np.random.default_rng(self.settings.seed + self.step + parallel.SEED_DISTANCE * self.rank)

    def restore(self, **parts) -> None:
        """Loads each named module or optimizer from the checkpoint, if there is one."""
        if self.state:
            for name, part in parts.items():
                part.load_state_dict(self.state[name])
            print(f"resumed at step {self.step} after {self.seconds / 60:.1f} min", flush=True)
            self.state = None

    def adopt(self, name: str, *modules: torch.nn.Module, without: str = "-") -> dict[str, torch.Tensor]:
        """Loads weights without a history into each module: `name` of the folder's final.pt, where `restore` left it and no step was made yet.

        Those whose names begin with `without` are not loaded but returned.
        """
        final = self.folder / "final.pt"
        state = torch.load(final, map_location="cpu")[name] if final.exists() else {}
        if state and not self.checkpoint.exists():
            for module in modules:
                module.load_state_dict({key: value for key, value in state.items() if not key.startswith(without)})
            print(f"starting with the weights of {final}", flush=True)
        return {key: value for key, value in state.items() if key.startswith(without)}

    def steps(self) -> Iterator[int]:
        self.begun = last = time.monotonic()
        while parallel.agreed(time.monotonic() - self.begun < 60 * self.minutes, self.device):
            yield self.step
            self.step += 1
            now = time.monotonic()
            self.seconds += now - last
            last = now

    def cosine(self, total: int, warmup: int, floor: float) -> float:
        """Learning-rate factor: linear warm-up, then a half cosine down to `floor` at step `total`."""
        if self.step < warmup:
            return (self.step + 1) / warmup
        return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * min(1.0, self.step / total)))

    def leg(self, floor: float) -> float:
        """Learning-rate factor of a call that lasts `minutes`: 1, and in the last third a half cosine down to `floor`."""
        gone = min(1.0, (time.monotonic() - self.begun) / (60 * self.minutes))
        return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * max(0.0, 3 * gone - 2)))

    def log(self, **values) -> None:
        for name, value in values.items():
            self._sums[name] = self._sums.get(name, 0.0) + float(value)
        self._count += 1
        if self._count < 50:
            return
        means = {name: total / self._count for name, total in self._sums.items()}
        self._sums, self._count = {}, 0
        if not all(math.isfinite(v) for v in means.values()):
            raise FloatingPointError(f"step {self.step}: {means}")
        if self.rank > 0:
            return
        path = self.folder / "curves.tsv"
        fresh = not path.exists()
        with open(path, "a", newline="") as file:
            writer = csv.writer(file, delimiter="\t")
            if fresh:
                writer.writerow(["step", "seconds", *means])
            writer.writerow([self.step, f"{self.seconds:.0f}", *(f"{v:.5f}" for v in means.values())])
        print(f"step {self.step}  {self.seconds / 60:.1f} min  " + "  ".join(f"{n} {v:.4f}" for n, v in means.items()), flush=True)

    def due(self) -> bool:
        return time.monotonic() - self._saved > self.every

    def save(self, **parts) -> None:
        """Writes the checkpoint that the next call of the step goes on from."""
        if self.rank > 0:
            self._saved = time.monotonic()
            return
        state = {name: part.state_dict() for name, part in parts.items()}
        save_checkpoint(self.checkpoint, {"step": self.step + 1, "seconds": self.seconds, **state})
        self._saved = time.monotonic()
        self.plot()

    def keep(self, name: str, state: dict) -> None:
        """Writes what later steps read."""
        if self.rank == 0:
            save_checkpoint(self.folder / name, state)

    def plot(self) -> None:
        """Draws curves.png from curves.tsv."""
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib import pyplot

        path = self.folder / "curves.tsv"
        if not path.exists():
            return
        with open(path, newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        names = [n for n in rows[0] if n not in ("step", "seconds")]
        figure, axes = pyplot.subplots(len(names), 1, figsize=(8, 2 * len(names)), squeeze=False, sharex=True)
        for axis, name in zip(axes[:, 0], names):
            axis.plot([int(r["step"]) for r in rows], [float(r[name]) for r in rows])
            axis.set_ylabel(name)
        axes[-1, 0].set_xlabel("step")
        figure.tight_layout()
        with replace_atomically(self.folder / "curves.png") as temporary:
            figure.savefig(temporary, format="png")
        pyplot.close(figure)
