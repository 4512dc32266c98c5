"""mix: the mean of two generators' weights, where one was trained on from the other: most of what either is good at (arXiv 2203.05482)."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .files import save_checkpoint


def mixed(first: dict[str, Tensor], second: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """(1 - share) first + share second; what is no floating-point number is the first's."""
    return {name: torch.lerp(value, second[name], share) if value.is_floating_point() else value for name, value in first.items()}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="mix", description=__doc__)
    parser.add_argument("--first", type=Path, required=True, help="run folder of a generator, with final.pt")
    parser.add_argument("--second", type=Path, required=True, help="run folder of the generator trained on from it")
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    parser.add_argument("--run", type=Path, required=True, help="folder that gets final.pt")
    options = parser.parse_args(arguments)
    first, second = (torch.load(folder / "final.pt", map_location="cpu")["model"] for folder in (options.first, options.second))
    options.run.mkdir(parents=True, exist_ok=True)
    save_checkpoint(options.run / "final.pt", {"model": mixed(first, second, options.share)})
