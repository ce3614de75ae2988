"""Rights on audits, as facts about who asks."""

from typing import Any

import rules

from zwornik.accounts.models import User
from zwornik.accounts.rules import is_coordinator, is_staff
from zwornik.audits.choices import AuditState
from zwornik.directory.rules import is_editor_of, is_seated_at


@rules.predicate  # type: ignore[untyped-decorator]
def is_respondent(user: User, audit: Any) -> bool:
    """Whether the audit was sent to this person."""
    return audit is not None and audit.respondent_id == user.pk


@rules.predicate  # type: ignore[untyped-decorator]
def is_being_filled_in(_user: User, audit: Any) -> bool:
    """Whether the questionnaire is in the respondent's hands."""
    return audit is not None and audit.state == AuditState.SELF_ASSESSMENT


rules.add_perm("audits.browse", is_staff)
rules.add_perm("audits.plan", is_coordinator)
rules.add_perm("audits.read_audit", is_staff | is_respondent | is_seated_at)
rules.add_perm("audits.answer", (is_respondent | is_editor_of) & is_being_filled_in)
rules.add_perm("audits.return_audit", is_staff)
rules.add_perm("audits.close_audit", is_coordinator)
