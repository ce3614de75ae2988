"""Two entries of an organisation side by side, and what of them stays."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zwornik.directory.choices import IdentifierScheme
from zwornik.directory.services import MergeError, filled_by_merging, refuse_merging
from zwornik.web.directory.words import field_labels

COMPARED = (
    "name", "name_en", "kind", "size_class", "description_pl", "description_en", "street",
    "postcode", "city", "county", "nuts_code", "latitude", "longitude", "website", "email",
    "phone", "nace_code", "established_year", "employees", "source", "source_on",
)  # fmt: skip


@dataclass(frozen=True)
class Compared:
    """One fact of both entries, what of it stays, and whether something is lost."""

    label: str
    kept: str
    absorbed: str
    result: str
    is_lost: bool


@dataclass(frozen=True)
class Comparison:
    """Everything that two entries say, and why they cannot be merged, if they cannot."""

    keep: Any
    absorbed: Any
    rows: tuple[Compared, ...]
    refusal: str


def comparison_of(*, keep: Any, absorbed: Any) -> Comparison:
    """Return two entries side by side as they would be merged."""
    filled = filled_by_merging(keep=keep, absorbed=absorbed)
    rows = [_fact(name, keep, absorbed, filled) for name in COMPARED]
    rows += [_number(scheme, label, keep, absorbed) for scheme, label in IdentifierScheme.choices]
    rows.append(_fields(keep, absorbed))
    shown = tuple(row for row in rows if row.kept or row.absorbed)
    try:
        refuse_merging(keep=keep, absorbed=absorbed)
    except MergeError as error:
        return Comparison(keep, absorbed, shown, str(error))
    return Comparison(keep, absorbed, shown, "")


def _fact(name: str, keep: Any, absorbed: Any, filled: dict[str, Any]) -> Compared:
    kept, other = _shown(keep, name), _shown(absorbed, name)
    result = other if name in filled else kept
    return Compared(_label(name, keep), kept, other, result, bool(other) and other != result)


def _label(name: str, organisation: Any) -> str:
    label = str(organisation._meta.get_field(name).verbose_name)
    if name.startswith("description"):
        return f"{label}, {_('in Polish') if name.endswith('_pl') else _('in English')}"
    return label


def _shown(organisation: Any, name: str) -> str:
    display = getattr(organisation, f"get_{name}_display", None)
    value = display() if display else getattr(organisation, name)
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return "" if value is None else str(value)


def _number(scheme: str, label: object, keep: Any, absorbed: Any) -> Compared:
    kept, other = _value(keep, scheme), _value(absorbed, scheme)
    return Compared(str(label), kept, other, kept or other, bool(kept and other and kept != other))


def _value(organisation: Any, scheme: str) -> str:
    rows = organisation.identifiers.all()
    return next((row.value for row in rows if row.scheme == scheme), "")


def _fields(keep: Any, absorbed: Any) -> Compared:
    own = list(keep.field_rows.all())
    codes = {row.code for row in own}
    added = [row for row in absorbed.field_rows.all() if row.code not in codes]
    return Compared(
        label=_("Fields in which it is active"),
        kept=field_labels(own),
        absorbed=field_labels(absorbed.field_rows.all()),
        result=field_labels([*own, *added]),
        is_lost=False,
    )
