"""Check the codes of statistical classifications: NUTS regions, NACE and PKD activities."""

import re

from zwornik.vocabularies.activities import division_of
from zwornik.vocabularies.checked import Checked, Problem
from zwornik.vocabularies.regions import is_known_region

_SAME_COUNTRY = {"GR": "EL", "GB": "UK"}
_NUTS_LABEL = re.compile(r"NUTS\s*[0-3]?\s*:?\s*")
_LABEL = r"(?:(?:PKD|NACE)(?:\s*(?:20(?:07|25)|REV\.?\s*2(?:\.1)?)\b)?+[\s:.-]*+)?+(?:[A-V]\s*)?"
_ACTIVITY = re.compile(
    _LABEL + r"(?:(?P<division>\d{1,2})\s?[.\s]\s?(?P<group>\d{1,2})|(?P<digits>\d{4}))"
    r"(?:\s?\.?\s?(?P<letter>[A-Z]))?(?P<title>[\s,;:-].*)?",
    re.ASCII | re.DOTALL,
)
_TOO_SHORT = re.compile(_LABEL + r"\d{1,3}", re.ASCII)
_ANOTHER_CODE = re.compile(r"\b\d\d\.\d\d\b")


def check_nuts(text: str) -> Checked:
    """Check a code of a statistical region: Polish ones must exist in NUTS 2021.

    Of other codes the country must exist and the form fit. GR becomes EL, GB becomes UK.
    """
    label = _NUTS_LABEL.match(text)
    code = re.sub(r"[\s-]", "", text[label.end() :] if label else text)
    code = _SAME_COUNTRY.get(code[:2], code[:2]) + code[2:]
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]*", code):
        return Checked(code, Problem.FORM)
    if len(code) > 5:
        return Checked(code, Problem.LENGTH)
    return Checked(code, None if is_known_region(code) else Problem.UNKNOWN)


def check_nace(text: str) -> Checked:
    """Check a class of NACE Rev. 2.1, such as 21.20; a Polish letter after it is dropped."""
    return _activity(text, keeps_letter=False)


def check_pkd(text: str) -> Checked:
    """Check a class of PKD 2025, such as 21.20.Z; the letter may be missing."""
    return _activity(text, keeps_letter=True)


def _activity(text: str, *, keeps_letter: bool) -> Checked:
    found = _ACTIVITY.fullmatch(text)
    if found is None:
        return Checked(text, Problem.LENGTH if _TOO_SHORT.fullmatch(text) else Problem.FORM)
    division, group, letter = found["division"], found["group"], found["letter"]
    if letter and group and len(group) < 2:
        return Checked(text, Problem.FORM)
    digits = found["digits"] or division.zfill(2) + group.ljust(2, "0")
    code = f"{digits[:2]}.{digits[2:]}"
    code = f"{code}.{letter}" if keeps_letter and letter else code
    if _ANOTHER_CODE.search(found["title"] or ""):
        return Checked(code, Problem.SEVERAL)
    return Checked(code, None if division_of(code) else Problem.UNKNOWN)
