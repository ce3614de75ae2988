"""The words of member lists: what is written in a cell, and what it means for us."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from zwornik.methods.text.folding import fold
from zwornik.vocabularies.fields import load_fields

DATA = Path(__file__).parent / "data"
NOT_A_WORD = re.compile(r"[^0-9a-z]+")
ALIKE = 88
LONGEST_NOTHING = 16


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return the words of a text without case, diacritics and punctuation, one blank between them.

    >>> plain("Nr REGON:")
    'nr regon'
    """
    return NOT_A_WORD.sub(" ", fold(text)).strip()


@cache
def load_words() -> dict[str, Any]:
    """Return the word lists of the data file."""
    return tomllib.loads((DATA / "words.toml").read_text("utf-8"))


@cache
def meanings(section: str) -> dict[str, str]:
    """Return what each plain word of a section of the data file stands for."""
    lists: dict[str, list[str]] = load_words()[section]
    return {plain(word): code for code, words in lists.items() for word in words}


@cache
def _nothing() -> frozenset[str]:
    return frozenset(plain(word) for word in load_words()["nothing"])


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is nothing to say: empty, dashes, "brak", "n/a"."""
    if not text[:1].isalnum() and not any(sign.isalnum() for sign in text):
        return True
    return len(text) < LONGEST_NOTHING and plain(text) in _nothing()


def closest(words: Mapping[str, str], text: str) -> str:
    """Return the meaning of the word that a text is, or nearly is; empty where none is near."""
    wanted = plain(text)
    if wanted in words or len(wanted) < 5:
        return words.get(wanted, "")
    found = process.extractOne(wanted, words.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return words[found[0]] if found else ""


@lru_cache(maxsize=4096)
def meant(section: str, text: str) -> str:
    """Return what a cell means by the word list of a section; empty where it is not known.

    >>> meant("size_class", "Mikroprzedsiębiorstwo")
    'micro'
    """
    return closest(meanings(section), text)


@cache
def size_ranges() -> frozenset[str]:
    """Return the plain words that name more than one class of size, such as MŚP."""
    return frozenset(plain(word) for word in load_words()["size_range"]["words"])


@cache
def _fields() -> dict[str, str]:
    known: dict[str, str] = {}
    for field in load_fields():
        known |= {plain(label): field.code for label in (field.label_pl, field.label_en)}
        known[plain(field.code)] = field.code
    return known


@lru_cache(maxsize=4096)
def field_code(text: str) -> str:
    """Return the code of a field of activity by its code or label; empty where there is none."""
    return closest(_fields(), text)


@cache
def _countries() -> dict[str, str]:
    entries = tomllib.loads((DATA / "countries.toml").read_text("utf-8"))["countries"]
    return {plain(name): entry[0] for entry in entries for name in entry}


@lru_cache(maxsize=1024)
def country_code(text: str) -> str:
    """Return the two-letter code of a country by its code or name; empty where it is not known."""
    return closest(_countries(), text)


@cache
def _name_hints() -> list[tuple[str, re.Pattern[str]]]:
    hints = load_words()["name_hint"]
    return [(hint["kind"], _any_of(hint["words"])) for hint in hints]


def _any_of(words: list[str]) -> re.Pattern[str]:
    folded = sorted({plain(word) for word in words}, key=len, reverse=True)
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, folded)) + r")(?!\S)")


def kind_by_name(name: str) -> str:
    """Return what an organisation is by the words of its name; empty where they do not tell.

    >>> kind_by_name("Mikroflux sp. z o.o.")
    'firm'
    """
    words = plain(name)
    return next((kind for kind, pattern in _name_hints() if pattern.search(words)), "")
