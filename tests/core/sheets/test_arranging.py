import pytest

from tests.core.sheets.building import workbook
from zwornik.core.sheets import NoteCode, Sheet, read_sheet

HEADINGS = ["Lp.", "Nazwa", "NIP", "Składka"]


def notes(sheet: Sheet) -> dict[NoteCode, tuple[str, ...]]:
    return {note.code: note.places for note in sheet.notes}


def csv_sheet(text: str) -> Sheet:
    return read_sheet(text.encode(), "lista.csv")


def test_clean_table_leaves_no_notes() -> None:
    assert csv_sheet("Nazwa;NIP\nA;1\n").notes == ()


def test_lines_above_the_headings_are_left_out_and_noted() -> None:
    sheet = csv_sheet("Lista członków\n\nNazwa;NIP\nA;1\n")
    assert notes(sheet) == {NoteCode.LINES_ABOVE: ("1",)}
    assert "Rows: 1." in str(sheet.notes[0].text)


@pytest.mark.parametrize(
    "total",
    [
        ["Razem", None, None, 350.5],
        [None, "RAZEM:", None, 350.5],
        [None, "Suma", 2, 350.5],
        ["Total", None, None, "350,50 zł"],
        [None, "Razem członków", 2, None],
        ["Ogółem", None, None, None],
    ],
)
def test_totals_under_the_table_are_left_out_and_noted(total: list[object]) -> None:
    rows: list[list[object]] = [
        [*HEADINGS],
        [1, "Biofala", 5260250995, 100],
        [2, "Szew", 1234563218, 250.5],
        total,
    ]
    sheet = read_sheet(workbook(rows), "lista.xlsx")
    assert [row.number for row in sheet.rows] == [2, 3]
    assert notes(sheet) == {NoteCode.TOTALS: ("4",)}


@pytest.mark.parametrize(
    "record",
    [
        "3;Razem dla Zdrowia Fundacja;7010101010;100",
        "3;Total Medica sp. z o.o.;7010101010;100",
        "3;Suma;Warszawa;ul. Długa;",
    ],
)
def test_organisation_called_like_a_total_stays(record: str) -> None:
    sheet = csv_sheet(f"Lp.;Nazwa;NIP;Składka\n1;Biofala;5260250995;100\n{record}\n")
    assert [row.number for row in sheet.rows] == [2, 3]


def test_total_above_a_last_remark_is_still_left_out() -> None:
    sheet = csv_sheet("Nazwa;NIP;Kwota\nA;1;5\nB;2;6\nRazem;;11\nSporządziła Anna\n")
    assert notes(sheet) == {NoteCode.TOTALS: ("4",)}


def test_total_in_the_midst_of_the_table_stays() -> None:
    body = "".join(f"Firma {number};{number};5\n" for number in range(9))
    sheet = csv_sheet(f"Nazwa;NIP;Kwota\nRazem;;45\n{body}")
    assert sheet.rows[0].cells == ("Razem", "", "45")


def test_merged_cells_of_records_are_repeated_and_noted() -> None:
    sheet = read_sheet(
        workbook(
            [
                ["Grupa", "Nazwa", "NIP"],
                ["Firmy", "Biofala", 1],
                [None, "Szew", 2],
                ["Szpitale", "Oddech", 3],
            ],
            merged=["A2:A3"],
        ),
        "lista.xlsx",
    )
    assert [row.cells for row in sheet.rows] == [
        ("Firmy", "Biofala", "1"),
        ("Firmy", "Szew", "2"),
        ("Szpitale", "Oddech", "3"),
    ]
    assert notes(sheet) == {NoteCode.MERGED_CELLS: ("A2:A3",)}


def test_line_merged_across_the_table_divides_it_and_is_no_record() -> None:
    sheet = read_sheet(
        workbook(
            [
                ["Nazwa", "NIP", "Miasto"],
                ["Członkowie zwyczajni", None, None],
                ["Biofala", 1, "Pruszków"],
            ],
            merged=["A2:C2"],
        ),
        "lista.xlsx",
    )
    assert [row.number for row in sheet.rows] == [3]
    assert notes(sheet) == {NoteCode.SECTION_LINES: ("2",)}


def test_headings_repeated_on_each_printed_page_are_left_out() -> None:
    sheet = csv_sheet("Nazwa;NIP\nA;1\nNazwa;NIP\nB;2\n")
    assert [row.number for row in sheet.rows] == [2, 4]
    assert notes(sheet) == {NoteCode.REPEATED_HEADINGS: ("3",)}


def test_empty_columns_and_rows_are_dropped_and_named_ones_kept() -> None:
    sheet = csv_sheet(";Nazwa;;NIP;Uwagi\n;;;;\n;A;;1;\n;;;;\n;B;;2;\n")
    assert [(column.name, column.letter) for column in sheet.columns] == [
        ("Nazwa", "B"),
        ("NIP", "D"),
        ("Uwagi", "E"),
    ]
    assert [row.cells for row in sheet.rows] == [("A", "1", ""), ("B", "2", "")]


def test_missing_and_repeated_headings_are_named_and_noted() -> None:
    sheet = csv_sheet("Nazwa;Telefon;Telefon;\nA;1;2;x\n")
    assert [column.name for column in sheet.columns] == ["Nazwa", "Telefon", "Telefon (2)", "(D)"]
    assert notes(sheet) == {NoteCode.NO_HEADING: ("D",), NoteCode.SAME_HEADING: ("C",)}


def test_heading_merged_over_one_column_of_data_names_that_column_only() -> None:
    sheet = read_sheet(
        workbook([["Nazwa", None, "NIP"], ["Biofala", None, 1]], merged=["A1:B1"]), "lista.xlsx"
    )
    assert [(column.name, column.letter) for column in sheet.columns] == [
        ("Nazwa", "A"),
        ("NIP", "C"),
    ]
