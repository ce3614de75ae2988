from datetime import date

import pytest
from django.utils import translation

from tests.directory.imports.sheets import known_of, plan_of

NIP, OTHER_NIP = "5260250995", "1234563218"
HEAD = "Nazwa;NIP;Miejscowość;Telefon;Typ"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def outcomes(plan):
    return [(row.number, row.outcome.value) for row in plan.rows]


def texts(findings):
    return [(finding.place, finding.text) for finding in findings]


def test_a_new_organisation_gets_what_the_row_says_and_what_follows_from_it():
    (row,) = plan_of(
        "Nazwa;NIP;Adres;Rok założenia;Data przystąpienia",
        f"„Alfa & Beta” sp. z o.o.;{NIP};ul. Prosta 5, 00838 Warszawa;1998;1.07.2016",
    ).rows
    assert row.outcome == "create"
    assert row.changes == {
        "name": "„Alfa & Beta” sp. z o.o.",
        "nip": NIP,
        "street": "ul. Prosta 5, 00838 Warszawa",
        "established_year": 1998,
        "member_since": date(2016, 7, 1),
        "kind": "firm",
        "country_code": "PL",
        "standing": "member",
    }
    assert [remark.text for remark in row.remarks] == [
        "There is no postcode in this address: all of it was read as the street.",
        "The kind, firm, was told by the name.",
    ]


def test_every_problem_is_named_by_cell_in_words():
    plan = plan_of(
        "Nazwa;NIP;Liczba pracowników;E-mail;Rok założenia;Kod pocztowy",
        "Alfa sp. z o.o.;526-025-09-94;ok. 25;alfa.pl;XIX w.;0-1",
        ";1111111111;;;;",
        "Beta sp. z o.o.;;7;b@beta.pl;2001;00-838",
    )
    assert outcomes(plan) == [(2, "problem"), (3, "problem"), (4, "create")]
    places = [finding.place for finding in plan.problems]
    assert places == ["B2", "C2", "D2", "E2", "F2", "A3"]
    assert plan.problems[1].column == "Liczba pracowników"
    assert plan.problems[1].value == "ok. 25"
    assert "Write digits only" in plan.problems[1].text
    assert "The name is missing" in plan.problems[5].text


def test_the_same_member_three_times_is_one_organisation():
    plan = plan_of(
        "Nazwa;Miejscowość;Telefon;Strona www;Data przystąpienia",
        "Mikroflux Sp. z o.o.;Warszawa;;;2016-07-01",
        "MIKROFLUX SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ;WARSZAWA;22 555 01 42;;1.07.2016",
        "„Mikroflux” spółka z o.o.;warszawa;+48 225550142;mikroflux.pl;1 lipca 2016 r.",
    )
    assert outcomes(plan) == [(2, "create"), (3, "complete"), (4, "complete")]
    assert plan.rows[1].changes == {"phone": "22 555 01 42"}
    assert plan.rows[2].changes == {"website": "https://mikroflux.pl"}
    assert [row.number for row in plan.repeated[2]] == [3, 4]


def test_rows_that_repeat_everything_bring_nothing_new():
    plan = plan_of(HEAD, f"Alfa;{NIP};Płock;;firma", f"Alfa;{NIP};Płock;;firma")
    assert outcomes(plan) == [(2, "create"), (3, "nothing")]


def test_values_that_conflict_inside_the_file_are_a_problem_of_the_later_row():
    plan = plan_of(
        HEAD, f"Alfa;{NIP};Płock;22 555 01 42;firma", f"Alfa;{NIP};Płock;22 555 01 43;firma"
    )
    assert outcomes(plan) == [(2, "create"), (3, "problem")]
    assert texts(plan.problems) == [
        (
            "D3",
            "Row 2 about the same organisation says “22 555 01 42”. Leave the right one in the file.",
        )
    ]


