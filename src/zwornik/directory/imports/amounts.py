"""Numbers of people and degrees on the map, as people write them."""

import re
from functools import cache

from django.utils.translation import gettext as _

from zwornik.directory.imports.reading import CellError
from zwornik.directory.imports.words import load_words, plain

MOST_PEOPLE = 2_000_000

_WHOLE = re.compile(r"(\d{1,3}(?:[\s.,']\d{3})+|\d+)(?:[.,]0+)?")
_DEGREES = re.compile(r"([-+−]?\d{1,3}(?:[.,]\d+)?)\s?°?\s?([NSEW]?)", re.IGNORECASE)
_UNIT = re.compile(r"\s*[^\W\d]+\.?$")


@cache
def _people() -> frozenset[str]:
    return frozenset(plain(word) for word in load_words()["people"])


def read_people(text: str) -> int:
    """Return how many people a cell names: a whole number, with or without a word for people.

    Raises
    ------
    CellError
        If it is a range, an estimate, a fraction or no number at all.
    """
    bare = text.strip()
    unit = _UNIT.search(bare)
    if unit and plain(unit[0]) in _people():
        bare = bare[: unit.start()]
    whole = _WHOLE.fullmatch(bare)
    if whole is None:
        raise CellError(
            _("This is not a whole number of people. Write digits only, for example 25.")
        )
    number = int(re.sub(r"\D", "", whole[1]))
    if number > MOST_PEOPLE:
        raise CellError(_("This is more people than any organisation employs. Check the number."))
    return number


def read_degrees(text: str, limit: int) -> float:
    """Return a latitude (limit 90) or a longitude (limit 180) in degrees.

    Raises
    ------
    CellError
        If it is not written as one decimal number, or lies off the globe.
    """
    found = _DEGREES.fullmatch(text.strip())
    if found is None:
        text = _(
            "Write degrees as one decimal number, for example 52.2297; not minutes and seconds."
        )
        raise CellError(text)
    degrees = float(found[1].replace(",", ".").replace("−", "-"))
    if found[2].upper() in {"S", "W"} and degrees > 0:
        degrees = -degrees
    if abs(degrees) > limit:
        text = _("This lies off the globe: degrees here go from −%(limit)d to %(limit)d.")
        raise CellError(text % {"limit": limit})
    return degrees
