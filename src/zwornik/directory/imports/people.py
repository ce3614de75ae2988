"""Names of contact persons with their titles and positions, as people write them in one cell."""

import re
from collections.abc import Sequence
from functools import cache

from django.utils.translation import gettext as _

from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.reading import CellError, Reading
from zwornik.directory.imports.words import load_words, plain

PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "di", "da", "del", "dos", "la", "le", "zu"}
)

_SEVERAL = re.compile(r"\s*[;/|\n]\s*|\s+(?:oraz|and)\s+|\s+[iI]\s+(?=\w+\s+\w)")
_APART = re.compile(r"\s*,\s*|\s+[-–—]\s+|\s*\(")


@cache
def _titles(section: str) -> frozenset[str]:
    return frozenset(plain(word) for word in load_words()["titles"][section])


@cache
def _role_beginnings() -> tuple[str, ...]:
    return tuple(plain(word) for word in load_words()["titles"]["roles"])


def read_person(text: str) -> Reading:
    """Return title, given name, family name and position of the first person a cell names.

    Raises
    ------
    CellError
        If only one name is there.
    """
    people = [part for part in _SEVERAL.split(text.strip()) if part]
    name, *rest = _APART.split(people[0].rstrip(" )"))
    words = name.split()
    title, words = _without_titles(words)
    if len(words) < 2:
        raise CellError(
            _("A contact person needs a given and a family name, for example Anna Kowalska.")
        )
    given, family = _in_order(words)
    values: dict[str, Value] = {"contact_given_name": given, "contact_family_name": family}
    after, role, others = _sorted_out(rest)
    if title or after:
        values["contact_title"] = " ".join([*title, *after])
    if role:
        values["contact_role"] = role
    if len(people) < 2 and not others:
        return Reading(values)
    said = _("Several people are named: the first, %(name)s, is taken.")
    return Reading(values, said % {"name": f"{given} {family}"})


def _without_titles(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the titles that begin a name and the words of the name, never fewer than two."""
    left = [word for word in words if plain(word) not in _titles("address")]
    titles: list[str] = []
    while len(left) > 2 and _is_title(left[0]):
        titles.append(left.pop(0))
    return titles, left


def _is_title(word: str) -> bool:
    return all(part in _titles("before") for part in plain(word).split())


def _in_order(words: list[str]) -> tuple[str, str]:
    """Return given and family name; a family name in capitals may stand first."""
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        return " ".join(words[1:]), words[0].title()
    if all(word.isupper() for word in words):
        words = [word.title() for word in words]
    start = len(words) - 1
    while start > 1 and plain(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _sorted_out(parts: list[str]) -> tuple[list[str], str, list[str]]:
    """Return titles, the position and other people among what follows a name."""
    titles: list[str] = []
    roles: list[str] = []
    others: list[str] = []
    for part in (piece.strip(" )") for piece in parts):
        words = plain(part)
        if words in _titles("after"):
            titles.append(part)
        elif roles or words.startswith(_role_beginnings()) or part[:1].islower():
            roles.append(part)
        elif part:
            others.append(part)
    return titles, ", ".join(roles), others
