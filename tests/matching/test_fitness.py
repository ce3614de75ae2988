import pytest

from zwornik.matching.fitness import LEVELS, level_of


def test_levels_fall_from_the_best_to_the_weakest():
    assert [level.least for level in LEVELS] == sorted(
        (level.least for level in LEVELS), reverse=True
    )
    assert [level.stones for level in LEVELS] == [4, 3, 2, 1]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.stones)
def test_a_fit_on_the_threshold_reaches_the_level(level):
    assert level_of(level.least) is level


def test_the_keystone_is_set_from_good_on():
    assert [level.is_good for level in LEVELS] == [True, True, False, False]
