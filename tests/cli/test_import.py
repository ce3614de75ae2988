"""The command: what it says, in which language, with which status it ends, and what it writes."""

import csv
import gzip
from io import BytesIO, StringIO

import pytest
from auditlog.models import LogEntry
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from tests.factories import UserFactory
from zwornik.directory.models import ImportBatch, Membership, Organisation, OrganisationIdentifier
from zwornik.directory.services.organisations import revise_organisation

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Nazwa podmiotu",
    "Nazwa angielska",
    "ROR",
    "Miejscowość",
    "Strona WWW",
    "Rok założenia",
]
BAD = [["Nazwa", "NIP"], ["Alfa sp. z o.o.", "123-456-78-90"], ["Beta sp. z o.o.", ""]]


def counts() -> tuple[int, ...]:
    models = (Organisation, OrganisationIdentifier, Membership)
    return tuple(model.objects.count() for model in models)


def run(*words: object) -> str:
    out = StringIO()
    call_command("import", *map(str, words), stdout=out)
    return out.getvalue()


def refused(*words: object) -> tuple[int, str]:
    """The exit status, and everything that was said."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import", *map(str, words), stdout=out)
    return error.value.returncode, f"{out.getvalue()}{error.value}"


@pytest.fixture
def listed(tmp_path):
    """Write a workbook of these rows and return where it lies."""

    def write(*rows, name="lista.xlsx"):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def polish_institutions(opendata, listed):
    """The Polish organisations of the public register, as a workbook with Polish headings."""
    with gzip.open(
        opendata / "organisations" / "ror_subset.csv.gz", "rt", encoding="utf-8"
    ) as lines:
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
    return listed(HEADINGS, *rows, name="instytucje.xlsx")


def test_a_real_list_is_tried_read_in_and_taken_back(polish_institutions):
    before = counts()
    tried = run("organisations", polish_institutions, "--dry-run", "--kind", "institute")
    assert "427  To be added" in tried
    assert counts() == before
    done = run("organisations", polish_institutions, "--kind", "institute")
    batch = ImportBatch.objects.get()
    assert f"as import {batch.pk}" in done
    assert Organisation.objects.count() == before[0] + 427
    assert OrganisationIdentifier.objects.filter(scheme="ror").count() == before[1] + 427
    assert "427 organisations were removed" in run("undo", batch.pk)
    assert counts() == before


def test_columns_are_told_and_can_be_chosen_otherwise(listed):
    path = listed(["Nazwa", "Miasto", "Uwagi"], ["Lab-Wisła sp. z o.o.", "Warszawa", "mała"])
    told = run("organisations", path, "--dry-run")
    assert "  A  Nazwa → Name" in told
    assert "  C  Uwagi → left out" in told
    told = run("organisations", path, "--dry-run", "--mapping", "Uwagi=size_class", "Miasto=")
    assert "  B  Miasto → left out" in told
    assert "  C  Uwagi → Size of the firm" in told
    run("organisations", path, "--mapping", "C=size_class")
    organisation = Organisation.objects.get()
    assert (organisation.size_class, organisation.city) == ("small", "Warszawa")


def test_a_second_import_of_the_same_list_brings_nothing_new(listed):
    path = listed(["Nazwa", "Miasto"], ["Lab-Wisła sp. z o.o.", "Warszawa"])
    run("organisations", path)
    assert "1  Nothing new" in run("organisations", path, "--dry-run")
    assert Organisation.objects.count() == 1


def test_problems_are_named_by_cell_and_nothing_is_written(listed, tmp_path):
    path, bad = listed(*BAD), tmp_path / "bad.xlsx"
    status, said = refused("organisations", path, "--bad-rows", bad)
    assert status == 1
    assert "B2 (NIP) “123-456-78-90”: The check digit is wrong" in said
    assert counts() == (0, 0, 0)
    rows = list(load_workbook(BytesIO(bad.read_bytes())).active.values)
    assert rows[0] == ("Nazwa", "NIP", "Problem")
    assert [row[0] for row in rows] == ["Nazwa", "Alfa sp. z o.o."]
    assert refused("organisations", path, "--dry-run")[0] == 1


def test_rows_with_problems_can_be_left_out(listed):
    run("organisations", listed(*BAD), "--skip-bad-rows")
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Beta sp. z o.o."]


def test_messages_are_in_the_language_asked_for(listed):
    said = refused("organisations", listed(*BAD), "--dry-run", "--language", "pl")[1]
    assert "Cyfra kontrolna" in said
    assert "With problems" not in said


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 nothing of a list", "lista.xlsx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "lista.xls"),
    ],
)
def test_a_file_that_is_no_list_ends_with_status_two(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    status, said = refused("organisations", path)
    assert status == 2
    assert name in said


def test_a_file_that_is_not_there_ends_with_status_two(tmp_path):
    status, said = refused("organisations", tmp_path / "nowhere.csv")
    assert (status, "nowhere.csv" in said) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ["--mapping", "Miasto=nonsense"],
        ["--mapping", "Nowhere=city"],
        ["--mapping", "Nazwa="],
        ["--as", "nobody@example.org"],
        ["--sheet", "Nowhere"],
        ["--same", "2"],
    ],
)
def test_an_option_that_cannot_be_used_ends_with_status_two(listed, words):
    path = listed(["Nazwa", "Miasto"], ["Lab-Wisła sp. z o.o.", "Warszawa"])
    assert refused("organisations", path, *words)[0] == 2
    assert counts() == (0, 0, 0)


def test_only_who_may_import_can_be_named(listed):
    path = listed(["Nazwa"], ["Lab-Wisła sp. z o.o."])
    auditor, coordinator = UserFactory(role="auditor"), UserFactory(role="coordinator")
    assert refused("organisations", path, "--as", auditor.email)[0] == 2
    run("organisations", path, "--as", coordinator.email.upper())
    assert ImportBatch.objects.get().imported_by == coordinator
    entries = LogEntry.objects.get_for_objects(Organisation.objects.all())
    assert set(entries.values_list("actor", flat=True)) == {coordinator.pk}


def test_the_same_member_three_times_becomes_one(listed):
    names = [
        "„Mikroflux” Sp. z o.o.",
        "MIKROFLUX SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ",
        "Mikroflux spzoo",
    ]
    said = run(
        "organisations", listed(["Nazwa", "Miasto"], *[[name, "Warszawa"] for name in names])
    )
    assert "„Mikroflux” Sp. z o.o. (rows 2–4)" in said
    assert Organisation.objects.get().name == "„Mikroflux” Sp. z o.o."


def test_look_alikes_are_told_and_joined_only_if_asked_for(listed):
    rows = [
        ["Nazwa", "Miasto"],
        ["Mikroflux Aparatura S.A.", "Płock"],
        ["Mikrofluks Aparatura S.A.", "Płock"],
    ]
    path = listed(*rows)
    assert "looks like Mikroflux Aparatura S.A. (row 2)" in run("organisations", path, "--dry-run")
    assert "is taken for Mikroflux" in run("organisations", path, "--same", 3)
    assert Organisation.objects.count() == 1


def test_an_import_that_is_not_there_cannot_be_taken_back():
    assert refused("undo", 4711)[0] == 2


def test_an_import_that_others_worked_on_is_not_taken_back(listed):
    run("organisations", listed(["Nazwa"], ["Lab-Wisła sp. z o.o."]))
    revise_organisation(organisation=Organisation.objects.get(), phone="22 555 01 42")
    status, said = refused("undo", ImportBatch.objects.get().pk)
    assert status == 1
    assert "Lab-Wisła sp. z o.o.: It was edited." in said
    assert Organisation.objects.count() == 1
