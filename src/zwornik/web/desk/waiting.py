"""What waits for a person and what is late, each with the place where it is done."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.selectors import audits_late, audits_to_answer, audits_to_close, progress_of
from zwornik.catalogue.selectors import own_records
from zwornik.directory.selectors import candidates_waiting
from zwornik.matching.selectors import needs_awaiting_decision


@dataclass(frozen=True)
class Task:
    """One row of the desk: what to do, whose it is, by when, and where."""

    icon: str
    what: str
    about: str
    address: str
    due_on: date | None = None


@dataclass(frozen=True)
class Desk:
    """What is late, what waits, and the next step in one sentence with its address."""

    late: tuple[Task, ...]
    waiting: tuple[Task, ...]
    next_label: str
    next_address: str
    next_icon: str


def desk_of(user: User, today: date) -> Desk:
    """Return the desk of a person, by role."""
    if user.is_staff_member:
        return _team_desk(user, today)
    return _member_desk(user, today)


def _team_desk(user: User, today: date) -> Desk:
    late = tuple(_late_audit(audit) for audit in audits_late(today)[:6])
    waiting: list[Task] = []
    if user.has_perm("audits.close_audit"):
        waiting += [_audit_to_close(audit) for audit in audits_to_close()[:6]]
    if user.has_perm("matching.decide"):
        waiting += _needs_to_decide()
        waiting += _candidates(today)
    if user.has_perm("audits.plan"):
        step = (_("Send a questionnaire"), reverse("audits:audit-plan"), "send")
    else:
        step = (_("Open the audits"), reverse("audits:audit-list"), "clipboard-check")
    return Desk(late, tuple(waiting), *step)


def _late_audit(audit: Audit) -> Task:
    return Task(
        "clipboard-check",
        _("Remind about the questionnaire: %(organisation)s")
        % {"organisation": audit.organisation.name},
        f"{audit.get_kind_display()} {audit.code} · {audit.respondent.name}",
        reverse("audits:audit-detail", args=[audit.pk]),
        audit.deadline_on,
    )


def _audit_to_close(audit: Audit) -> Task:
    return Task(
        "clipboard-list",
        _("Accept the answers: %(organisation)s") % {"organisation": audit.organisation.name},
        f"{audit.get_kind_display()} {audit.code} · {audit.respondent.name}",
        reverse("audits:audit-detail", args=[audit.pk]),
    )


def _needs_to_decide() -> list[Task]:
    tasks = []
    for need in needs_awaiting_decision()[:5]:
        count = need.suggestion_count
        what = ngettext(
            "Choose from %(n)d match: %(title)s", "Choose from %(n)d matches: %(title)s", count
        )
        tasks.append(
            Task(
                "arrows-join",
                what % {"n": count, "title": need.title},
                f"{need.organisation.name} · {need.code}",
                reverse("matching:need-matches", args=[need.pk]),
            )
        )
    return tasks + _further_needs(needs_awaiting_decision().count() - len(tasks))


def _further_needs(count: int) -> list[Task]:
    """Return one row for the needs that the desk has no room for."""
    if count <= 0:
        return []
    what = ngettext("%(n)d further need has matches", "%(n)d further needs have matches", count)
    address = f"{reverse('matching:need-list')}?state=waiting"
    return [Task("arrows-join", what % {"n": count}, _("See all that wait for a choice"), address)]


def _candidates(today: date) -> list[Task]:
    return [
        Task(
            "building",
            _("Decide on membership: %(organisation)s") % {"organisation": row.organisation.name},
            row.organisation.city,
            reverse("directory:organisation-detail", args=[row.organisation_id]),
        )
        for row in candidates_waiting(today)[:4]
    ]


def _member_desk(user: User, today: date) -> Desk:
    audits = list(audits_to_answer(user)[:10])
    late = tuple(_to_answer(audit) for audit in audits if audit.deadline_on < today)
    waiting = tuple(_to_answer(audit) for audit in audits if audit.deadline_on >= today)
    if audits:
        address = reverse("audits:answer", args=[audits[0].pk])
        return Desk(late, waiting, _("Continue the questionnaire"), address, "arrow-right")
    return Desk(late, waiting, _("See the catalogue"), reverse("catalogue:record-list"), "books")


def _to_answer(audit: Audit) -> Task:
    progress = progress_of(audit)
    left = ngettext(
        "about %(n)d minute left", "about %(n)d minutes left", progress.minutes_left
    ) % {"n": progress.minutes_left}
    return Task(
        "clipboard-list",
        _("Fill in: %(kind)s") % {"kind": audit.get_kind_display()}
        + (f" – {audit.subject}" if audit.subject else ""),
        f"{audit.organisation.name} · {left}",
        reverse("audits:answer", args=[audit.pk]),
        audit.deadline_on,
    )


def own_record_counts(user: User) -> dict[str, int]:
    """Return how many current records the organisations of a person have, by kind."""
    kinds = ("technology", "need", "competence", "equipment")
    return {kind: own_records(user, kind).count() for kind in kinds}
