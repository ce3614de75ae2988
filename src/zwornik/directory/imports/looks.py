"""What the values of a column look like: evidence beside its heading."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from zwornik.directory.imports.reach import read_email, read_website
from zwornik.directory.imports.reading import CellError
from zwornik.directory.imports.words import country_code, meant
from zwornik.vocabularies.identifiers import Scheme, check

_POSTCODE = re.compile(r"\d{2}-\d{3}")
_COUNTRY_NUMBER = re.compile(r"[A-Z]{2}[0-9A-Z]{6,}")
_YEAR_INSIDE = re.compile(r"(?<!\d)(?:1[0-9]|20)\d{2}(?!\d)")


LONGEST_POSTCODE = 12

Look = Callable[[str], bool]


def share_that_looks(look: Look, cells: Sequence[str]) -> float:
    """Return which share of values, 0 to 1, looks as a target would."""
    return sum(map(look, cells)) / len(cells)


def _is_number(scheme: Scheme, text: str) -> bool:
    return check(scheme, text).is_valid


def _is_regon(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return len(digits) in {9, 14} and check(Scheme.REGON, text).is_valid


def _is_tax_number(text: str) -> bool:
    """Return whether it is a NIP, or a VAT number of another country in a common column."""
    return _is_number(Scheme.NIP, text) or _is_vat(text)


def _is_vat(text: str) -> bool:
    bare = re.sub(r"[\s-]", "", text.upper())
    return bool(_COUNTRY_NUMBER.fullmatch(bare)) and check(Scheme.VAT_EU, bare).is_valid


def _can_be(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except CellError:
        return False
    return True


def _is_website(text: str) -> bool:
    return "@" not in text and " " not in text.strip() and _can_be(read_website, text)


def _is_ror(text: str) -> bool:
    return "ror.org" in text.lower() and _is_number(Scheme.ROR, text)


def _has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _is_name(text: str) -> bool:
    return _has_letters(text) and "@" not in text


def _is_known(section: str, text: str) -> bool:
    return bool(meant(section, text))


def _has_digits(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


# how values look that may stand under the heading of a target, right or wrong
LOOKS: dict[str, Look] = {
    "name": _is_name,
    "nip": _has_digits,
    "regon": _has_digits,
    "krs": _has_digits,
    "pic": _has_digits,
    "vat_eu": _has_digits,
    "email": lambda text: "@" in text,
    "contact_email": lambda text: "@" in text,
    "website": lambda text: "." in text and "@" not in text,
    "postcode": lambda text: len(text) <= LONGEST_POSTCODE and _has_digits(text),
    "city": _has_letters,
    "contact_name": _is_name,
    "country_code": lambda text: bool(country_code(text)),
    "size_class": partial(_is_known, "size_class"),
    "standing": partial(_is_known, "standing"),
    "kind": lambda text: bool(meant("kind", text) or meant("size_class", text)),
    "established_year": lambda text: bool(_YEAR_INSIDE.search(text)),
    "employees": _has_digits,
    "phone": _has_digits,
}

# how values look that tell their target even under an unknown heading
TELLING: dict[str, Look] = {
    "nip": _is_tax_number,
    "regon": _is_regon,
    "vat_eu": _is_vat,
    "ror": _is_ror,
    "email": partial(_can_be, read_email),
    "website": _is_website,
    "postcode": lambda text: bool(_POSTCODE.fullmatch(text.strip())),
}
