"""A questionnaire as the code reads it: sections, questions, options, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst

from zwornik.audits.choices import Gap, QuestionType
from zwornik.audits.options import Option, options_named
from zwornik.core.bilingual import reader_language

EVERY_GAP = tuple(Gap.values)


@dataclass(frozen=True)
class Question:
    """One question, in both languages, with the rules of its answer and the field it fills.

    `gaps` are the reasons for which it may stay without an answer; what a record cannot be
    without, such as its title or who may see it, has none.
    """

    code: str
    type: str
    text_pl: str
    text_en: str
    hint_pl: str = ""
    hint_en: str = ""
    unit_pl: str = ""
    unit_en: str = ""
    required: bool = False
    sureness: bool = False
    gaps: tuple[str, ...] = EVERY_GAP
    limit: int = 0
    minimum: int | None = None
    maximum: int | None = None
    options: str = ""
    record: str = ""

    @property
    def text(self) -> str:
        """The question in the reader's language."""
        return str(getattr(self, f"text_{reader_language()}"))

    @property
    def hint(self) -> str:
        """The help below the question in the reader's language."""
        return str(getattr(self, f"hint_{reader_language()}"))

    @property
    def unit(self) -> str:
        """The unit of a number in the reader's language."""
        return str(getattr(self, f"unit_{reader_language()}"))

    @property
    def choices(self) -> tuple[Option, ...]:
        """What can be chosen, for questions that offer a choice."""
        name = "trl" if self.type == QuestionType.TRL else self.options
        return options_named(name) if name else ()

    def shown(self, value: Any) -> str:
        """Return a stored answer as people read it: labels instead of values."""
        if value is None:
            return ""
        labels = {option.value: option.label for option in self.choices}
        if not labels:
            return str(value)
        chosen = value if isinstance(value, list) else [value]
        return capfirst(", ".join(labels.get(item, str(item)) for item in chosen))


@dataclass(frozen=True)
class Section:
    """A part of a questionnaire that is answered at one go."""

    code: str
    title_pl: str
    title_en: str
    lead_pl: str
    lead_en: str
    minutes: int
    questions: tuple[Question, ...] = field(default_factory=tuple)

    @property
    def title(self) -> str:
        """The name of the part in the reader's language."""
        return str(getattr(self, f"title_{reader_language()}"))

    @property
    def lead(self) -> str:
        """What the part is about, in the reader's language."""
        return str(getattr(self, f"lead_{reader_language()}"))


@dataclass(frozen=True)
class Questionnaire:
    """The sections of one instrument in one version."""

    sections: tuple[Section, ...]

    @property
    def minutes(self) -> int:
        """The estimated minutes that the whole takes."""
        return sum(section.minutes for section in self.sections)

    def question(self, code: str) -> Question:
        """Return a question by its code; `LookupError` if there is none."""
        for section in self.sections:
            for question in section.questions:
                if question.code == code:
                    return question
        raise LookupError(f"no question is called {code!r}")

    def section(self, code: str) -> Section:
        """Return a section by its code; `LookupError` if there is none."""
        for section in self.sections:
            if section.code == code:
                return section
        raise LookupError(f"no section is called {code!r}")


def read_questionnaire(content: Mapping[str, Any]) -> Questionnaire:
    """Read the content of an instrument, as its data file or its database row holds it."""
    sections = []
    for part in content["section"]:
        facts = {name: value for name, value in part.items() if name != "question"}
        questions = tuple(_read_question(question) for question in part["question"])
        sections.append(Section(**facts, questions=questions))
    return Questionnaire(tuple(sections))


def _read_question(facts: Mapping[str, Any]) -> Question:
    gaps = tuple(facts.get("gaps", EVERY_GAP))
    if set(gaps) - set(EVERY_GAP):
        raise ValueError(f"{facts['code']}: gaps are {EVERY_GAP}, not {gaps}")
    return Question(**{**facts, "gaps": gaps})
