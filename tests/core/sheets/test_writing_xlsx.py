# ruff: noqa: DTZ001 - spreadsheets know no time zones
import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from zwornik.core.sheets import CellValue, ColumnKind, Table, TableColumn, write_xlsx
from zwornik.core.sheets import writing_xlsx as module


def opened(table: Table) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(table))).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(kind: ColumnKind, *values: CellValue, title: str = "T") -> Worksheet:
    return opened(Table(title, (TableColumn("K", kind),), [(value,) for value in values]))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org", "{=1}", "internal:A1", "1"],
)
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    content = write_xlsx(Table("T", (TableColumn(text),), [(text,)]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert not re.search(r"<f[ >]|hyperlink", sheet)
    cells = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert (cells["A1"].value, cells["A2"].value) == (text, text)
    assert cells["A2"].data_type in {"s", "inlineStr"}


def test_headings_stay_in_view_and_filter_all_rows() -> None:
    columns = (TableColumn("Nazwa"), TableColumn("NIP"))
    sheet = opened(Table("Członkowie", columns, [("A", "1"), ("B", "2")]))
    assert sheet.title == "Członkowie"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["A1"].font.bold


def test_dates_numbers_and_money_are_values_with_a_format() -> None:
    assert column(ColumnKind.DATE, date(2024, 5, 1))["A2"].value == datetime(2024, 5, 1)
    assert column(ColumnKind.DATE, date(2024, 5, 1))["A2"].number_format == "yyyy-mm-dd"
    moment = column(ColumnKind.DATE, datetime(2024, 5, 1, 13, 30, tzinfo=UTC))
    assert moment["A2"].value == datetime(2024, 5, 1, 13, 30)
    money = column(ColumnKind.MONEY, Decimal("1234.50"))
    assert (money["A2"].value, money["A2"].number_format) == (1234.5, "#,##0.00")
    assert column(ColumnKind.INTEGER, 5260250995)["A2"].value == 5260250995
    assert column(ColumnKind.DECIMAL, 0.25)["A2"].value == 0.25


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (ColumnKind.DATE, date(1899, 5, 1), "1899-05-01"),
        (ColumnKind.DATE, "maj 2024", "maj 2024"),
        (ColumnKind.INTEGER, 12345678901234567, "12345678901234567"),
        (ColumnKind.DECIMAL, float("nan"), "nan"),
        (ColumnKind.TEXT, 7, "7"),
        (ColumnKind.TEXT, date(2024, 5, 1), "2024-05-01"),
    ],
)
def test_value_that_does_not_fit_its_column_is_written_as_text(
    kind: ColumnKind, value: CellValue, text: str
) -> None:
    assert column(kind, value)["A2"].value == text


def test_missing_values_leave_empty_cells() -> None:
    sheet = column(ColumnKind.TEXT, None, "", "x")
    assert [sheet[f"A{row}"].value for row in (2, 3, 4)] == [None, None, "x"]


def test_widths_follow_the_content_within_limits() -> None:
    columns = (TableColumn("K"), TableColumn("L"), TableColumn("M"))
    sheet = opened(Table("T", columns, [("a", "b" * 30, "c" * 500), ("a", "b\nb", "c")]))
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == [pytest.approx(expected, abs=1) for expected in (10, 32, 62)]


def test_text_too_long_for_a_cell_is_cut_visibly() -> None:
    text = column(ColumnKind.TEXT, "ż" * 40_000)["A2"].value
    assert len(text) == 32_767
    assert text.endswith("ż…")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Potrzeby: 2025/26 [wszystkie]?", "Potrzeby 2025 26 wszystkie"),
        ("'Szew'", "Szew"),
        ("x" * 40, "x" * 31),
        ("", "Sheet1"),
        ("History", "Sheet1"),
        ("[*]", "Sheet1"),
    ],
)
def test_title_is_made_fit_to_name_a_sheet(title: str, name: str) -> None:
    assert column(ColumnKind.TEXT, "a", title=title).title == name


def test_rows_may_come_one_by_one_and_none_at_all() -> None:
    columns = (TableColumn("A"),)
    assert opened(Table("T", columns, (("x",) for _ in range(3)))).max_row == 4
    assert opened(Table("T", columns, [])).auto_filter.ref == "A1"


def test_more_rows_than_a_sheet_holds_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    with pytest.raises(ValueError, match="1,048,575"):
        write_xlsx(Table("T", (TableColumn("A"),), [("x",)] * 3))
