import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from zwornik.core.sheets import CellValue, ColumnKind, Table, TableColumn, write_csv


def lines(kind: ColumnKind, *values: CellValue, language: str = "pl") -> list[str]:
    table = Table("T", (TableColumn("K", kind),), [(value,) for value in values])
    rows = csv.reader(
        io.StringIO(write_csv(table, language).decode("utf-8-sig"), newline=""), delimiter=";"
    )
    return [row[0] if row else "" for row in rows][1:]


def test_file_opens_in_excel_with_a_double_click() -> None:
    columns = (TableColumn("Nazwa"), TableColumn("Kwota [zł]", ColumnKind.MONEY))
    content = write_csv(
        Table("T", columns, [("Łódź; „Szew”", Decimal("1234.5")), ('5" rura', None)])
    )
    assert content == (
        b"\xef\xbb\xbf" + 'Nazwa;Kwota [zł]\r\n"Łódź; „Szew”";1234,50\r\n"5"" rura";\r\n'.encode()
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_might_run_gets_an_apostrophe(sign: str) -> None:
    assert lines(ColumnKind.TEXT, f"{sign}cmd|' /C calc'!A0") == [f"'{sign}cmd|' /C calc'!A0"]


def test_heading_that_might_run_gets_an_apostrophe() -> None:
    content = write_csv(Table("T", (TableColumn("=1+1"),), [("a",)]))
    assert content.decode("utf-8-sig").splitlines()[0] == "'=1+1"


def test_text_in_a_column_of_numbers_is_guarded_too() -> None:
    assert lines(ColumnKind.INTEGER, "-1+1") == ["'-1+1"]


def test_numbers_have_a_comma_in_polish_and_a_point_in_english() -> None:
    assert lines(ColumnKind.DECIMAL, -1.5, Decimal("0.10"), 1e-7) == ["-1,5", "0,10", "0,0000001"]
    assert lines(ColumnKind.DECIMAL, -1.5, language="en") == ["-1.5"]
    assert lines(ColumnKind.MONEY, 1234, 0.125, language="en-gb") == ["1234.00", "0.12"]
    assert lines(ColumnKind.INTEGER, 5260250995) == ["5260250995"]


def test_numbers_that_are_none_are_left_empty() -> None:
    assert lines(ColumnKind.DECIMAL, float("nan"), float("inf")) == ["", ""]


def test_dates_are_written_in_iso_form() -> None:
    assert lines(ColumnKind.DATE, date(2024, 5, 1), None, "maj 2024") == [
        "2024-05-01",
        "",
        "maj 2024",
    ]


def test_row_of_another_width_is_an_error() -> None:
    with pytest.raises(ValueError, match="argument"):
        write_csv(Table("T", (TableColumn("A"), TableColumn("B")), [("a",)]))
