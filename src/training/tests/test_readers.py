"""What adapting is measured with: no sentence that is held back is among the readings, nor is the reference."""

from myna_training.prepare import Clip
from myna_training.readers import share

RATE = 100


def clip(number: int, seconds: float) -> Clip:
    return Clip(f"r-{number:02d}", "corpus", "r", "F", "dev", True, 0, int(seconds * RATE), -1, "some words")


def test_the_shortest_are_held_back_and_readings_suffice():
    clips = [clip(i, 2 + i) for i in range(16)]
    shared = share(clips, sentences=4, seconds=40, rate=RATE)
    assert [c.length for c in shared.held] == [300, 400, 500, 600]  # what is shorter than 3 s is left out
    assert shared.reference.length == 800
    taken = sum(c.length for c in shared.readings)
    assert 40 * RATE <= taken < 40 * RATE + max(c.length for c in shared.readings)
    everything = [*shared.held, shared.reference, *shared.readings]
    assert len({c.id for c in everything}) == len(everything)
