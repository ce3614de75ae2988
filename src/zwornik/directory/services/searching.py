"""The words by which organisations and people are found, kept up to date with their texts."""

from zwornik.core.bilingual import LANGUAGES
from zwornik.core.search import search_text
from zwornik.directory.models import Organisation, Person


def refresh_search(organisation: Organisation) -> Organisation:
    """Bring the search text of an organisation up to date with everything it is found by."""
    people = organisation.positions.select_related("person").order_by("pk")
    texts = [
        organisation.name,
        organisation.name_en,
        *(getattr(organisation, f"description_{language}") for language in LANGUAGES),
        organisation.city,
        organisation.county,
        *(row.value for row in organisation.identifiers.order_by("pk")),
        *(position.person.plain_name for position in people),
    ]
    words = search_text(texts)
    if words != organisation.search_text:
        organisation.search_text = words
        organisation.save(update_fields=["search_text"])
    return organisation


def refresh_person_search(person: Person) -> Person:
    """Bring the search text of a person up to date with the name and the positions."""
    held = person.positions.select_related("organisation").order_by("pk")
    roles = [getattr(one, f"role_{language}") for one in held for language in LANGUAGES]
    roles += [position.organisation.name for position in held]
    words = search_text([person.plain_name, person.email, person.orcid, *roles])
    if words != person.search_text:
        person.search_text = words
        person.save(update_fields=["search_text"])
    return person


def refresh_people_of(organisation: Organisation) -> None:
    """Bring the search texts of everybody who acts for an organisation up to date with its name."""
    for person in Person.objects.filter(positions__organisation=organisation).distinct():
        refresh_person_search(person)
