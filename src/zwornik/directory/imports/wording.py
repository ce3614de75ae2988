"""Values as people read them, and when two ways of writing mean the same."""

import re
from datetime import date

from zwornik.core.bilingual import reader_language
from zwornik.directory.choices import OrganisationKind, SizeClass, Standing
from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.words import plain
from zwornik.vocabularies.fields import load_fields

CHOICES = {"kind": OrganisationKind, "size_class": SizeClass, "standing": Standing}
SAME_PLACE_DEGREES = 1e-4
NATIONAL_DIGITS = 9


def shown(key: str, value: Value) -> str:
    """Return a value of a target in the reader's words."""
    if key in CHOICES and value in CHOICES[key].values:
        return str(CHOICES[key](value).label)
    if isinstance(value, tuple):
        is_polish = reader_language() == "pl"
        labels = {one.code: one.label_pl if is_polish else one.label_en for one in load_fields()}
        return ", ".join(labels.get(code, code) for code in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def same(key: str, one: Value, other: Value) -> bool:
    """Return whether two values of a target mean the same, however they are written."""
    if one == other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(other) <= set(one)
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < SAME_PLACE_DEGREES
    if isinstance(one, str) and isinstance(other, str):
        return _same_text(key, one, other)
    return False


def _same_text(key: str, one: str, other: str) -> bool:
    if key == "website":
        return _site(one) == _site(other)
    if key == "street":
        return _street(one) == _street(other)
    if key.endswith("phone"):
        return _number(one) == _number(other)
    if key.endswith("email"):
        return one.casefold() == other.casefold()
    return plain(one) == plain(other)


def _site(address: str) -> str:
    return re.sub(r"^https?://(www\.)?|/+$", "", address.casefold())


def _street(street: str) -> str:
    return plain(street).removeprefix("ul ").removeprefix("ulica ")


def _number(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-NATIONAL_DIGITS:]
