"""Identifiers of organisations and people, checked, with what is wrong said in words."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zwornik.vocabularies.identifiers import Scheme, check


def _problem(scheme: str, problem: str) -> str:
    """Say what is wrong with a number and what it should look like."""
    shapes = {
        "nip": _("A NIP has 10 digits, for example 526-000-00-00 with a valid last digit."),
        "regon": _("A REGON has 9 or 14 digits with a valid last digit."),
        "krs": _("A KRS number has 10 digits, for example 0000123456."),
        "vat_eu": _("A VAT-EU number starts with the country, for example PL and 10 digits."),
        "ror": _("A ROR identifier looks like https://ror.org/ and 9 characters."),
        "orcid": _("An ORCID looks like 0000-0002-1825-0097."),
        "pic": _("A PIC has 9 digits."),
        "nuts": _("A NUTS code has a country and up to 3 characters, for example PL911."),
        "nace": _("A PKD or NACE code looks like 26.60 or 26.60.Z."),
    }
    reasons = {
        "length": _("The number of characters is wrong."),
        "checksum": _("The check digit is wrong: there is probably a typing error."),
        "letters": _("There are characters that do not belong here."),
        "unknown": _("There is no such code."),
        "country": _("The country at the beginning is missing or unknown."),
        "form": _("It is not written as it should be."),
        "several": _("There are several codes; please give one."),
    }
    return f"{reasons.get(problem, reasons['letters'])} {shapes[scheme]}"


def checked_identifier(scheme: str, text: str) -> str:
    """Return an identifier in its one stored form; empty stays empty.

    Raises
    ------
    ValidationError
        If it cannot be right, with the reason in words.
    """
    if not text.strip():
        return ""
    checked = check(Scheme(scheme), text)
    if checked.problem is not None:
        raise ValidationError(_problem(scheme, str(checked.problem)))
    return checked.value


def checked_nuts(text: str) -> str:
    """Return a NUTS code in its stored form; empty stays empty."""
    return checked_identifier("nuts", text)


def checked_nace(text: str) -> str:
    """Return a PKD or NACE code in its stored form; empty stays empty."""
    return checked_identifier("nace", text)


def checked_orcid(text: str) -> str:
    """Return an ORCID in its stored form; empty stays empty."""
    return checked_identifier("orcid", text)