def test_a_row_with_another_problem_is_still_compared():
    plan = plan_of(
        f"{HEAD};Liczba pracowników",
        f"Alfa;{NIP};Płock;22 555 01 42;firma;7",
        f"Alfa;{NIP};Płock;22 555 01 43;firma;siedem",
    )
    assert [finding.place for finding in plan.problems] == ["F3", "D3"]


def test_the_first_row_takes_what_later_rows_say_instead_of_supposing():
    plan = plan_of(
        "Nazwa;Miejscowość;Typ;Status;Data przystąpienia",
        "Alfa sp. z o.o.;Płock;;;",
        "ALFA;Płock;otoczenie biznesu;partner;1.07.2016",
    )
    first, second = plan.rows
    assert (first.changes["kind"], first.changes["standing"]) == ("business_support", "partner")
    assert first.changes["member_since"] == date(2016, 7, 1)
    assert second.outcome == "nothing"


def test_a_known_organisation_is_completed_where_it_is_empty():
    known = known_of({"name": "Alfa S.A.", "nip": NIP, "city": "Płock", "phone": "22 555 01 42"})
    plan = plan_of(
        f"{HEAD};Strona www",
        f"ALFA;{NIP};Radom;22 555 99 99;firma;alfa.pl",
        known=known,
        standing="",
    )
    (row,) = plan.rows
    assert (row.outcome, row.organisation_id) == ("complete", 1)
    assert row.changes == {"website": "https://alfa.pl"}
    assert [finding.place for finding in row.remarks] == ["C2", "D2"]
    assert "The directory says “Płock”, which stays" in row.remarks[0].text


@pytest.mark.parametrize(
    ("scheme", "heading", "value"),
    [
        ("nip", "NIP", NIP),
        ("regon", "REGON", "010416193"),
        ("krs", "KRS", "0000028860"),
        ("ror", "ROR", "https://ror.org/00523a319"),
        ("pic", "PIC", "999999999"),
        ("vat_eu", "VAT UE", "DE136695976"),
    ],
)
def test_a_known_organisation_is_found_by_any_number(scheme, heading, value):
    known = known_of({"name": "Alfa", "city": "Płock", scheme: value})
    (row,) = plan_of(f"Nazwa;{heading}", f"Alfa;{value}", known=known).rows
    assert row.organisation_id == 1


def test_a_known_organisation_is_found_by_name_and_town():
    known = known_of({"name": "Alfa sp. z o.o.", "city": "Łódź"}, {"name": "Alfa", "city": "Płock"})
    plan = plan_of("Nazwa;Miasto", "ALFA S.A.;ŁÓDŹ", "Alfa sp. z o.o.;Kraków", known=known)
    assert [row.organisation_id for row in plan.rows] == [1, None]


def test_a_number_that_differs_from_the_directory_is_a_problem():
    known = known_of({"name": "Alfa", "city": "Płock", "nip": NIP, "regon": "010416193"})
    plan = plan_of("Nazwa;NIP;REGON", f"Alfa;{OTHER_NIP};010416193", known=known)
    assert "has the number 5260250995" in plan.problems[0].text


def test_the_same_name_with_another_number_is_another_organisation_and_said():
    known = known_of({"name": "Jan Kowalski", "city": "Płock", "nip": NIP})
    plan = plan_of(HEAD, f"Jan Kowalski;{OTHER_NIP};Płock;;firma", known=known)
    assert outcomes(plan) == [(2, "create")]
    assert plan.proposals == ()
    assert any("has other numbers" in remark.text for remark in plan.remarks)


def test_a_number_copied_from_another_organisation_is_a_problem():
    plan = plan_of(HEAD, f"Mikroflux;{NIP};Płock;;firma", f"Kampinos Biotech;{NIP};Radom;;firma")
    (problem,) = plan.problems
    assert problem.place == "B3"
    assert "belongs to “Mikroflux” of row 2" in problem.text


def test_initials_are_not_another_organisation():
    known = known_of({"name": "Przemysłowy Instytut Automatyki i Pomiarów", "nip": NIP})
    (row,) = plan_of("Nazwa;NIP", f"PIAP;{NIP}", known=known).rows
    assert row.organisation_id == 1


