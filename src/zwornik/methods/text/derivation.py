"""Reach a glossary headword from a Polish word that is built on it."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

Lookup = Callable[[str], tuple[str, ...]]

_SHORTEST_STEM = 3
_LONGEST_ENDING = 7
_LONGEST_PREFIX = 8
_ASPECT_PREFIXES = ("z", "s", "ze", "za", "wy", "u", "o", "po")


def _lines(name: str) -> list[list[str]]:
    listed = files("zwornik.methods.text") / "data" / f"{name}.txt"
    return [line.split() for line in listed.read_text("utf-8").splitlines()]


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {
        ending: tuple("" if other == "-" else other for other in others)
        for ending, *others in _lines("derivation_pl")
    }


@cache
def _prefixes() -> dict[str, str]:
    return {line[0]: line[1] for line in _lines("prefixes_pl_en")}


def kin(lemma: str) -> Iterator[str]:
    """Yield words that a Polish lemma may be derived from, or that may be derived from it.

    Verbal noun and verb, adjective and noun, participle and verb, quality and adjective, the two
    aspects of a verb. Most of what is yielded does not exist: the caller looks it up.

    Examples
    --------
    >>> "tkanka" in kin("tkankowy"), "filtracja" in kin("filtrować")
    (True, True)
    """
    for start in range(max(_SHORTEST_STEM, len(lemma) - _LONGEST_ENDING), len(lemma)):
        for ending in _endings().get(lemma[start:], ()):
            yield lemma[:start] + ending
    for prefix in _ASPECT_PREFIXES:
        if lemma.startswith(prefix) and lemma.endswith(("ć", "nie", "cie")):
            rest = lemma[len(prefix) :]
            if len(rest) > 4:
                yield rest


def _by_kin(lemma: str, lookup: Lookup) -> tuple[str, ...]:
    for relative in kin(lemma):
        targets = lookup(relative)
        if targets:
            return targets
    return ()


def _compound(prefix: str, target: str) -> tuple[str, ...]:
    """Join an English prefix to a translation: a word-like prefix stays a word of its own."""
    if prefix.endswith("-"):
        return (f"{prefix[:-1]} {target}",)
    return (f"{prefix}{target}", target) if prefix != "non" else (f"non-{target}",)


def _by_prefix(lemma: str, lookup: Lookup) -> tuple[str, ...]:
    for end in range(min(_LONGEST_PREFIX, len(lemma)), 1, -1):
        prefix = _prefixes().get(lemma[:end])
        rest = lemma[end:].removeprefix("-")
        if not prefix or len(rest) < 5:
            continue
        targets = lookup(rest) or _by_kin(rest, lookup)
        if targets:
            compounds = (word for target in targets for word in _compound(prefix, target))
            return tuple(dict.fromkeys(compounds))
    return ()


def derived_targets(lemma: str, lookup: Lookup) -> tuple[str, ...]:
    """Return English equivalents of a word outside the glossary by way of its word family.

    Parameters
    ----------
    lemma : str
        Lower-case Polish lemma, at least five letters.
    lookup : callable
        Returns the English equivalents of a headword, none for an unknown one.

    Returns
    -------
    tuple of str
        Empty where no rule reaches a headword. Compounds take an English prefix.

    Examples
    --------
    >>> glossary = {"tkanka": ("tissue",), "przepływ": ("flow",), "inwazyjny": ("invasive",)}
    >>> lookup = lambda word: glossary.get(word, ())
    >>> derived_targets("tkankowy", lookup), derived_targets("mikroprzepływowy", lookup)
    (('tissue',), ('microflow', 'flow'))
    >>> derived_targets("nieinwazyjny", lookup)
    ('non-invasive',)
    """
    if len(lemma) < 5:
        return ()
    return _by_kin(lemma, lookup) or _by_prefix(lemma, lookup)
