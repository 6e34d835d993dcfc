"""Other processes for heavy work, which can be cancelled at any moment.

A thread cannot do this work: reading, cutting words and finding outlines would hold the
interpreter, and the screen would stutter. What is asked travels as module and name, so that this
process need not import what only the other one uses.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO


class Cancelled(Exception):
    """The process was stopped before it answered."""


class Failed(Exception):
    """The work raised an error in the other process, or that ended; the message says why."""


class Background:
    """One helper process, started on first use; used from any thread but the event loop's."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._closed = False

    def call(self, module: str, function: str, *args: object) -> Any:
        """What ``function`` of ``module`` returns for ``args``; blocks until it is there.

        Raises Cancelled when the helper is stopped meanwhile, Failed when the work raises.
        """
        return list(self.stream(module, function, *args))[-1]

    def stream(self, module: str, function: str, *args: object) -> Iterator[Any]:
        """What the generator ``function`` of ``module`` yields, as it comes; what else returns.

        The work begins at once, nothing else can be asked before the iterator's end. Iterating
        blocks and raises as ``call`` does.
        """
        self._turn.acquire()
        # a helper that is no longer there is told of when its answers are fetched
        with suppress(BrokenPipeError):
            self._ask(module, function, args)
        return self._answers()

    def _answers(self) -> Iterator[Any]:
        try:
            while (answer := self._answer())[0] == "some":
                yield answer[1]
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            stopped = self._stopped or self._closed
            self._forget()
            raise (Cancelled() if stopped else Failed("the helper has ended")) from error
        finally:
            self._turn.release()
        if answer[0] == "error":
            raise Failed(answer[1])

    def cancel(self) -> None:
        """Stop what the helper is doing, if anything; the next call starts a new one."""
        process = self._process
        if process is not None and (self._closed or self._turn.locked()):
            self._stopped = True
            process.kill()

    def close(self) -> None:
        """Stop the helper for good."""
        self._closed = True
        self.cancel()
        # who fetches answers gives up its turn now; an iterator that nobody fetches from does not
        mine = self._turn.acquire(timeout=1)
        self._forget()
        if mine:
            self._turn.release()

    def _start(self) -> None:
        self._stopped = self._closed
        if self._process is None and not self._closed:
            self._process = subprocess.Popen(
                # -P: a folder named corpus or tui where the reader stands must not be imported
                [sys.executable, "-P", "-m", "tui.background"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def _ask(self, module: str, function: str, args: tuple[object, ...]) -> None:
        self._start()
        if self._process is not None and self._process.stdin is not None:
            pickle.dump((module, function, args), self._process.stdin)
            self._process.stdin.flush()

    def _answer(self) -> tuple[str, Any]:
        if self._process is None or self._process.stdout is None:
            raise EOFError
        answer: tuple[str, Any] = pickle.load(self._process.stdout)
        return answer

    def _forget(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in filter(None, (process.stdin, process.stdout)):
                # what was still to be sent has nowhere to go
                with suppress(BrokenPipeError):
                    pipe.close()


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """The helper's loop: take work, answer, until the pipe closes."""
    while True:
        try:
            module, function, args = pickle.load(asked)
        except EOFError:
            return
        for answer in _answers(module, function, args):
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _answers(module: str, function: str, args: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    try:
        result = getattr(import_module(module), function)(*args)
        if isinstance(result, Iterator):
            for some in result:
                yield "some", some
        else:
            yield "some", result
    except Exception as error:  # noqa: BLE001 - whatever it is, it is reported to the caller
        yield "error", f"{type(error).__name__}: {error}"
    else:
        yield "end", None


if __name__ == "__main__":
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(1), "wb") as pipe:
        os.dup2(2, 1)  # a stray print must not get between the answers
        serve(sys.stdin.buffer, pipe)
