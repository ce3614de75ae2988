"""Screens of audits and questionnaires."""
