"""Technologies, needs, competences and equipment of the demonstration."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.selectors import KINDS
from zwornik.catalogue.services import (
    publish_record,
    record_competence,
    record_equipment,
    record_need,
    record_technology,
)
from zwornik.cli.demonstration import files
from zwornik.cli.demonstration.directory import SOURCE
from zwornik.directory.models import Organisation, Person

WRITERS: dict[str, Any] = {
    "technology": record_technology,
    "need": record_need,
    "competence": record_competence,
    "equipment": record_equipment,
}
RENAMED = {
    "name_pl": "title_pl", "name_en": "title_en", "description_pl": "summary_pl",
    "description_en": "summary_en", "unique_in_region": "is_unique_in_region",
}  # fmt: skip
NOT_FIELDS = {"key", "organisation", "contact", "requirements"}


def load_records(
    kind: str,
    organisations: dict[str, Organisation],
    people: dict[str, Person],
    keeper: User,
) -> dict[str, CatalogueRecord]:
    """Write and publish the records of a kind that no audit left; return all of them by key."""
    return {
        entry["key"]: find_record(kind, entry, organisations)
        or _write(kind, entry, organisations, people, keeper)
        for entry in files.entries(kind)
    }


def find_record(
    kind: str, entry: dict[str, Any], organisations: dict[str, Organisation]
) -> CatalogueRecord | None:
    """Return the stored record of an entry, found by its owner and titles."""
    facts = facts_of(entry)
    found: CatalogueRecord | None = (
        KINDS[kind]
        .objects.filter(
            organisation=organisations[entry["organisation"]],
            title_pl=facts["title_pl"],
            title_en=facts["title_en"],
        )
        .first()
    )
    return found


def facts_of(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a record as its entry gives them; zero readiness means not verified."""
    facts = {RENAMED.get(n, n): v for n, v in entry.items() if n not in NOT_FIELDS}
    if not facts.get("trl_verified", 1):
        facts["trl_verified"] = None
    return facts


def requirements_of(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the requirements of a need's entry as the catalogue writes them."""
    return [
        {"text_pl": line["pl"], "text_en": line["en"], "is_mandatory": line["must"]}
        for line in entry.get("requirements", [])
    ]


def _write(
    kind: str,
    entry: dict[str, Any],
    organisations: dict[str, Organisation],
    people: dict[str, Person],
    keeper: User,
) -> CatalogueRecord:
    extra = {"requirements": requirements_of(entry)} if kind == "need" else {}
    record: CatalogueRecord = WRITERS[kind](
        organisation=organisations[entry["organisation"]],
        contact=people.get(entry["contact"]),
        keeper=keeper,
        source=SOURCE,
        source_on=entry["recorded_on"],
        confirmed_on=entry["recorded_on"],
        **facts_of(entry),
        **extra,
    )
    now = moment_of(entry)
    return publish_record(record=record, disclosure=record.disclosure, now=now)


def moment_of(entry: dict[str, Any]) -> datetime:
    """Return ten o'clock of the day on which an entry was recorded."""
    return timezone.make_aware(datetime.combine(entry["recorded_on"], time(10, 0)))
