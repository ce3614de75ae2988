"""How the cells of each column are read."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from zwornik.directory.identifiers import checked_identifier
from zwornik.directory.imports.amounts import read_degrees, read_people
from zwornik.directory.imports.days import read_day, read_year
from zwornik.directory.imports.kinds import read_fields, read_kind, read_size, read_standing
from zwornik.directory.imports.people import read_person
from zwornik.directory.imports.places import read_address, read_country, read_town, region_by_name
from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.reach import read_email, read_phone, read_website
from zwornik.directory.imports.reading import CellError, Reading
from zwornik.directory.imports.words import is_nothing, plain
from zwornik.directory.models import Organisation, Person, Position

Reader = Callable[[str, str, date], Reading]


def _longest(model: type[Model], name: str) -> int | None:
    return getattr(model._meta.get_field(name), "max_length", None)


LENGTHS = {
    **{
        name: _longest(Organisation, name)
        for name in ("name", "name_en", "street", "city", "county", "website", "email")
    },
    "contact_title": _longest(Person, "title"),
    "contact_given_name": _longest(Person, "given_name"),
    "contact_family_name": _longest(Person, "family_name"),
    "contact_email": _longest(Person, "email"),
    "contact_role": _longest(Position, "role_pl"),
}


def read_cell(key: str, text: str, today: date) -> Reading:
    """Return what a cell of a column says; nothing for an empty one or a dash.

    Raises
    ------
    CellError
        If it cannot be understood; the text says why and what to do.
    """
    if is_nothing(text) and not (key == "standing" and plain(text) == "none"):
        return Reading()
    reading = READERS[key](key, text, today)
    for name, value in reading.values.items():
        longest = LENGTHS.get(name)
        if longest is not None and isinstance(value, str) and len(value) > longest:
            said = _("This is longer than %(longest)d characters. Shorten it.")
            raise CellError(said % {"longest": longest})
    return reading


def _words(key: str, text: str, _today: date) -> Reading:
    return Reading({key: " ".join(text.split())})


def _paragraphs(key: str, text: str, _today: date) -> Reading:
    return Reading({key: text.strip()})


def _organisation_name(key: str, text: str, _today: date) -> Reading:
    name = " ".join(text.split())
    if not any(sign.isalpha() for sign in name):
        raise CellError(_("This is not a name: it has no letters."))
    return Reading({key: name})


def _number(key: str, text: str, _today: date) -> Reading:
    try:
        return Reading({key: checked_identifier(key, text)})
    except ValidationError as error:
        raise CellError(" ".join(error.messages)) from error


def _nip(key: str, text: str, today: date) -> Reading:
    country = text.strip()[:2].upper()
    if country.isalpha() and country not in {"PL", "NI"}:
        return _number("vat_eu", text, today)
    return _number(key, text, today)


def _region(key: str, text: str, today: date) -> Reading:
    code = region_by_name(text)
    return Reading({key: code}) if code else _code("nuts", key, text, today)


def _code(scheme: str, key: str, text: str, _today: date) -> Reading:
    try:
        return Reading({key: checked_identifier(scheme, text)})
    except ValidationError as error:
        raise CellError(" ".join(error.messages)) from error


def _alone(reader: Callable[[str], Value], key: str, text: str, _today: date) -> Reading:
    return Reading({key: reader(text)})


def _first(reader: Callable[[str], tuple[str, str]], key: str, text: str, _today: date) -> Reading:
    value, remark = reader(text)
    return Reading({key: value}, remark)


def _several(reader: Callable[[str], Reading], _key: str, text: str, _today: date) -> Reading:
    return reader(text)


def _day(key: str, text: str, today: date) -> Reading:
    day, remark = read_day(text, today)
    return Reading({key: day}, remark)


def _year(key: str, text: str, today: date) -> Reading:
    return Reading({key: read_year(text, today)})


READERS: dict[str, Reader] = {
    "name": _organisation_name,
    "name_en": _organisation_name,
    "kind": partial(_several, read_kind),
    "size_class": partial(_several, read_size),
    "fields": partial(_alone, read_fields),
    "description_pl": _paragraphs,
    "description_en": _paragraphs,
    "nace_code": partial(_code, "nace"),
    "established_year": _year,
    "employees": partial(_alone, read_people),
    "standing": partial(_alone, read_standing),
    "member_since": _day,
    "member_until": _day,
    "nip": _nip,
    "regon": _number,
    "krs": _number,
    "vat_eu": _number,
    "ror": _number,
    "pic": _number,
    "address": partial(_several, read_address),
    "street": _words,
    "postcode": _words,
    "city": partial(_several, read_town),
    "county": _words,
    "country_code": partial(_alone, read_country),
    "nuts_code": _region,
    "latitude": partial(_alone, partial(read_degrees, limit=90)),
    "longitude": partial(_alone, partial(read_degrees, limit=180)),
    "website": partial(_first, read_website),
    "email": partial(_first, read_email),
    "phone": partial(_first, read_phone),
    "contact_name": partial(_several, read_person),
    "contact_given_name": _words,
    "contact_family_name": _words,
    "contact_role": _words,
    "contact_email": partial(_first, read_email),
    "contact_phone": partial(_first, read_phone),
}
