"""A list to begin with: the columns that are recognised, with invented organisations."""

from django.utils.translation import gettext as _

from zwornik.core.bilingual import reader_language
from zwornik.core.sheets import ColumnKind, Table, TableColumn

# heading in Polish and in English, then what the three invented organisations have there
COLUMNS: tuple[tuple[str, str, tuple[str, str, str], tuple[str, str, str]], ...] = (
    (
        "Nazwa podmiotu",
        "Organisation name",
        ("Przykład Diagnostyka sp. z o.o.", "Instytut Przykładowy", "Szpital Przykładowy"),
        ("Sample Diagnostics Ltd", "Sample Institute", "Sample Hospital"),
    ),
    (
        "Typ organizacji",
        "Kind",
        ("firma", "instytut badawczy", "szpital"),
        ("firm", "research institute", "hospital"),
    ),
    ("Wielkość przedsiębiorstwa", "Size", ("mała", "", ""), ("small", "", "")),
    ("NIP", "NIP", ("111-111-11-11", "222-222-22-22", ""), ("111-111-11-11", "222-222-22-22", "")),
    (
        "Adres siedziby",
        "Address",
        ("ul. Prosta 5, 00-838 Warszawa", "ul. Lipowa 1, 09-402 Płock", "26-600 Radom"),
        ("ul. Prosta 5, 00-838 Warszawa", "ul. Lipowa 1, 09-402 Płock", "26-600 Radom"),
    ),
    (
        "Adres WWW",
        "Website",
        ("www.diagnostyka.example", "", "szpital.example"),
        ("www.diagnostics.example", "", "hospital.example"),
    ),
    (
        "E-mail",
        "E-mail",
        ("biuro@diagnostyka.example", "", "kancelaria@szpital.example"),
        ("office@diagnostics.example", "", "office@hospital.example"),
    ),
    (
        "Telefon",
        "Phone",
        ("22 555 01 42", "", "48 555 01 00"),
        ("22 555 01 42", "", "48 555 01 00"),
    ),
    ("Rok założenia", "Year founded", ("1998", "1952", ""), ("1998", "1952", "")),
    ("Liczba pracowników", "Number of employees", ("25", "", ""), ("25", "", "")),
    (
        "Obszary",
        "Fields",
        ("diagnostics", "pharma", "clinical"),
        ("diagnostics", "pharma", "clinical"),
    ),
    (
        "Status członkostwa",
        "Membership status",
        ("członek", "członek", "kandydat"),
        ("member", "member", "candidate"),
    ),
    (
        "Data przystąpienia",
        "Member since",
        ("2016-07-01", "2018-03-15", "2026-01-12"),
        ("2016-07-01", "2018-03-15", "2026-01-12"),
    ),
    (
        "Osoba do kontaktu",
        "Contact person",
        ("dr inż. Anna Przykładowa, prezes zarządu", "Jan Wzorcowy", ""),
        ("Dr Anna Sample, director", "John Pattern", ""),
    ),
    (
        "E-mail osoby do kontaktu",
        "Contact e-mail",
        ("anna@diagnostyka.example", "", ""),
        ("anna@diagnostics.example", "", ""),
    ),
)


def sample_table() -> Table:
    """Return the sample list in the reader's language."""
    is_polish = reader_language() == "pl"
    headings = [polish if is_polish else english for polish, english, _pl, _en in COLUMNS]
    values = [polish if is_polish else english for _pl, _en, polish, english in COLUMNS]
    columns = tuple(TableColumn(heading, ColumnKind.TEXT) for heading in headings)
    return Table(_("Members, a sample"), columns, tuple(zip(*values, strict=True)))
