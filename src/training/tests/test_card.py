"""The model card says what was measured, and groups are summed up by words and voices."""

import pytest

from myna_training import card
from myna_training.bias import choose, summarize
from myna_training.prepare import Clip


def case(text: str, errors: float, similarity: float) -> dict:
    column = {"wordErrorRate": errors, "similarity": similarity}
    return {"text": text, "output": column, "recording": {"wordErrorRate": 0.0, "similarity": 0.8}}


def test_groups_are_weighted_by_words():
    report = {"pack": "p 1", "cases": [case("one two three", 1 / 3, 0.4), case("four", 0.0, 0.6), case("five six", 0.5, 0.5)]}
    summary = summarize(report, ["women\ta", "women\tb", "men\tc"])
    women, men = summary["groups"]
    assert (women["voices"], women["sentences"], women["output.wer.percent"], women["output.similarity"]) == (2, 2, 25.0, 0.5)
    assert men["output.wer.percent"] == 50.0
    table = card.bias_table(summary)
    assert "| women | 2 | 2 | 25.0 % | 0.0 % | 0.50 | 0.80 |" in table and "p 1" in table
    with pytest.raises(ValueError, match="3 cases"):
        summarize(report, ["women\ta"])


def test_without_numbers_the_card_says_so():
    assert "Not measured" in card.bias_table(None)


def test_reference_and_sentences_are_different_clips():
    clips = [Clip(f"{s}{i}", "c", s, "F", "train", True, 0, 16000 * (i + 2), -1, "some words") for s in "ab" for i in range(8)]
    chosen = choose(clips, voices=1, sentences=3, rate=16000)
    assert len(chosen) == 3 and len({reference.id for reference, _ in chosen}) == 1
    assert all(reference.speaker == spoken.speaker and reference.id != spoken.id for reference, spoken in chosen)
