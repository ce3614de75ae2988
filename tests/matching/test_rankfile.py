"""Files in, a run out; or every wrong line named and nothing written."""

import gzip
import json

import pytest

from zwornik.matching.rankfile import MOST_TOLD, RankFileError, rank_files

NEEDS = [{"id": "q1", "title": "Żel z kwasu hialuronowego", "text": "Do gojenia ran", "x": [1]}]
PROFILES = [
    {"id": 1, "title": "Hyaluronic acid gel", "text": "For wound healing", "language": "en"},
    {"id": "p2", "title": "Carbon prosthesis"},
    {"id": "p3", "title": None, "text": "Opatrunek hialuronowy na rany", "language": "pl"},
]


def lines(objects):
    return "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects).encode()


@pytest.fixture
def ranked(tmp_path):
    def run(queries=None, profiles=None, name="profiles.jsonl", **options):
        (tmp_path / "queries.jsonl").write_bytes(lines(NEEDS) if queries is None else queries)
        (tmp_path / name).write_bytes(lines(PROFILES) if profiles is None else profiles)
        out = tmp_path / "out.run"
        report = rank_files(tmp_path / "queries.jsonl", tmp_path / name, out, **options)
        return report, [line.split() for line in out.read_text("utf-8").splitlines()]

    return run


def test_a_run_has_six_columns_and_ranks_from_one(ranked):
    report, rows = ranked(tag="test")
    assert [row[:4] for row in rows] == [["q1", "Q0", "1", "1"], ["q1", "Q0", "p3", "2"]]
    assert [row[5] for row in rows] == ["test", "test"]
    assert float(rows[0][4]) > float(rows[1][4]) > 0
    assert (report.queries, report.profiles) == (1, 3)
    assert "3 profiles" in str(report)


def test_top_limits_the_profiles_of_each_query(ranked):
    _report, rows = ranked(top=1)
    assert len(rows) == 1


def test_ties_are_written_in_order_of_their_keys(ranked):
    profiles = lines([{"id": key, "title": "laser"} for key in ("c", "a", "b")])
    _report, rows = ranked(lines([{"id": "q", "title": "laser"}]), profiles)
    assert [row[2] for row in rows] == ["a", "b", "c"]


def test_a_compressed_file_is_read_by_its_name(ranked):
    plain = ranked()[1]
    assert ranked(profiles=gzip.compress(lines(PROFILES)), name="profiles.jsonl.gz")[1] == plain


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(ranked):
    odd = b"\xef\xbb\xbf" + lines(PROFILES).replace(b"\n", b"\r\n\r\n")
    assert ranked(profiles=odd)[1] == ranked()[1]


@pytest.mark.parametrize("side", ["queries", "profiles"])
def test_an_empty_file_gives_an_empty_run(ranked, side):
    assert ranked(**{side: b""})[1] == []


def test_texts_of_markup_and_emoji_are_ranked(ranked):
    odd = lines(
        [{"id": "p", "title": "🧪 <b>Żel</b>", "text": "H<sub>2</sub>O &amp; E = mc²"}, {"id": "e"}]
    )
    assert [row[2] for row in ranked(profiles=odd)[1]] == ["p"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"laser", "not JSON"),
        (b'["p"]', "not an object"),
        (b'{"id": "p"', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "p", "title": "\xb3"}', "not in UTF-8"),
        (b'{"title": "laser"}', 'no "id"'),
        (b'{"id": ""}', 'no "id"'),
        (b'{"id": true}', 'no "id"'),
        (b'{"id": 1.5}', 'no "id"'),
        (b'{"id": "a b"}', "white space"),
        (b'{"id": "\\ud800"}', "half a sign"),
        (b'{"id": "1"}', "'1' stands in line 1 already"),
        (b'{"id": "p", "title": 5}', '"title" is not a text'),
        (b'{"id": "p", "text": ["x"]}', '"text" is not a text'),
        (b'{"id": "p", "language": "de"}', "language is 'de'"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_written(ranked, tmp_path, line, reason):
    with pytest.raises(RankFileError) as refused:
        ranked(profiles=lines(PROFILES) + b"\n" + line)
    (told,) = str(refused.value).splitlines()[1:]
    assert told.startswith("profiles.jsonl, line 5: ")
    assert reason in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profiles.jsonl", "queries.jsonl"]


def test_the_wrong_lines_of_both_files_are_all_named(ranked):
    with pytest.raises(RankFileError) as refused:
        ranked(b"x\n" + lines(NEEDS) + b"y\n", b"z\n")
    told = str(refused.value).splitlines()
    assert told[0].startswith("3 lines")
    assert [line.split(":")[0] for line in told[1:]] == [
        "queries.jsonl, line 1",
        "queries.jsonl, line 3",
        "profiles.jsonl, line 1",
    ]


def test_a_flood_of_wrong_lines_is_cut_short(ranked):
    with pytest.raises(RankFileError) as refused:
        ranked(profiles=b"x\n" * (MOST_TOLD + 7))
    assert str(refused.value).endswith("… and 7 more")


@pytest.mark.parametrize("content", [b"plain text", gzip.compress(lines(PROFILES))[:-12], b""])
def test_a_damaged_compressed_file_is_told_or_empty(ranked, content):
    if content:
        with pytest.raises(RankFileError, match=r"profiles.jsonl.gz, line \d: .* damaged"):
            ranked(profiles=content, name="profiles.jsonl.gz")
    else:
        assert ranked(profiles=content, name="profiles.jsonl.gz")[1] == []


def test_an_earlier_run_is_kept_where_a_line_is_wrong(ranked, tmp_path):
    ranked()
    before = (tmp_path / "out.run").read_bytes()
    with pytest.raises(RankFileError):
        ranked(profiles=b"x")
    assert (tmp_path / "out.run").read_bytes() == before


def test_a_missing_file_is_an_error_of_its_own(tmp_path):
    with pytest.raises(FileNotFoundError):
        rank_files(tmp_path / "no.jsonl", tmp_path / "no.jsonl", tmp_path / "out.run")
