"""Days and years as people write them."""

import re
from datetime import date, timedelta
from functools import cache

from django.utils.translation import gettext as _

from zwornik.directory.imports.reading import CellError
from zwornik.directory.imports.words import load_words, plain

EXCEL_DAY_ZERO = date(1899, 12, 30)
EARLIEST_MEMBERSHIP_YEAR = 1900
EARLIEST_YEAR = 1000
MOST_DAYS_AHEAD = 366

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?:[T ][\d:.]+Z?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[-./\s]\s?(\d{1,2})\s?[-./\s]\s?(\d{4})(?:[T ,]+[\d:.]+)?")
_SHORT_YEAR = re.compile(r"\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{2}")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.]+([^\W\d]+)\.?[\s,.]+(\d{4})")
_NAME_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"(?:([^\W\d]+)\.?\s+|(\d{1,2})\s?[./-]\s?)(\d{4})")
_YEAR = re.compile(r"\d{4}")
_SERIAL = re.compile(r"([1-7]\d{4})(?:[.,]\d+)?")
_AROUND = re.compile(
    r"^(?:od|dnia|w dniu|do|since|from|until|on)\s+|\s*(?:r\.?|roku|rok)$", re.IGNORECASE
)


@cache
def _months() -> dict[str, int]:
    lists: list[list[str]] = load_words()["months"]
    return {plain(word): number for number, words in enumerate(lists, 1) for word in words}


def read_day(text: str, today: date) -> tuple[date, str]:
    """Return the day a cell names, and what was supposed if it names only a month or a year.

    Raises
    ------
    CellError
        If there is no such day, if the order cannot be told, or if the day is too far away.
    """
    bare = _AROUND.sub("", text.strip()).strip()
    day, remark = _whole_day(bare), ""
    if day is None:
        day, remark = _rough_day(bare)
    latest = today + timedelta(days=MOST_DAYS_AHEAD)
    if not date(EARLIEST_MEMBERSHIP_YEAR, 1, 1) <= day <= latest:
        raise CellError(_("This day is too far away. Check the year."))
    return day, remark


def _whole_day(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _NAMED.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NAME_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _rough_day(text: str) -> tuple[date, str]:
    if found := _MONTH.fullmatch(text):
        month = int(found[2]) if found[2] else _month(found[1])
        return _day(int(found[3]), month, 1), _("Only a month is given: its first day is taken.")
    if _YEAR.fullmatch(text):
        return _day(int(text), 1, 1), _("Only a year is given: 1 January is taken.")
    if found := _SERIAL.fullmatch(text):
        day = EXCEL_DAY_ZERO + timedelta(days=int(found[1]))
        said = _("This number is how a spreadsheet counts days; it was read as %(day)s.")
        return day, said % {"day": day.isoformat()}
    if _SHORT_YEAR.fullmatch(text):
        raise CellError(_("Write the year with four digits, for example 1.07.2016."))
    raise CellError(_("This is not a day. Write it as 2016-07-01, 1.07.2016 or 1 July 2016."))


def _month(word: str) -> int:
    return _months().get(plain(word), 0)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        text = _("There is no such day. Write it as year-month-day, for example 2016-07-01.")
        raise CellError(text) from error


def read_year(text: str, today: date) -> int:
    """Return the year a cell names, alone or as part of a day.

    Raises
    ------
    CellError
        If it names none, or one in the future.
    """
    bare = _AROUND.sub(
        "", re.sub(r"^rok\s+|[.,]0+$", "", text.strip(), flags=re.IGNORECASE)
    ).strip()
    year = int(bare) if _YEAR.fullmatch(bare) else _year_of_day(bare)
    if not EARLIEST_YEAR <= year <= today.year:
        raise CellError(_("A year of establishment lies between 1000 and this year."))
    return year


def _year_of_day(text: str) -> int:
    found = _whole_day(text)
    if found is not None:
        return found.year
    rough = _MONTH.fullmatch(text)
    if rough is not None and (rough[2] or _month(rough[1])):
        return int(rough[3])
    raise CellError(_("This is not a year. Write four digits, for example 1998."))
