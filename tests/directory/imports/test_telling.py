from zwornik.directory.imports import Finding, row_ranges, told_together


def test_neighbouring_rows_are_told_as_one_range():
    assert row_ranges([2, 3, 4, 7, 10, 9]) == "2–4, 7, 9–10"


def test_of_very_many_places_only_the_first_are_named():
    assert row_ranges(range(1, 99, 2)) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …"


def test_a_remark_is_told_once_with_all_its_rows_the_commonest_first():
    findings = [
        Finding(2, "seldom", column="NIP"),
        Finding(3, "often"),
        Finding(4, "often"),
        Finding(4, "often"),
    ]
    told = told_together(findings)
    assert [(one.text, one.column, one.where) for one in told] == [
        ("often", "", "3–4"), ("seldom", "NIP", "2"),
    ]  # fmt: skip
