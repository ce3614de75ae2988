"""The check of an answer: what was typed becomes what is stored, or is refused in words."""

import re
from typing import Any

from django.utils.translation import gettext as _

from zwornik.audits.choices import Gap, QuestionType
from zwornik.audits.questionnaire import Question

NUMBER = re.compile(r"^[0-9]{1,12}$")
NOT_WRITTEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_LIMIT = 400
REMARK_LIMIT = 2000


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
    text = _written(value)
    if not text:
        return None
    if question.type in (QuestionType.CHOICE, QuestionType.TRL):
        return _checked_choice(question, text)
    if question.type == QuestionType.NUMBER:
        return _checked_number(question, text)
    return _checked_text(question, text)


def checked_gap(question: Question, gap: str) -> str:
    """Return the reason for which a question stays without an answer; empty stays empty."""
    if gap and gap not in question.gaps:
        raise AnswerError(_("This question cannot be left without an answer."))
    return gap


def checked_remark(remark: str) -> str:
    """Return a remark to the auditor, trimmed."""
    text = _written(remark)
    _refuse_longer(text, REMARK_LIMIT)
    return text


def _written(value: Any) -> str:
    """Return text as people see it: one kind of line end, no characters that cannot be seen."""
    if isinstance(value, list | tuple | dict | bool):
        raise AnswerError(_("This question takes one answer."))
    text = "" if value is None else str(value)
    return NOT_WRITTEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _refuse_longer(text: str, limit: int) -> None:
    if limit and len(text) > limit:
        message = _(
            "Please shorten the answer: it has %(length)d characters, %(limit)d are possible."
        )
        raise AnswerError(message % {"length": len(text), "limit": limit})


def _checked_text(question: Question, text: str) -> str:
    _refuse_longer(text, question.limit)
    if question.type == QuestionType.LINE and "\n" in text:
        raise AnswerError(_("Please write the answer in one line."))
    if question.type == QuestionType.LINES:
        _refuse_long_line(text)
    return text


def _refuse_long_line(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            message = _(
                "Please shorten line %(number)d or split it: it has %(length)d characters, "
                "%(limit)d are possible in one line."
            )
            raise AnswerError(
                message % {"number": number, "length": len(line), "limit": LINE_LIMIT}
            )


def _checked_number(question: Question, text: str) -> int:
    digits = re.sub(r"\s", "", text)
    if not NUMBER.match(digits):
        raise AnswerError(
            _("Please write the number in figures. It now says: “%(text)s”.") % {"text": text[:60]}
        )
    number = int(digits)
    low = 0 if question.minimum is None else question.minimum
    high = 10**12 if question.maximum is None else question.maximum
    if not low <= number <= high:
        message = _("Please give a number between %(low)s and %(high)s.")
        raise AnswerError(message % {"low": low, "high": high})
    return number


def _checked_choice(question: Question, text: str) -> Any:
    for option in question.choices:
        if str(option.value) == text:
            return option.value
    raise AnswerError(_("Please choose one of the answers on the list."))


def _checked_several(question: Question, value: Any) -> list[Any] | None:
    """Return what was chosen, each once, in the order of the list."""
    given = value if isinstance(value, list | tuple) else [value] if value else []
    chosen = {_checked_choice(question, str(item)) for item in given}
    return [o.value for o in question.choices if o.value in chosen] or None


def is_answered(answer: Any) -> bool:
    """Say whether a stored answer settles its question: by a value, or by why there is none."""
    return answer is not None and (answer.value is not None or answer.gap in Gap.values)
