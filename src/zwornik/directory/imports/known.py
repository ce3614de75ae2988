"""What the directory already knows, fetched at once so that no row asks the database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from zwornik.directory.choices import MembershipKind, Standing
from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.words import plain
from zwornik.directory.models import (
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)

FETCHED_AT_ONCE = 900
PLAIN = (
    "name", "name_en", "kind", "size_class", "description_pl", "description_en", "nace_code",
    "established_year", "employees", "street", "postcode", "city", "county", "country_code",
    "nuts_code", "latitude", "longitude", "website", "email", "phone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownName:
    """By what an organisation of the directory is recognised without numbers."""

    name: str
    name_en: str
    key: str
    city: str


@dataclass(slots=True)
class KnownPerson:
    """Somebody who acts for an organisation of the directory."""

    person_id: int
    position_id: int
    values: dict[str, Value]


@dataclass(slots=True)
class Details:
    """What the directory holds of one organisation, by target; people by their plain names."""

    values: dict[str, Value] = field(default_factory=dict)
    people: dict[str, KnownPerson] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """The directory, as far as an import needs it.

    Attributes
    ----------
    numbers
        Organisation by scheme and number.
    details
        Fetches what is held of some organisations; asked once for all that a file names.
    people_by_email
        Person and plain name by e-mail address.
    """

    names: Mapping[int, KnownName] = field(default_factory=dict)
    numbers: Mapping[tuple[str, str], int] = field(default_factory=dict)
    details: Callable[[Iterable[int]], dict[int, Details]] = lambda _ids: {}
    people_by_email: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def known_directory() -> Known:
    """Return what the directory knows now."""
    names = Organisation.objects.values_list("pk", "name", "name_en", "name_key", "city")
    numbers = OrganisationIdentifier.objects.values_list("scheme", "value", "organisation_id")
    people = Person.objects.exclude(email="")
    return Known(
        names={pk: KnownName(name, en, key, city) for pk, name, en, key, city in names.iterator()},
        numbers={(scheme, value): pk for scheme, value, pk in numbers.iterator()},
        details=fetch_details,
        people_by_email={
            email.casefold(): (pk, plain(f"{given} {family}"))
            for pk, email, given, family in people.values_list(
                "pk", "email", "given_name", "family_name"
            ).iterator()
        },
    )


def fetch_details(ids: Iterable[int]) -> dict[int, Details]:
    """Return what the directory holds of the given organisations."""
    found: dict[int, Details] = {}
    for some in _portions(sorted(set(ids))):
        for row in Organisation.objects.filter(pk__in=some).values("pk", *PLAIN):
            found[row.pop("pk")] = Details({k: v for k, v in row.items() if v not in ("", None)})
        _add_numbers(found, some)
        _add_fields(found, some)
        _add_standing(found, some)
        _add_people(found, some)
    return found


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), FETCHED_AT_ONCE):
        yield ids[start : start + FETCHED_AT_ONCE]


def _add_numbers(found: dict[int, Details], ids: Sequence[int]) -> None:
    rows = OrganisationIdentifier.objects.filter(organisation__in=ids)
    for pk, scheme, value in rows.values_list("organisation_id", "scheme", "value"):
        found[pk].values[scheme] = value


def _add_fields(found: dict[int, Details], ids: Sequence[int]) -> None:
    codes: dict[int, list[str]] = defaultdict(list)
    rows = OrganisationField.objects.filter(organisation__in=ids).order_by("order", "pk")
    for pk, code in rows.values_list("organisation_id", "code"):
        codes[pk].append(code)
    for pk, listed in codes.items():
        found[pk].values["fields"] = tuple(listed)


def _add_standing(found: dict[int, Details], ids: Sequence[int]) -> None:
    """Add the open membership, else the last one that ended as that of a former member."""
    rows = Membership.objects.filter(organisation__in=ids).order_by("since_on", "pk")
    for row in rows:
        values = found[row.organisation_id].values
        if row.until_on is None:
            values |= {"standing": row.kind, "member_since": row.since_on}
            values.pop("member_until", None)
        elif "standing" not in values or "member_until" in values:
            was_member = row.kind == MembershipKind.MEMBER
            values["standing"] = Standing.FORMER.value if was_member else row.kind
            values |= {"member_since": row.since_on, "member_until": row.until_on}


def _add_people(found: dict[int, Details], ids: Sequence[int]) -> None:
    rows: Any = Position.objects.filter(organisation__in=ids).select_related("person")
    for row in rows:
        person = row.person
        values = {"email": person.email, "phone": person.phone, "role": row.role_pl or row.role_en}
        found[row.organisation_id].people[plain(person.plain_name)] = KnownPerson(
            person.pk, row.pk, {key: value for key, value in values.items() if value}
        )
