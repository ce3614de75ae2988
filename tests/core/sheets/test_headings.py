import pytest

from tests.core.sheets.building import workbook
from zwornik.core.sheets import Refusal, Sheet, SheetError, read_sheet


def names(sheet: Sheet) -> list[str]:
    return [column.name for column in sheet.columns]


def csv_names(text: str) -> list[str]:
    return names(read_sheet(text.encode(), "lista.csv"))


def test_headings_stand_under_titles_and_over_data() -> None:
    sheet = read_sheet(
        workbook(
            [
                ["Wiślany Klaster Biomedyczny"],
                ["Lista członków", None, "stan na dzień", "31.12.2025"],
                [],
                ["Lp.", "Nazwa", "NIP", "Miasto"],
                [1, "Biofala", 5260250995, "Pruszków"],
                [2, "Mikroflux", 1234563218, "Warszawa"],
            ],
            merged=["A1:D1"],
        ),
        "lista.xlsx",
    )
    assert names(sheet) == ["Lp.", "Nazwa", "NIP", "Miasto"]
    assert [row.number for row in sheet.rows] == [5, 6]


def test_all_words_table_has_its_headings_in_the_first_row() -> None:
    assert csv_names("Nazwa;Miasto;Dziedzina\nA;Łódź;leki\nB;Iłża;testy\n") == [
        "Nazwa",
        "Miasto",
        "Dziedzina",
    ]


def test_heading_row_with_a_gap_wins_over_fuller_data() -> None:
    text = "Nazwa;Miasto;Ulica;Dziedzina;\nA;Łódź;Długa;leki;tak\nB;Iłża;Krótka;testy;nie\n"
    assert csv_names(text) == ["Nazwa", "Miasto", "Ulica", "Dziedzina", "(E)"]


def test_long_questions_of_a_form_are_headings() -> None:
    question = "Proszę opisać potrzebę technologiczną " * 5
    names_found = csv_names(f"Sygnatura czasowa;{question};E-mail\n2025-01-02;laser;a@b.pl\n")
    assert names_found == ["Sygnatura czasowa", question.strip(), "E-mail"]


def test_single_column_list_needs_one_heading() -> None:
    assert csv_names("Nazwa\nBiofala\nMikroflux\n") == ["Nazwa"]


@pytest.mark.parametrize(
    "text",
    [
        "Biofala;5260250995;biuro@example.org\nMikroflux;1234563218;b@example.org\n",
        "1;2;3\n4;5;6\n",
        "2024-01-01\n2024-01-02\n",
    ],
    ids=["records without headings", "numbers", "dates"],
)
def test_list_without_headings_is_refused(text: str) -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(text.encode(), "lista.csv")
    assert refused.value.code is Refusal.NO_HEADINGS
    assert "“lista”" in str(refused.value.message)


@pytest.mark.parametrize("text", ["Nazwa;NIP;Miasto\n", "Lista członków\nNazwa;NIP;Miasto\n;;\n"])
def test_headings_without_rows_are_refused(text: str) -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(text.encode(), "lista.csv")
    assert refused.value.code is Refusal.NO_ROWS


def test_merged_groups_over_headings_are_joined() -> None:
    sheet = read_sheet(
        workbook(
            [
                ["Nazwa", "Adres", None, None, "Kontakt", None],
                [None, "Miasto", "Ulica", "Kod", "Telefon", "E-mail"],
                ["Biofala", "Pruszków", "Długa 1", "05-800", "22 123", "a@b.pl"],
            ],
            merged=["A1:A2", "B1:D1", "E1:F1"],
        ),
        "lista.xlsx",
    )
    assert names(sheet) == [
        "Nazwa",
        "Adres / Miasto",
        "Adres / Ulica",
        "Adres / Kod",
        "Kontakt / Telefon",
        "Kontakt / E-mail",
    ]
    assert [row.number for row in sheet.rows] == [3]


def test_groups_in_a_text_file_reach_to_the_next_group() -> None:
    assert csv_names("Firma;;Adres;;\nNazwa;NIP;Miasto;Ulica;Kod\nA;1;Łódź;Długa 1;90-001\n") == [
        "Firma / Nazwa",
        "Firma / NIP",
        "Adres / Miasto",
        "Adres / Ulica",
        "Adres / Kod",
    ]


def test_second_row_that_only_divides_a_group_is_joined() -> None:
    text = "Nazwa;NIP;REGON;Adres;\n;;;Miasto;Ulica\nA;1;2;Łódź;Długa 1\n"
    assert csv_names(text) == ["Nazwa", "NIP", "REGON", "Adres / Miasto", "Adres / Ulica"]


def test_group_in_the_middle_needs_no_others() -> None:
    sheet = read_sheet(
        workbook(
            [
                [None, None, "Adres", None],
                ["Nazwa", "NIP", "Miasto", "Ulica"],
                ["Biofala", 1, "Pruszków", "Długa 1"],
            ],
            merged=["C1:D1"],
        ),
        "lista.xlsx",
    )
    assert names(sheet) == ["Nazwa", "NIP", "Adres / Miasto", "Adres / Ulica"]


@pytest.mark.parametrize("merged", ["A1:D1", "A1:C1"])
def test_merged_title_directly_above_is_no_group(merged: str) -> None:
    sheet = read_sheet(
        workbook(
            [
                ["Lista członków", None, None, None],
                ["Nazwa", "NIP", "Miasto", "Ulica"],
                ["Biofala", 1, "Pruszków", "Długa 1"],
            ],
            merged=[merged],
        ),
        "lista.xlsx",
    )
    assert names(sheet) == ["Nazwa", "NIP", "Miasto", "Ulica"]


def test_labelled_lines_directly_above_are_no_groups() -> None:
    text = "Klaster: Wiślany;Sporządziła: Anna;;\nNazwa;NIP;Miasto;Ulica\nA;1;Łódź;Długa\n"
    assert csv_names(text) == ["Nazwa", "NIP", "Miasto", "Ulica"]


def test_line_breaks_and_blanks_in_headings_become_one_blank() -> None:
    assert csv_names('"Nazwa\n organizacji";NIP\nA;1\n') == ["Nazwa organizacji", "NIP"]


def test_headings_are_looked_for_in_the_first_forty_rows_only() -> None:
    numbers = "1;2;3\n" * 41
    with pytest.raises(SheetError) as refused:
        read_sheet((numbers + "Nazwa;NIP;Miasto\nA;1;Łódź\n").encode(), "lista.csv")
    assert refused.value.code is Refusal.NO_HEADINGS
