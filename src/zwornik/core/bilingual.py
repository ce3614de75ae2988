"""Content in two languages: one real column for each, read in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language
from translated_fields import TranslatedField

LANGUAGES = ("pl", "en")


def other_language(language: str) -> str:
    """Return English for Polish and the reverse."""
    return "en" if language == "pl" else "pl"


def reader_language() -> str:
    """Return the language of the reader, one of the two we speak."""
    return "en" if (get_language() or "pl").startswith("en") else "pl"


def written_language(record: object, name: str, language: str | None = None) -> str:
    """Return the language in which a bilingual field can be read: the asked one, else the other."""
    wanted = language or reader_language()
    other = other_language(wanted)
    is_only_in_other = getattr(record, f"{name}_{other}") and not getattr(
        record, f"{name}_{wanted}"
    )
    return other if is_only_in_other else wanted


def in_language(record: object, name: str, language: str | None = None) -> str:
    """Return a bilingual field in the asked language, or in the other one where that is empty."""
    return str(getattr(record, f"{name}_{written_language(record, name, language)}"))


def _reader(name: str, field: object) -> Callable[[object], str]:  # noqa: ARG001 - called by name
    return lambda record: in_language(record, name)


class Bilingual(TranslatedField):  # type: ignore[misc]
    """A field with a Polish and an English column; an empty one falls back on the other.

    `Bilingual(models.CharField(_("title"), max_length=120))` under the name `title` gives the
    columns `title_pl` and `title_en` and the attribute `title` in the reader's language.
    """

    def __init__(self, field: Any) -> None:
        super().__init__(field, languages=LANGUAGES, attrgetter=_reader)
