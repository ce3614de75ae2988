"""Contact persons that rows bring: known ones are completed, new ones are added."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from zwornik.directory.imports.entities import Entity, Somebody
from zwornik.directory.imports.plan import Finding, PlannedPerson, Value
from zwornik.directory.imports.rows import ReadRow
from zwornik.directory.imports.wording import same
from zwornik.directory.imports.words import plain

COMPLETED = ("email", "phone", "role")


def planned_person(
    entity: Entity, row: ReadRow, people_by_email: Mapping[str, tuple[int, str]]
) -> tuple[PlannedPerson | None, list[Finding]]:
    """Return what a row would write of its contact person, and remarks on what differs.

    The same name within an organisation is the same person; so is the same name with the same
    e-mail address anywhere in the directory or in the file.
    """
    values = row.person()
    if not values:
        return None, []
    name = plain(f"{values['given_name']} {values['family_name']}")
    somebody = entity.people.get(name)
    if somebody is None:
        return _new_person(entity, name, values, people_by_email), []
    return _completed(somebody, row, values)


def _completed(
    somebody: Somebody, row: ReadRow, values: dict[str, Value]
) -> tuple[PlannedPerson | None, list[Finding]]:
    changes: dict[str, Value] = {}
    remarks = []
    for key in COMPLETED:
        value = values.get(key)
        if value is None:
            continue
        if key not in somebody.values:
            changes[key] = somebody.values[key] = value
        elif not same(key, somebody.values[key], value):
            text = _("For this person “%(held)s” is recorded, which stays.")
            said = text % {"held": somebody.values[key]}
            remarks.append(row.finding(said, f"contact_{key}", "contact_name"))
    if not changes:
        return None, remarks
    person = PlannedPerson(somebody.key, changes, somebody.person_id, somebody.position_id)
    return person, remarks


def _new_person(
    entity: Entity,
    name: str,
    values: dict[str, Value],
    people_by_email: Mapping[str, tuple[int, str]],
) -> PlannedPerson:
    email = str(values.get("email", "")).casefold()
    person_id, known_name = people_by_email.get(email, (None, ""))
    place = entity.organisation_id or f"row {entity.leader}"
    somebody = Somebody(f"{name}|{email or place}", dict(values))
    if known_name == name:
        somebody.key, somebody.person_id = f"person:{person_id}", person_id
    entity.people[name] = somebody
    return PlannedPerson(somebody.key, values, somebody.person_id)
