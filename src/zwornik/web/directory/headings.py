"""The headings of the tables that the directory hands out."""

from django.utils.translation import gettext as _


def organisation_headings() -> dict[str, str]:
    """Return the headings of a table of organisations in the reader's language."""
    return {
        "sheet": _("Organisations"),
        "name": _("Name"),
        "name_en": _("Name in English"),
        "kind": _("Kind"),
        "size_class": _("Size of the firm"),
        "standing": _("Standing"),
        "standing_since_on": _("Standing since"),
        "nip": "NIP",
        "regon": "REGON",
        "krs": "KRS",
        "vat_eu": _("VAT-EU number"),
        "ror": "ROR",
        "pic": "PIC",
        "fields": _("Fields"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "city": _("Town"),
        "county": _("County"),
        "country_code": _("Country"),
        "nuts_code": _("NUTS region"),
        "nace_code": _("Main activity (PKD or NACE)"),
        "email": _("E-mail address"),
        "phone": _("Phone"),
        "website": _("Website"),
        "established_year": _("Established in (year)"),
        "employees": _("Employees (people)"),
        "description_pl": _("What it does, in Polish"),
        "description_en": _("What it does, in English"),
        "source": _("Source"),
        "source_on": _("Day of the source"),
        "confirmed_on": _("Confirmed on"),
        "last_talk_on": _("Last conversation"),
    }


def person_headings() -> dict[str, str]:
    """Return the headings of a table of people in the reader's language."""
    return {
        "sheet": _("People"),
        "title": _("Title"),
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "role": _("Position"),
        "organisation": _("Organisation"),
        "is_contact": _("Contact person"),
        "since_on": _("Since"),
        "email": _("E-mail address"),
        "phone": _("Phone"),
        "orcid": "ORCID",
    }
