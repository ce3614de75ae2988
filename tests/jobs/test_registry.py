"""Every job has a name, something that does it, and a number of tries."""

import pytest

from zwornik.jobs import registry
from zwornik.jobs.registry import JOBS, job, job_named


def test_a_job_is_found_by_its_name(monkeypatch):
    monkeypatch.setattr(registry, "JOBS", {})

    @job("audits.sing", attempts=2)
    def sing() -> None:
        """Sing."""

    found = job_named("audits.sing")
    assert (found.name, found.do, found.attempts) == ("audits.sing", sing, 2)


def test_a_name_that_nobody_registered_is_refused_with_those_there_are():
    with pytest.raises(LookupError, match=r"'audits.fly'.*audits.send_invitation"):
        job_named("audits.fly")


def test_every_job_has_its_room_in_front_and_is_tried_again():
    for name, found in JOBS.items():
        assert name.split(".")[0] in {"audits", "matching", "directory", "catalogue"}
        assert found.attempts > 1
