"""Records of the audits room."""

from zwornik.audits.models.answer import Answer
from zwornik.audits.models.audit import Audit
from zwornik.audits.models.instrument import Instrument
from zwornik.audits.models.outcome import AuditOutcome

__all__ = ["Answer", "Audit", "AuditOutcome", "Instrument"]
