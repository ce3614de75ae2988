from datetime import date

import pytest
from django.utils import translation

from zwornik.directory.imports.days import read_day, read_year
from zwornik.directory.imports.reading import CellError

TODAY = date(2026, 11, 24)
SUMMER = date(2016, 7, 1)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    "text",
    [
        "2016-07-01",
        "2016-07-01T00:00:00",
        "2016-07-01 00:00:00",
        "2016/7/1",
        "2016.07.01",
        "1.07.2016",
        "01.07.2016 r.",
        "1. 07. 2016",
        "1/7/2016",
        "01-07-2016",
        "1 lipca 2016 r.",
        "1 lipca 2016 roku",
        "1 Lipca 2016r.",
        "1 lip 2016",
        "dnia 1 lipca 2016 r.",
        "od 1.07.2016",
        "1 VII 2016",
        "1.VII.2016",
        "1 July 2016",
        "1st July 2016",
        "July 1, 2016",
        "Jul 1 2016",
        "since 1 July 2016",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read_day(text, TODAY) == (SUMMER, "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("lipiec 2016", SUMMER),
        ("07.2016", SUMMER),
        ("7/2016", SUMMER),
        ("2016", date(2016, 1, 1)),
        ("rok 2016", None),
        ("42552", SUMMER),  # the day number that Excel shows for 1 July 2016
    ],
)
def test_a_rough_day_is_read_and_said(text, day):
    if day is None:
        with pytest.raises(CellError):
            read_day(text, TODAY)
        return
    read, remark = read_day(text, TODAY)
    assert read == day
    assert remark


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1.07.16", "four digits"),
        ("31.02.2016", "no such day"),
        ("07/13/2016", "no such day"),
        ("1 brumaire 2016", "no such day"),
        ("wkrótce", "not a day"),
        ("2106-07-01", "too far away"),
        ("1.07.1016", "too far away"),
    ],
)
def test_a_day_that_cannot_be_right_is_refused_with_a_way_out(text, says):
    with pytest.raises(CellError, match=says):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    "text", ["1998", "1998 r.", "rok 1998", "1998.0", "1998-05-01", "1.05.1998", "maj 1998"]
)
def test_a_year_is_read_alone_or_from_a_day(text):
    assert read_year(text, TODAY) == 1998


@pytest.mark.parametrize("text", ["XIX w.", "98", "2027", "0998", "ok. 1998"])
def test_a_year_that_is_none_is_refused(text):
    with pytest.raises(CellError):
        read_year(text, TODAY)
