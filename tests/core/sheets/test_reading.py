from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.sheets.building import saved, workbook
from zwornik.core.sheets import (
    ColumnKind,
    NoteCode,
    Refusal,
    SheetError,
    Table,
    TableColumn,
    read_sheet,
    write_csv,
    write_xlsx,
)
from zwornik.core.sheets.cells import clean


def book_of(**sheets: list[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


LIST: list[list[object]] = [["Nazwa", "NIP"], ["Biofala", 5260250995]]


def test_first_sheet_with_data_is_read_and_the_others_named() -> None:
    book = book_of(Pusty=[], Lista=LIST, Osoby=[["Imię", "Nazwisko"], ["Anna", "Lis"]], Arkusz3=[])
    sheet = read_sheet(saved(book), "lista.xlsx")
    assert sheet.name == "Lista"
    assert sheet.other_sheets == ("Osoby",)
    assert [(note.code, note.places) for note in sheet.notes] == [
        (NoteCode.OTHER_SHEETS, ("Osoby",))
    ]
    assert "Osoby" in str(sheet.notes[0].text)


def test_sheet_of_instructions_before_the_table_is_passed_over() -> None:
    book = book_of(Instrukcja=[["Proszę wypełnić listę."], ["Dziękujemy."]], Lista=LIST)
    sheet = read_sheet(saved(book), "lista.xlsx")
    assert sheet.name == "Lista"
    assert sheet.other_sheets == ("Instrukcja",)


def test_only_sheet_with_one_column_is_read_all_the_same() -> None:
    book = book_of(Liczby=[[1, 2], [3, 4]], Lista=[["Nazwa"], ["Biofala"]])
    assert read_sheet(saved(book), "lista.xlsx").name == "Lista"


def test_hidden_sheets_come_last() -> None:
    book = book_of(Słownik=[["Kod", "Nazwa"], ["a", "b"]], Lista=LIST)
    book["Słownik"].sheet_state = "hidden"
    assert read_sheet(saved(book), "lista.xlsx").name == "Lista"


def test_sheet_can_be_asked_for_by_name() -> None:
    book = book_of(Lista=LIST, Osoby=[["Imię", "Nazwisko"], ["Anna", "Lis"]])
    sheet = read_sheet(saved(book), "lista.xlsx", sheet_name="Osoby")
    assert [column.name for column in sheet.columns] == ["Imię", "Nazwisko"]
    assert sheet.other_sheets == ("Lista",)


def test_asking_for_a_sheet_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(saved(book_of(Lista=LIST, Osoby=LIST)), "lista.xlsx", sheet_name="Firmy")
    assert refused.value.code is Refusal.NO_SUCH_SHEET
    assert str(refused.value.hint) == "Its sheets are: Lista, Osoby."


def test_workbook_without_any_data_is_refused() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(saved(book_of(Pusty=[], Drugi=[])), "lista.xlsx")
    assert refused.value.code is Refusal.NO_DATA


def test_workbook_without_headings_is_refused_naming_its_first_sheet() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(saved(book_of(Liczby=[[1, 2], [3, 4]], Daty=[[5, 6], [7, 8]])), "lista.xlsx")
    assert refused.value.code is Refusal.NO_HEADINGS
    assert "“Liczby”" in str(refused.value.message)


def test_member_list_as_people_keep_it() -> None:
    def touch(sheet: Any) -> None:
        sheet["D5"].number_format = "0000000000"
        sheet["E5"].number_format = r"00\-000"

    content = workbook(
        [
            ["Wiślany Klaster Biomedyczny: członkowie"],
            ["Nazwa", "NIP", "Składka", "KRS", "Adres", None],
            [None, None, None, None, "Kod", "Miasto"],
            ["Firmy"],
            ["  Wytwórnia „Szew” & Syn ", 5260250995.0, "1 200,00", 123456, 5800, "Pruszków\u00a0"],
            ["Kampinos", "=B5+1", "#N/A", "0000000001", "05-080", "Izabelin"],
            [],
            ["Razem", None, "1 200,00"],
        ],
        merged=["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "A4:F4"],
        touch=touch,
    )
    sheet = read_sheet(content, "Członkowie.xlsx")
    assert [column.name for column in sheet.columns] == [
        "Nazwa",
        "NIP",
        "Składka",
        "KRS",
        "Adres / Kod",
        "Adres / Miasto",
    ]
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (
            5,
            (
                "Wytwórnia „Szew” & Syn",
                "5260250995",
                "1 200,00",
                "0000123456",
                "05-800",
                "Pruszków",
            ),
        ),
        (6, ("Kampinos", "", "", "0000000001", "05-080", "Izabelin")),
    ]
    assert {note.code: note.places for note in sheet.notes} == {
        NoteCode.FORMULA_WITHOUT_VALUE: ("B6",),
        NoteCode.ERROR_CELLS: ("C6",),
        NoteCode.LINES_ABOVE: ("1",),
        NoteCode.SECTION_LINES: ("4",),
        NoteCode.TOTALS: ("8",),
    }


COLUMNS = tuple(TableColumn(header, ColumnKind.TEXT) for header in ("Nazwa", "Opis", "Uwagi"))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    "'=\"0+-\r\n;", max_size=8
)
rows = st.lists(st.tuples(texts, texts), min_size=1, max_size=8)


def _as_written(pairs: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(f"Firma {at}", first, second) for at, (first, second) in enumerate(pairs)]


def _as_read(pairs: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(map(clean, row)) for row in _as_written(pairs)]


@given(rows)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_texts_written_to_a_workbook_are_read_back(pairs: list[tuple[str, str]]) -> None:
    sheet = read_sheet(write_xlsx(Table("Lista", COLUMNS, _as_written(pairs))), "x.xlsx")
    padded = [row.cells for row in sheet.rows]
    assert [column.name for column in sheet.columns] == ["Nazwa", "Opis", "Uwagi"]
    assert padded == _as_read(pairs)


@given(rows)
@settings(deadline=None)
def test_texts_written_to_a_text_file_are_read_back(pairs: list[tuple[str, str]]) -> None:
    table = Table("Lista", COLUMNS, [("Firma", "x", "y"), *_as_written(pairs)])
    sheet = read_sheet(write_csv(table), "x.csv")
    assert [row.cells for row in sheet.rows][1:] == _as_read(pairs)


INTACT = workbook([["Nazwa", "NIP", "Adres"], ["Łuk", 5260250995.0, "=1+1"]], merged=["A2:A3"])


@given(st.lists(st.tuples(st.integers(0, len(INTACT) - 1), st.integers(0, 255)), min_size=1))
@settings(deadline=None)
def test_damaged_workbook_is_read_or_refused_but_never_an_accident(
    damage: list[tuple[int, int]],
) -> None:
    content = bytearray(INTACT)
    for place, value in damage:
        content[place] = value
    assert _is_read_or_refused(bytes(content))


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_but_never_an_accident(content: bytes) -> None:
    assert _is_read_or_refused(content)


def _is_read_or_refused(content: bytes) -> bool:
    try:
        sheet = read_sheet(content, "lista.xlsx")
    except SheetError as refused:
        return str(refused.message) != ""
    return all(len(row.cells) == len(sheet.columns) for row in sheet.rows)
