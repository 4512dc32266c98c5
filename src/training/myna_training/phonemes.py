"""Words to ARPABET: a lexicon with derived forms, and the symbol table of the models."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

VOWELS = ["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"]
CONSONANTS = ["B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W", "Y", "Z", "ZH"]
SILENCE = "sil"
SYMBOLS = [SILENCE] + [f"{v}{stress}" for v in VOWELS for stress in "012"] + CONSONANTS
INDEX = {symbol: i for i, symbol in enumerate(SYMBOLS)}


def plural(stem: list[str]) -> list[str]:
    """Regular plural or possessive of a pronounced stem."""
    if stem[-1] in ("S", "Z", "SH", "ZH", "CH", "JH"):
        return [*stem, "IH0", "Z"]
    return [*stem, "S" if stem[-1] in ("P", "T", "K", "F", "TH") else "Z"]


def past(stem: list[str]) -> list[str]:
    """Regular past tense of a pronounced stem."""
    if stem[-1] in ("T", "D"):
        return [*stem, "IH0", "D"]
    return [*stem, "T" if stem[-1] in ("P", "K", "F", "TH", "S", "SH", "CH") else "D"]


class Lexicon:
    """Pronunciations read from files of `word<TAB>PH PH PH` lines; the first pronunciation of a word counts, earlier files win."""

    def __init__(self, paths: Iterable[Path]):
        self.entries: dict[str, list[str]] = {}
        for path in paths:
            for line in path.read_text().splitlines():
                word, phonemes = line.split("\t")
                self.entries.setdefault(word, phonemes.split())

    def word(self, word: str) -> list[str] | None:
        """Phonemes of a word, regular endings derived; None where it is not known."""
        if word in self.entries:
            return self.entries[word]
        bare = word.strip("'")
        if bare in self.entries:
            return self.entries[bare]
        for ending, derive in (("'s", plural), ("s'", plural), ("es", plural), ("s", plural), ("ed", past), ("d", past)):
            stem = self.entries.get(word.removesuffix(ending)) if word.endswith(ending) and len(word) > len(ending) + 2 else None
            if stem:
                return derive(stem)
        if word.endswith("ing"):
            stem = self.entries.get(word[:-3]) or self.entries.get(word[:-3] + "e")
            if stem:
                return [*stem, "IH0", "NG"]
        if word.endswith("ly") and word[:-2] in self.entries:
            return [*self.entries[word[:-2]], "L", "IY0"]
        return None

    def sentence(self, text: str) -> list[list[str]] | None:
        """Phonemes word by word; None where a word is not known or nothing can be spoken."""
        words = [self.word(w) for w in re.findall(r"[a-z']+", text.lower()) if w.strip("'")]
        return None if not words or any(w is None for w in words) else words
