"""The one registry of actions: keys, footer, help and palette all come from this table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from textual.binding import Binding, BindingType

from tui.messages import Language

Scope = Literal["app", "outline", "text", "list", "input"]


class Action(NamedTuple):
    """Something a reader can do: its keys, the method that does it, and its names."""

    id: str  # scope.method; the key map of the user goes by it
    keys: str  # comma separated, as Textual spells them
    english: str
    chinese: str
    call: str = ""  # Textual action with parameters; the method of the id by default
    footer: int = 0  # rank on the bottom line from 1; 0 is not shown there

    @property
    def scope(self) -> str:
        """Where the keys work: anywhere ("app") or in one kind of pane."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """What Textual calls: ``action_<method>`` on the pane or the app."""
        return self.call or self.id.partition(".")[2]

    def name(self, language: Language) -> str:
        """The words for this action."""
        return self.chinese if language == "zh" else self.english


ACTIONS: Final[tuple[Action, ...]] = (
    # columns
    Action("app.show_outline", "t", "Outline", "提纲", "show_column('outline')"),
    Action("app.show_text", "r", "Text", "正文", "show_column('text')"),
    Action("app.show_words", "w", "Words", "词", "show_column('words')", 5),
    Action("app.show_search", "s", "Search library", "搜文库", "show_column('search')", 6),
    Action("app.show_checks", "v", "Checks", "校对", "show_column('checks')"),
    Action("app.show_library", "b", "Library", "文库", "show_column('library')", 7),
    Action("app.close_column", "x", "Close column", "关闭本栏"),
    Action("app.zoom", "f", "Only this column", "独占一栏"),
    # speeches
    Action("app.quick_open", "o", "Open", "打开", footer=3),
    Action("app.previous_speech", "left_square_bracket", "Previous speech", "上一篇", footer=8),
    Action("app.next_speech", "right_square_bracket", "Next speech", "下一篇", footer=9),
    Action("app.back", "H,alt+left", "Back", "后退"),
    Action("app.forward", "L,alt+right", "Forward", "前进"),
    # headings
    Action("app.next_heading", "J", "Next heading", "下一标题"),
    Action("app.previous_heading", "K", "Previous heading", "上一标题"),
    Action("app.next_sibling", "right_curly_bracket", "Next at this level", "下一同级标题"),
    Action("app.previous_sibling", "left_curly_bracket", "Previous at this level", "上一同级标题"),
    Action("app.parent_heading", "p", "Up to parent", "上级标题"),
    *(
        Action(f"app.fold_{n}", str(n), f"Fold to level {n}", f"折叠到 {n} 级", f"fold_to({n})")
        for n in range(1, 7)
    ),
    Action("app.unfold_all", "0", "Unfold all", "全部展开"),
    Action("app.fold_others", "z", "Fold all but this", "只展开此处"),
    Action("app.leads", "u", "Unmarked leads on or off", "无序号主题句：显示或不显示"),
    Action("app.inline", "i", "Points inside paragraphs on or off", "段内分点：显示或不显示"),
    Action("app.why", "e", "Why is this line a heading, or not", "这一行为什么是（不是）标题"),
    # searching
    Action("app.find", "slash", "Find", "查找", footer=2),
    Action("app.next_hit", "n", "Next hit", "下一处", footer=4),
    Action("app.previous_hit", "N", "Previous hit", "上一处"),
    Action("app.clear", "escape", "Clear, back to the text", "清除，回正文"),
    # the rest
    Action("app.copy", "y,ctrl+c", "Copy selection", "复制所选"),
    Action("app.language", "f10", "中文", "English"),
    Action("app.theme", "f9", "Theme", "配色"),
    Action("app.ambiguous", "f8", "Width of “ ” · — (1 or 2 cells)", "“ ” · — 占 1 格或 2 格"),
    Action("app.palette", "ctrl+p", "Commands", "命令", "app.command_palette"),
    Action("app.help", "question_mark,f1", "Help", "帮助", footer=1),
    Action("app.quit", "q,ctrl+q", "Quit", "退出", "app.quit", 10),
    # the outline
    Action("outline.cursor_down", "down,j", "Down", "向下"),
    Action("outline.cursor_up", "up,k", "Up", "向上"),
    Action("outline.fold", "left,h", "Fold, or to the parent", "折叠，或到上级"),
    Action("outline.unfold", "right,l", "Unfold, or to the first child", "展开，或到下级"),
    Action("outline.toggle", "space", "Fold or unfold", "折叠或展开"),
    Action("outline.choose", "enter", "Read here", "读此处"),
    Action("outline.page_down", "pagedown,ctrl+f", "Page down", "下一页"),
    Action("outline.page_up", "pageup,ctrl+b", "Page up", "上一页"),
    Action("outline.half_down", "ctrl+d", "Half a page down", "下半页"),
    Action("outline.half_up", "ctrl+u", "Half a page up", "上半页"),
    Action("outline.first", "home,g", "First", "最前"),
    Action("outline.last", "end,G", "Last", "最后"),
    # the text
    Action("text.cursor_down", "down,j", "Down", "向下"),
    Action("text.cursor_up", "up,k", "Up", "向上"),
    Action("text.page_down", "pagedown,space,ctrl+f", "Page down", "下一页"),
    Action("text.page_up", "pageup,shift+space,ctrl+b", "Page up", "上一页"),
    Action("text.half_down", "ctrl+d", "Half a page down", "下半页"),
    Action("text.half_up", "ctrl+u", "Half a page up", "上半页"),
    Action("text.first", "home,g", "Beginning", "开头"),
    Action("text.last", "end,G", "End", "结尾"),
    # lists: words, hits, speeches
    Action("list.cursor_down", "down,j", "Down", "向下"),
    Action("list.cursor_up", "up,k", "Up", "向上"),
    Action("list.page_down", "pagedown,ctrl+f", "Page down", "下一页"),
    Action("list.page_up", "pageup,ctrl+b", "Page up", "上一页"),
    Action("list.first", "home,g", "First", "最前"),
    Action("list.last", "end,G", "Last", "最后"),
    Action("list.choose", "enter", "Go there", "前往"),
    Action("list.switch", "m", "Switch the view", "切换视图"),
)


def actions(scope: Scope) -> Iterator[Action]:
    """The actions of one scope, in the order of the table."""
    return (action for action in ACTIONS if action.scope == scope)


def bindings(scope: Scope) -> list[BindingType]:
    """Textual's bindings of one scope; each id lets a user's key map find it."""
    return [
        Binding(action.keys, action.action, action.english, show=False, id=action.id)
        for action in actions(scope)
    ]


_SPELLED: Final = {
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}


def key_name(keys: str) -> str:
    """The first of ``keys`` as it is printed on a keyboard: ``/``, ``PgDn``, ``Ctrl+D``."""
    return spell(keys.partition(",")[0])


def spell(key: str) -> str:
    """One of Textual's key names as people write it."""
    *holds, last = key.split("+")
    plain = _SPELLED.get(last, last.upper() if holds or (last[:1] == "f" and last[1:]) else last)
    return "+".join([*(hold.capitalize() for hold in holds), plain])
