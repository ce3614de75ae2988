import pytest
from django.utils import translation

from tests.directory.imports.sheets import sheet_of
from zwornik.core.sheets import Table, TableColumn, read_sheet, write_xlsx
from zwornik.directory.imports import TARGETS, guess_columns, mapping_of
from zwornik.directory.imports.mapping import mapping_problems

NIPS = ("5260250995", "1111111111", "1234563218")


def targets_of(sheet):
    return {guess.name: guess.target for guess in guess_columns(sheet)}


@pytest.mark.parametrize(
    ("heading", "value", "target"),
    [
        ("Nazwa podmiotu", "Alfa", "name"),
        ("Firma", "Alfa", "name"),
        ("Pełna nazwa", "Alfa", "name"),
        ("NAZWA FIRMY*", "Alfa", "name"),
        ("Company name", "Alfa", "name"),
        ("NIP/VAT", NIPS[0], "nip"),
        ("nr NIP:", NIPS[0], "nip"),
        ("nr REGON", "010416193", "regon"),
        ("Numer KRS", "0000028860", "krs"),
        ("Miejscowość", "Płock", "city"),
        ("Kod", "00-838", "postcode"),
        ("Kod pocztowy", "00-838", "postcode"),
        ("Adres siedziby", "ul. Prosta 5, 00-838 Warszawa", "address"),
        ("Ulica i nr", "Prosta 5", "street"),
        ("Powiat", "płocki", "county"),
        ("Województwo", "mazowieckie", "nuts_code"),
        ("Adres WWW", "alfa.pl", "website"),
        ("Strona internetowa", "www.alfa.pl", "website"),
        ("E-mail", "a@alfa.pl", "email"),
        ("adres e-mail", "a@alfa.pl", "email"),
        ("Tel./fax", "22 555 01 42", "phone"),
        ("Rok założenia", "1998", "established_year"),
        ("Liczba pracowników (osoby)", "25", "employees"),
        ("Zatrudnienie", "25", "employees"),
        ("Typ organizacji", "firma", "kind"),
        ("Wielkość przedsiębiorstwa", "małe", "size_class"),
        ("Data przystąpienia", "1.07.2016", "member_since"),
        ("Data przystąpienia do klastra", "1.07.2016", "member_since"),
        ("Status członkostwa", "członek", "standing"),
        ("PKD główne", "21.20.Z", "nace_code"),
        ("Osoba do kontaktu", "Anna Kowalska", "contact_name"),
        ("Imię i nazwisko", "Anna Kowalska", "contact_name"),
        ("Opis działalności", "Leki.", "description_pl"),
        ("Szerokość geograficzna", "52.1", "latitude"),
        ("Member since", "2016-07-01", "member_since"),
        ("Nazwa podmiotuu", "Alfa", "name"),
        ("Uwagi", "dzwonić po 10", ""),
        ("Lp.", "1", ""),
        ("Nazwa banku", "PKO", ""),
    ],
)
def test_a_column_is_recognised_by_its_heading(heading, value, target):
    assert targets_of(sheet_of(f"Lp;{heading}", f"1;{value}"))[heading] == target


def test_a_column_of_valid_numbers_is_nip_whatever_its_heading():
    sheet = sheet_of("Nazwa;Identyfikator X", *(f"Firma {n};{n}" for n in NIPS))
    (_name, guess) = guess_columns(sheet)
    assert (guess.target, guess.by) == ("nip", "values")
    assert guess.samples == NIPS


def test_values_that_contradict_a_heading_win():
    sheet = sheet_of("Nazwa;NIP", "Alfa;Kraków", "Beta;Łódź")
    assert targets_of(sheet)["NIP"] == ""


def test_each_target_is_given_once():
    sheet = sheet_of("Nazwa;E-mail;E-mail", "Alfa;a@alfa.pl;b@alfa.pl", "Beta;a@beta.pl;")
    found = [guess.target for guess in guess_columns(sheet)]
    assert found == ["name", "email", ""]


def test_headings_in_two_rows_tell_the_person_from_the_organisation():
    sheet = sheet_of(
        "Dane podmiotu;;Osoba do kontaktu;;",
        "Nazwa;E-mail;Imię i nazwisko;E-mail;Stanowisko",
        "Alfa;a@alfa.pl;Anna Kowalska;ak@alfa.pl;prezes",
        "Beta;b@beta.pl;Jan Nowak;jn@beta.pl;dyrektor",
    )
    found = [guess.target for guess in guess_columns(sheet)]
    assert found == ["name", "email", "contact_name", "contact_email", "contact_role"]


def test_a_contact_address_without_a_person_is_the_organisations_own():
    sheet = sheet_of("Nazwa;Contact e-mail", "Alfa;a@alfa.pl")
    assert targets_of(sheet)["Contact e-mail"] == "email"


def test_an_export_of_the_directory_is_recognised_again():
    headings = ("Name", "Name in English", "Kind", "Size class", "Standing", "NIP", "Town")
    table = Table(
        "x", tuple(map(TableColumn, headings)), [("Alfa", "", "firm", "", "member", "", "P")]
    )
    sheet = read_sheet(write_xlsx(table), "x.xlsx")
    assert mapping_of(guess_columns(sheet)) == {
        "A": "name", "B": "name_en", "C": "kind", "D": "size_class", "E": "standing", "F": "nip",
        "G": "city",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_names_that_we_give_to_columns_are_recognised(language):
    with translation.override(language):
        sheet = sheet_of(
            ";".join(str(one.label) for one in TARGETS), ";".join("-" for _ in TARGETS)
        )
    found = [guess.target for guess in guess_columns(sheet)]
    assert found == [one.key for one in TARGETS]


@pytest.mark.parametrize(
    ("columns", "problems"),
    [
        ({"A": "name"}, 0),
        ({"A": "city"}, 1),
        ({"A": "name", "B": "phone", "C": "phone"}, 1),
        ({"A": "name", "B": "contact_email"}, 1),
        ({"B": "contact_email", "C": "contact_email"}, 3),
    ],
)
def test_a_choice_of_columns_is_checked(columns, problems):
    assert len(mapping_problems(columns)) == problems
