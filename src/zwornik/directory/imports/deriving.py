"""What follows from the cells of a row taken together: kind, size, membership, place, person."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from zwornik.directory.choices import OrganisationKind, Standing
from zwornik.directory.imports.mapping import ImportChoices
from zwornik.directory.imports.places import formatted_postcode
from zwornik.directory.imports.reading import CellError
from zwornik.directory.imports.rows import ReadRow
from zwornik.directory.imports.words import kind_by_name


def derive(row: ReadRow, choices: ImportChoices) -> ReadRow:
    """Complete a row by what follows from its cells, and add what is wrong with them together."""
    for step in STEPS:
        step(row, choices)
    return row


def _name(row: ReadRow, _choices: ImportChoices) -> None:
    if not row.name and not row.is_refused("name"):
        text = _("The name is missing. Write the name of the organisation, or delete the row.")
        row.problems.append(row.finding(text, "name"))


def _kind(row: ReadRow, choices: ImportChoices) -> None:
    if "kind" in row.values or row.is_refused("kind"):
        return
    kind = kind_by_name(row.name) or ("firm" if "size_class" in row.values else "")
    text = _("The kind, %(kind)s, was told by the name.")
    if not kind:
        kind, text = choices.kind, _("The kind, %(kind)s, is the one chosen for all rows without.")
    if kind:
        row.values["kind"] = kind
        row.weak["kind"] = text % {"kind": OrganisationKind(kind).label}


def _size(row: ReadRow, _choices: ImportChoices) -> None:
    if "size_class" in row.values and row.values.get("kind", "firm") != OrganisationKind.FIRM:
        del row.values["size_class"]
        row.remarks.append(
            row.finding(_("Only firms have a size: it is left out."), "size_class", "kind")
        )


def _place(row: ReadRow, _choices: ImportChoices) -> None:
    if "country_code" not in row.values:
        row.values["country_code"] = "PL"
        row.weak["country_code"] = ""
    if "postcode" in row.values:
        try:
            row.values["postcode"] = formatted_postcode(
                row.text("postcode"), row.text("country_code")
            )
        except CellError as error:
            row.problems.append(row.finding(error.text, "postcode", "city", "address"))
    if ("latitude" in row.values) != ("longitude" in row.values):
        text = _("A place on the map needs both latitude and longitude: give both or neither.")
        row.problems.append(row.finding(text, "latitude", "longitude"))


def _membership(row: ReadRow, choices: ImportChoices) -> None:
    if row.is_refused("standing", "member_since", "member_until"):
        return
    _standing(row, choices)
    standing = row.values.get("standing")
    if standing is None or standing == Standing.NONE:
        row.values.pop("member_since", None)
        row.values.pop("member_until", None)
        return
    if standing == Standing.FORMER:
        _last_day(row, choices.today)
    if "member_since" not in row.values:
        _first_day(row, choices.today)
    since, until = row.values["member_since"], row.values.get("member_until")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        text = _("The day of leaving is before the day of joining. Correct one of them.")
        row.problems.append(row.finding(text, "member_until"))


def _standing(row: ReadRow, choices: ImportChoices) -> None:
    until = row.values.get("member_until")
    has_left = isinstance(until, date) and until < choices.today
    if "standing" not in row.values:
        standing = choices.standing or ("member" if "member_since" in row.values else "")
        if has_left or standing:
            row.values["standing"] = "former" if has_left else standing
            row.weak["standing"] = ""
    elif has_left and row.values["standing"] == Standing.MEMBER:
        row.values["standing"] = Standing.FORMER.value


def _last_day(row: ReadRow, today: date) -> None:
    if "member_until" not in row.values:
        day = today - timedelta(days=1)
        row.values["member_until"] = day
        text = _("No day of leaving is given: %(day)s, the day before the import, is recorded.")
        row.weak["member_until"] = text % {"day": day.isoformat()}


def _first_day(row: ReadRow, today: date) -> None:
    until = row.values.get("member_until")
    day = min(today, until) if isinstance(until, date) else today
    row.values["member_since"] = day
    text = _("No day of joining is given: %(day)s is recorded.")
    row.weak["member_since"] = text % {"day": day.isoformat()}


def _person(row: ReadRow, _choices: ImportChoices) -> None:
    person = row.person()
    named = "given_name" in person and "family_name" in person
    if not person or named or row.is_refused(*NAME_COLUMNS):
        return
    text = _(
        "The contact person has no given and family name. Write both, or empty the cells about "
        "the person."
    )
    row.problems.append(row.finding(text, *NAME_COLUMNS))


NAME_COLUMNS = ("contact_name", "contact_given_name", "contact_family_name")
STEPS: tuple[Callable[[ReadRow, ImportChoices], None], ...] = (
    _name, _kind, _size, _place, _membership, _person,
)  # fmt: skip
