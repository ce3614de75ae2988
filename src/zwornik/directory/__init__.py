"""Organisations, people, memberships, identifiers, imports."""
