"""How the form of a record is laid out: its sections, and which texts stand in two languages."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.selectors import KINDS
from zwornik.web.catalogue.hints import HELP

STAFF_ONLY = frozenset({"trl_verified", "source", "source_on", "is_confirmed"})
ABOUT = (_("Owner and source"), ("contact", "anonymity", "source", "source_on", "is_confirmed"))
SECTIONS: dict[str, tuple[tuple[object, tuple[str, ...]], ...]] = {
    "technology": (
        (_("What it is"), ("title", "summary", "product_kind", "field")),
        (_("What it solves, and how"), ("problem", "solution", "advantages")),
        (_("How far it is"), ("trl_claimed", "trl_verified", "stage")),
        (_("Rights and regulation"), ("ip_status", "ip_notes", "device_class", "regulatory")),
        (_("The partner sought"), ("partnership", "partner_sought")),
        ABOUT,
    ),
    "need": (
        (_("What is needed"), ("title", "statement", "field")),
        (_("What an answer has to meet"), ("must", "wish", "trl_min", "trl_max")),
        (_("Today, and success"), ("current_solution", "success")),
        (_("Terms"), ("urgency", "horizon_months", "budget", "cooperation", "drl")),
        ABOUT,
    ),
    "competence": (
        (_("What it is"), ("title", "summary", "field")),
        (_("What can be done, and ordered"), ("methods", "offer")),
        (_("Quality and availability"), ("quality", "availability")),
        ABOUT,
    ),
    "equipment": (
        (_("What it is"), ("title", "summary", "field", "maker", "year")),
        (_("How it is used"), ("access", "utilisation", "price_note", "is_unique_in_region")),
        ABOUT,
    ),
}
WRITTEN_LINES = frozenset({"must", "wish"})


@dataclass(frozen=True)
class Line:
    """One field of a section, or the Polish and English fields of one text side by side."""

    fields: tuple[forms.BoundField, ...]
    help: object
    help_id: str

    @property
    def is_pair(self) -> bool:
        """Whether two languages stand side by side."""
        return len(self.fields) == 2


@dataclass(frozen=True)
class Section:
    """A heading and the lines under it."""

    title: object
    lines: tuple[Line, ...]


def is_bilingual(kind: str, name: str) -> bool:
    """Whether a part of a record is written in both languages."""
    return name in WRITTEN_LINES or hasattr(KINDS[kind], f"{name}_pl")


def names_of(kind: str, *, is_staff: bool) -> list[str]:
    """Return the parts of a record that a person may write, in the order of the form."""
    names = [name for _title, parts in SECTIONS[kind] for name in parts]
    return [name for name in names if is_staff or name not in STAFF_ONLY]


def sections_of(form: forms.BaseForm, kind: str) -> tuple[Section, ...]:
    """Return the fields of a form in sections, each text with its two languages side by side."""
    return tuple(
        Section(title, tuple(_lines(form, kind, parts))) for title, parts in SECTIONS[kind]
    )


def _lines(form: forms.BaseForm, kind: str, parts: tuple[str, ...]) -> Any:
    for name in parts:
        fields = [f"{name}_pl", f"{name}_en"] if is_bilingual(kind, name) else [name]
        present = tuple(form[field] for field in fields if field in form.fields)
        if present:
            yield Line(present, HELP.get(name, ""), f"id_{name}_help")
