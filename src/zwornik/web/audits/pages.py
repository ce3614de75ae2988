"""A section in its questionnaire: the steps, what comes before and after, when it was saved."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zwornik.audits.models import Audit
from zwornik.audits.questionnaire import Section
from zwornik.audits.selectors import Progress, SectionProgress, progress_of
from zwornik.web.shell.people import SignedInRequest


@dataclass(frozen=True)
class Page:
    """What surrounds the questions of a section."""

    section: Section
    part: SectionProgress
    progress: Progress
    previous: Section | None
    next: Section | None
    next_address: str
    saved_at: datetime | None


def section_page(audit: Audit, section: Section) -> Page:
    """Return a section with its place in the questionnaire, as far as it is answered now."""
    progress = progress_of(audit)
    sections = [part.section for part in progress.sections]
    at = sections.index(section)
    following = sections[at + 1] if at + 1 < len(sections) else None
    return Page(
        section=section,
        part=progress.sections[at],
        progress=progress,
        previous=sections[at - 1] if at else None,
        next=following,
        next_address=address_of(audit, following),
        saved_at=progress.saved_at,
    )


def address_of(audit: Audit, section: Section | None) -> str:
    """Return the address of a section; that of handing in, where there is none."""
    if section is None:
        return reverse("audits:submit", args=[audit.pk])
    return reverse("audits:answer-section", args=[audit.pk, section.code])


def refused(request: SignedInRequest, audit: Audit, words: str) -> HttpResponse:
    """Say in words why nothing was saved."""
    context = {"audit": audit, "words": words}
    return render(request, "audits/refused.html", context, status=403)
