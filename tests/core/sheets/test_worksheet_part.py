# ruff: noqa: DTZ001 - spreadsheets know no time zones
import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.core.sheets.building import MAIN, raw_workbook, saved, workbook
from zwornik.core.sheets import NoteCode, Refusal, SheetError, read_sheet
from zwornik.core.sheets.cells import clean
from zwornik.core.sheets.containers import open_archive
from zwornik.core.sheets.rows import Grid
from zwornik.core.sheets.workbook_parts import read_workbook
from zwornik.core.sheets.worksheet_part import read_cells

HEADINGS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Nazwa</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>NIP</t></is></c></row>'
)


def grid_of(content: bytes) -> Grid:
    with open_archive(content) as archive:
        book = read_workbook(archive)
        return read_cells(archive, book, book.sheets[0])


def cells_of(row: str) -> list[str]:
    return grid_of(raw_workbook(row)).rows[0].cells


def test_numbers_dates_and_texts_read_as_a_person_sees_them() -> None:
    content = workbook(
        [
            ["Nazwa", "NIP", "KRS", "Od", "Kiedy", "Kwota", "Aktywny"],
            [
                "  Biofala S.A. ",
                5260250995.0,
                "0000123456",
                date(2024, 5, 1),
                datetime(2024, 5, 1, 13, 30),
                0.1 + 0.2,
                True,
            ],
        ]
    )
    assert read_sheet(content, "lista.xlsx").rows[0].cells == (
        "Biofala S.A.",
        "5260250995",
        "0000123456",
        "2024-05-01",
        "2024-05-01T13:30:00",
        "0.3",
        "TRUE",
    )


def test_number_shown_with_leading_zeros_keeps_them() -> None:
    def touch(sheet: Any) -> None:
        sheet["B2"].number_format = "0000000000"

    content = workbook([["Nazwa", "KRS"], ["A", 123456]], touch=touch)
    assert read_sheet(content, "x.xlsx").rows[0].cells == ("A", "0000123456")


def test_workbook_counting_from_1904_gives_the_same_days() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nazwa", "Od"])
    sheet.append(["A", date(2024, 5, 1)])
    assert read_sheet(saved(book), "x.xlsx").rows[0].cells == ("A", "2024-05-01")


def test_formula_gives_its_saved_value_or_is_noted_with_its_cell() -> None:
    grid = grid_of(
        raw_workbook(
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f><v></v></c>'
            '<c r="C1"><f>SUM(1)</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>'
        )
    )
    assert grid.rows[0].cells == ["2"]
    assert [(note.code, note.places) for note in grid.notes] == [
        (NoteCode.FORMULA_WITHOUT_VALUE, ("B1", "C1"))
    ]


def test_formula_never_calculated_is_noted_in_a_workbook_of_another_library() -> None:
    sheet = read_sheet(workbook([["Nazwa", "NIP"], ["A", "=1+1"], ["B", 2]]), "x.xlsx")
    assert [row.cells for row in sheet.rows] == [("A", ""), ("B", "2")]
    assert [(note.code, note.places) for note in sheet.notes] == [
        (NoteCode.FORMULA_WITHOUT_VALUE, ("B2",))
    ]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_error_cell_is_empty_and_noted(error: str) -> None:
    grid = grid_of(
        raw_workbook(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>{error}</v></c></row>')
    )
    assert grid.rows[0].cells == ["1"]
    assert [(note.code, note.places) for note in grid.notes] == [(NoteCode.ERROR_CELLS, ("B1",))]


def test_rows_and_cells_without_addresses_are_counted() -> None:
    grid = grid_of(
        raw_workbook(
            '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row>'
            "<row><c><v>4</v></c></row>"
        )
    )
    assert [(row.number, row.cells) for row in grid.rows] == [
        (3, ["1", "", "", "2", "3"]),
        (4, ["4"]),
    ]


def test_rich_text_is_joined_and_reading_aids_left_out() -> None:
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Biofala </t></r><r><t>S.A.</t></r>'
        '<rPh sb="0" eb="1"><t>aid</t></rPh></is></c></row>'
    )
    assert cells_of(row) == ["Biofala S.A."]


def test_strict_workbook_with_prefixes_and_iso_dates_is_read() -> None:
    strict = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="d"><x:v>2024-05-01T00:00:00</x:v></x:c>'
        '<x:c r="B1" t="str"><x:v>a_x000D_&#10;b</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert grid_of(raw_workbook("", sheet=strict)).rows[0].cells == ["2024-05-01", "a\nb"]


def test_hidden_rows_are_read_and_noted() -> None:
    def touch(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    sheet = read_sheet(workbook([["Nazwa", "NIP"], ["A", 1], ["B", 2]], touch=touch), "x.xlsx")
    assert [row.cells[0] for row in sheet.rows] == ["A", "B"]
    assert [(note.code, note.places) for note in sheet.notes] == [(NoteCode.HIDDEN_ROWS, ("3",))]


def test_blank_formatted_cells_far_away_do_not_count() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    grid = grid_of(raw_workbook('<row r="1"><c r="A1"><v>1</v></c></row>' + far))
    assert [row.number for row in grid.rows] == [1]


def test_value_beyond_the_last_column_read_is_refused_with_its_place() -> None:
    with pytest.raises(SheetError) as refused:
        grid_of(raw_workbook('<row r="7"><c r="KO7"><v>1</v></c></row>'))
    assert refused.value.code is Refusal.TOO_MANY_COLUMNS
    assert "KO7" in str(refused.value.message)


def test_more_rows_than_are_read_are_refused() -> None:
    rows = "<row><c><v>1</v></c></row>" * 100_001
    with pytest.raises(SheetError) as refused:
        grid_of(raw_workbook(rows))
    assert refused.value.code is Refusal.TOO_MANY_ROWS
    assert "100,000" in str(refused.value.message)


@pytest.mark.parametrize(
    "cell",
    ['<c r="A1" t="s"><v>99</v></c>', '<c r="1A"><v>1</v></c>', '<c r="A1" t="s"><v>x</v></c>'],
)
def test_cell_that_points_nowhere_is_damage(cell: str) -> None:
    with pytest.raises(SheetError) as refused:
        grid_of(raw_workbook(f'<row r="1">{cell}</row>'))
    assert refused.value.code is Refusal.BROKEN


def test_unknown_style_shows_the_plain_number() -> None:
    assert cells_of('<row r="1"><c r="A1" s="99"><v>45413</v></c></row>') == ["45413"]


def test_wrong_dimension_does_not_cut_the_table() -> None:
    sheet = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{HEADINGS}'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData></worksheet>'
    )
    assert read_sheet(raw_workbook("", sheet=sheet), "x.xlsx").rows[0].cells == ("1", "2")


values = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20),
    st.integers(-(10**9), 10**12),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2199, 1, 1)),
    st.none(),
)


@given(st.lists(st.lists(values, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(deadline=None, max_examples=40)
def test_cells_are_the_ones_another_library_reads(rows: list[list[object]]) -> None:
    content = workbook([["" if _acts(value) else value for value in row] for row in rows])
    other = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    expected = {
        (cell.row, cell.column): _as_text(cell.value)
        for row in other.iter_rows()
        for cell in row
        if _as_text(cell.value)
    }
    read = {
        (row.number, column): text
        for row in grid_of(content).rows
        for column, text in enumerate(row.cells, start=1)
        if text
    }
    assert read == expected


def _acts(value: object) -> bool:
    return isinstance(value, str) and (value.startswith("=") or value in {"#N/A", "#REF!"})


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else clean(str(value))
