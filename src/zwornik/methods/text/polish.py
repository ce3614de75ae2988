"""Polish words to their lemmas, every reading considered, the most useful one first."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zwornik.methods.text.endings import guessed_lemma, masculine_of_participle, noun_of_gerund


class WordKind(StrEnum):
    """What a reading is, as far as retrieval cares."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    ADVERB = "adverb"
    VERB = "verb"
    FUNCTION = "function"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lemma:
    """One reading of a word form."""

    text: str
    kind: WordKind
    doubtful: bool = False  # archaic, vulgar or a proper name: taken when nothing else fits
    negated: bool = False  # niebadany, read as a form of badać


Backend = Callable[[str], list[Lemma]]

_KIND_OF_TAG = {
    "subst": WordKind.NOUN,
    "depr": WordKind.NOUN,
    "brev": WordKind.NOUN,
    "adj": WordKind.ADJECTIVE,
    "adja": WordKind.ADJECTIVE,
    "adjp": WordKind.ADJECTIVE,
    "adjc": WordKind.ADJECTIVE,
    "ger": WordKind.GERUND,
    "ppas": WordKind.PARTICIPLE,
    "pact": WordKind.PARTICIPLE,
    "adv": WordKind.ADVERB,
    "ign": WordKind.UNKNOWN,
} | dict.fromkeys(
    ("fin", "inf", "praet", "impt", "imps", "pcon", "pant", "cond", "winien", "pred"),
    WordKind.VERB,
)
_ORDER = {kind: place for place, kind in enumerate(WordKind)}
_RARE = frozenset(
    ["daw.", "przest.", "arch.", "hist.", "gwar.", "reg.", "wulg.", "pogard.", "rzad."]
)
_LONGEST_WORD = 100  # the native dictionary does not survive words without end
_PROPER = re.compile(r"imię|nazwisko|nazwa_(?:geograficzna|własna)|patronimicum|przydomek")


def _lemma_of(reading: tuple[str, str, str, list[str], list[str]]) -> Lemma:
    _form, lemma, tag, names, labels = reading
    return Lemma(
        text=lemma.split(":")[0].lower(),
        kind=_KIND_OF_TAG.get(tag.split(":")[0], WordKind.FUNCTION),
        doubtful=bool(_RARE.intersection(labels) or any(map(_PROPER.match, names))),
        negated=tag.endswith(":neg"),
    )


@cache
def morfeusz_backend() -> Backend:
    """Return all readings of the SGJP dictionary.

    Raises
    ------
    ImportError
        Where the wheel does not exist for the platform.
    """
    from morfeusz2 import Morfeusz  # noqa: PLC0415 - a native wheel, missing on some platforms

    dictionary = Morfeusz(generate=False, praet="composite")

    def readings(form: str) -> list[Lemma]:
        found = dictionary.analyse(form)
        whole = max((end for _start, end, _reading in found), default=0)
        return [_lemma_of(reading) for start, end, reading in found if start == 0 and end == whole]

    return readings


@cache
def simplemma_backend() -> Backend:
    """Return one reading from a list of word forms: slower to load, without parts of speech."""
    from simplemma import is_known, lemmatize  # noqa: PLC0415 - loads for seconds, seldom needed

    def readings(form: str) -> list[Lemma]:
        known = is_known(form, lang="pl")
        lemma = lemmatize(form, lang="pl") if known else form
        return [Lemma(lemma.lower(), WordKind.NOUN if known else WordKind.UNKNOWN)]

    return readings


@cache
def default_backend() -> Backend:
    """Return the best dictionary that this machine has."""
    try:
        return morfeusz_backend()
    except ImportError:
        return simplemma_backend()


def _nominal(form: str, kind: WordKind) -> str | None:
    """Return the dictionary form that a verbal noun or participle has as a word of its own."""
    if kind is WordKind.GERUND:
        return noun_of_gerund(form)
    return masculine_of_participle(form) if kind is WordKind.PARTICIPLE else None


def _with_nominal(form: str, readings: Iterable[Lemma]) -> Iterable[Lemma]:
    for reading in readings:
        nominal = _nominal(form, reading.kind)
        if nominal is not None:
            yield Lemma(nominal, reading.kind, reading.doubtful)
        if not reading.negated:
            yield reading


class Lemmatiser:
    """Find the lemmas of Polish word forms, remembering each form.

    Parameters
    ----------
    backend : callable, optional
        Dictionary to ask; the best installed one when omitted.
    """

    def __init__(self, backend: Backend | None = None) -> None:
        self._backend = backend or default_backend()
        self._remembered: dict[str, tuple[Lemma, ...]] = {}

    def readings(self, form: str) -> tuple[Lemma, ...]:
        """Return the readings of one word form, the likeliest first, never none.

        Common words come before archaic ones and names, then nouns before adjectives, verbal
        nouns, participles, adverbs and verbs. A verbal noun or participle is read twice: as a
        word of its own and as a form of its verb. A word unknown to the dictionary gets one
        lemma guessed from its ending.

        Examples
        --------
        >>> [lemma.text for lemma in Lemmatiser().readings("badaniami")]
        ['badanie', 'badać']
        >>> [lemma.text for lemma in Lemmatiser().readings("enkapsulacji")]
        ['enkapsulacja']
        """
        found = self._remembered.get(form)
        if found is None:
            found = self._remembered[form] = tuple(self._read(form))
        return found

    def _read(self, form: str) -> list[Lemma]:
        lower = form.lower()
        readings = self._backend(form) if len(form) <= _LONGEST_WORD else []
        if all(reading.kind is WordKind.UNKNOWN for reading in readings):
            return [Lemma(guessed_lemma(lower), WordKind.UNKNOWN)]
        ordered = sorted(
            _with_nominal(lower, readings),
            key=lambda reading: (reading.doubtful, _ORDER[reading.kind]),
        )
        likeliest: dict[str, Lemma] = {}
        for reading in ordered:
            likeliest.setdefault(reading.text, reading)
        return list(likeliest.values())
