"""How the directory puts numbers, fields and time that has passed in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from zwornik.core.bilingual import reader_language
from zwornik.directory.models import OrganisationField
from zwornik.vocabularies.fields import load_fields

COUNTS = {
    "technology": ngettext_lazy("%(n)d technology", "%(n)d technologies", "n"),
    "need": ngettext_lazy("%(n)d need", "%(n)d needs", "n"),
    "competence": ngettext_lazy("%(n)d competence", "%(n)d competences", "n"),
    "equipment": ngettext_lazy("%(n)d piece of equipment", "%(n)d pieces of equipment", "n"),
}


@dataclass(frozen=True)
class CountLink:
    """How many records of a kind there are, in words, and the address of the list of them."""

    words: str
    address: str


def count_links(organisation_id: int, counts: Mapping[str, int]) -> list[CountLink]:
    """Return what an organisation has in the catalogue, each kind a link to the list of it."""
    records = reverse("catalogue:record-list")
    return [
        CountLink(
            str(words % {"n": counts[kind]}),
            f"{records}?kind={kind}&organisation={organisation_id}",
        )
        for kind, words in COUNTS.items()
        if counts.get(kind)
    ]


def organisations_shown(shown: int, total: int) -> str:
    """Say how many organisations are shown, and of how many where some are left out."""
    if shown == total:
        words = ngettext("%(n)d organisation", "%(n)d organisations", shown)
        return words % {"n": shown}
    words = ngettext("%(n)d of %(total)d organisation", "%(n)d of %(total)d organisations", total)
    return words % {"n": shown, "total": total}


def people_shown(shown: int, total: int) -> str:
    """Say how many people are shown, and of how many where some are left out."""
    if shown == total:
        return ngettext("%(n)d person", "%(n)d people", shown) % {"n": shown}
    words = ngettext("%(n)d of %(total)d person", "%(n)d of %(total)d people", total)
    return words % {"n": shown, "total": total}


def field_choices() -> list[tuple[str, object]]:
    """Return the fields of activity with their names in the reader's language."""
    name = f"label_{reader_language()}"
    return [(field.code, getattr(field, name)) for field in load_fields()]


def field_labels(rows: Iterable[OrganisationField]) -> str:
    """Return the fields of an organisation in words, the main one first."""
    labels = {code: str(label) for code, label in field_choices()}
    names = [labels.get(row.code, row.code) for row in rows]
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def short_name(name: str) -> str:
    """Return a name with its first part as an initial: A. Wrońska."""
    first, _gap, rest = name.partition(" ")
    return f"{first[:1]}.\u00a0{rest}" if rest else name


def ago(day: date, today: date) -> str:
    """Say how long ago a day was, in the one unit that fits."""
    days = (today - day).days
    if days < 1:
        return _("today")
    if days < 14:
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}
    if days < 60:
        weeks = days // 7
        return ngettext("%(n)d week ago", "%(n)d weeks ago", weeks) % {"n": weeks}
    if days < 730:
        months = round(days / 30.44)
        return ngettext("%(n)d month ago", "%(n)d months ago", months) % {"n": months}
    years = days // 365
    return ngettext("%(n)d year ago", "%(n)d years ago", years) % {"n": years}
