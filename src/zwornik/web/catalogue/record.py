"""What the page of a record shows to one viewer."""

from dataclasses import dataclass
from typing import Any

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Cooperation, Partnership, RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Need, Requirement, Technology
from zwornik.catalogue.selectors import ShownOwner, with_owners
from zwornik.core.bilingual import reader_language
from zwornik.core.selectors import Change, trail_of
from zwornik.vocabularies.readiness import load_trl
from zwornik.web.catalogue.state import NextStep, Seen, next_step, revision_of, seen_by


@dataclass(frozen=True)
class Step:
    """A level of readiness in words, and what it means for this kind of product."""

    number: int
    name: str
    meaning: str


@dataclass(frozen=True)
class RecordPage:
    """Everything that the page of a record needs beside the record."""

    owner: ShownOwner
    seen: Seen
    next_step: NextStep
    newer: CatalogueRecord | None
    is_inside: bool
    may_change: bool
    may_publish: bool
    may_match: bool
    trail: tuple[Change, ...]


def page_of_record(viewer: User, record: Any) -> RecordPage:
    """Return what a viewer sees around a record, and may do with it."""
    with_owners([record], viewer)
    is_inside = viewer.has_perm("catalogue.read_history", record)
    may_change = viewer.has_perm("catalogue.change_record", record) and not record.is_closed
    newer = revision_of(record)
    return RecordPage(
        owner=record.owner,
        seen=seen_by(record),
        next_step=next_step(viewer, record),
        newer=newer if is_inside else None,
        is_inside=is_inside,
        may_change=may_change,
        may_publish=viewer.has_perm("catalogue.publish_record", record) and not record.is_closed,
        may_match=is_open_need(record) and viewer.has_perm("matching.read_matches"),
        trail=tuple(trail_of([record])) if is_inside else (),
    )


def is_open_need(record: CatalogueRecord) -> bool:
    """Whether a record is a need that matches are looked for."""
    return record.kind == "need" and record.status == RecordStatus.PUBLISHED


def step_of(record: Technology) -> Step | None:
    """Return how far a technology is: as proved, else as claimed."""
    number = record.trl_verified or record.trl_claimed
    if not number:
        return None
    scale, language = load_trl(), reader_language()
    reading = scale.reading(number, record.product_kind)
    meaning = getattr(reading, f"text_{language}", "") if reading else ""
    level = scale.level(number)
    return Step(
        number, getattr(level, f"name_{language}"), meaning or getattr(level, f"help_{language}")
    )


def wanted_of(need: Need) -> dict[str, list[Requirement]]:
    """Return the requirements and the wishes of a need in order of importance."""
    lines = sorted(need.requirements.all(), key=lambda line: line.order)
    return {
        "must": [line for line in lines if line.is_mandatory],
        "wish": [line for line in lines if not line.is_mandatory],
    }


def details_of(record: Any) -> dict[str, Any]:
    """Return what only one kind shows: readiness in words, requirements, partnerships."""
    if record.kind == "technology":
        return {"step": step_of(record), "partnership": labels(Partnership, record.partnership)}
    if record.kind == "need":
        return wanted_of(record) | {"cooperation": labels(Cooperation, record.cooperation)}
    return {}


def labels(choices: Any, values: list[str]) -> list[str]:
    """Return chosen values in words; a value that is no longer on the list as it is."""
    known = dict(choices.choices)
    return [str(known.get(value, value)) for value in values]
