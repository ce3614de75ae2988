"""E-mail addresses, websites and phone numbers, as people write them."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from zwornik.directory.imports.reading import CellError

LONGEST_PHONE = 60
FEWEST_DIGITS = 7

_ADDRESS = re.compile(r"[^\s,;/|<>()\[\]]+@[^\s,;/|<>()\[\]]+")
_BETWEEN_SITES = re.compile(r"[\s;,|]+")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_BETWEEN_PHONES = re.compile(
    r"\s*(?:[;|\n]|,(?=\s*[+(\d])|\blub\b|\bor\b|(?<=\d)\s*/\s*(?=[+(\d]{2}))\s*"
)
_PHONE_LABEL = re.compile(r"^(?:tel|telefon|phone|mobile|kom|t|m)\b\.?\s*:?\s*", re.IGNORECASE)
_valid_address = URLValidator(schemes=["http", "https"])


def read_email(text: str) -> tuple[str, str]:
    """Return the first e-mail address of a cell, and a remark if there are more.

    Raises
    ------
    CellError
        If there is none, or it cannot be right.
    """
    found = _ADDRESS.findall(re.sub(r"mailto:", "", text, flags=re.IGNORECASE))
    if not found:
        raise CellError(_("This is not an e-mail address. Write it as name@example.pl."))
    address = found[0].strip(".:'\"")
    try:
        validate_email(address)
    except ValidationError as error:
        raise CellError(
            _("This e-mail address has a mistake. Write it as name@example.pl.")
        ) from error
    more = len(found) > 1 and len(set(map(str.casefold, found))) > 1
    if not more:
        return address, ""
    said = _("There are several e-mail addresses: the first, %(address)s, is taken.")
    return address, said % {"address": address}


def read_website(text: str) -> tuple[str, str]:
    """Return the first web address of a cell with https:// put in front where it has no scheme.

    Raises
    ------
    CellError
        If it is not a web address.
    """
    if "@" in text and "/" not in text:
        raise CellError(_("This is an e-mail address. Move it to its own column."))
    parts = _BETWEEN_SITES.split(text.strip())
    found = [part for part in parts if "." in part.casefold().removeprefix("www.")]
    if not found:
        raise CellError(_("This is not a web address. Write it as www.example.pl."))
    address = found[0].rstrip(".")
    address = address if _SCHEME.match(address) else f"https://{address}"
    try:
        _valid_address(address)
    except ValidationError as error:
        raise CellError(_("This is not a web address. Write it as www.example.pl.")) from error
    if len(found) < 2:
        return address, ""
    said = _("There are several web addresses: the first, %(address)s, is taken.")
    return address, said % {"address": address}


def read_phone(text: str) -> tuple[str, str]:
    """Return the first phone number of a cell, written as it stands there.

    Raises
    ------
    CellError
        If there are too few digits for a phone number.
    """
    bare = re.sub(r"(?<=\d)[.,]0$", "", " ".join(text.split()))
    parts = [part for part in _BETWEEN_PHONES.split(bare) if _digits(part) >= FEWEST_DIGITS]
    number = _PHONE_LABEL.sub("", parts[0] if parts else bare).strip(" ,;")
    if _digits(number) < FEWEST_DIGITS or len(number) > LONGEST_PHONE:
        raise CellError(_("This is not a phone number. Write it as 22 555 01 42."))
    if len(parts) < 2:
        return number, ""
    said = _("There are several phone numbers: the first, %(number)s, is taken.")
    return number, said % {"number": number}


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)
