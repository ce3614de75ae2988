import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from zwornik.core.sheets.rows import Span, cell_place, column_index, column_letter


@given(st.integers(0, 16383))
def test_column_letters_are_those_of_spreadsheet_programs(index: int) -> None:
    assert column_letter(index) == get_column_letter(index + 1)
    assert column_index(column_letter(index)) == index


@pytest.mark.parametrize("letter", ["", "a", "A1", "ABCD", "$A", "Ł"])
def test_what_is_no_column_letter_is_refused(letter: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(letter)}$"):
        column_index(letter)


def test_places_are_written_as_in_spreadsheet_programs() -> None:
    assert cell_place(7, 1) == "B7"
    assert Span(5, 0, 8, 27).place == "A5:AB8"


def test_span_is_wide_when_it_joins_columns() -> None:
    assert Span(1, 0, 1, 1).is_wide
    assert not Span(1, 0, 9, 0).is_wide
