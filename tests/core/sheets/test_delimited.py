import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.core.sheets import NoteCode, Refusal, SheetError, read_sheet
from zwornik.core.sheets.delimited import decode, detect_separator, read_delimited

POLISH = "Nazwa;Miasto\nZakład „Żółć” & Syn;Świętochłowice\nIłża Źródło;Łódź\nGęś Ąża;Kraśnik\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp1250", b""),
    ],
)
def test_polish_letters_and_quotation_marks_survive_every_encoding(
    encoding: str, mark: bytes
) -> None:
    sheet = read_sheet(mark + POLISH.encode(encoding), "lista.csv")
    assert [row.cells for row in sheet.rows] == [
        ("Zakład „Żółć” & Syn", "Świętochłowice"),
        ("Iłża Źródło", "Łódź"),
        ("Gęś Ąża", "Kraśnik"),
    ]


def test_iso_8859_2_is_told_from_windows_1250_by_polish_letters() -> None:
    text = "Nazwa;Miasto\nŚwiatło Źrenicy;Kraśnik\nGąska;Łódź\n"
    grid = read_delimited(text.encode("iso8859_2"), "lista")
    assert grid.rows[1].cells == ["Światło Źrenicy", "Kraśnik"]
    assert [note.places for note in grid.notes] == [("ISO 8859-2",)]


def test_guessed_encoding_is_noted() -> None:
    _, notes = decode(POLISH.encode("cp1250"))
    assert [(note.code, note.places) for note in notes] == [
        (NoteCode.OLD_ENCODING, ("Windows-1250",))
    ]
    assert "Windows-1250" in str(notes[0].text)


def test_a_torn_letter_does_not_spoil_a_utf_8_file() -> None:
    content = ("Nazwa;Miasto\n" + "Łódzka Źródlana;Łódź\n" * 5).encode() + b"Gda\xc5;Sopot\n"
    sheet = read_sheet(content, "lista.csv")
    assert sheet.rows[0].cells == ("Łódzka Źródlana", "Łódź")
    assert [(note.code, note.places) for note in sheet.notes] == [(NoteCode.BROKEN_LETTERS, ("7",))]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separator_is_found_and_quotes_respected(separator: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows(
        [
            ["Nazwa", "Adres", "Uwagi"],
            ["Biofala; Diagnostyka, S.A.", "ul. Długa 5, lok. 2", "a|b\tc"],
            ["Wytwórnia Szew", "Rynek 1\nŻyrardów", ""],
        ]
    )
    sheet = read_sheet(out.getvalue().encode(), "lista.csv")
    assert [row.cells for row in sheet.rows] == [
        ("Biofala; Diagnostyka, S.A.", "ul. Długa 5, lok. 2", "a|b\tc"),
        ("Wytwórnia Szew", "Rynek 1\nŻyrardów", ""),
    ]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Nazwa;Kwota\nA;1,5\nB;2,5\nC;3,5\n", ";"),
        ("Nazwa;Adres\n" + "A;Długa 1, lok. 2, Warszawa, Polska\n" * 90, ";"),
        ("Lista członków, 2025\nNazwa;Miasto;NIP\nA, B;Łódź;1\nC, D;Iłża;2\n", ";"),
        ("name,notes\nA,x;y\nB,z\n", ","),
        ("Nazwa\nA\nB\n", ";"),
        ("", ";"),
    ],
)
def test_separator_that_divides_headings_too_wins(text: str, separator: str) -> None:
    assert detect_separator(text) == separator


def test_line_naming_the_separator_is_believed_and_not_counted() -> None:
    sheet = read_sheet(b"sep=|\r\nNazwa|NIP, REGON\r\nA|1, 2\r\n", "lista.csv")
    assert [column.name for column in sheet.columns] == ["Nazwa", "NIP, REGON"]
    assert sheet.rows[0].number == 2


def test_rows_keep_their_number_past_empty_rows_and_line_breaks_in_cells() -> None:
    sheet = read_sheet(b'Nazwa;NIP\n\nA;1\n"B\nb";2\n;\nC;3\n', "lista.csv")
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(3, "A"), (4, "B\nb"), (6, "C")]


def test_number_kept_as_a_text_formula_and_guarding_apostrophe_are_undone() -> None:
    sheet = read_sheet(b'Nazwa;KRS;Telefon\nA;"=""0000123456""";\'+48 22 123\n', "lista.csv")
    assert sheet.rows[0].cells == ("A", "0000123456", "+48 22 123")


def test_leading_zeros_are_kept() -> None:
    assert read_sheet(b"Nazwa;KRS\nA;0000123456\n", "x.csv").rows[0].cells[1] == "0000123456"


@pytest.mark.parametrize(
    "content", [b'Nazwa;NIP\nA;1\n"B;2\nC;3\n', b'Nazwa;NIP\nA;1\n"B' + b"x" * 200_000]
)
def test_quotation_mark_never_closed_is_refused_with_its_row(content: bytes) -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(content, "lista.csv")
    assert refused.value.code is Refusal.OPEN_QUOTE
    assert "row 3" in str(refused.value.message)


def test_more_rows_than_are_read_are_refused() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(b"Nazwa;NIP\n" + b"A;1\n" * 100_000, "lista.csv")
    assert refused.value.code is Refusal.TOO_MANY_ROWS


def test_more_columns_than_are_read_are_refused_with_the_place() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(b"Nazwa" + b";x" * 300 + b"\nA;1\n", "lista.csv")
    assert refused.value.code is Refusal.TOO_MANY_COLUMNS
    assert "KO1" in str(refused.value.message)


def test_file_of_separators_only_holds_no_data() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(b";;;\n;;;\n", "lista.csv")
    assert refused.value.code is Refusal.NO_DATA


def test_text_file_is_named_without_its_ending() -> None:
    assert read_sheet(b"Nazwa;NIP\nA;1\n", "Członkowie 2025.csv").name == "Członkowie 2025"


@given(
    st.text(alphabet="aąbcćęłńóśźż AĄŁŚŹŻ", min_size=1), st.sampled_from(["cp1250", "iso8859_2"])
)
def test_text_rich_in_polish_letters_is_read_in_its_old_encoding(text: str, encoding: str) -> None:
    text = f"Zażółć gęślą jaźń, ŚĆ {text}"
    assert decode(text.encode(encoding))[0] == text