def test_numbers_of_two_organisations_in_one_row_are_a_problem():
    known = known_of({"name": "Alfa", "nip": NIP}, {"name": "Beta", "regon": "010416193"})
    plan = plan_of("Nazwa;NIP;REGON", f"Alfa;{NIP};010416193", known=known)
    assert "belong to two organisations" in plan.problems[0].text


def test_a_kind_that_nobody_tells_is_a_problem_unless_chosen_for_all():
    assert "what kind of organisation" in plan_of("Nazwa", "Alfa").problems[0].text
    (row,) = plan_of("Nazwa", "Alfa", kind="cluster").rows
    assert (row.outcome, row.changes["kind"]) == ("create", "cluster")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mikroflux sp. z o.o.", "firm"),
        ("Odczynnik S.A.", "firm"),
        ("Uniwersytet Medyczny „Praga” w Warszawie", "university"),
        ("Wyższa Szkoła Zdrowia Publicznego", "university"),
        ("Instytut Inżynierii Tkankowej", "institute"),
        ("Szpital Powiatowy w Ostrołęce", "hospital"),
        ("Centrum Transferu Technologii MANoŻ sp. z o.o.", "business_support"),
        ("Fundacja Badań Klinicznych „Meander”", "business_support"),
        ("Kapitał Bio Fundusz VC ASI sp. z o.o.", "investor"),
        ("Podlaski Klaster Urządzeń Medycznych", "cluster"),
        ("Urząd Miasta Płocka", "public_body"),
    ],
)
def test_the_kind_is_told_by_the_name(name, kind):
    (row,) = plan_of("Nazwa", name).rows
    assert row.changes["kind"] == kind


def test_only_firms_have_a_size():
    plan = plan_of("Nazwa;Wielkość", "Szpital Miejski;duże", "Alfa;duże")
    assert "size_class" not in plan.rows[0].changes
    assert "Only firms have a size" in plan.rows[0].remarks[0].text
    assert plan.rows[1].changes["size_class"] == "large"
    assert plan.rows[1].changes["kind"] == "firm"


@pytest.mark.parametrize(
    ("cells", "standing", "since", "until"),
    [
        (";;", "member", "2026-11-24", None),
        ("partner;1.07.2016;", "partner", "2016-07-01", None),
        ("członek;2016;31.12.2019", "former", "2016-01-01", "2019-12-31"),
        ("były członek;1.07.2016;", "former", "2016-07-01", "2026-11-23"),
        ("nie;1.07.2016;", None, None, None),
    ],
)
def test_a_membership_has_its_days(cells, standing, since, until):
    (row,) = plan_of(
        "Nazwa;Status członkostwa;Data przystąpienia;Data wystąpienia", f"Alfa S.A.;{cells}"
    ).rows
    found = [row.changes.get(key) for key in ("standing", "member_since", "member_until")]
    assert [str(one) if one else None for one in found] == [standing, since, until]


def test_leaving_before_joining_is_a_problem():
    plan = plan_of("Nazwa;Data przystąpienia;Data wystąpienia", "Alfa S.A.;1.07.2016;30.06.2016")
    assert texts(plan.problems) == [
        ("C2", "The day of leaving is before the day of joining. Correct one of them.")
    ]


def test_a_known_standing_is_never_changed():
    known = known_of(
        {"name": "Alfa", "nip": NIP, "standing": "candidate", "member_since": date(2025, 1, 1)}
    )
    head = "Nazwa;NIP;Status;Data przystąpienia"
    supposed = plan_of("Nazwa;NIP", f"Alfa;{NIP}", known=known)
    written = plan_of(head, f"Alfa;{NIP};członek;1.07.2016", known=known)
    assert (supposed.rows[0].outcome, supposed.remarks) == ("nothing", [])
    assert written.rows[0].outcome == "nothing"
    assert [finding.place for finding in written.remarks] == ["C2"]


