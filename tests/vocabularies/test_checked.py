from zwornik.vocabularies.checked import Checked, Problem


def test_identifier_is_valid_without_a_problem() -> None:
    assert Checked("5260250995").is_valid
    assert not Checked("5260250996", Problem.CHECKSUM).is_valid
