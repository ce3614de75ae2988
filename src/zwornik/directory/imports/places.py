"""Addresses, postcodes, countries and regions, as people write them."""

import re
from functools import cache

from django.utils.translation import gettext as _

from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.reading import CellError, Reading
from zwornik.directory.imports.words import country_code, plain
from zwornik.vocabularies.regions import load_regions

_POLISH = re.compile(r"(\d{2})\s?[-‐–—−]?\s?(\d{3})")
_POLISH_INSIDE = re.compile(r"(?<!\d)\d{2}\s?[-‐–—−]\s?\d{3}(?!\d)")
_CODE_AND_TOWN = re.compile(r"(\d{2}\s?[-‐–—−]\s?\d{3})\s*,?\s*(\D.*)")
_TOWN_AND_CODE = re.compile(r"(\D.*?)\s*,?\s*(\d{2}\s?[-‐–—−]\s?\d{3})")
_EDGES = " \t\n,;.-–—"


def read_country(text: str) -> str:
    """Return the two-letter code of a country.

    Raises
    ------
    CellError
        If no country is called so.
    """
    code = country_code(text)
    if not code:
        raise CellError(
            _("No country is known by this name. Write its name or two letters, for example PL.")
        )
    return code


def formatted_postcode(text: str, country: str) -> str:
    """Return a postcode as its country writes it; zeros lost in a spreadsheet are put back.

    Raises
    ------
    CellError
        If it cannot be a postcode.
    """
    bare = " ".join(text.split())
    if country != "PL":
        if len(bare) > 12 or not any(sign.isdigit() for sign in bare):
            raise CellError(_("This is not a postcode. Move it to its own column."))
        return bare
    digits = re.sub(r"[.,]0$", "", bare)
    if re.fullmatch(r"\d{3,5}", digits):
        digits = digits.zfill(5)
    elif re.fullmatch(r"\d-\d{3}", digits):
        digits = f"0{digits}"
    found = _POLISH.fullmatch(digits)
    if found is None:
        raise CellError(_("A Polish postcode has five digits, for example 00-844."))
    return f"{found[1]}-{found[2]}"


def read_town(text: str) -> Reading:
    """Return the town of a cell, and the postcode if it stands there too."""
    bare = " ".join(text.split()).strip(_EDGES)
    if found := _CODE_AND_TOWN.fullmatch(bare):
        return Reading({"postcode": found[1], "city": found[2].strip(_EDGES)})
    if found := _TOWN_AND_CODE.fullmatch(bare):
        return Reading({"postcode": found[2], "city": found[1].strip(_EDGES)})
    if not any(sign.isalpha() for sign in bare):
        raise CellError(_("This is not the name of a town. Write the town, for example Warszawa."))
    return Reading({"city": bare})


def read_address(text: str) -> Reading:
    """Return street, postcode and town of an address that stands in one cell.

    The Polish postcode divides them: the town follows it, the street stands before it or, if
    nothing does, after the town. Without any digit it is a town alone; without a postcode the
    whole is kept as the street.
    """
    bare = " ".join(text.replace("\n", ", ").split()).strip(_EDGES)
    code = _POLISH_INSIDE.search(bare)
    if code is None and not any(sign.isdigit() for sign in bare):
        return Reading({"city": bare})
    if code is None:
        said = _("There is no postcode in this address: all of it was read as the street.")
        return Reading({"street": bare}, said)
    before = bare[: code.start()].strip(_EDGES)
    town, _comma, rest = bare[code.end() :].strip(_EDGES).partition(",")
    values: dict[str, Value] = {"postcode": code[0], "city": town.strip(_EDGES)}
    values["street"] = before or rest.strip(_EDGES)
    return Reading({name: value for name, value in values.items() if value})


@cache
def _regions() -> dict[str, str]:
    known: dict[str, str] = {}
    for region in sorted(load_regions(), key=lambda one: one.level):
        for name in (region.name_pl, region.name_en):
            known.setdefault(plain(name), region.code)
    known |= {"mazowieckie": "PL9", "mazovia": "PL9", "masovia": "PL9"}
    return known


def region_by_name(text: str) -> str:
    """Return the NUTS code of a Polish region by its name; empty where none is called so.

    >>> region_by_name("woj. mazowieckie")
    'PL9'
    """
    bare = re.sub(
        r"^(?:woj|wojewodztwo|region|voivodeship)\s+|\s+(?:voivodeship|region)$", "", plain(text)
    )
    return _regions().get(bare, "")
