"""Rank documents by a query, and say term by term why."""
