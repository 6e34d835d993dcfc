"""The command line as people and programs use it: data, exit codes, pipes, terminals."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import __version__, samples
from tui import cli

SPEECH = """\
在大会上的讲话
同志们：
一、解放思想，振奋精神
我们要解放思想，也要 GDP。
（一）要有行动
正文一。
（二）要有担当
正文二。
二、狠抓落实
\t正文三，解放思想。
"""

Run = tuple[int, str, str]
Caller = Callable[..., Run]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, English words, and a folder with two speeches to stand in."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("GANGMU_LANG", "en")
    folder = tmp_path / "speeches"
    folder.mkdir()
    (folder / "a.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "b.txt").write_text("一、安全生产\n二、生态环保\n", encoding="gb18030")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Caller:
    """Runs the command line in this process: exit code, stdout, stderr."""

    def call(*arguments: str) -> Run:
        try:
            code = cli.main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8", "surrogateescape"), err.decode()

    return call


def gangmu(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """The real thing in a process of its own."""
    command = [sys.executable, "-m", "tui", *arguments]
    options: dict[str, object] = {"stdin": subprocess.DEVNULL, "capture_output": True}
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    return subprocess.run(command, env=environment, check=False, **(options | more))  # type: ignore[call-overload,no-any-return]


# outline


def test_outline_prints_an_indented_tree(run: Caller) -> None:
    code, out, err = run("outline", "a.txt")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert any(line.startswith("  一、解放思想，振奋精神") for line in lines)
    assert any(line.startswith("    （一）要有行动") for line in lines)


def test_outline_json_is_an_object_for_one_file_and_a_list_for_several(run: Caller) -> None:
    _, out, _ = run("outline", "--json", "b.txt")
    one = json.loads(out)
    assert (one["schema"], one["path"], one["encoding"]) == (1, "b.txt", "GB18030")
    assert [h["title"] for h in one["headings"]] == ["安全生产", "生态环保"]
    _, out, _ = run("outline", "--json", "a.txt", "b.txt")
    assert [each["path"] for each in json.loads(out)] == ["a.txt", "b.txt"]
    _, out, _ = run("outline", "--json", ".")
    assert [each["path"] for each in json.loads(out)] == ["a.txt", "b.txt"]


def test_outline_places_are_those_of_the_text(run: Caller) -> None:
    _, out, _ = run("outline", "--json", "a.txt")
    headings = json.loads(out)["headings"]
    lines = SPEECH.split("\n")
    assert len(headings) >= 4
    for heading in headings:
        words = heading["label"] or heading["title"]
        assert lines[heading["line"] - 1][heading["column"] :].startswith(words)
        assert SPEECH.startswith(words, heading["start"])


def test_outline_depth_and_forms(run: Caller) -> None:
    _, out, _ = run("outline", "--depth", "1", "a.txt")
    assert "（一）" not in out
    assert run("outline", "--markdown", "a.txt")[1].startswith("# ")
    assert run("outline", "--opml", "a.txt")[1].startswith("<?xml")
    assert run("outline", "--text", "a.txt") == run("outline", "a.txt")


def test_outline_can_leave_out_leads_and_inline_points(run: Caller, home: Path) -> None:
    inline = "一、好\n有三点：一是要快，抓紧办；二是要实，办到底；三是要新，有办法。\n二、再好\n"
    (home / "c.txt").write_text(inline)
    with_points = json.loads(run("outline", "--json", "c.txt")[1])["headings"]
    without = json.loads(run("outline", "--json", "--no-inline", "c.txt")[1])["headings"]
    assert any(heading["inline"] for heading in with_points)
    assert [heading["label"] for heading in without] == ["一、", "二、"]
    leads = json.loads(run("outline", "--json", "--no-leads", "a.txt")[1])["headings"]
    assert all(heading["kind"] != "lead" for heading in leads)


# search


def test_search_prints_path_line_column_and_context(run: Caller) -> None:
    assert run("search", "解放思想", "a.txt", "b.txt", "--context", "3") == (
        0,
        "a.txt:3:3: 一、解放思想，振奋\n"
        "a.txt:4:4: 我们要解放思想，也要\n"
        "a.txt:10:6: 文三，解放思想。\n",
        "",
    )


def test_search_escapes_tabs_and_counts_columns_from_one(run: Caller) -> None:
    assert run("search", "正文三", "a.txt")[1] == "a.txt:10:2:  正文三，解放思想。\n"


def test_search_counts(run: Caller) -> None:
    assert run("search", "--count", "安全生产", ".") == (0, "b.txt\t1\ntotal\t1\n", "")
    assert run("search", "--count", "没有", ".") == (1, "total\t0\n", "")


def test_search_json_counts_columns_from_zero(run: Caller) -> None:
    code, out, _ = run("search", "--json", "gdp", ".")
    found = json.loads(out)
    assert (code, found["schema"], found["query"], found["total"]) == (0, 1, "gdp", 1)
    at = SPEECH.index("GDP")
    assert found["hits"] == [
        {
            "path": "a.txt",
            "line": 4,
            "column": 11,
            "start": at,
            "end": at + 3,
            "left": "我们要解放思想，也要 ",
            "hit": "GDP",
            "right": "。",
        }
    ]
    _, out, _ = run("search", "--json", "--count", "gdp", ".")
    assert json.loads(out)["speeches"] == [{"path": "a.txt", "hits": 1}]


def test_search_wants_all_words_and_a_phrase_whole(run: Caller) -> None:
    assert run("search", "解放思想 落实", "a.txt")[0] == 0
    assert run("search", "解放思想 安全", ".")[0] == 1
    assert run("search", '"要 GDP"', "a.txt")[0] == 0
    assert run("search", '"要  GDP"', "a.txt")[0] == 1
    assert run("search", ' "" ')[0] == 2


def test_search_looks_into_the_samples_by_default(run: Caller) -> None:
    code, out, _ = run("search", "--count", "的")
    assert code == 0
    assert str(samples.folder()) in out


# words


@pytest.mark.xdist_group("jieba")
def test_words_in_rows_csv_and_json(run: Caller) -> None:
    code, out, _ = run("words", "--by", "frequency", "--top", "1", ".")
    assert (code, out.split("\t")[:2]) == (0, ["解放思想", "3"])
    _, out, _ = run("words", "--csv", "--top", "2", "a.txt")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["word", "count", "per_10k", "score", "log_ratio"]
    assert len(rows) == 3
    _, out, _ = run("words", "--json", "a.txt", "--reference", "b.txt")
    found = json.loads(out)
    assert (found["by"], found["words"][0]["word"]) == ("keyness", "解放思想")


def test_keyness_needs_a_reference(run: Caller) -> None:
    code, out, err = run("words", "--by", "keyness", "a.txt")
    assert (code, out) == (2, "")
    assert "--reference" in err


# options


def test_version_and_help(run: Caller) -> None:
    assert run("--version") == (0, f"gangmu {__version__}\n", "")
    for arguments in ([], ["outline"], ["search"], ["words"]):
        code, out, err = run(*arguments, "--help")
        assert (code, err) == (0, "")
        assert "examples:" in out
        assert "usage: gangmu" in out


def test_help_in_chinese(run: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANG", "zh")
    for arguments in ([], ["outline"], ["search"], ["words"]):
        out = run(*arguments, "--help")[1]
        assert "用法：gangmu" in out
        assert not [word for word in ("usage:", "options:", "show this") if word in out]


@pytest.mark.parametrize(
    "arguments",
    [
        ["outline"],
        ["outline", "a.txt", "--depth", "0"],
        ["outline", "a.txt", "--depth", "x"],
        ["outline", "a.txt", "--json", "--opml"],
        ["search"],
        ["search", "x", "--context", "-1"],
        ["words", "a.txt", "--by", "magic"],
        ["--nonsense"],
        ["outline", "a.txt", "--encoding", "klingon"],
    ],
)
def test_what_cannot_be_understood_ends_with_2_and_says_why(
    run: Caller, arguments: list[str]
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("gangmu: ")


def test_files_named_like_commands_can_be_reached(home: Path) -> None:
    (home / "outline").write_text("一、此文件\n二、名为 outline\n")
    for arguments in (["./outline"], ["--", "outline"], ["outline", "outline"]):
        found = gangmu(*arguments)
        assert (found.returncode, found.stderr) == (0, b"")
        assert "一、此文件" in found.stdout.decode()


# pipes and terminals


def test_without_a_terminal_the_samples_are_printed() -> None:
    found = gangmu()
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout.decode().count("\n\n") >= 9
    assert b"\x1b" not in found.stdout


def test_half_a_terminal_is_none() -> None:
    main, other = pty.openpty()
    try:
        found = gangmu("a.txt", stdin=other, timeout=60)
    finally:
        os.close(main)
        os.close(other)
    assert found.returncode == 0
    assert "一、解放思想" in found.stdout.decode()


def test_closed_streams_are_no_terminal() -> None:
    script = f"exec <&-; exec '{sys.executable}' -m tui a.txt"
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    found = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, check=False)
    assert found.returncode == 0
    assert "一、解放思想" in found.stdout.decode()


def test_a_reader_that_leaves_is_no_error(home: Path) -> None:
    (home / "long.txt").write_text("一、好好好\n" * 50_000)
    command = [sys.executable, "-m", "tui", "search", "好", "long.txt"]
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        found = gangmu(
            "outline", "a.txt", stdout=full, stderr=subprocess.PIPE, capture_output=False
        )
    assert found.returncode == 2
    assert found.stderr == b"gangmu: cannot write: No space left on device\n"


@pytest.mark.parametrize("form", ["--markdown", "--opml", "--json", "--text"])
def test_no_control_character_reaches_a_terminal(home: Path, form: str) -> None:
    (home / "c.txt").write_text("一、红\x1b[31m\x07\x9b5m\u202e\n二、绿\n")
    main, other = pty.openpty()
    found = gangmu(
        "outline", form, "c.txt", stdout=other, stderr=subprocess.PIPE, capture_output=False
    )
    os.close(other)
    shown = b""
    while chunk := read(main):
        shown += chunk
    os.close(main)
    assert (found.returncode, found.stderr) == (0, b"")
    assert "绿" in shown.decode()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown.decode())


def read(descriptor: int) -> bytes:
    """What a pseudo terminal shows; nothing at its end, which Linux tells by an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_a_file_name_that_is_not_utf_8_passes_through_a_pipe_and_json(home: Path) -> None:
    name = b"na\xffme.txt"
    (home / os.fsdecode(name)).write_text("一、好\n二、好\n")
    found = gangmu("search", "--count", "好", os.fsdecode(name))
    assert found.stdout == name + b"\t2\ntotal\t2\n"
    found = gangmu("outline", "--json", os.fsdecode(name))
    assert json.loads(found.stdout)["path"] == os.fsdecode(name)


def test_an_unknown_encoding_is_told_before_the_app_begins() -> None:
    main, other = pty.openpty()
    try:
        found = gangmu(
            "--encoding", "klingon", stdin=other, stdout=other, stderr=subprocess.PIPE,
            capture_output=False, timeout=60,
        )  # fmt: skip
    finally:
        os.close(main)
        os.close(other)
    assert found.returncode == 2
    assert found.stderr.startswith(b"gangmu: klingon: is not an encoding known here")
