"""From audit to shortlist this year: how many of each, each a link to what it counts."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.audits.selectors import year_in_numbers
from zwornik.catalogue.selectors import OFFER_KINDS, current_record_count, public_records
from zwornik.matching.selectors import decisions_in_numbers


@dataclass(frozen=True)
class Stage:
    """One step of the funnel: its name, number, place, share of the largest, and a remark."""

    label: str
    count: int
    address: str
    share: float
    note: str


@dataclass(frozen=True)
class Funnel:
    """The steps, and the finding that their title says."""

    finding: str
    stages: tuple[Stage, ...]


def funnel_of_the_year(today: date) -> Funnel:
    """Return the chain from audits to the shortlist in the year of a day."""
    audits = year_in_numbers(today.year)
    decisions = decisions_in_numbers(today.year)
    records = current_record_count()
    rows = (
        (_("Questionnaires sent"), audits.sent, _audit_list("all"), _late(audits.late)),
        (_("Audits closed"), audits.closed, _audit_list("closed"), _open(audits.open)),
        (_("Records in the catalogue"), records, reverse("catalogue:record-list"), ""),
        (_("In the public offer"), sum(map(_public, OFFER_KINDS)), reverse("offer:list"), ""),
        (
            _("On the shortlist"),
            decisions.shortlisted,
            f"{reverse('matching:need-list')}?state=shortlisted",
            _declined(decisions.declined),
        ),
    )
    largest = max(1, *(row[1] for row in rows))
    stages = tuple(Stage(n, c, address, c / largest, note) for n, c, address, note in rows)
    return Funnel(_finding(audits.open, audits.late), stages)


def _public(kind: str) -> int:
    return public_records(kind).count()


def _finding(being_filled: int, late: int) -> str:
    if late:
        text = ngettext(
            "From audit to shortlist: %(n)d questionnaire is late",
            "From audit to shortlist: %(n)d questionnaires are late",
            late,
        )
        return text % {"n": late}
    if being_filled:
        return _("From audit to shortlist: every open questionnaire is on time")
    return _("From audit to shortlist: no questionnaire is open")


def _audit_list(state: str) -> str:
    address = reverse("audits:audit-list")
    return address if state == "all" else f"{address}?state={state}"


def _late(count: int) -> str:
    return ngettext("%(n)d is late", "%(n)d are late", count) % {"n": count} if count else ""


def _open(count: int) -> str:
    text = ngettext("%(n)d more is open", "%(n)d more are open", count)
    return text % {"n": count} if count else ""


def _declined(count: int) -> str:
    return ngettext("%(n)d declined", "%(n)d declined", count) % {"n": count} if count else ""
