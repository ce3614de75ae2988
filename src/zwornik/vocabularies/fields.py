"""The fields of life science by which organisations and records are told apart."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "fields.toml"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of activity.

    Attributes
    ----------
    icon
        Name of the outline icon in the Tabler set that stands for the field everywhere.
    order
        Place in lists, from 1.
    """

    code: str
    label_pl: str
    label_en: str
    icon: str
    order: int


@cache
def load_fields() -> tuple[Field, ...]:
    """Return all fields in their order."""
    entries = tomllib.loads(DATA.read_text("utf-8"))["field"]
    return tuple(sorted((Field(**entry) for entry in entries), key=lambda field: field.order))
