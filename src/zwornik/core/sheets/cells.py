"""Turn what a cell holds into the text a person sees there."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_EDGES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + _INVISIBLE
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_MASK = re.compile(r'(?:0|[-() ]|\\.|"[^"]*")+')
_MASK_SIGN = re.compile(r'\\(.)|"([^"]*)"|(.)')
_BEFORE_1900_03 = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How numbers with a given format are shown.

    Attributes
    ----------
    is_moment
        The number is a date, a time or both.
    is_elapsed
        The number is a length of time, in days.
    mask
        Pieces of a format such as 00-000: each "0" stands for a digit, the rest is written out.
    """

    is_moment: bool = False
    is_elapsed: bool = False
    mask: tuple[str, ...] = ()


PLAIN = Look()


def look_of(number_format: str) -> Look:
    """Return how a number with this format of a spreadsheet program is shown."""
    first = number_format.split(";", maxsplit=1)[0]
    if _ELAPSED.search(first):
        return Look(is_elapsed=True)
    if re.search("[dmhys]", _NOT_SHOWN.sub("", first).replace("General", ""), re.IGNORECASE):
        return Look(is_moment=True)
    first = re.sub(r"\[[^\]]*\]|_.", "", first)
    if _MASK.fullmatch(first) and len(re.findall("0", first)) > 1:
        pieces = (sign or "".join(literal) for *literal, sign in _MASK_SIGN.findall(first))
        return Look(mask=tuple(pieces))
    return PLAIN


def clean(text: str) -> str:
    """Return a text without blanks and invisible signs at its edges and without control signs."""
    if not text.isprintable():
        text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip(_EDGES)


def unescape(text: str) -> str:
    """Return a text of a workbook with signs written like _x000D_ put back."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def number_text(raw: str) -> str:
    """Return a number as a person writes it: no exponent, no ".0", fifteen digits at most."""
    if raw.isdecimal() and len(raw) <= 15:
        return raw
    try:
        number = float(raw)
    except ValueError:
        return clean(raw)
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(format(number, ".15g")), "f")


def shown_number(raw: str, look: Look, first_day: datetime) -> str:
    """Return a number as its format shows it: moments in ISO form, masks filled, others plain.

    Parameters
    ----------
    raw
        The number as the file holds it.
    first_day
        The day the workbook counts from.
    """
    if look.is_moment or look.is_elapsed:
        return _moment_text(raw, look, first_day)
    text = number_text(raw)
    return _masked(text, look.mask) if look.mask and text.isdecimal() else text


def iso_text(raw: str) -> str:
    """Return a moment already written in ISO form, without a midnight that means only the day."""
    return re.sub(r"T00:00(:00(\.0+)?)?Z?$", "", clean(raw))


def _moment_text(raw: str, look: Look, first_day: datetime) -> str:
    try:
        seconds = round(float(raw) * 86400)
        if look.is_elapsed or 0 <= seconds < 86400:
            return _elapsed_text(seconds)
        return _day_text(seconds, first_day) if seconds > 0 else number_text(raw)
    except (ValueError, OverflowError):
        return number_text(raw)


def _elapsed_text(seconds: int) -> str:
    sign = "-" if seconds < 0 else ""
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{sign}{hour:02}:{minute:02}:{second:02}"


def _day_text(seconds: int, first_day: datetime) -> str:
    # the programs count a 29 February 1900 that never was; days before it are one off
    ahead = 1 if first_day.year == 1899 and 0 < seconds < _BEFORE_1900_03 * 86400 else 0
    moment = first_day + timedelta(days=ahead, seconds=seconds)
    if moment.hour == moment.minute == moment.second == 0:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _masked(digits: str, mask: tuple[str, ...]) -> str:
    places = mask.count("0")
    digits = digits.zfill(places)
    start, taken = 0, 1 + len(digits) - places  # surplus digits stand before the first place
    text = ""
    for piece in mask:
        if piece == "0":
            text += digits[start : start + taken]
            start, taken = start + taken, 1
        else:
            text += piece
    return text
