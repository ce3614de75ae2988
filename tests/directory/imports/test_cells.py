from datetime import date

import pytest
from django.utils import translation

from zwornik.directory.imports.cells import READERS, read_cell
from zwornik.directory.imports.reading import CellError
from zwornik.directory.imports.targets import TARGETS, load_headings

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def read(key, text):
    return read_cell(key, text, TODAY)


def test_every_target_has_a_reader_and_headings():
    assert set(READERS) == {one.key for one in TARGETS} == set(load_headings())


def test_no_heading_names_two_targets():
    seen = [heading for headings in load_headings().values() for heading in headings]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("text", ["", "-", "–", "brak", "n/d", "nie dotyczy", "N/A", "?", "..."])
def test_a_cell_that_says_nothing_is_empty(text):
    assert dict(read("phone", text).values) == {}


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("name", "  „Alfa & Beta”   sp. z o.o. ", "„Alfa & Beta” sp. z o.o."),
        ("nip", "NIP: 526-025-09-95", "5260250995"),
        ("nip", "PL5260250995", "5260250995"),
        ("nip", "5260250995.0", "5260250995"),
        ("nip", "5.260250995E9", "5260250995"),
        ("regon", "010416193", "010416193"),
        ("krs", "28860", "0000028860"),
        ("ror", "00523a319", "https://ror.org/00523a319"),
        ("nuts_code", "PL911", "PL911"),
        ("nuts_code", "woj. mazowieckie", "PL9"),
        ("nuts_code", "Małopolskie", "PL21"),
        ("nace_code", "21.20.Z – Produkcja leków", "21.20"),
        ("employees", "25", 25),
        ("employees", "25.0", 25),
        ("employees", "1 200", 1200),
        ("employees", "25 osób", 25),
        ("employees", "12 os.", 12),
        ("latitude", "52,2297", 52.2297),
        ("longitude", "21.0122° E", 21.0122),
        ("longitude", "3.5 W", -3.5),
        ("country_code", "Polska", "PL"),
        ("country_code", "pl", "PL"),
        ("country_code", "POLAND", "PL"),
        ("country_code", "Wielka Brytania", "GB"),
        ("country_code", "EL", "GR"),
        ("country_code", "Czechy", "CZ"),
        ("website", "www.alfa.pl", "https://www.alfa.pl"),
        ("website", "HTTP://alfa.pl/o-nas", "HTTP://alfa.pl/o-nas"),
        ("email", "mailto:biuro@alfa.pl", "biuro@alfa.pl"),
        ("email", "biuro@alfa.pl (sekretariat)", "biuro@alfa.pl"),
        ("phone", "tel. +48 22 555 01 42 wew. 3", "+48 22 555 01 42 wew. 3"),
        ("phone", "225550142.0", "225550142"),
        ("kind", "Uczelnia", "university"),
        ("kind", "szpital kliniczny", "hospital"),
        ("kind", "instytut badawczy", "institute"),
        ("kind", "Instytucja Otoczenia Biznesu (IOB)", "business_support"),
        ("kind", "sp. z o.o.", "firm"),
        ("kind", "jst", "public_body"),
        ("kind", "fundusz VC", "investor"),
        ("kind", "research institute", "institute"),
        ("size_class", "Mikroprzedsiębiorstwo", "micro"),
        ("size_class", "małe", "small"),
        ("size_class", "średnie (50-249)", "medium"),
        ("size_class", "Large", "large"),
        ("standing", "Członek zwyczajny", "member"),
        ("standing", "kandydat", "candidate"),
        ("standing", "były członek", "former"),
        ("standing", "tak", "member"),
        ("standing", "none", "none"),
        ("fields", "diagnostyka in vitro, wyroby medyczne", ("diagnostics", "devices")),
        ("fields", "pharma; Digital health", ("pharma", "digital")),
        ("fields", "Biomateriały i leczenie ran", ("biomaterials",)),
        ("established_year", "1998 r.", 1998),
        ("member_since", "1 lipca 2016 r.", date(2016, 7, 1)),
    ],
)
def test_a_cell_is_read_as_people_write_it(key, text, value):
    reading = read(key, text)
    assert reading.values[key] == value
    assert reading.remark == ""


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("name", "12345", "no letters"),
        ("name", "x" * 301, "longer than 300"),
        ("nip", "526-025-09-94", "check digit"),
        ("nip", "52602509", "number of characters"),
        ("regon", "12345678", "REGON"),
        ("ror", "abc", "ROR"),
        ("nuts_code", "Atlantyda", "NUTS"),
        ("nace_code", "badania", "PKD"),
        ("employees", "ok. 25", "Write digits only"),
        ("employees", "10-49", "Write digits only"),
        ("employees", "25,5", "Write digits only"),
        ("employees", "kilka", "Write digits only"),
        ("employees", "99999999", "more people"),
        ("latitude", "52°13'47\"N", "decimal number"),
        ("latitude", "152.2", "off the globe"),
        ("country_code", "Atlantyda", "two letters"),
        ("website", "biuro@alfa.pl", "e-mail address"),
        ("website", "w budowie", "not a web address"),
        ("website", "www.alfa", "not a web address"),
        ("email", "biuro(at)alfa.pl", "not an e-mail address"),
        ("email", "biuro@alfa", "has a mistake"),
        ("phone", "112", "not a phone number"),
        ("kind", "krasnoludki", "research institute"),
        ("size_class", "ogromna wielce", "micro firm"),
        ("standing", "fan", "candidate"),
        ("fields", "robotyka, pharma", "“robotyka” is not on the list"),
        ("city", "00844", "name of a town"),
        ("contact_name", "Kowalska", "given and a family name"),
    ],
)
def test_a_cell_that_cannot_be_right_is_refused_with_a_way_out(key, text, says):
    with pytest.raises(CellError) as refused:
        read(key, text)
    assert says in refused.value.text


