"""Organisations as they would stand after an import: only what is empty is filled."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from zwornik.directory.choices import OrganisationKind, Standing
from zwornik.directory.imports.known import Details
from zwornik.directory.imports.plan import Finding, Value
from zwornik.directory.imports.rows import ReadRow
from zwornik.directory.imports.targets import NUMBERS
from zwornik.directory.imports.wording import same, shown
from zwornik.directory.naming import name_key

FROM_DIRECTORY = 0
DAYS = ("member_since", "member_until")


@dataclass(slots=True)
class Somebody:
    """A contact person of an organisation, as known so far."""

    key: str
    values: dict[str, Value]
    person_id: int | None = None
    position_id: int | None = None


@dataclass(slots=True)
class Entity:
    """An organisation that rows of the file are about.

    Attributes
    ----------
    organisation_id
        Its record, if the directory has it.
    leader
        The first row about it, which creates it if the directory does not have it.
    origin
        From which row a value was taken; 0 for the directory.
    is_decided
        Whether a person said that its rows mean the same, so that differences are no problem.
    """

    organisation_id: int | None
    leader: int
    values: dict[str, Value] = field(default_factory=dict)
    origin: dict[str, int] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)
    is_decided: bool = False

    @classmethod
    def known(cls, organisation_id: int, leader: int, details: Details) -> "Entity":
        """Return an organisation of the directory."""
        people = {
            name: Somebody(f"person:{one.person_id}", one.values, one.person_id, one.position_id)
            for name, one in details.people.items()
        }
        origin = dict.fromkeys(details.values, FROM_DIRECTORY)
        return cls(organisation_id, leader, dict(details.values), origin, people)


@dataclass(slots=True)
class Comparison:
    """What a row adds to its organisation, and what speaks against it."""

    changes: dict[str, Value] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)


def compared(entity: Entity, row: ReadRow) -> Comparison:
    """Return what of a row the organisation lacks, and where the two differ.

    What differs from another row of the file is a problem, unless a person decided that both
    mean the same organisation; so is a number that differs from the directory. Anything else
    that differs from the directory is a remark, and the directory stays.
    """
    found = Comparison()
    for key, value in row.values.items():
        if _is_not_compared(entity, row, key):
            continue
        if key not in entity.values:
            found.changes[key] = value
            if text := row.weak.get(key):
                found.remarks.append(row.finding(text, key))
        elif key not in row.weak and not _agree(key, entity.values[key], value):
            _add_difference(found, entity, row, key)
    _drop_size(found, entity, row)
    return found


def _is_not_compared(entity: Entity, row: ReadRow, key: str) -> bool:
    if key.startswith("contact_"):
        return True
    held = entity.values.get("standing")
    if key == "standing" and held is None:
        return row.values[key] == Standing.NONE
    return (
        key in DAYS
        and held is not None
        and (key not in entity.values or held != row.values["standing"])
    )


def _drop_size(found: Comparison, entity: Entity, row: ReadRow) -> None:
    kind = entity.values.get("kind", OrganisationKind.FIRM)
    if "size_class" in found.changes and kind != OrganisationKind.FIRM:
        del found.changes["size_class"]
        found.remarks.append(
            row.finding(_("Only firms have a size: it is left out."), "size_class")
        )


def _agree(key: str, held: Value, value: Value) -> bool:
    if key == "name":
        return name_key(str(held)) == name_key(str(value))
    return same(key, held, value)


def _add_difference(found: Comparison, entity: Entity, row: ReadRow, key: str) -> None:
    origin = entity.origin.get(key, FROM_DIRECTORY)
    if origin != FROM_DIRECTORY:
        text = _(
            "Row %(row)d about the same organisation says “%(held)s”. Leave the right one in the "
            "file."
        )
        is_problem = not entity.is_decided
    elif key in NUMBERS:
        text = _(
            "In the directory this organisation has the number %(held)s. Correct the number, or "
            "change it on the page of the organisation first."
        )
        is_problem = True
    else:
        text = _(
            "The directory says “%(held)s”, which stays. If the file is right, change it on the "
            "page of the organisation."
        )
        is_problem = False
    said = text % {"held": shown(key, entity.values[key]), "row": origin}
    finding = row.finding(said, key, *_beside(key))
    (found.problems if is_problem else found.remarks).append(finding)


def _beside(key: str) -> tuple[str, ...]:
    """Return the columns that may hold a value which has no column of its own."""
    if key in {"street", "postcode", "city"}:
        return ("address", "city")
    return {"size_class": ("kind",), "vat_eu": ("nip",)}.get(key, ())
