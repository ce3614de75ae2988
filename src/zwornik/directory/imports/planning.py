"""Foresee what an import would do, without writing anything."""

from collections import defaultdict

from zwornik.core.sheets import Sheet
from zwornik.directory.imports.contacts import planned_person
from zwornik.directory.imports.deriving import derive
from zwornik.directory.imports.entities import Entity, compared
from zwornik.directory.imports.known import Known, known_directory
from zwornik.directory.imports.likeness import look_alikes
from zwornik.directory.imports.mapping import ImportChoices
from zwornik.directory.imports.matching import Head, Matcher, MatchError
from zwornik.directory.imports.plan import (
    SEPARATE,
    Candidate,
    ImportPlan,
    Outcome,
    PlannedRow,
    Proposal,
)
from zwornik.directory.imports.rows import ReadRow, RowReader


def plan_import(sheet: Sheet, choices: ImportChoices, known: Known | None = None) -> ImportPlan:
    """Return what an import of a sheet would do, row by row, with everything wrong in it.

    Parameters
    ----------
    known
        What the directory holds; by default it is read now.
    """
    known = known or known_directory()
    reader = RowReader(sheet, choices)
    rows = [derive(reader.read(row), choices) for row in sheet.rows]
    matcher = Matcher(known)
    heads = _matched(rows, matcher)
    proposals = _proposals(matcher, choices)
    targets = _decided(heads, proposals, matcher)
    _prefer_what_is_written(rows, targets)
    entities = _entities(targets, proposals, known)
    planned = tuple(_planned(row, entities.get(row.number), known) for row in rows)
    return ImportPlan(planned, tuple(proposals.values()))


def _matched(rows: list[ReadRow], matcher: Matcher) -> dict[int, Head]:
    """Return the organisation of each row that has one; what speaks against it becomes a problem.

    A row with a problem is compared with its organisation too, so that everything wrong is told
    at once, but later rows do not build on it.
    """
    heads: dict[int, Head] = {}
    for row in rows:
        try:
            head = matcher.find(row) if row.problems else matcher.match(row)
        except MatchError as error:
            row.problems.append(error.finding)
            continue
        if head is not None:
            heads[row.number] = head
    return heads


def _proposals(matcher: Matcher, choices: ImportChoices) -> dict[int, Proposal]:
    found: dict[int, Proposal] = {}
    for choice, alike in look_alikes(list(matcher.heads.values())).items():
        head = matcher.heads[choice]
        candidates = tuple(Candidate(o.choice, o.name, o.city, score) for o, score in alike)
        row = head.leader or 0
        decision = choices.decisions.get(row, "")
        if decision != SEPARATE and decision not in {one.choice for one in candidates}:
            decision = ""
        found[row] = Proposal(row, head.name, head.city, candidates, decision)
    return dict(sorted(found.items()))


def _decided(
    heads: dict[int, Head], proposals: dict[int, Proposal], matcher: Matcher
) -> dict[int, Head]:
    """Return the organisation of each row after what people decided."""

    def final(head: Head) -> Head:
        proposal = proposals.get(head.leader or 0)
        if proposal is None or proposal.decision in {"", SEPARATE}:
            return head
        return final(matcher.heads[proposal.decision])

    return {number: final(head) for number, head in heads.items()}


def _prefer_what_is_written(rows: list[ReadRow], targets: dict[int, Head]) -> None:
    """Let the row that creates an organisation take what later rows say instead of suppositions."""
    groups: dict[str, list[ReadRow]] = defaultdict(list)
    for row in rows:
        has_target = row.number in targets and not row.problems
        if has_target and targets[row.number].leader is not None:
            groups[targets[row.number].choice].append(row)
    for leader, *others in groups.values():
        for key in list(leader.weak):
            for other in others:
                if key in other.values and key not in other.weak:
                    leader.values[key] = other.values[key]
                    del leader.weak[key]
                    break


def _entities(
    targets: dict[int, Head], proposals: dict[int, Proposal], known: Known
) -> dict[int, Entity]:
    """Return the organisation of each row as it stands before the import, one for equal targets."""
    ids = {head.organisation_id for head in targets.values() if head.organisation_id is not None}
    details = known.details(ids)
    chosen = {proposal.decision for proposal in proposals.values()}
    by_choice: dict[str, Entity] = {}
    for number, head in targets.items():
        if head.choice in by_choice:
            continue
        if head.organisation_id is not None:
            entity = Entity.known(head.organisation_id, number, details[head.organisation_id])
        else:
            entity = Entity(None, number)
        entity.is_decided = head.choice in chosen
        by_choice[head.choice] = entity
    return {number: by_choice[head.choice] for number, head in targets.items()}


def _planned(row: ReadRow, entity: Entity | None, known: Known) -> PlannedRow:
    planned = PlannedRow(row.number, row.name, Outcome.PROBLEM)
    planned.problems, planned.remarks = tuple(row.problems), tuple(row.remarks)
    if entity is None:
        return planned
    planned.organisation_id = entity.organisation_id
    planned.leader = entity.leader if entity.organisation_id is None else None
    comparison = compared(entity, row)
    planned.remarks += tuple(comparison.remarks)
    planned.problems += tuple(comparison.problems)
    if planned.problems:
        return planned
    entity.values |= comparison.changes
    entity.origin |= dict.fromkeys(comparison.changes, row.number)
    planned.changes = comparison.changes
    planned.person, remarks = planned_person(entity, row, known.people_by_email)
    planned.remarks += tuple(remarks)
    planned.outcome = _outcome(planned)
    return planned


def _outcome(planned: PlannedRow) -> Outcome:
    if planned.leader == planned.number:
        return Outcome.CREATE
    return Outcome.COMPLETE if planned.changes or planned.person else Outcome.NOTHING
