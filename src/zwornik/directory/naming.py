"""When two names mean the same organisation: legal forms, quotation marks and case left aside."""

import re
from functools import cache

from zwornik.methods.text.folding import fold
from zwornik.vocabularies.legal_forms import load_legal_forms

NOT_A_WORD = re.compile(r"[^0-9a-z]+")


@cache
def _forms() -> re.Pattern[str]:
    """Return a pattern of every spelling of a legal form, the longest first."""
    folded = sorted({_words(form) for form in load_legal_forms()}, key=len, reverse=True)
    return re.compile(r"(?<!\S)(?:" + "|".join(re.escape(form) for form in folded) + r")(?!\S)")


def _words(text: str) -> str:
    return NOT_A_WORD.sub(" ", fold(text)).strip()


def name_key(name: str) -> str:
    """Return what is left of a name for comparison: folded words without the legal form.

    >>> name_key("„Mikroflux” Sp. z o.o.")
    'mikroflux'
    >>> name_key("MIKROFLUX spółka z ograniczoną odpowiedzialnością")
    'mikroflux'
    """
    words = _words(name)
    bare = " ".join(_forms().sub(" ", words).split())
    return bare or words
