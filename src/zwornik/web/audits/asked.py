"""Questions as a page shows them: what stands in each control, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from zwornik.audits.choices import Gap, QuestionType, Sureness
from zwornik.audits.models import Answer
from zwornik.audits.options import Option
from zwornik.audits.questionnaire import Question, Section
from zwornik.audits.services import Entry, SectionSaved

GAP_MARK = "gap:"
PICKS = (QuestionType.CHOICE, QuestionType.TRL)
MANY = 6


@dataclass(frozen=True)
class Pick:
    """One choice of a list, with a line of help, and whether it is taken."""

    value: str
    label: str
    help: str
    is_chosen: bool


@dataclass(frozen=True)
class Asked:
    """One question on a page: its number, what stands in its control, what is stored of it."""

    question: Question
    number: int
    entry: Entry
    stored: Answer | None = None
    problem: str = ""
    conflict: Answer | None = None

    @property
    def control(self) -> str:
        """The name of the template that draws the control."""
        if self.question.type in PICKS:
            return "audits/controls/pick.html"
        if self.question.type == QuestionType.SEVERAL:
            return "audits/controls/several.html"
        if self.question.type in (QuestionType.TEXT, QuestionType.LINES):
            return "audits/controls/text.html"
        return "audits/controls/line.html"

    @property
    def is_pick(self) -> bool:
        """Whether one of a list is chosen, so that a missing answer is one of the choices too."""
        return self.question.type in PICKS

    @property
    def is_group(self) -> bool:
        """Whether the control is a group of buttons, which needs a legend instead of a label."""
        return self.is_pick or self.question.type == QuestionType.SEVERAL

    @property
    def described_by(self) -> str:
        """The names of the lines that explain the control: help, what is wrong, and the count."""
        lines = {
            "hint": self.question.hint,
            "error": self.problem,
            "count": self.question.limit and not self.is_group,
        }
        code = self.question.code
        return " ".join(f"q-{code}-{line}" for line, is_there in lines.items() if is_there)

    @property
    def is_number(self) -> bool:
        """Whether a number is asked for."""
        return self.question.type == QuestionType.NUMBER

    @property
    def is_long(self) -> bool:
        """Whether the list is long and its choices are short, so that two columns read better."""
        options = self.question.choices
        return len(options) > MANY and not any(option.help for option in options)

    @property
    def picks(self) -> list[Pick]:
        """The choices of a list, those taken marked."""
        value = self.entry.value
        chosen = {str(item) for item in value} if isinstance(value, list) else {str(value)}
        return [_pick(option, chosen) for option in self.question.choices]

    @property
    def gaps(self) -> list[Pick]:
        """The reasons for which the question may stay without an answer."""
        return [
            Pick(gap, str(Gap(gap).label), "", self.entry.gap == gap) for gap in self.question.gaps
        ]

    @property
    def surenesses(self) -> list[Pick]:
        """How the answer may be known."""
        return [
            Pick(value, str(label), "", self.entry.sureness == value)
            for value, label in Sureness.choices
        ]

    @property
    def shown(self) -> str:
        """The stored answer as people read it."""
        return "" if self.stored is None else self.question.shown(self.stored.value)

    @property
    def conflict_shown(self) -> str:
        """What somebody else saved meanwhile, as people read it."""
        return "" if self.conflict is None else shown_answer(self.question, self.conflict)


def _pick(option: Option, chosen: set[str]) -> Pick:
    value = str(option.value)
    return Pick(value, option.label, option.help, value in chosen)


def shown_answer(question: Question, answer: Answer) -> str:
    """Return an answer as people read it, be it a value or the reason why there is none."""
    return str(answer.get_gap_display()) if answer.gap else question.shown(answer.value)


def asked_questions(section: Section, answers: Mapping[str, Answer], first: int = 1) -> list[Asked]:
    """Return the questions of a section with what is stored of them."""
    return [
        Asked(question, number, _entry_of(question, stored), stored)
        for number, question in enumerate(section.questions, start=first)
        for stored in [answers.get(question.code)]
    ]


def asked_again(
    section: Section,
    answers: Mapping[str, Answer],
    entries: Mapping[str, Entry],
    saved: SectionSaved,
) -> list[Asked]:
    """Return the questions with what was typed still in them where it could not be stored."""
    page = []
    for asked in asked_questions(section, answers):
        code = asked.question.code
        problem, conflict = saved.problems.get(code, ""), saved.conflicts.get(code)
        typed = entries.get(code)
        if typed is None or not (problem or conflict):
            page.append(asked)
            continue
        page.append(Asked(asked.question, asked.number, typed, asked.stored, problem, conflict))
    return page


def _entry_of(question: Question, stored: Answer | None) -> Entry:
    """Return what a control holds when the page opens."""
    if stored is None:
        return Entry(value=[] if question.type == QuestionType.SEVERAL else "")
    value: Any = stored.value
    if value is None:
        value = [] if question.type == QuestionType.SEVERAL else ""
    return Entry(value, stored.gap, stored.sureness, stored.remark, stored.revision)


def entry_posted(question: Question, data: QueryDict) -> Entry:
    """Return what a form sent for a question."""
    code = question.code
    value: Any = data.get(code, "")
    gap = data.get(f"{code}-gap", "")
    if question.type == QuestionType.SEVERAL:
        value = data.getlist(code)
    elif question.type in PICKS and value.startswith(GAP_MARK):
        value, gap = "", value.removeprefix(GAP_MARK)
    revision = data.get(f"{code}-revision", "")
    return Entry(
        value=value,
        gap=gap,
        sureness=data.get(f"{code}-sureness", ""),
        remark=data.get(f"{code}-remark", ""),
        revision=int(revision) if revision.isascii() and revision.isdigit() else 0,
    )


def entries_posted(section: Section, data: QueryDict) -> dict[str, Entry]:
    """Return what a form sent for a section, without answers left as somebody else wrote them."""
    return {
        question.code: entry_posted(question, data)
        for question in section.questions
        if f"{question.code}-revision" in data and not data.get(f"{question.code}-take")
    }
