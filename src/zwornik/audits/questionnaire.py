"""A questionnaire as the code reads it: sections, questions, options, and the check of an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from zwornik.audits.choices import Gap, QuestionType
from zwornik.audits.options import Option, options_named
from zwornik.core.bilingual import reader_language


@dataclass(frozen=True)
class Question:
    """One question, in both languages, with the rules of its answer and the field it fills."""

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
        questions = tuple(Question(**q) for q in part["question"])
        facts = {name: value for name, value in part.items() if name != "question"}
        sections.append(Section(**facts, questions=questions))
    return Questionnaire(tuple(sections))


NUMBER = re.compile(r"^\d{1,12}$")


class AnswerError(ValueError):
    """An answer cannot be accepted; the message says why, in the reader's language."""


def checked_value(question: Question, value: Any) -> Any:
    """Return an answer in the form in which it is stored; `None` for an empty one.

    Raises
    ------
    AnswerError
        If the answer is not of the kind the question asks for.
    """
    if question.type == QuestionType.SEVERAL:
        return _checked_several(question, value)
    text = str(value or "").strip().replace("\r\n", "\n")
    if not text:
        return None
    if question.type in (QuestionType.CHOICE, QuestionType.TRL):
        return _checked_choice(question, text)
    if question.type == QuestionType.NUMBER:
        return _checked_number(question, text)
    return _checked_text(question, text)


def _checked_text(question: Question, text: str) -> str:
    if question.limit and len(text) > question.limit:
        message = _("Please shorten the answer: it has %(length)d characters, %(limit)d are possible.")
        raise AnswerError(message % {"length": len(text), "limit": question.limit})
    return text


def _checked_number(question: Question, text: str) -> int:
    digits = re.sub(r"[\s\u00a0]", "", text)
    if not NUMBER.match(digits):
        raise AnswerError(
            _("Please write the number in figures. It now says: “%(text)s”.") % {"text": text}
        )
    number = int(digits)
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        message = _("Please give a number between %(low)s and %(high)s.")
        raise AnswerError(message % {"low": low, "high": high})
    return number


def _checked_choice(question: Question, text: str) -> Any:
    for option in question.choices:
        if str(option.value) == text:
            return option.value
    raise AnswerError(_("Please choose one of the answers on the list."))


def _checked_several(question: Question, value: Any) -> list[Any] | None:
    chosen = value if isinstance(value, list | tuple) else [value] if value else []
    return [_checked_choice(question, str(item)) for item in chosen] or None


def is_answered(answer: Any) -> bool:
    """Say whether a stored answer settles its question: by a value, or by saying why there is none."""
    return answer is not None and (answer.value is not None or answer.gap in Gap.values)
