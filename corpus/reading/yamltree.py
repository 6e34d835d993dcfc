"""YAML from strangers: a tree of plain texts with line numbers, within limits, nothing executed."""

from __future__ import annotations

from typing import Final, NamedTuple, Union

from corpus.errors import Problem

_DEPTH: Final = 16
_EVENTS: Final = 500_000


class Scalar(NamedTuple):
    """A text as written (a date stays as it is printed); "" for null."""

    text: str
    line: int  # from 1


class Items(NamedTuple):
    """A YAML sequence."""

    items: tuple[Tree, ...]
    line: int


class Keys(NamedTuple):
    """A YAML mapping: its keys in order, also repeated ones."""

    pairs: tuple[tuple[Scalar, Tree], ...]
    line: int


Tree = Union[Scalar, Items, Keys]  # noqa: UP007 - the names above are not defined yet


def compose(text: str, path: str) -> Tree:
    """The one document in ``text``.

    Anchors and aliases are refused (a few lines of them can stand for gigabytes), tags are not
    looked at. Raises Problem "yaml" with the line; ``path`` is for the message.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(text, loader)
    except _Wrong as wrong:
        raise Problem("yaml", path, f"line {wrong.line}: {wrong.why}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Problem("yaml", path, f"line {line}: {error.problem or 'broken'}") from None
    except yaml.YAMLError as error:  # a character that YAML does not allow
        raise Problem("yaml", path, f"line {_line(text, error)}: control character") from None


class _Wrong(Exception):
    def __init__(self, line: int, why: str) -> None:
        super().__init__(line, why)
        self.line = line
        self.why = why


def _line(text: str, error: object) -> int:
    from corpus.lines import line_starts, place

    position = getattr(error, "position", 0)
    return place(line_starts(text), min(max(position, 0), len(text))).line


def _build(text: str, loader: type) -> Tree:
    """Reads events, with a stack of its own: deep nesting cannot exhaust Python's."""
    import yaml

    stack: list[tuple[int, bool, list[Tree]]] = []  # line, is a mapping, children
    top: list[Tree] = []
    for count, event in enumerate(yaml.parse(text, Loader=loader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        children = stack[-1][2] if stack else top
        if count > _EVENTS or len(stack) > _DEPTH:
            raise _Wrong(line, "too much of it")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Wrong(line, "no & and * here")
        if isinstance(event, yaml.ScalarEvent):
            null = event.implicit[0] and event.value in ("~", "null", "Null", "NULL")
            children.append(Scalar("" if null else event.value, line))
        elif isinstance(event, yaml.CollectionStartEvent):
            stack.append((line, isinstance(event, yaml.MappingStartEvent), []))
        elif isinstance(event, yaml.CollectionEndEvent):
            tree = _collection(*stack.pop())
            (stack[-1][2] if stack else top).append(tree)
    if len(top) > 1:
        raise _Wrong(top[1].line, "a second document")
    return top[0] if top else Keys((), 1)


def _collection(line: int, mapping: bool, children: list[Tree]) -> Tree:
    if not mapping:
        return Items(tuple(children), line)
    pairs: list[tuple[Scalar, Tree]] = []
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Wrong(key.line, "a key that is not a word")
        pairs.append((key, value))
    return Keys(tuple(pairs), line)
