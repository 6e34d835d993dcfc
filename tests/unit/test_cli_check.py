"""gangmu check as people and programs use it: lines, JSON, rules, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.checks import IDS
from tui import cli

DRAFT = """\
在大会上的讲话
同志们：
一、解放思想
思想要解放，胆子要大，步子要稳，办法要多。
三、狠抓落实
落实要有力，责任要到人，时限要到天，奖惩要到位。
四、严明纪律
会上说“马上就办，会后要见行动，一件一件地办好。
"""
CLEAN = "在大会上的讲话\n同志们：\n一、解放思想\n胆子要大。\n二、狠抓落实\n步子要稳。\n"
FOUND = [
    "draft.txt:5:1 gap 三、 follows 一、: a number is missing",
    "draft.txt:8:4 unbalanced “ is not closed",
]

Run = tuple[int, str, str]
Caller = Callable[..., Run]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, English words, and a folder with two speeches to stand in."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("GANGMU_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("GANGMU_LANG", "en")
    (tmp_path / "config").mkdir()
    folder = tmp_path / "speeches"
    folder.mkdir()
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "clean.txt").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(folder)
    return tmp_path


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Caller:
    """Runs the command line in this process: exit code, stdout, stderr."""

    def call(*arguments: str) -> Run:
        try:
            code = cli.main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def test_findings_are_lines_and_exit_code_1(run: Caller) -> None:
    assert run("check", "draft.txt") == (1, "\n".join(FOUND) + "\n", "")
    assert run("check", "draft.txt", "clean.txt")[0] == 1
    assert run("check", ".") == (1, "\n".join(FOUND) + "\n", "")


def test_nothing_found_is_exit_code_0(run: Caller) -> None:
    assert run("check", "clean.txt") == (0, "", "")


def test_a_file_that_is_not_there_is_exit_code_2(run: Caller) -> None:
    code, out, err = run("check", "nowhere.txt")
    assert (code, out) == (2, "")
    assert "no such file" in err


def test_messages_are_said_in_chinese(run: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANG", "zh")
    assert "draft.txt:5:1 gap 一、之后是三、，中间缺号\n" in run("check", "draft.txt")[1]


def test_json_is_an_object_for_one_file_and_a_list_for_several(run: Caller) -> None:
    code, out, _ = run("check", "--json", "draft.txt")
    found = json.loads(out)
    assert (code, found["schema"], found["path"]) == (1, 1, "draft.txt")
    at = DRAFT.index("“")
    assert found["notices"][1] == {
        "rule": "unbalanced",
        "severity": "error",
        "line": 8,
        "column": 3,
        "start": at,
        "end": at + 1,
        "message": "“ is not closed",
        "fix": "",
    }
    code, out, _ = run("check", "--json", "clean.txt", "draft.txt")
    assert code == 1
    assert [len(each["notices"]) for each in json.loads(out)] == [0, 2]
    assert json.loads(run("check", "--json", "clean.txt")[1])["notices"] == []


def test_rules_can_be_left_out(run: Caller, home: Path) -> None:
    assert run("check", "--off", "gap", "draft.txt")[1] == FOUND[1] + "\n"
    assert run("check", "--off", "gap", "--off", "unbalanced", "draft.txt") == (0, "", "")
    (home / "config" / "checks.yaml").write_text("off: [unbalanced]\n")
    assert run("check", "draft.txt")[1] == FOUND[0] + "\n"
    assert run("check", "--off", "gap", "draft.txt") == (0, "", "")


def test_a_wrong_checks_yaml_is_told(run: Caller, home: Path) -> None:
    file = home / "config" / "checks.yaml"
    file.write_text("off:\n- magic\n")
    code, out, err = run("check", "draft.txt")
    assert (code, out) == (2, "")
    assert err.startswith(f"gangmu: {file}: ")
    assert "line 2: off: magic: no such rule" in err
    code, out, err = run("outline", "--json", "draft.txt")  # which is not what was asked about
    assert code == 0
    assert len(json.loads(out)["notices"]) == 2
    assert "no such rule" in err


def test_the_outline_as_json_has_the_notices(run: Caller) -> None:
    _, out, _ = run("outline", "--json", "draft.txt")
    assert json.loads(out)["notices"] == [
        {"rule": "gap", "line": 5, "column": 0, "message": FOUND[0].partition(" gap ")[2]},
        {"rule": "unbalanced", "line": 8, "column": 3, "message": "“ is not closed"},
    ]


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_all_rules_are_listed(run: Caller, monkeypatch: pytest.MonkeyPatch, tongue: str) -> None:
    monkeypatch.setenv("GANGMU_LANG", tongue)
    code, out, err = run("check", "--rules")
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert {row[0] for row in rows} == IDS
    assert {len(row) for row in rows} == {5}
    listed = json.loads(run("check", "--rules", "--json")[1])
    assert {row["severity"] for row in listed} == {"error", "warning", "hint"}
    assert [row["name"] for row in listed] == [row[2] for row in rows]


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--off", "magic", "draft.txt"], ["check", "--magic"]]
)
def test_what_cannot_be_understood_ends_with_2(run: Caller, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("gangmu: ")


def test_help(run: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run("check", "--help")
    assert (code, err) == (0, "")
    assert "usage: gangmu check" in out
    assert "examples:" in out
    monkeypatch.setenv("GANGMU_LANG", "zh")
    assert "用法：gangmu check" in run("check", "--help")[1]


def test_a_file_called_check_can_be_reached(run: Caller, home: Path) -> None:
    (home / "speeches" / "check").write_text(DRAFT)
    assert run("check", "check")[0] == 1
    assert "狠抓落实" in run("./check")[1]


def test_no_control_character_of_a_text_is_printed(run: Caller, home: Path) -> None:
    strange = "\x1b[31m"
    text = f"同志们：\n一、好{strange}\n正文。\n（一{strange}）、好\n{strange}“坏\n正文。\n"
    (home / "speeches" / "strange.txt").write_text(text)
    for form in ([], ["--json"]):
        assert "\x1b" not in run("check", *form, "strange.txt")[1]
