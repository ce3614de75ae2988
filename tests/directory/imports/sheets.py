"""Sheets for the tests of imports, made of lines as a person would type them."""

from datetime import date

from zwornik.core.sheets import Sheet, read_sheet
from zwornik.directory.imports import ImportChoices, guess_columns, mapping_of, plan_import
from zwornik.directory.imports.known import Details, Known, KnownName
from zwornik.directory.imports.plan import ImportPlan
from zwornik.directory.imports.targets import NUMBERS
from zwornik.directory.naming import name_key

TODAY = date(2026, 11, 24)


def sheet_of(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines).encode("utf-8"), "list.csv")


def choices_for(sheet: Sheet, **facts: object) -> ImportChoices:
    return ImportChoices(mapping_of(guess_columns(sheet)), TODAY, **facts)


def plan_of(*lines: str, known: Known | None = None, **facts: object) -> ImportPlan:
    sheet = sheet_of(*lines)
    return plan_import(sheet, choices_for(sheet, **facts), known or Known())


def known_of(*organisations: dict[str, object]) -> Known:
    """A directory of these organisations, numbered from 1."""
    details = {
        pk: Details({"kind": "firm", "country_code": "PL"} | facts)
        for pk, facts in enumerate(organisations, 1)
    }
    return Known(
        names={
            pk: KnownName(
                one["name"], one.get("name_en", ""), name_key(one["name"]), one.get("city", "")
            )
            for pk, one in enumerate(organisations, 1)
        },
        numbers={
            (scheme, one[scheme]): pk
            for pk, one in enumerate(organisations, 1)
            for scheme in NUMBERS
            if scheme in one
        },
        details=lambda ids: {pk: details[pk] for pk in ids},
    )
