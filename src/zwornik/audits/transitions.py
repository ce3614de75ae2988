"""The states of an audit and their exits, as one table."""

from zwornik.audits.choices import AuditState as S

EXITS: dict[str, frozenset[str]] = {
    S.PLANNED: frozenset({S.SELF_ASSESSMENT, S.CANCELLED}),
    S.SELF_ASSESSMENT: frozenset({S.SUBMITTED, S.CANCELLED}),
    S.SUBMITTED: frozenset({S.SELF_ASSESSMENT, S.CLOSED, S.CANCELLED}),
    S.CLOSED: frozenset(),
    S.CANCELLED: frozenset(),
}
OPEN = (S.PLANNED, S.SELF_ASSESSMENT, S.SUBMITTED)


def may_pass(state: str, target: str) -> bool:
    """Say whether an audit may go from one state straight to another."""
    return target in EXITS[state]
