"""Every word on the screen, in English and 简体中文, side by side so that neither is forgotten."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["en", "zh"]

#: key -> (English, 简体中文); ``{name}`` is filled in by ``say``.
TABLE: Final[Mapping[str, tuple[str, str]]] = {
    # columns and their tabs
    "outline": ("Outline", "提纲"),
    "library": ("Library", "文库"),
    "text": ("Text", "正文"),
    "words": ("Words", "词"),
    "search": ("Search", "搜索"),
    "opening": ("Opening", "开场"),
    "closing": ("Closing", "结束语"),
    # empty panes
    "no-outline": ("No headings found", "未见标题"),
    "no-speech": ("No speech is open", "没有打开的讲话"),
    "reading": ("Reading…", "正在读取…"),
    "cutting": ("Cutting words…", "正在分词…"),
    "reading-failed": ("Reading has stopped: {why}", "读取中断：{why}"),
    "no-words": ("No key words here", "此处没有关键词"),
    "words-failed": ("Words cannot be cut: {why}", "无法分词：{why}"),
    "no-hits": ("Nothing found", "没有找到"),
    "search-help": ("Type to search all open speeches", "输入文字，搜索所有打开的讲话"),
    # words
    "section": ("Section", "本节"),
    "speech": ("Speech", "全文"),
    "words-head-section": ("count    G2", "次数    G2"),
    "words-head-speech": ("count  tf-idf", "次数  tf-idf"),
    # search
    "search-prompt": ("Search the library", "搜索文库"),
    "search-sum": ("{hits} in {speeches} of {all}", "{hits} 处 / {speeches} 篇，共 {all} 篇"),
    "searching": ("{hits} in {speeches}, searching…", "{hits} 处 / {speeches} 篇，搜索中…"),
    "find-prompt": ("Find in this speech", "在本篇查找"),
    "find-none": ("not found", "没有"),
    "wrapped": ("From the beginning again", "已从头继续"),
    "wrapped-back": ("From the end again", "已从末尾继续"),
    # library
    "order-name": ("by name", "按文件名"),
    "order-date": ("by date", "按日期"),
    "order-title": ("by title", "按标题"),
    "order-speaker": ("by speaker", "按讲话人"),
    "order-length": ("by length", "按长短"),
    # quick open
    "quick-prompt": ("Speeches and headings", "讲话与标题"),
    # help
    "help-title": ("Gangmu 纲目: keys", "纲目：按键"),
    "help-close": ("Esc closes", "Esc 关闭"),
    "help-app": ("Anywhere", "任何地方"),
    "help-outline": ("In the outline", "在提纲里"),
    "help-text": ("In the text", "在正文里"),
    "help-list": ("In lists", "在列表里"),
    "help-mouse": (
        "Mouse: click a heading to read there, its mark to fold; drag over the text to select.",
        "鼠标：点标题即到该处，点折叠标记即折叠；在正文上拖动即选取。",
    ),
    # notices
    "copied-tmux": ("Copied to tmux and the clipboard", "已复制到 tmux 和剪贴板"),
    "copied-terminal": ("Copied to the clipboard", "已复制到剪贴板"),
    "copied-file": ("Too long for the terminal; written to {file}", "太长，已写入 {file}"),
    "copy-failed": ("Cannot copy: {why}", "无法复制：{why}"),
    "first-speech": ("This is the first speech", "已是第一篇"),
    "last-speech": ("This is the last speech", "已是最后一篇"),
    "no-back": ("Nothing to go back to", "没有更早的位置"),
    "no-forward": ("Nothing to go forward to", "没有更后的位置"),
    "no-heading": ("No heading that way", "那边没有标题了"),
    "no-hits-yet": ("Nothing searched yet; / finds", "还没有查找；按 / 查找"),
    "last-column": ("The last column stays open", "最后一栏不能关闭"),
    "language": ("English", "简体中文"),
    "leads-on": ("Unmarked leads are shown", "显示无序号的主题句"),
    "leads-off": ("Unmarked leads are left out", "不显示无序号的主题句"),
    "inline-on": ("Points inside paragraphs are shown", "显示段内分点"),
    "inline-off": ("Points inside paragraphs are left out", "不显示段内分点"),
    "outlining-failed": ("No outline: {why}", "无法得出提纲：{why}"),
    "ambiguous": ("“ ” · — take {cells} cells", "“ ” · — 占 {cells} 格"),
    "problems": ("and {count} more files with problems", "另有 {count} 个文件有问题"),
    # checks
    "checks": ("Checks", "校对"),
    "checks-sum": ("{count} found", "{count} 处"),
    "checking": ("Checking…", "正在检查…"),
    "no-notices": ("Nothing found amiss", "没有发现问题"),
}


def language(environment: Mapping[str, str] | None = None) -> Language:
    """The language of the interface: GANGMU_LANG, else the locale of messages, else English."""
    env = os.environ if environment is None else environment
    for name in ("GANGMU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := env.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(key: str, tongue: Language, /, **values: object) -> str:
    """The words for ``key`` in this language, with ``values`` filled in. KeyError if unknown."""
    words = TABLE[key][tongue == "zh"]
    return words.format(**values) if values else words
