"""Lists that questions offer: closed lists of the catalogue and lists of the vocabularies."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from zwornik.catalogue import choices
from zwornik.core.bilingual import reader_language
from zwornik.vocabularies.fields import load_fields
from zwornik.vocabularies.quality import QUALITY_SYSTEMS
from zwornik.vocabularies.readiness import load_trl


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen: its stored value, its label and a line of help."""

    value: str | int
    label: str
    help: str = ""


def _from_choices(pairs: Iterable[tuple[str, object]]) -> tuple[Option, ...]:
    return tuple(Option(value, str(label)) for value, label in pairs)


def _fields() -> tuple[Option, ...]:
    language = reader_language()
    return tuple(Option(f.code, getattr(f, f"label_{language}")) for f in load_fields())


def _trl() -> tuple[Option, ...]:
    language = reader_language()
    return tuple(
        Option(
            level.number,
            f"TRL\u00a0{level.number}\u00a0– {getattr(level, f'name_{language}')}",
            getattr(level, f"help_{language}"),
        )
        for level in load_trl().levels
    )


LISTS: dict[str, Callable[[], tuple[Option, ...]]] = {
    "fields": _fields,
    "trl": _trl,
    "product_kinds": lambda: _from_choices(choices.ProductKind.choices),
    "stages": lambda: _from_choices(choices.Stage.choices),
    "ip_statuses": lambda: _from_choices(choices.IpStatus.choices),
    "device_classes": lambda: _from_choices(choices.DeviceClass.choices),
    "partnerships": lambda: _from_choices(choices.Partnership.choices),
    "disclosures": lambda: _from_choices(choices.Disclosure.choices),
    "anonymities": lambda: _from_choices(choices.Anonymity.choices),
    "budgets": lambda: _from_choices(choices.Budget.choices),
    "urgencies": lambda: _from_choices(choices.Urgency.choices),
    "cooperations": lambda: _from_choices(choices.Cooperation.choices),
    "availabilities": lambda: _from_choices(choices.Availability.choices),
    "quality_systems": lambda: tuple(Option(name, name) for name in QUALITY_SYSTEMS),
}


def options_named(name: str) -> tuple[Option, ...]:
    """Return the list of this name in the reader's language; `LookupError` if there is none."""
    return LISTS[name]()
