# ruff: noqa: DTZ001 - spreadsheets know no time zones
from datetime import date, datetime
from decimal import Decimal

import pytest

from zwornik.core.sheets.tables import CellValue, acts_as_formula, as_text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_texts_that_a_program_might_run_are_known(text: str) -> None:
    assert acts_as_formula(text)


@pytest.mark.parametrize("text", ["", "1=1", "a-b", "'=1", " Łódź", "„=”"])
def test_plain_texts_are_left_alone(text: str) -> None:
    assert not acts_as_formula(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, 13, 30, 59), "2024-05-01 13:30"),
        (Decimal("1.50"), "1.50"),
        ("Łódź", "Łódź"),
    ],
)
def test_values_have_a_plain_text(value: CellValue, text: str) -> None:
    assert as_text(value) == text
