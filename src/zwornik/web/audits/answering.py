"""The questionnaire: one section at a time, each answer saved as it is given."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zwornik.audits.checking import AnswerError
from zwornik.audits.models import Audit
from zwornik.audits.questionnaire import Section
from zwornik.audits.selectors import answers_of, audits_known_to, progress_of, questionnaire_of
from zwornik.audits.services import (
    NoSeatError,
    StaleAnswerError,
    TransitionError,
    save_answer,
    save_section,
)
from zwornik.web.audits.asked import (
    Asked,
    asked_again,
    asked_questions,
    entries_posted,
    entry_posted,
)
from zwornik.web.audits.opening import with_audit
from zwornik.web.audits.pages import refused, section_page
from zwornik.web.audits.replies import conflict_reply, invalid_reply, refused_reply, saved_reply
from zwornik.web.shell.people import SignedInRequest


@with_audit
@require_GET
def answer(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Go on where the questionnaire was left; the team reads it on the page of the audit."""
    if request.user.is_staff_member or audit.state != "self_assessment":
        return redirect("audits:audit-detail", audit.pk)
    return redirect("audits:answer-section", audit.pk, progress_of(audit).first_open.code)


@with_audit
@require_http_methods(["GET", "POST"])
def answer_section(request: SignedInRequest, audit: Audit, section: str) -> HttpResponse:
    """Show a section, or save all of it and go on to the next."""
    part = _section_or_404(audit, section)
    if request.method == "POST":
        return _save_all(request, audit, part)
    if audit.state != "self_assessment":
        return redirect("audits:audit-detail", audit.pk)
    return _page(request, audit, part, asked_questions(part, answers_of(audit)))


def _save_all(request: SignedInRequest, audit: Audit, section: Section) -> HttpResponse:
    entries = entries_posted(section, request.POST)
    try:
        saved = save_section(
            audit=audit, entries=entries, answered_by=request.user, now=timezone.now()
        )
    except (NoSeatError, TransitionError) as error:
        return refused(request, audit, str(error))
    if saved.is_complete:
        return redirect(section_page(audit, section).next_address)
    asked = asked_again(section, answers_of(audit), entries, saved)
    return _page(request, audit, section, asked)


def _page(
    request: SignedInRequest, audit: Audit, section: Section, asked: list[Asked]
) -> HttpResponse:
    context = {
        "audit": audit,
        "page": section_page(audit, section),
        "asked": asked,
        "wrong": [question for question in asked if question.problem or question.conflict],
        "may_answer": request.user.has_perm("audits.answer", audit),
    }
    return render(request, "audits/section.html", context)


@login_required
@require_POST
def answer_save(request: SignedInRequest, pk: int, section: str) -> JsonResponse:
    """Save one answer in the background, and say in JSON what became of it."""
    audit = get_object_or_404(audits_known_to(request.user), pk=pk)
    asked = {q.code: q for q in _section_or_404(audit, section).questions}
    question = asked.get(request.POST.get("question", ""))
    if question is None:
        raise Http404
    entry = entry_posted(question, request.POST)
    try:
        stored = save_answer(
            audit=audit,
            question_code=question.code,
            value=entry.value,
            gap=entry.gap,
            sureness=entry.sureness,
            remark=entry.remark,
            revision=entry.revision,
            answered_by=request.user,
            now=timezone.now(),
        )
    except AnswerError as error:
        return invalid_reply(str(error))
    except StaleAnswerError as error:
        return conflict_reply(question, error)
    except (NoSeatError, TransitionError) as error:
        return refused_reply(str(error))
    return saved_reply(stored)


def _section_or_404(audit: Audit, code: str) -> Section:
    try:
        return questionnaire_of(audit).section(code)
    except LookupError:
        raise Http404(code) from None
