"""What waits for a person and what is late, each with the place where it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.selectors import (
    Progress,
    audits_late,
    audits_to_answer,
    audits_to_close,
    progress_of_many,
)
from zwornik.catalogue.models import Need
from zwornik.directory.models import Membership
from zwornik.directory.selectors import candidates_waiting
from zwornik.matching.selectors import needs_awaiting_decision
from zwornik.web.templatetags.content import unbroken
from zwornik.web.templatetags.zwornik import said, typo

MOST_LATE = 6
MOST_WAITING = 5


@dataclass(frozen=True)
class Task:
    """One row of the desk: what to do, whose it is, by when, and where."""

    icon: str
    what: str
    about: str
    address: str
    due_on: date | None = None


@dataclass(frozen=True)
class Pile:
    """The first few tasks of a kind, and how many there are of it."""

    tasks: tuple[Task, ...] = ()
    count: int = 0

    def __add__(self, other: "Pile") -> "Pile":
        return Pile(self.tasks + other.tasks, self.count + other.count)


@dataclass(frozen=True)
class Step:
    """The next step, as a button."""

    label: str
    address: str
    icon: str


@dataclass(frozen=True)
class Desk:
    """What is late, what waits, and the next step."""

    late: Pile
    waiting: Pile
    step: Step


def desk_of(user: User, today: date) -> Desk:
    """Return the desk of a person, by role."""
    if user.is_staff_member:
        return _team_desk(user, today)
    return _member_desk(user, today)


def _team_desk(user: User, today: date) -> Desk:
    waiting = Pile()
    if user.has_perm("audits.close_audit"):
        waiting += _pile(audits_to_close(), _to_close, _further_answers)
    else:
        waiting += _pile(audits_to_close().filter(auditor=user), _to_read, _further_answers)
    if user.has_perm("matching.decide"):
        waiting += _pile(needs_awaiting_decision(), _to_choose, _further_needs)
    if user.has_perm("directory.change_standing"):
        waiting += _pile(candidates_waiting(today), _candidate, _further_candidates)
    late = _pile(audits_late(today), _late, _further_late, most=MOST_LATE)
    if user.has_perm("audits.plan"):
        return Desk(
            late, waiting, Step(_("Send a questionnaire"), reverse("audits:audit-plan"), "send")
        )
    address = reverse("audits:audit-list")
    return Desk(late, waiting, Step(_("Open the audits"), address, "clipboard-check"))


def _pile(
    found: QuerySet[Any],
    tell: Callable[[Any], Task],
    tell_further: Callable[[int], Task],
    *,
    most: int = MOST_WAITING,
) -> Pile:
    """Return the first few rows as tasks; what the desk has no room for is one row more."""
    shown = list(found[: most + 1])
    if len(shown) <= most:
        return Pile(tuple(map(tell, shown)), len(shown))
    count = found.count()
    return Pile((*map(tell, shown[:most]), tell_further(count - most)), count)


def _late(audit: Audit) -> Task:
    what = _("Remind about the questionnaire: %(organisation)s")
    return _about_audit(audit, "clipboard-check", what, audit.deadline_on)


def _to_close(audit: Audit) -> Task:
    return _about_audit(audit, "clipboard-list", _("Accept the answers: %(organisation)s"))


def _to_read(audit: Audit) -> Task:
    return _about_audit(audit, "clipboard-list", _("Read the answers: %(organisation)s"))


def _about_audit(audit: Audit, icon: str, what: str, due_on: date | None = None) -> Task:
    about = f"{audit.get_kind_display()} {unbroken(audit.code)} · {audit.respondent.name}"
    address = reverse("audits:audit-detail", args=[audit.pk])
    return Task(icon, _words(what, organisation=audit.organisation.name), about, address, due_on)


def _to_choose(need: Need) -> Task:
    count: int = need.suggestion_count  # type: ignore[attr-defined]  # annotated by the selector
    what = ngettext(
        "Choose from %(n)d match: %(title)s", "Choose from %(n)d matches: %(title)s", count
    )
    return Task(
        "arrows-join",
        _words(what, n=count, title=said(need, "title")),
        f"{need.organisation.name} · {unbroken(need.code)}",
        reverse("matching:need-matches", args=[need.pk]),
    )


def _candidate(row: Membership) -> Task:
    what = _("Decide on membership: %(organisation)s")
    address = reverse("directory:organisation-detail", args=[row.organisation_id])
    about = row.organisation.city
    return Task("building", _words(what, organisation=row.organisation.name), about, address)


def _further_late(count: int) -> Task:
    what = ngettext(
        "%(n)d further questionnaire is late", "%(n)d further questionnaires are late", count
    )
    return _further("clipboard-check", what, count, f"{reverse('audits:audit-list')}?state=late")


def _further_answers(count: int) -> Task:
    what = ngettext("%(n)d further audit waits", "%(n)d further audits wait", count)
    return _further(
        "clipboard-list", what, count, f"{reverse('audits:audit-list')}?state=submitted"
    )


def _further_needs(count: int) -> Task:
    what = ngettext("%(n)d further need has matches", "%(n)d further needs have matches", count)
    return _further("arrows-join", what, count, f"{reverse('matching:need-list')}?state=waiting")


def _further_candidates(count: int) -> Task:
    what = ngettext("%(n)d further candidate waits", "%(n)d further candidates wait", count)
    address = f"{reverse('directory:organisation-list')}?standing=candidate"
    return _further("building", what, count, address)


def _further(icon: str, what: str, count: int, address: str) -> Task:
    return Task(icon, _words(what, n=count), _("See all that wait"), address)


def _words(text: str, **values: object) -> SafeString:
    """Put values into a text, each escaped; what is HTML already stays so."""
    shown = {
        name: value if isinstance(value, int | SafeString) else escape(typo(value))
        for name, value in values.items()
    }
    return mark_safe(escape(text) % shown)  # noqa: S308 - escaped in the line above


def _member_desk(user: User, today: date) -> Desk:
    audits = list(audits_to_answer(user))
    progress = progress_of_many(audits)
    tasks = [_to_answer(audit, progress[audit.pk]) for audit in audits]
    late = tuple(t for t in tasks if t.due_on and t.due_on < today)
    waiting = tuple(t for t in tasks if t not in late)
    if tasks:
        step = Step(_("Continue the questionnaire"), tasks[0].address, "arrow-right")
    else:
        step = Step(*_reading(user))
    return Desk(Pile(late, len(late)), Pile(waiting, len(waiting)), step)


def _reading(user: User) -> tuple[str, str, str]:
    if user.has_perm("catalogue.browse"):
        return _("See the catalogue"), reverse("catalogue:record-list"), "books"
    return _("See the public offer"), reverse("offer:list"), "external-link"


def _to_answer(audit: Audit, progress: Progress) -> Task:
    minutes = progress.minutes_left
    left = ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes) % {"n": minutes}
    subject = f" – {audit.subject}" if audit.subject else ""
    what = _("Fill in: %(kind)s") % {"kind": audit.get_kind_display()} + subject
    address = reverse("audits:answer", args=[audit.pk])
    about = f"{audit.organisation.name} · {left}"
    return Task("clipboard-list", typo(what), about, address, audit.deadline_on)
