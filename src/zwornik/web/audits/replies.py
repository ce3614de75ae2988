"""What the page of a questionnaire is told about an answer that it saved in the background."""

from http import HTTPStatus

from django.http import JsonResponse
from django.utils.translation import gettext as _

from zwornik.audits.models import Answer
from zwornik.audits.questionnaire import Question
from zwornik.audits.services import StaleAnswerError
from zwornik.web.audits.asked import GAP_MARK, shown_answer
from zwornik.web.templatetags.zwornik import clock, day_short


def saved_reply(stored: Answer) -> JsonResponse:
    """Say under which revision an answer is stored, and when it was saved."""
    said = _("Saved at %(time)s") % {"time": clock(stored.saved_at)} if stored.revision else ""
    return JsonResponse({"state": "saved", "revision": stored.revision, "said": said})


def invalid_reply(problem: str) -> JsonResponse:
    """Say why an answer was not accepted."""
    return JsonResponse(
        {"state": "invalid", "said": problem}, status=HTTPStatus.UNPROCESSABLE_ENTITY
    )


def conflict_reply(question: Question, error: StaleAnswerError) -> JsonResponse:
    """Hand over what somebody else saved, to be shown beside what stands on the page."""
    stored = error.stored
    facts = {
        "name": stored.saved_by.name,
        "day": day_short(stored.saved_at),
        "time": clock(stored.saved_at),
    }
    value = stored.value if isinstance(stored.value, list) else _text(question, stored)
    return JsonResponse(
        {
            "state": "conflict",
            "revision": stored.revision,
            "said": str(error),
            "who": _("Saved by %(name)s on %(day)s at %(time)s:") % facts,
            "shown": shown_answer(question, stored) or _("no answer"),
            "value": value,
            "gap": stored.gap,
            "sureness": stored.sureness,
            "remark": stored.remark,
        },
        status=HTTPStatus.CONFLICT,
    )


def _text(question: Question, stored: Answer) -> str:
    """Return a stored answer as the control of its question holds it."""
    if stored.gap and question.choices:
        return f"{GAP_MARK}{stored.gap}"
    return "" if stored.value is None else str(stored.value)


def refused_reply(words: str) -> JsonResponse:
    """Say why this person cannot answer, or no longer."""
    return JsonResponse({"state": "refused", "said": words}, status=HTTPStatus.FORBIDDEN)
