"""Texts of both languages as synonym groups over one space of index terms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zwornik.methods.text.gloss import Gloss, Glosser
from zwornik.methods.text.grouping import Weights, english_group, polish_group
from zwornik.methods.text.groups import Group
from zwornik.methods.text.language import Language, language_of_clauses
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.stopwords import boilerplate
from zwornik.methods.text.tokens import Clause, clauses
from zwornik.methods.text.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """One field of a record: its language and its synonym groups in the order written."""

    language: Language
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class AnalysedRecord:
    """A need or an offer ready to be ranked: a stable key and its analysed fields by name."""

    key: str
    fields: tuple[tuple[str, AnalysedText], ...]


def _clauses(text: str) -> list[Clause]:
    """Return the clauses of a text; in one that is all capitals they are no abbreviations."""
    return clauses(text.lower() if text.isupper() else text)


def _word_count(found: Sequence[Clause]) -> int:
    return sum(map(len, found))


class TextAnalyser:
    """Analyse the fields of records, remembering each word and term once met.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Bridge from Polish to English; without it Polish meets English by spelling only.
    weights : Weights, optional
        Weights of the bridges.

    Examples
    --------
    >>> analyser = TextAnalyser(Lexicon([("białko", ["protein", "egg white"])]))
    >>> [group.occurrences for group in analyser.text("białek").groups]
    [(('pl:bialko', 1.0), ('protein', 1.0), ('egg', 0.4), ('white', 0.4))]
    """

    def __init__(self, lexicon: Lexicon | None = None, weights: Weights | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        self.weights = weights or Weights()
        self._glosser = Glosser(self.lexicon)
        self._vocabulary = Vocabulary(self.lexicon)
        self._english: dict[str, Group | None] = {}
        self._polish: dict[Gloss, Group | None] = {}

    def text(self, text: str, language: Language | None = None) -> AnalysedText:
        """Analyse one text, in the language given or detected.

        A third or undecided language is read like English: names, numbers and international
        words still meet. A text of nothing but request boilerplate keeps it.
        """
        found = _clauses(text)
        return self._analysed(found, language or self._language(found))

    def record(
        self, key: str, fields: Mapping[str, str], language: Language | None = None
    ) -> AnalysedRecord:
        """Analyse the fields of a record, each in its own language unless one is given.

        A field that does not show its language, such as a title of one word, is read in that of
        the longest field that does, unless its words speak against it.
        """
        read = {name: _clauses(text) for name, text in fields.items()}
        told = map(self._language, sorted(read.values(), key=_word_count, reverse=True))
        decided = (found for found in told if found is not Language.UNDECIDED)
        likely = language or next(decided, Language.UNDECIDED)
        return AnalysedRecord(
            key,
            tuple(
                (name, self._analysed(found, language or self._language(found, likely)))
                for name, found in read.items()
            ),
        )

    def language(self, text: str) -> Language:
        """Tell the language of a text by rule, and where that is silent by its words."""
        return self._language(_clauses(text))

    def _language(self, found: Sequence[Clause], likely: Language = Language.UNDECIDED) -> Language:
        told = language_of_clauses(found, self._vocabulary.language_of, likely)
        return likely if told is Language.UNDECIDED else told

    def _analysed(self, found: Sequence[Clause], language: Language) -> AnalysedText:
        read = self._polish_groups if language is Language.POLISH else self._english_groups
        stopped = boilerplate("pl" if language is Language.POLISH else "en")
        groups = tuple(read(found, stopped)) or tuple(read(found, frozenset()))
        return AnalysedText(language, groups)

    def _english_groups(self, found: Sequence[Clause], stopped: frozenset[str]) -> Iterator[Group]:
        known = self._english
        for clause in found:
            for word in clause:
                if word not in known:
                    known[word] = english_group(word)
                group = known[word]
                if group and word.lower() not in stopped:
                    yield group

    def _polish_groups(self, found: Sequence[Clause], stopped: frozenset[str]) -> Iterator[Group]:
        for clause in found:
            for gloss in self._glosser.clause(clause):
                if len(gloss.lemmas) != 1 or gloss.lemmas[0] not in stopped:
                    group = self._polish.get(gloss)
                    if group is None:
                        group = self._polish[gloss] = polish_group(gloss, self.weights)
                    yield group
