# ruff: noqa: DTZ001 - spreadsheets know no time zones
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import to_excel

from zwornik.core.sheets.cells import clean, iso_text, look_of, number_text, shown_number, unescape

WINDOWS = datetime(1899, 12, 30)
MACINTOSH = datetime(1904, 1, 1)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("5260250995.0", "5260250995"),
        ("5.260250995E9", "5260250995"),
        ("5260250995", "5260250995"),
        ("12345678512347", "12345678512347"),
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("1234567.8900000001", "1234567.89"),
        ("-3", "-3"),
        ("1E-7", "0.0000001"),
        ("1E+20", "100000000000000000000"),
        ("not a number", "not a number"),
    ],
)
def test_number_is_written_as_a_person_does(raw: str, text: str) -> None:
    assert number_text(raw) == text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_number_has_no_decimals(number: int) -> None:
    assert number_text(repr(float(number))) == str(number)


@given(st.decimals(-(10**6), 10**6, places=4))
def test_number_keeps_its_value(number: Decimal) -> None:
    assert Decimal(number_text(repr(float(number)))) == number


@pytest.mark.parametrize(
    ("number_format", "raw", "text"),
    [
        ("yyyy-mm-dd", "45413", "2024-05-01"),
        ("dd.mm.yyyy", "45413.5625", "2024-05-01T13:30:00"),
        ("[$-415]d mmmm yyyy", "45413", "2024-05-01"),
        ("h:mm", "0.5625", "13:30:00"),
        ("[h]:mm", "1.5", "36:00:00"),
        ("dd.mm.yyyy", "1", "1900-01-01"),
        ("dd.mm.yyyy", "59", "1900-02-28"),
        ("dd.mm.yyyy", "61", "1900-03-01"),
        ("dd.mm.yyyy", "-5", "-5"),
        ("dd.mm.yyyy", "99999999999", "99999999999"),
        ("General", "45413", "45413"),
        ("0000000000", "123456", "0000123456"),
        (r"00\-000", "5800", "05-800"),
        ("00-000", "5800", "05-800"),
        (r"000\-000\-00\-00", "5260250995", "526-025-09-95"),
        ('"KRS "0000000000', "123456", "KRS 0000123456"),
        ("00-000", "1234567", "1234-567"),
        ("00-000", "5.5", "5.5"),
        ("0", "7", "7"),
        ("0.00", "7", "7"),
        ("0%", "0.25", "0.25"),
        ('#,##0.00" zł"', "12.5", "12.5"),
        ("0\\ \\d\\o\\m\\y", "3", "3"),
        ("[Red]0", "3", "3"),
    ],
)
def test_number_is_shown_as_its_format_says(number_format: str, raw: str, text: str) -> None:
    assert shown_number(raw, look_of(number_format), WINDOWS) == text


def test_calendar_of_1904_counts_from_its_own_day() -> None:
    assert shown_number("43951", look_of("yyyy-mm-dd"), MACINTOSH) == "2024-05-01"


@given(st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 30)))
def test_moment_is_the_one_another_library_wrote(moment: datetime) -> None:
    shown = shown_number(repr(to_excel(moment)), look_of("yyyy-mm-dd hh:mm:ss"), WINDOWS)
    assert abs(datetime.fromisoformat(shown) - moment) <= timedelta(seconds=1)


@given(st.text(alphabet="dmyhs0#.,;-/: zł", max_size=12))
def test_formats_with_days_are_the_ones_another_library_takes_for_dates(number_format: str) -> None:
    assert look_of(number_format).is_moment == bool(is_date_format(number_format))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" \u00a0Łódź\u200b\ufeff\u202f", "Łódź"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x0bb", "ab"),
        ("\x00 a", "a"),
        ("„Szew” & Syn", "„Szew” & Syn"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_escaped_signs_are_put_back() -> None:
    assert unescape("a_x000D_b_x005F_x0041_") == "a\rb_x0041_"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("2024-05-01T00:00:00", "2024-05-01"),
        ("2024-05-01T00:00:00.000Z", "2024-05-01"),
        ("2024-05-01T13:30:00", "2024-05-01T13:30:00"),
        ("2024-05-01", "2024-05-01"),
    ],
)
def test_moment_in_iso_form_loses_only_midnight(raw: str, text: str) -> None:
    assert iso_text(raw) == text
