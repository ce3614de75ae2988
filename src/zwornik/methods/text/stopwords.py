"""Words that say nothing about the subject: function words and the phrases of every request."""

from functools import cache
from importlib.resources import files


@cache
def _listed(name: str) -> frozenset[str]:
    listed = files("zwornik.methods.text") / "data" / f"{name}.txt"
    return frozenset(listed.read_text("utf-8").split())


def function_words(language: str) -> frozenset[str]:
    """Return articles, prepositions, pronouns, auxiliaries and the like.

    Parameters
    ----------
    language : {"pl", "en", "other"}
        ``other`` unites the commonest words of the other European languages.

    Returns
    -------
    frozenset of str
        Lower-case word forms with their diacritics.

    Examples
    --------
    >>> "według" in function_words("pl"), "the" in function_words("en")
    (True, True)
    """
    return _listed(f"function_words_{language}")


def boilerplate(language: str) -> frozenset[str]:
    """Return words that every request or offer contains: *poszukiwać*, *partner*, *solution*.

    Parameters
    ----------
    language : {"pl", "en"}
        Polish words are lemmas, English words are forms.

    Examples
    --------
    >>> "poszukiwać" in boilerplate("pl"), "partner" in boilerplate("en")
    (True, True)
    """
    return _listed(f"boilerplate_{language}")
