"""Files as coordinators have them: each is read into the same plan, or refused with a way out."""

import io
import zipfile
from datetime import date

import pytest
from django.utils import translation
from openpyxl import Workbook

from tests.directory.imports.sheets import TODAY, choices_for
from zwornik.core.sheets import SheetError, read_sheet
from zwornik.directory.imports import ImportChoices, plan_import
from zwornik.directory.imports.known import Known

HEAD = ["Nazwa podmiotu", "NIP", "Miejscowość", "Data przystąpienia"]
ROWS = [
    ["„Żółć & Syn” sp. z o.o.", "526-025-09-95", "Łódź", "1 lipca 2016 r."],
    ["Odczynnik S.A.", "1111111111", "Kędzierzyn-Koźle", "1.07.2016"],
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def text_of(mark=";"):
    lines = [HEAD, *ROWS]
    quoted = [[f'"{cell}"' if mark in cell else cell for cell in line] for line in lines]
    return "\n".join(mark.join(line) for line in quoted)


def workbook_of(*lines, merged=()):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    for cells in merged:
        book.active.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def planned(content, name="list.csv"):
    sheet = read_sheet(content, name)
    return plan_import(sheet, choices_for(sheet), Known())


def assert_whole(plan):
    assert [row.outcome for row in plan.rows] == ["create", "create"]
    first, second = plan.rows
    assert first.changes["name"] == "„Żółć & Syn” sp. z o.o."
    assert (first.changes["nip"], first.changes["city"]) == ("5260250995", "Łódź")
    assert (second.changes["nip"], second.changes["city"]) == ("1111111111", "Kędzierzyn-Koźle")
    assert {row.changes["member_since"] for row in plan.rows} == {date(2016, 7, 1)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_texts_in_any_usual_encoding(encoding):
    assert_whole(planned(text_of().encode(encoding)))


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_texts_with_any_usual_mark_between_cells(mark):
    assert_whole(planned(text_of(mark).encode()))


def test_workbooks():
    assert_whole(planned(workbook_of(HEAD, *ROWS), "list.xlsx"))


def test_numbers_and_days_kept_as_numbers_and_days():
    rows = [
        [ROWS[0][0], 5260250995, "Łódź", date(2016, 7, 1)],
        [ROWS[1][0], 1111111111.0, "Kędzierzyn-Koźle", date(2016, 7, 1)],
    ]
    assert_whole(planned(workbook_of(HEAD, *rows), "list.xlsx"))


def test_a_title_above_empty_columns_and_a_total_below():
    lines = [
        ["Lista członków klastra", None, None, None, None],
        [],
        [*HEAD[:2], None, *HEAD[2:]],
        *([*row[:2], None, *row[2:]] for row in ROWS),
        ["Razem", 2, None, None, None],
    ]
    assert_whole(planned(workbook_of(*lines), "list.xlsx"))


def test_two_rows_of_headings_with_merged_cells():
    lines = [["Dane podmiotu", None, "Klaster", None], HEAD, *ROWS]
    assert_whole(planned(workbook_of(*lines, merged=("A1:B1", "C1:D1")), "list.xlsx"))


def test_a_merged_town_counts_for_each_row():
    rows = [[ROWS[0][0], ROWS[0][1], "Łódź"], [ROWS[1][0], ROWS[1][1], None]]
    plan = planned(workbook_of(HEAD[:3], *rows, merged=("C2:C3",)), "list.xlsx")
    assert [row.changes["city"] for row in plan.rows] == ["Łódź", "Łódź"]


def test_formulas_are_read_by_their_results_and_never_run():
    book = workbook_of(HEAD, [*ROWS[0][:3], '=HYPERLINK("http://example.org")'], ROWS[1])
    plan = planned(book, "list.xlsx")
    assert "member_since" in plan.rows[0].changes  # without a result the day is supposed
    assert plan.rows[0].changes["member_since"] == TODAY


def test_a_cell_that_looks_like_a_formula_is_a_text():
    plan = planned("Nazwa;Miasto;Typ\n=1+1 Alfa;Łódź;firma\n".encode())
    assert plan.rows[0].changes["name"] == "=1+1 Alfa"


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (OLE + bytes(600), "list.xls"),
        (OLE + bytes(600), "renamed.xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "locked.xlsx"),
        (b"", "empty.csv"),
        (b"%PDF-1.7\n\x00\x01\x02", "list.csv"),
        (b"Nazwa;NIP\n", "headings.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_way_out(content, name):
    with pytest.raises(SheetError) as refused:
        planned(content, name)
    assert str(refused.value.message)
    assert str(refused.value.hint)


def test_a_zip_bomb_is_refused():
    with pytest.raises(SheetError):
        planned(bomb(), "bomb.xlsx")


def test_a_list_without_a_town_or_number_is_planned_too():
    sheet = read_sheet(b"Firma\nAlfa S.A.\nBeta S.A.\n", "list.csv")
    plan = plan_import(sheet, ImportChoices({"A": "name"}, TODAY), Known())
    assert plan.count("create") == 2
