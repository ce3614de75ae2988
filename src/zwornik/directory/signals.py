"""News of the directory that rooms above may need."""

from django.dispatch import Signal

# sent inside the transaction; arguments: keep, absorbed (Organisation)
organisations_merged = Signal()
# sent before organisations are removed by an undo; argument: organisation; receivers return the
# names of what still refers to it (a non-empty list stops the removal)
organisation_in_use = Signal()
