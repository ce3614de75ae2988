"""Search that is tolerant of inflection and diacritics, in any database.

A record keeps the words of its texts reduced to folded forms, lemmas and stems, each after a
space; a query word is reduced alike, and any of its forms at the start of a word is a hit.
"""

from collections.abc import Iterable
from functools import cache

from django.db.models import Q

from zwornik.methods.text.english import stem
from zwornik.methods.text.folding import fold
from zwornik.methods.text.polish import Lemmatiser
from zwornik.methods.text.tokens import clauses, parts_of

Forms = tuple[str, ...]
MOST_LEMMAS = 3


@cache
def _lemmatiser() -> Lemmatiser:
    return Lemmatiser()


def forms_of(word: str) -> Forms:
    """Return the forms under which a word is found: as written, its Polish lemmas, its stem.

    >>> forms_of("przeciwciałami")
    ('przeciwcialami', 'przeciwcialo')
    """
    lemmas = (fold(lemma.text) for lemma in _lemmatiser().readings(word)[:MOST_LEMMAS])
    return tuple(dict.fromkeys([fold(word), *lemmas, fold(stem(word))]))


def _words(text: str) -> Iterable[str]:
    for clause in clauses(text):
        for word in clause:
            yield word
            parts = parts_of(word)
            if len(parts) > 1:
                yield from parts


def search_text(texts: Iterable[str]) -> str:
    """Return the forms of all words of some texts, each once, with a space before each."""
    words: dict[str, None] = {}
    for text in texts:
        for word in _words(text):
            words.update(dict.fromkeys(forms_of(word)))
    return f" {' '.join(words)} " if words else ""


def query_terms(query: str) -> list[Forms]:
    """Return, for each word of a query, the forms of which one has to occur."""
    words = [word for clause in clauses(query[:500]) for word in clause]
    return [tuple(f" {form}" for form in forms_of(word)) for word in words[:12]]


def holding_every(words: Iterable[Forms]) -> Q:
    """Return the condition that `search_text` holds, for each word, at least one of its forms."""
    condition = Q()
    for forms in words:
        either = Q()
        for form in forms:
            either |= Q(search_text__contains=form)
        condition &= either
    return condition
