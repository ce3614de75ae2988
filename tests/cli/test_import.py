"""The command: a real list in, problems named, and the import taken back."""

import csv
import gzip
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from zwornik.directory.models import ImportBatch, Membership, Organisation, OrganisationIdentifier

HEADINGS = ["Nazwa podmiotu", "Nazwa angielska", "ROR", "Miejscowość", "Strona WWW", "Rok założenia"]


def counts() -> tuple[int, ...]:
    models = (Organisation, OrganisationIdentifier, Membership)
    return tuple(model.objects.count() for model in models)


def run(*words: object) -> str:
    out = StringIO()
    call_command("import", *map(str, words), stdout=out)
    return out.getvalue()


def workbook(path, rows) -> object:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def polish_institutions(opendata, tmp_path):
    """The Polish organisations of the public register, as a workbook with Polish headings."""
    with gzip.open(opendata / "organisations" / "ror_subset.csv.gz", "rt", encoding="utf-8") as lines:
        found = [row for row in csv.DictReader(lines) if row["country_code"] == "PL"]
    rows = [
        [
            row["name_pl"] or row["name"],
            row["name"],
            row["ror_id"],
            row["city"],
            row["website"],
            row["established"].split(".")[0],
        ]
        for row in found
    ]
    assert len(rows) == 427
    return workbook(tmp_path / "instytucje.xlsx", [HEADINGS, *rows])


def test_a_real_list_is_tried_read_in_and_taken_back(db, polish_institutions):
    before = counts()
    tried = run("organisations", polish_institutions, "--dry-run", "--kind", "institute")
    assert "427 rows: 427 to be added" in tried
    assert counts() == before
    done = run("organisations", polish_institutions, "--kind", "institute")
    batch = ImportBatch.objects.get()
    assert f"batch {batch.pk}" in done
    assert Organisation.objects.count() == before[0] + 427
    assert OrganisationIdentifier.objects.filter(scheme="ror").count() == before[1] + 427
    assert "427 organisations removed" in run("undo", batch.pk)
    assert counts() == before


def test_a_second_import_of_the_same_list_brings_nothing_new(db, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["Nazwa", "Miasto"], ["Lab-Wisła sp. z o.o.", "Warszawa"]])
    run("organisations", path)
    with pytest.raises(CommandError) as refused:
        run("organisations", path, "--mapping", "Miasto=nonsense")
    assert refused.value.returncode == 2
    assert "1 with nothing new" in run("organisations", path, "--dry-run")
    assert Organisation.objects.count() == 1


def test_problems_are_named_by_cell_and_nothing_is_written(db, tmp_path):
    path = workbook(
        tmp_path / "b.xlsx",
        [["Nazwa", "NIP"], ["Alfa sp. z o.o.", "123-456-78-90"], ["Beta sp. z o.o.", ""]],
    )
    out, bad = StringIO(), tmp_path / "bad.xlsx"
    with pytest.raises(CommandError) as refused:
        call_command("import", "organisations", str(path), "--bad-rows", str(bad), stdout=out)
    assert refused.value.returncode == 1
    assert "B2 (NIP)" in out.getvalue()
    assert counts() == (0, 0, 0)
    rows = list(load_workbook(BytesIO(bad.read_bytes())).active.values)
    assert len(rows) == 2
    assert rows[1][0] == "Alfa sp. z o.o."


def test_rows_with_problems_can_be_left_out(db, tmp_path):
    path = workbook(
        tmp_path / "c.xlsx",
        [["Nazwa", "NIP"], ["Alfa sp. z o.o.", "123-456-78-90"], ["Beta sp. z o.o.", ""]],
    )
    run("organisations", path, "--skip-bad-rows")
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Beta sp. z o.o."]


def test_a_file_that_is_no_list_ends_with_status_two(db, tmp_path):
    path = tmp_path / "lista.xlsx"
    path.write_bytes(b"%PDF-1.7 nothing of a list")
    with pytest.raises(CommandError) as refused:
        run("organisations", path)
    assert refused.value.returncode == 2


def test_an_import_that_is_not_there_cannot_be_taken_back(db):
    with pytest.raises(CommandError) as refused:
        run("undo", 4711)
    assert refused.value.returncode == 2


def test_the_same_member_three_times_becomes_one(db, tmp_path):
    names = ["„Mikroflux” Sp. z o.o.", "MIKROFLUX SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "Mikroflux spzoo"]
    path = workbook(tmp_path / "d.xlsx", [["Nazwa", "Miasto"], *[[name, "Warszawa"] for name in names]])
    run("organisations", path)
    assert Organisation.objects.get().name == "„Mikroflux” Sp. z o.o."
