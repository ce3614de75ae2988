"""The jobs there are, and how often each is tried."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Job:
    """A piece of work: its name, what does it, and how many times it is tried."""

    name: str
    do: Callable[..., None]
    attempts: int


JOBS: dict[str, Job] = {}


def job(name: str, *, attempts: int = 5) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function as the job of this name."""

    def register(do: Callable[..., None]) -> Callable[..., None]:
        JOBS[name] = Job(name, do, attempts)
        return do

    return register


def job_named(name: str) -> Job:
    """Return a job; a name that nobody registered is a mistake of ours, said at once."""
    if name not in JOBS:
        known = ", ".join(sorted(JOBS))
        raise LookupError(f"no job is called {name!r}; there are: {known}")
    return JOBS[name]


Arguments = dict[str, Any]
