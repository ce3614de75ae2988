"""Records for tests, written through the services so that they are as whole as real ones."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from zwornik.accounts.models import User
from zwornik.audits.instruments import latest_instrument
from zwornik.audits.models import Audit, Instrument
from zwornik.audits.services import plan_audit, save_answer, send_audit, submit_audit
from zwornik.catalogue.models import Competence, Equipment, Need, Technology
from zwornik.catalogue.services import publish_record, record_of_kind
from zwornik.core.models import Cluster
from zwornik.core.services import describe_cluster
from zwornik.directory.models import Conversation, Organisation, Person, Seat
from zwornik.directory.services import (
    change_standing,
    give_seat,
    record_conversation,
    record_organisation,
    record_person,
)
from zwornik.matching.models import Decision, Match, MatchRun
from zwornik.matching.services import decline_match, shortlist_match

RECORDED_ON = date(2026, 3, 2)
PUBLISHED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PASSWORD = "lipowa-aleja-2026"


class Written(DjangoModelFactory):
    """A factory that calls a service instead of writing a row itself."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, _model: type, *_args: Any, **facts: Any) -> Any:
        return cls.write(**facts)


class ClusterFactory(Written):
    """The one cluster of the installation."""

    class Meta:
        model = Cluster

    name_pl = "Klaster Próbny"
    name_en = "Trial Cluster"

    @staticmethod
    def write(**facts: Any) -> Cluster:
        return describe_cluster(**facts)


class UserFactory(Written):
    """An account; a member unless told otherwise, with no password unless given one."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    role = "member"

    @staticmethod
    def write(**facts: Any) -> User:
        return User.objects.create_user(**facts)


class OrganisationFactory(Written):
    """A small firm; `standing` makes it a member, candidate or partner since `standing_since`."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Firma {n} sp. z o.o.")
    kind = "firm"
    size_class = factory.LazyAttribute(lambda o: "small" if o.kind == "firm" else "")
    city = "Lublin"

    @staticmethod
    def write(**facts: Any) -> Organisation:
        standing = facts.pop("standing", "")
        since_on = facts.pop("standing_since", date(2025, 1, 1))
        organisation = record_organisation(**facts)
        if standing:
            change_standing(organisation=organisation, kind=standing, since_on=since_on)
        return organisation


class SeatFactory(Written):
    """The right of an account to edit, or to read, in the name of an organisation."""

    class Meta:
        model = Seat

    account = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    level = "editor"

    @staticmethod
    def write(**facts: Any) -> Seat:
        return give_seat(**facts)


class PersonFactory(Written):
    """A person; `organisation` gives one position there, as its contact."""

    class Meta:
        model = Person

    given_name = "Maria"
    family_name = factory.Sequence(lambda n: f"Nowak{n}")
    email = factory.Sequence(lambda n: f"maria{n}@example.org")

    @staticmethod
    def write(**facts: Any) -> Person:
        organisation = facts.pop("organisation", None)
        if organisation is not None:
            line = {"organisation": organisation, "role_pl": "kierownik", "is_contact": True}
            facts["positions"] = [line, *facts.get("positions", [])]
        return record_person(**facts)


class ConversationFactory(Written):
    """A conversation that the team noted."""

    class Meta:
        model = Conversation

    organisation = factory.SubFactory(OrganisationFactory)
    recorded_by = factory.SubFactory(UserFactory, role="coordinator")
    held_on = date(2026, 11, 20)
    channel = "phone"
    note = "Czeka na wyniki badań."

    @staticmethod
    def write(**facts: Any) -> Conversation:
        return record_conversation(today=facts["held_on"], **facts)


class RecordFactory(Written):
    """A record of the catalogue, published to members; `disclosure=""` leaves it a draft."""

    class Meta:
        abstract = True

    organisation = factory.SubFactory(OrganisationFactory)
    field = "diagnostics"
    recorded_on = RECORDED_ON
    disclosure = "members"

    @staticmethod
    def write(**facts: Any) -> Any:
        disclosure = facts.pop("disclosure")
        record = record_of_kind(**facts)
        if disclosure:
            publish_record(record=record, disclosure=disclosure, now=PUBLISHED_AT)
        return record


