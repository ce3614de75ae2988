"""How a room asks for work to be done later, without knowing who does it.

A room calls `enqueue("audits.send_invitation", audit_id=7)`; the `jobs` room tells with `provide`
how work is put into the queue. Work is queued when the surrounding transaction is committed.
"""

from collections.abc import Callable
from functools import partial

from django.db import transaction

Argument = int | str | bool | None
Queue = Callable[[str, dict[str, Argument]], None]


class _Door:
    """Holds the one way into the queue."""

    queue: Queue | None = None


def provide(queue: Queue) -> None:
    """Say how work is queued; called once, when the `jobs` room is loaded."""
    _Door.queue = queue


def enqueue(name: str, /, **arguments: Argument) -> None:
    """Ask for a job of one's own room by name, with identifiers as arguments."""
    if _Door.queue is None:
        raise RuntimeError("the jobs room is not loaded: nothing can be queued")
    transaction.on_commit(partial(_Door.queue, name, arguments))
