"""python3 -m myna_training STEP [options]: one of the steps of the recipe."""

from __future__ import annotations

import importlib
import sys

STEPS = (
    "prepare pitch codec tokens decoder top band aligner spoil shift generator distill mix guesses speaker limits export adapt restore "
    "evaluate readers judge estoi bias claims"
).split()


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1] not in STEPS:
        print(f"usage: python3 -m myna_training {{{'|'.join(STEPS)}}} [--help]", file=sys.stderr)
        return 2
    importlib.import_module(f"{__package__}.{sys.argv[1]}").main(sys.argv[2:])
    importlib.import_module(f"{__package__}.parallel").leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