def test_a_place_on_the_map_needs_both_coordinates():
    plan = plan_of("Nazwa;Latitude;Longitude", "Alfa S.A.;52.2;")
    assert "both latitude and longitude" in plan.problems[0].text


@pytest.mark.parametrize(
    ("country", "code", "kept"),
    [("", "838", "00-838"), ("", "5-500", "05-500"), ("Niemcy", "10115", "10115")],
)
def test_postcodes_are_written_as_in_their_country(country, code, kept):
    (row,) = plan_of("Nazwa;Kraj;Kod pocztowy", f"Alfa S.A.;{country};{code}").rows
    assert row.changes["postcode"] == kept


def test_contact_persons_are_one_by_name_and_address():
    plan = plan_of(
        "Nazwa;Osoba do kontaktu;E-mail osoby do kontaktu;Stanowisko",
        "Alfa S.A.;Anna Kowalska;anna@alfa.pl;prezes",
        "Beta S.A.;Anna Kowalska;ANNA@alfa.pl;",
        "Gamma S.A.;Anna Kowalska;;",
    )
    keys = [row.person.key for row in plan.rows]
    assert keys[0] == keys[1] != keys[2]


def test_a_contact_person_without_a_name_is_a_problem():
    plan = plan_of("Nazwa;Imię;Nazwisko;Stanowisko", "Alfa S.A.;Anna;;prezes")
    assert "no given and family name" in plan.problems[0].text


def test_a_look_alike_in_the_same_town_is_proposed_and_decided():
    lines = (
        HEAD,
        "Mikroflux Aparatura;;Płock;;firma",
        "Mikrofluks Aparatura;;Płock;22 555 01 42;firma",
    )
    undecided = plan_of(*lines)
    (proposal,) = undecided.proposals
    assert (proposal.row, proposal.candidates[0].choice) == (3, "row:2")
    assert undecided.undecided == [proposal]
    assert outcomes(undecided) == [(2, "create"), (3, "create")]
    merged = plan_of(*lines, decisions={3: "row:2"})
    assert outcomes(merged) == [(2, "create"), (3, "complete")]
    assert merged.rows[1].changes == {"phone": "22 555 01 42"}
    assert merged.undecided == []
    apart = plan_of(*lines, decisions={3: "separate"})
    assert (outcomes(apart), apart.undecided) == ([(2, "create"), (3, "create")], [])


def test_differences_between_rows_decided_to_be_one_are_remarks():
    plan = plan_of(
        HEAD,
        "Mikroflux Aparatura;;Płock;22 555 01 42;firma",
        "Mikrofluks Aparatura;;Płock;22 555 01 43;firma",
        decisions={3: "row:2"},
    )  # fmt: skip
    assert outcomes(plan) == [(2, "create"), (3, "nothing")]
    assert [finding.place for finding in plan.remarks][-2:] == ["A3", "D3"]


def test_a_decision_that_fits_nothing_is_not_taken():
    plan = plan_of(
        HEAD,
        "Mikroflux Aparatura;;Płock;;firma",
        "Mikrofluks Aparatura;;Płock;;firma",
        decisions={3: "organisation:9"},
    )
    assert len(plan.undecided) == 1


def test_a_look_alike_of_the_directory_can_be_completed():
    known = known_of({"name": "Instytut Biotechnologii", "city": "Warszawa"})
    lines = ("Nazwa;Miasto;Telefon", "Instytut Biotechnologi;Warszawa;22 555 01 42")
    (proposal,) = plan_of(*lines, known=known).proposals
    assert proposal.candidates[0].choice == "organisation:1"
    (row,) = plan_of(*lines, known=known, decisions={2: "organisation:1"}, standing="").rows
    assert (row.organisation_id, row.changes) == (1, {"phone": "22 555 01 42"})


def test_a_row_without_a_town_is_proposed_for_the_same_name():
    known = known_of({"name": "Alfa", "city": "Płock"})
    (proposal,) = plan_of("Nazwa;Telefon", "Alfa S.A.;22 555 01 42", known=known).proposals
    assert proposal.candidates[0].choice == "organisation:1"