@pytest.mark.parametrize(
    ("key", "text", "value", "says"),
    [
        ("email", "a@alfa.pl; b@alfa.pl", "a@alfa.pl", "several e-mail addresses"),
        ("website", "alfa.pl, beta.pl", "https://alfa.pl", "several web addresses"),
        ("phone", "22 555 01 42, 601 000 000", "22 555 01 42", "several phone numbers"),
        ("phone", "22 555 01 42 / 22 555 01 43", "22 555 01 42", "several phone numbers"),
        ("member_since", "VII 2016", date(2016, 7, 1), "Only a month"),
    ],
)
def test_what_is_left_out_is_said(key, text, value, says):
    reading = read(key, text)
    assert reading.values[key] == value
    assert says in reading.remark


def test_sme_tells_no_size_and_says_so():
    reading = read("size_class", "MŚP")
    assert dict(reading.values) == {}
    assert "covers micro, small and medium" in reading.remark


@pytest.mark.parametrize(
    ("key", "text", "values"),
    [
        (
            "address",
            "ul. Prosta 5 lok. 7, 00-838 Warszawa",
            {"street": "ul. Prosta 5 lok. 7", "postcode": "00-838", "city": "Warszawa"},
        ),
        (
            "address",
            "00-838 Warszawa, ul. Prosta 5",
            {"street": "ul. Prosta 5", "postcode": "00-838", "city": "Warszawa"},
        ),
        (
            "address",
            "Prosta 5\n00 – 838 Warszawa",
            {"street": "Prosta 5", "postcode": "00 – 838", "city": "Warszawa"},
        ),
        ("address", "Pruszków", {"city": "Pruszków"}),
        ("city", "05-500 Piaseczno", {"postcode": "05-500", "city": "Piaseczno"}),
        ("city", "Piaseczno, 05-500", {"postcode": "05-500", "city": "Piaseczno"}),
        ("kind", "mała firma", {"kind": "firm", "size_class": "small"}),
        ("nip", "DE136695976", {"vat_eu": "DE136695976"}),
    ],
)
def test_one_cell_may_tell_several_things(key, text, values):
    assert dict(read(key, text).values) == values


def person(title, given, family, role=""):
    values = {"contact_given_name": given, "contact_family_name": family}
    values |= {"contact_title": title} if title else {}
    return values | ({"contact_role": role} if role else {})


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Anna Kowalska", person("", "Anna", "Kowalska")),
        ("dr inż. Anna Kowalska", person("dr inż.", "Anna", "Kowalska")),
        ("prof. dr hab. n. med. Jan Nowak", person("prof. dr hab. n. med.", "Jan", "Nowak")),
        ("Jan Nowak, PhD", person("PhD", "Jan", "Nowak")),
        ("Pani Anna Kowalska-Nowak", person("", "Anna", "Kowalska-Nowak")),
        ("KOWALSKA Anna", person("", "Anna", "Kowalska")),
        ("ANNA KOWALSKA", person("", "Anna", "Kowalska")),
        ("Anna Maria Kowalska", person("", "Anna Maria", "Kowalska")),
        ("Jan van der Berg", person("", "Jan", "van der Berg")),
        ("R. Kowalski", person("", "R.", "Kowalski")),
        ("Anna Kowalska, Prezes Zarządu", person("", "Anna", "Kowalska", "Prezes Zarządu")),
        ("Anna Kowalska – dyrektor", person("", "Anna", "Kowalska", "dyrektor")),
        ("Anna Kowalska (CEO)", person("", "Anna", "Kowalska", "CEO")),
    ],
)
def test_a_contact_person_is_told_apart_from_titles_and_positions(text, values):
    reading = read("contact_name", text)
    assert dict(reading.values) == values
    assert reading.remark == ""


@pytest.mark.parametrize("text", ["Anna Kowalska; Jan Nowak", "Anna Kowalska i Jan Nowak"])
def test_the_first_of_several_people_is_taken_and_said(text):
    reading = read("contact_name", text)
    assert reading.values["contact_family_name"] == "Kowalska"
    assert "Several people" in reading.remark
