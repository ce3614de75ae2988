from zwornik.matching.filters import parted, reason_to_omit


def test_an_offer_of_the_same_organisation_is_left_out(need, antibody):
    antibody.organisation = need.organisation
    assert reason_to_omit(need, antibody) == "same_owner"


def test_an_offer_under_nda_is_left_out(need, antibody):
    antibody.disclosure = "nda"
    assert reason_to_omit(need, antibody) == "not_disclosed"


def test_readiness_below_the_window_is_too_young(need, antibody):
    antibody.trl_claimed = 3
    assert reason_to_omit(need, antibody) == "too_young"


def test_readiness_above_the_window_is_too_mature(need, antibody):
    antibody.trl_claimed = 9
    assert reason_to_omit(need, antibody) == "too_mature"


def test_unknown_readiness_excludes_nobody(need, antibody):
    antibody.trl_claimed = None
    assert reason_to_omit(need, antibody) is None


def test_a_competence_has_no_readiness_to_miss(need, validation):
    assert reason_to_omit(need, validation) is None


def test_every_offer_is_either_kept_or_left_out_with_a_reason(need, antibody, young, validation):
    kept, omitted = parted(need, [antibody, young, validation])
    assert kept == [antibody, validation]
    assert [(o.record, o.reason) for o in omitted] == [(young, "too_young")]
