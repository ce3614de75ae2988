"""What search engines and other readers of a public page are told: language, address, content."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url

from zwornik.core.bilingual import LANGUAGES, reader_language

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True)
class PageMeta:
    """A description, the one address of the page, and its address in each language."""

    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    default: str


def meta_of(request: HttpRequest, description: str) -> PageMeta:
    """Return the meta data of a page whose addresses differ by their language only."""
    addresses = {language: translate_url(request.path, language) for language in LANGUAGES}
    return meta_with(request, description, addresses)


def meta_with(request: HttpRequest, description: str, addresses: dict[str, str]) -> PageMeta:
    """Return the meta data of a page with the given address in each language."""
    whole = {code: request.build_absolute_uri(path) for code, path in addresses.items()}
    return PageMeta(
        description=" ".join(description.split()),
        canonical=whole[reader_language()],
        alternates=tuple(whole.items()),
        default=whole[DEFAULT_LANGUAGE],
    )
