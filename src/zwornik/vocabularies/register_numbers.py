"""Check the numbers that registers and tax offices give: NIP, REGON, KRS, PIC, VAT-EU."""

import re
from decimal import Decimal
from types import ModuleType

from stdnum.eu import vat
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidLength, ValidationError
from stdnum.pl import nip, regon

from zwornik.vocabularies.checked import Checked, Problem

_LABELS = re.compile(r"(?:(?:NIP|REGON|KRS|PIC|VAT|UE|EU|NR|NO|NUMER|NUMBER)\b[\s.:#/-]*)*")
_BETWEEN_DIGITS = re.compile(r"[\s.\-/]")
_WHOLE_FLOAT = re.compile(r"(\d+)[.,]0+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}")
_PROBLEMS = {
    InvalidLength: Problem.LENGTH,
    InvalidChecksum: Problem.CHECKSUM,
    InvalidComponent: Problem.COUNTRY,
}
_MOST_LOST_ZEROS = 3


def check_nip(text: str) -> Checked:
    """Check a Polish tax number: ten digits, the last a check digit; a leading PL is dropped."""
    number = _bare(text)
    return _not_zero(by_standard(nip, _bare(number.removeprefix("PL"))))


def check_regon(text: str) -> Checked:
    """Check a Polish statistical number: nine or fourteen digits with check digits.

    Up to three leading zeros lost in a spreadsheet are put back where the check digits then fit.
    """
    number = _bare(text)
    padded = number.zfill(9 if len(number) <= 9 else 14)
    if len(padded) - len(number) <= _MOST_LOST_ZEROS and regon.is_valid(padded):
        number = padded
    return _not_zero(by_standard(regon, number))


def check_krs(text: str) -> Checked:
    """Check a number in the Polish court register: up to ten digits, filled with zeros to ten."""
    number = _bare(text)
    if not _only_digits(number):
        return Checked(number, Problem.LETTERS)
    if len(number) > 10:
        return Checked(number, Problem.LENGTH)
    return _not_zero(Checked(number.zfill(10)))


def check_pic(text: str) -> Checked:
    """Check a participant code of the EU programmes: nine digits."""
    number = _bare(text)
    if not _only_digits(number):
        return Checked(number, Problem.LETTERS)
    return _not_zero(Checked(number, None if len(number) == 9 else Problem.LENGTH))


def check_vat_eu(text: str) -> Checked:
    """Check an EU VAT number: a country code, then by that country's rule; GR becomes EL."""
    number = _bare(text)
    if number.startswith("GR"):
        number = f"EL{number[2:]}"
    return by_standard(vat, number, wrong_form=Problem.FORM)


def by_standard(
    standard: ModuleType, number: str, wrong_form: Problem = Problem.LETTERS
) -> Checked:
    """Check a bare number by a module of the library of standard numbers."""
    try:
        return Checked(str(standard.validate(number)))
    except ValidationError as error:
        return Checked(number, _PROBLEMS.get(type(error), wrong_form))


def _bare(text: str) -> str:
    """Return a number without labels and separators, a spreadsheet's notation undone."""
    text = _LABELS.sub("", text, count=1)
    if whole := _WHOLE_FLOAT.fullmatch(text):
        return whole[1]
    if _SCIENTIFIC.fullmatch(text):
        return str(int(Decimal(text.replace(",", "."))))
    return _BETWEEN_DIGITS.sub("", text)


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _not_zero(checked: Checked) -> Checked:
    only_zeros = checked.is_valid and not checked.value.strip("0")
    return Checked(checked.value, Problem.UNKNOWN) if only_zeros else checked
