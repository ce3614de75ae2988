"""By what the records of each kind are told apart in lists."""

from collections.abc import Container, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import (
    Access,
    Anonymity,
    Availability,
    Budget,
    Disclosure,
    IpStatus,
    RecordStatus,
    Stage,
    Urgency,
)
from zwornik.core.bilingual import reader_language
from zwornik.vocabularies.fields import load_fields
from zwornik.vocabularies.quality import QUALITY_SYSTEMS
from zwornik.web.shell.facets import Aspect

Row = dict[str, Any]
STATES = [c for c in RecordStatus.choices if c[0] in (RecordStatus.DRAFT, RecordStatus.PUBLISHED)]
TRL_GROUPS = [
    ("1-3", _("TRL 1–3, research")),
    ("4-6", _("TRL 4–6, laboratory to prototype")),
    ("7-9", _("TRL 7–9, in real use")),
    ("none", _("TRL not given")),
]


def field_choices() -> list[tuple[str, object]]:
    """Return the fields of life science with their names in the reader's language."""
    name = f"label_{reader_language()}"
    return [(field.code, getattr(field, name)) for field in load_fields()]


def plain_aspect(label: object, name: str, choices: Any) -> Aspect[Row]:
    """Return an aspect that a column holds as it is; an empty one has no value."""
    return Aspect(label, name, choices, lambda row: [row[name]] if row.get(name) else [])


def list_aspect(label: object, name: str, choices: Any) -> Aspect[Row]:
    """Return an aspect of which a record may have several values."""
    return Aspect(label, name, choices, lambda row: row.get(name) or [])


def trl_group(row: Row) -> str:
    """Return in which part of the scale a technology is: as proved, else as claimed."""
    level = row["trl_verified"] or row["trl_claimed"]
    if not level:
        return "none"
    return "1-3" if level <= 3 else "4-6" if level <= 6 else "7-9"


def aspects_of(kind: str, known: Container[int] | None) -> list[Aspect[Row]]:
    """Return the facets of one kind; `known` are the reader's organisations, None means all."""
    aspects: list[Aspect[Row]] = [
        plain_aspect(_("Field"), "field", field_choices()),
        plain_aspect(_("State"), "status", STATES),
        plain_aspect(_("Who may see it"), "disclosure", Disclosure.choices),
        *_own_aspects(kind),
    ]
    if known:
        own = [("own", _("of our organisation"))]
        aspects.insert(
            0,
            Aspect(
                _("Whose"),
                "whose",
                own,
                lambda row: ["own"] if row["organisation_id"] in known else [],
            ),
        )
    return aspects


def organisation_aspect(
    rows: Iterable[Row], asked: str, known: Container[int] | None
) -> list[Aspect[Row]]:
    """Return the facet of the one organisation that an address asks for, as far as it is known."""

    def owner(row: Row) -> list[str]:
        may_know = known is None or row["organisation_id"] in known
        is_named = may_know or row["anonymity"] == Anonymity.NAMED
        return [str(row["organisation_id"])] if is_named else []

    if not asked.isdecimal():
        return []
    names = (row["organisation__name"] for row in rows if asked in owner(row))
    choices = [(asked, next(names, _("that organisation")))]
    return [Aspect(_("Organisation"), "organisation", choices, owner)]


def _own_aspects(kind: str) -> list[Aspect[Row]]:
    if kind == "technology":
        return [
            Aspect(_("Readiness"), "trl", TRL_GROUPS, lambda row: [trl_group(row)]),
            plain_aspect(_("Stage of development"), "stage", Stage.choices),
            plain_aspect(_("Intellectual property"), "ip_status", IpStatus.choices),
        ]
    if kind == "need":
        return [
            plain_aspect(_("Urgency"), "urgency", list(reversed(Urgency.choices))),
            plain_aspect(_("Money available"), "budget", Budget.choices),
        ]
    if kind == "competence":
        return [
            list_aspect(_("Quality system"), "quality", [(q, q) for q in QUALITY_SYSTEMS]),
            plain_aspect(_("Availability"), "availability", Availability.choices),
        ]
    return [plain_aspect(_("Access"), "access", Access.choices)]
