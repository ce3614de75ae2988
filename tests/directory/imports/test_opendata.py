"""A real list: the Polish organisations of a research register, as a coordinator would keep them."""

import csv
import gzip
from datetime import UTC, datetime

import pytest

from tests.directory.imports.sheets import choices_for
from zwornik.core.sheets import Table, TableColumn, read_sheet, write_xlsx
from zwornik.directory.imports import plan_import
from zwornik.directory.models import (
    Membership,
    Organisation,
    OrganisationIdentifier,
    Person,
    Position,
)
from zwornik.directory.services.import_undoing import undo_import
from zwornik.directory.services.importing import apply_import

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HEAD = (
    "Pełna nazwa", "Nazwa w języku angielskim", "Typ organizacji", "Miejscowość", "Państwo",
    "Rok założenia", "Adres WWW", "ROR", "Szerokość geograficzna", "Długość geograficzna",
)  # fmt: skip
KINDS = {
    "education": "uczelnia", "facility": "instytut badawczy", "healthcare": "szpital",
    "company": "firma", "government": "administracja publiczna", "nonprofit": "fundacja",
    "archive": "instytucja otoczenia biznesu", "other": "stowarzyszenie", "funder": "fundusz",
}  # fmt: skip
COUNTED = (Organisation, OrganisationIdentifier, Membership, Person, Position)


def polish_list(folder):
    with gzip.open(folder / "organisations" / "ror_subset.csv.gz", "rt", encoding="utf-8") as file:
        found = [row for row in csv.DictReader(file) if row["country_code"] == "PL"]
    lines = [
        (
            row["name_pl"] or row["name"], row["name"], KINDS[row["types"].split("|")[0]],
            row["city"], row["country"], row["established"].removesuffix(".0"), row["website"],
            row["ror_id"], row["lat"].replace(".", ","), row["lon"].replace(".", ","),
        )
        for row in found
    ]  # fmt: skip
    return write_xlsx(Table("Organizacje", tuple(map(TableColumn, HEAD)), lines))


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def test_the_polish_organisations_are_read_in_and_taken_back(opendata):
    sheet = read_sheet(polish_list(opendata), "organizacje.xlsx")
    assert len(sheet.rows) == 427
    choices = choices_for(sheet)
    assert set(choices.columns.values()) == {
        "name", "name_en", "kind", "city", "country_code", "established_year", "website", "ror",
        "latitude", "longitude",
    }  # fmt: skip
    before = counts()
    plan = plan_import(sheet, choices)
    assert [(one.place, one.value, one.text) for one in plan.problems] == []
    assert counts() == before
    batch = apply_import(
        sheet=sheet, choices=choices, file_name="organizacje.xlsx", imported_by=None, now=NOW
    )
    assert Organisation.objects.count() == plan.count("create")
    assert batch.rows.count() == 427
    assert OrganisationIdentifier.objects.filter(scheme="ror").count() == plan.count("create")
    again = plan_import(sheet, choices)
    assert again.count("nothing") == 427
    report = undo_import(batch=batch, now=NOW)
    assert report.removed == plan.count("create")
    assert report.kept == ()
    assert counts() == before
