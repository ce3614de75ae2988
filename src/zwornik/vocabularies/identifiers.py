"""Check and tidy the identifiers by which registers name organisations, people, places and trades."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import ModuleType

from stdnum import isni
from stdnum.eu import vat
from stdnum.exceptions import (
    InvalidChecksum,
    InvalidComponent,
    InvalidLength,
    ValidationError,
)
from stdnum.pl import nip, regon

from zwornik.vocabularies.activities import load_divisions
from zwornik.vocabularies.regions import is_known_region


class Scheme(StrEnum):
    """Registers and classifications whose codes can be checked."""

    NIP = "nip"
    REGON = "regon"
    KRS = "krs"
    VAT_EU = "vat_eu"
    ROR = "ror"
    ORCID = "orcid"
    PIC = "pic"
    NUTS = "nuts"
    NACE = "nace"
    PKD = "pkd"


class Problem(StrEnum):
    """What is wrong with an identifier, for callers to put into words."""

    EMPTY = "empty"
    LETTERS = "letters"
    LENGTH = "length"
    CHECKSUM = "checksum"
    COUNTRY = "country"
    FORM = "form"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """An identifier as its register writes it, and what is wrong with it, if anything.

    Attributes
    ----------
    value
        The tidied identifier; where there is a problem, as far as it could be tidied.
    """

    value: str
    problem: Problem | None = None

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem is None


_LABELS = re.compile(r"(?:(?:NIP|REGON|KRS|PIC|VAT|UE|EU|NR|NO|NUMER|NUMBER)\b[\s.:#/-]*)+")
_BETWEEN_DIGITS = re.compile(r"[\s.\-/]")
_WHOLE_FLOAT = re.compile(r"(\d+)[.,]0+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_ROR = re.compile(r"(?:HTTPS?://)?(?:WWW\.)?(?:ROR\.ORG/)?([0-9A-Z]+)/?")
_ORCID = re.compile(r"(?:ORCID[\s:]*)?(?:HTTPS?://)?(?:WWW\.)?(?:ORCID\.ORG/)?([0-9A-Z\s-]+?)/?")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ACTIVITY = re.compile(
    r"(?:(?:PKD|NACE)(?:\s*(?:20(?:07|25)|REV\.?\s*2(?:\.1)?)\b)?+[\s:.-]*+)?+"
    r"(?:[A-V]\s*)?"
    r"(?:(?P<division>\d{1,2})\s?[.\s]\s?(?P<group>\d{1,2})|(?P<digits>\d{4}))"
    r"(?:\s?\.?\s?(?P<letter>[A-Z]))?"
    r"(?P<title>[\s,;:-].*)?",
    re.DOTALL,
)
_ANOTHER_ACTIVITY = re.compile(r"\d\d\.\d\d")
_SAME_COUNTRY = {"GR": "EL", "GB": "UK"}
_STDNUM_PROBLEMS = {
    InvalidLength: Problem.LENGTH,
    InvalidChecksum: Problem.CHECKSUM,
    InvalidComponent: Problem.COUNTRY,
}


def check(scheme: Scheme, text: str) -> Checked:
    """Tidy an identifier and say what is wrong with it.

    Blanks, dashes and labels such as "NIP" are removed, addresses such as https://ror.org/…
    understood, and numbers that a spreadsheet turned into 5260250995.0 or 5.260250995E9 restored.

    - NIP: ten digits with their check digit; a leading PL is dropped.
    - REGON: nine or fourteen digits with their check digits. Leading zeros lost in a spreadsheet
      are put back where the check digit then fits.
    - KRS: up to ten digits, filled with zeros to ten.
    - VAT-EU: a country code and the number by that country's own rule; GR becomes EL.
    - ROR: nine signs with two check digits, given back as the address https://ror.org/0….
    - ORCID: sixteen digits in fours, the last a check digit or X.
    - PIC: nine digits.
    - NUTS: a country code and up to three signs; Polish codes must exist in the list of 2021.
      GR becomes EL, GB becomes UK.
    - NACE and PKD: a class in an existing division of NACE Rev. 2.1, such as 21.20; PKD may end
      in a letter, as 21.20.Z. A title after the code is dropped, a second code is a problem.
      Zeros lost in a spreadsheet (1.1 for 01.10) are put back.

    Problems
    --------
    ``empty``, ``letters`` where only digits may stand, ``length``, ``checksum``, ``country`` code
    missing or unknown, ``form`` unlike the scheme's, ``several`` codes, ``unknown`` to the list.

    Examples
    --------
    >>> check(Scheme.NIP, "NIP 526-025-09-95")
    Checked(value='5260250995', problem=None)
    >>> check(Scheme.KRS, "28860").value
    '0000028860'
    """
    tidy = text.translate(_DASHES).strip().upper()
    if not tidy:
        return Checked("", Problem.EMPTY)
    return _CHECKS[scheme](tidy)


def _digits(text: str) -> str:
    """Return a number without labels and separators; it may still hold letters."""
    text = _LABELS.sub("", text, count=1) if _LABELS.match(text) else text
    if whole := _WHOLE_FLOAT.fullmatch(text):
        return whole[1]
    if _SCIENTIFIC.fullmatch(text):
        return str(int(Decimal(text.replace(",", "."))))
    return _BETWEEN_DIGITS.sub("", text)


def _by_stdnum(module: ModuleType, number: str, wrong_form: Problem = Problem.LETTERS) -> Checked:
    try:
        return Checked(str(module.validate(number)))
    except ValidationError as error:
        problem = _STDNUM_PROBLEMS.get(type(error), Problem.FORM)
        return Checked(number, wrong_form if problem is Problem.FORM else problem)


def _nip(text: str) -> Checked:
    number = _digits(text.removeprefix("PL"))
    number = _digits(number.removeprefix("PL"))
    return _not_zero(_by_stdnum(nip, number))


def _regon(text: str) -> Checked:
    number = _digits(text)
    if number.isdecimal() and len(number) not in {9, 14}:
        padded = number.zfill(9 if len(number) < 9 else 14)
        if len(padded) - len(number) <= 3 and regon.is_valid(padded):
            return Checked(padded)
    return _not_zero(_by_stdnum(regon, number))


def _krs(text: str) -> Checked:
    number = _digits(text)
    if not number.isdecimal():
        return Checked(number, Problem.LETTERS)
    if len(number) > 10:
        return Checked(number, Problem.LENGTH)
    return _not_zero(Checked(number.zfill(10)))


def _pic(text: str) -> Checked:
    number = _digits(text)
    if not number.isdecimal():
        return Checked(number, Problem.LETTERS)
    return _not_zero(Checked(number, None if len(number) == 9 else Problem.LENGTH))


def _not_zero(checked: Checked) -> Checked:
    only_zeros = checked.is_valid and not checked.value.strip("0")
    return Checked(checked.value, Problem.UNKNOWN) if only_zeros else checked


def _vat_eu(text: str) -> Checked:
    number = _digits(text)
    if number.startswith("GR"):
        number = f"EL{number[2:]}"
    return _by_stdnum(vat, number, Problem.FORM)


def _ror(text: str) -> Checked:
    address = _ROR.fullmatch(text)
    if address is None:
        return Checked(text.lower(), Problem.FORM)
    signs = address[1]
    value = f"https://ror.org/{signs.lower()}"
    if len(signs) != 9:
        return Checked(value, Problem.LENGTH)
    if signs[0] != "0" or not set(signs[1:7]) <= set(_CROCKFORD) or not signs[7:].isdecimal():
        return Checked(value, Problem.FORM)
    number = 0
    for sign in signs[:7]:
        number = number * 32 + _CROCKFORD.index(sign)
    fits = 98 - number * 100 % 97 == int(signs[7:])
    return Checked(value, None if fits else Problem.CHECKSUM)


def _orcid(text: str) -> Checked:
    address = _ORCID.fullmatch(text)
    if address is None:
        return Checked(text, Problem.FORM)
    checked = _by_stdnum(isni, _BETWEEN_DIGITS.sub("", address[1]))
    signs = checked.value
    if len(signs) != 16:
        return checked
    value = "-".join(signs[at : at + 4] for at in range(0, 16, 4))
    return _not_zero(Checked(value, checked.problem))


def _nuts(text: str) -> Checked:
    code = re.sub(r"[\s-]", "", re.sub(r"^NUTS\s*[0-3]?\s*:?\s*", "", text))
    code = _SAME_COUNTRY.get(code[:2], code[:2]) + code[2:]
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]*", code):
        return Checked(code, Problem.FORM)
    if len(code) > 5:
        return Checked(code, Problem.LENGTH)
    return Checked(code, None if is_known_region(code) else Problem.UNKNOWN)


def _nace(text: str) -> Checked:
    return _activity(text, keeps_letter=False)


def _pkd(text: str) -> Checked:
    return _activity(text, keeps_letter=True)


def _activity(text: str, *, keeps_letter: bool) -> Checked:
    found = _ACTIVITY.fullmatch(text)
    if found is None:
        short = re.fullmatch(r"(?:PKD|NACE)?[\s:.]*(?:[A-V]\s*)?\d{1,3}", text)
        return Checked(text, Problem.LENGTH if short else Problem.FORM)
    digits = found["digits"] or found["division"].zfill(2) + found["group"].ljust(2, "0")
    if found["letter"] and len(found["group"] or digits) < 2:
        return Checked(text, Problem.FORM)
    code = f"{digits[:2]}.{digits[2:]}"
    if keeps_letter and found["letter"]:
        code = f"{code}.{found['letter']}"
    if _ANOTHER_ACTIVITY.search(found["title"] or ""):
        return Checked(code, Problem.SEVERAL)
    known = any(division.code == digits[:2] for division in load_divisions())
    return Checked(code, None if known else Problem.UNKNOWN)


_CHECKS: dict[Scheme, Callable[[str], Checked]] = {
    Scheme.NIP: _nip,
    Scheme.REGON: _regon,
    Scheme.KRS: _krs,
    Scheme.VAT_EU: _vat_eu,
    Scheme.ROR: _ror,
    Scheme.ORCID: _orcid,
    Scheme.PIC: _pic,
    Scheme.NUTS: _nuts,
    Scheme.NACE: _nace,
    Scheme.PKD: _pkd,
}