class TechnologyFactory(RecordFactory):
    """A technology on offer."""

    class Meta:
        model = Technology

    kind = "technology"
    title_pl = factory.Sequence(lambda n: f"Czujnik prokalcytoniny {n}")
    title_en = factory.Sequence(lambda n: f"Procalcitonin sensor {n}")
    product_kind = "ivd"
    trl_claimed = 5


class NeedFactory(RecordFactory):
    """A need."""

    class Meta:
        model = Need

    kind = "need"
    title_pl = factory.Sequence(lambda n: f"Przeciwciało do testu {n}")
    title_en = factory.Sequence(lambda n: f"Antibody for test {n}")


class CompetenceFactory(RecordFactory):
    """A competence on offer."""

    class Meta:
        model = Competence

    kind = "competence"
    title_pl = factory.Sequence(lambda n: f"Walidacja kliniczna {n}")
    title_en = factory.Sequence(lambda n: f"Clinical validation {n}")


class EquipmentFactory(RecordFactory):
    """An instrument that others may use."""

    class Meta:
        model = Equipment

    kind = "equipment"
    title_pl = factory.Sequence(lambda n: f"Mikroskop {n}")
    title_en = factory.Sequence(lambda n: f"Microscope {n}")


class InstrumentFactory(Written):
    """The newest shipped questionnaire of a kind."""

    class Meta:
        model = Instrument

    kind = "technology"

    @staticmethod
    def write(**facts: Any) -> Instrument:
        return latest_instrument(facts["kind"])


class AuditFactory(Written):
    """An audit in the respondent's hands; `state` may be planned, sent or submitted.

    `submitted` fills every required question, so that the audit can be closed.
    """

    class Meta:
        model = Audit

    kind = "competence"
    organisation = factory.SubFactory(OrganisationFactory)
    respondent_name = "Jan Kowalski"
    respondent_email = factory.Sequence(lambda n: f"jan{n}@example.org")
    planned_by = factory.SubFactory(UserFactory, role="coordinator")
    now = NOW - timedelta(days=14)
    deadline_on = date(2026, 12, 4)
    state = "sent"

    @staticmethod
    def write(**facts: Any) -> Audit:
        state = facts.pop("state")
        audit = plan_audit(**facts)
        if state != "planned":
            send_audit(audit=audit, now=facts["now"])
        if state == "submitted":
            _answer_required(audit, facts["now"] + timedelta(days=1))
            submit_audit(audit=audit, now=facts["now"] + timedelta(days=2))
        return audit


def _answer_required(audit: Audit, now: datetime) -> None:
    """Store an answer of its type to every required question."""
    for section in audit.instrument.questionnaire.sections:
        for question in section.questions:
            if question.required:
                save_answer(
                    audit=audit,
                    question_code=question.code,
                    value=_any_answer(question),
                    answered_by=audit.respondent,
                    now=now,
                    revision=0,
                )


def _any_answer(question: Any) -> Any:
    if question.choices:
        first = question.choices[0].value
        return [first] if question.type == "several" else first
    return 4 if question.type in {"trl", "number"} else "Badania nad przeciwciałami"


class MatchFactory(Written):
    """An offer found for a need, by a comparison of its own unless `run` names one."""

    class Meta:
        model = Match

    need = factory.SubFactory(NeedFactory)
    offer = factory.SubFactory(TechnologyFactory)
    rank = 1
    score = 5.0
    fit = 0.6

    @staticmethod
    def write(**facts: Any) -> Match:
        need, offer = facts.pop("need"), facts.pop("offer")
        run = facts.pop("run", None) or MatchRun.objects.create(
            need=need,
            run_at=NOW,
            method_version="1",
            glossary_version="1",
            corpus_version="1",
        )
        return Match.objects.create(run=run, **{offer.kind: offer}, **facts)


class DecisionFactory(Written):
    """A match put on the shortlist, or declined where a `reason` is given."""

    class Meta:
        model = Decision

    need = factory.SubFactory(NeedFactory)
    offer = factory.SubFactory(TechnologyFactory)
    decided_by = factory.SubFactory(UserFactory, role="coordinator")
    now = NOW

    @staticmethod
    def write(**facts: Any) -> Decision:
        return decline_match(**facts) if "reason" in facts else shortlist_match(**facts)
