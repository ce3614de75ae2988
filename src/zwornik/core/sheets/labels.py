"""Words that head columns: told from numbers, dates, addresses and codes, and made unique."""

import re

LONGEST_LABEL = 300

_ADDRESS = re.compile(r"\S+@\S+\.\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})\D{0,3}(T.*)?")
_CODE = re.compile(r"[A-Za-z]{0,5}[\s.:+()/-]*\d[\d\s()/.-]{5,}")
_NUMBER = re.compile(r"[-+]?[\d\s.,]*\d\s*(%|zł|PLN|EUR|€)?", re.IGNORECASE)


def is_number(text: str) -> bool:
    """Return whether a text is a number, also with blanks, a decimal comma or a currency."""
    return len(text) <= LONGEST_LABEL and bool(_NUMBER.fullmatch(text))


def is_label(text: str) -> bool:
    """Return whether a text could head a column: words, not a number, date or address."""
    digits = sum(sign.isdecimal() for sign in text)
    letters = sum(sign.isalpha() for sign in text)
    return 0 < letters <= LONGEST_LABEL and digits <= 2 * letters and not is_data(text)


def is_data(text: str) -> bool:
    """Return whether a text can only be the content of a record: an address, a moment or a code."""
    if len(text) > LONGEST_LABEL:
        return False
    return any(pattern.fullmatch(text) for pattern in (_ADDRESS, _MOMENT, _CODE))


def unique_names(names: list[str], letters: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return names for columns, and the letters of those without a heading or with a repeated one.

    A column without a heading is called by its letter in brackets; the second of two like
    headings gets "(2)".
    """
    unique: list[str] = []
    taken: set[str] = set()
    nameless, repeated = [], []
    for written, letter in zip(names, letters, strict=True):
        name = written or f"({letter})"
        if not written:
            nameless.append(letter)
        if name.casefold() in taken:
            repeated.append(letter)
            name = _numbered(name, taken)
        taken.add(name.casefold())
        unique.append(name)
    return unique, nameless, repeated


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name} ({number})".casefold() in taken:
        number += 1
    return f"{name} ({number})"
