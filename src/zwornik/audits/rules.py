"""Rights on audits, as facts about who asks.

Who answers acts for the organisation: the right comes from the seat there and ends with it, also
for the person to whom the questionnaire was sent.
"""

from typing import Any

import rules

from zwornik.accounts.models import User
from zwornik.accounts.rules import is_coordinator, is_staff
from zwornik.audits.choices import AuditState
from zwornik.directory.rules import is_editor_of, is_member_of_cluster, is_seated_at


@rules.predicate  # type: ignore[untyped-decorator]
def is_being_filled_in(_user: User, audit: Any) -> bool:
    """Whether the questionnaire is in the respondent's hands."""
    return audit is not None and audit.state == AuditState.SELF_ASSESSMENT


rules.add_perm("audits.browse", is_staff)
rules.add_perm("audits.list_own", is_member_of_cluster)
rules.add_perm("audits.plan", is_coordinator)
rules.add_perm("audits.read_audit", is_staff | is_seated_at)
rules.add_perm("audits.answer", is_editor_of & is_being_filled_in)
rules.add_perm("audits.remind", is_staff)
rules.add_perm("audits.return_audit", is_staff)
rules.add_perm("audits.close_audit", is_coordinator)
rules.add_perm("audits.cancel_audit", is_coordinator)
