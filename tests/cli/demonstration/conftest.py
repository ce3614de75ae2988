"""A small part of the demonstration's data, closed in itself, so that loading takes seconds."""

import pytest

from zwornik.cli.demonstration import audited, files

KINDS = ("technology", "need", "competence", "equipment")
FEW = {"technology": 1, "need": 1, "competence": 1, "equipment": 1}
JUDGED_NEEDS = 4


def _judged():
    """The judgements of the first needs, at most two for each."""
    of_need = {}
    for judgement in files.judgements():
        of_need.setdefault(judgement.need, []).append(judgement)
    return [j for found in list(of_need.values())[:JUDGED_NEEDS] for j in found[:2]]


def _small_part():
    judged = _judged()
    wanted = {kind: {j.offer for j in judged if j.offer_kind == kind} for kind in KINDS}
    wanted["need"] = {j.need for j in judged}
    part = {}
    for kind in KINDS:
        every = files.entries(kind)
        both = [e["key"] for e in every if e.get("title_pl") and e.get("title_en")][: FEW[kind]]
        wanted[kind] |= set(both or [e["key"] for e in every[: FEW[kind]]])
        part[kind] = tuple(e for e in every if e["key"] in wanted[kind])
    part["audit"] = files.entries("audit")
    part["conversation"] = files.entries("conversation")[:3]
    records = [entry for kind in KINDS for entry in part[kind]]
    owners = {e["organisation"] for e in (*records, *part["audit"], *part["conversation"])}
    contacts = {e["contact"] for e in records}
    owners.add("mikroflux")
    part["person"] = tuple(
        {**e, "positions": [p for p in e["positions"] if p["organisation"] in owners]}
        for e in files.entries("person")
        if e["key"] in contacts
    )
    part["organisation"] = tuple(e for e in files.entries("organisation") if e["key"] in owners)
    return part, judged


@pytest.fixture
def small_part(monkeypatch):
    """Let the loader see only a small part of the data files; return that part by kind."""
    part, judged = _small_part()
    monkeypatch.setattr(files, "entries", lambda kind: part[kind])
    monkeypatch.setattr(files, "judgements", lambda: iter(judged))
    monkeypatch.setattr(audited, "AUDITED_OF_A_KIND", 1)
    return part
