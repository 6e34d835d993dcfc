"""A second process for heavy work, started on first use, that can be cancelled at any moment."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


class Cancelled(Exception):
    """The process was stopped before it answered."""


class Failed(Exception):
    """The work raised an error in the other process; the message is that error's."""


class Background:
    """One helper process; ``call`` may be used from any thread but the event loop's.

    A thread cannot do this work: cutting words would hold the interpreter and the screen would
    stutter.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._closed = False

    def call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``work(*args, **kwargs)`` done by the helper; blocks until the answer.

        ``work`` must be a function that the other process can import. Raises Cancelled when the
        helper is stopped meanwhile, Failed when the work raises.
        """
        with self._turn:
            pipe = self._ready()
            try:
                pipe.send((work, args, kwargs))
                done, answer = pipe.recv()
            except (EOFError, OSError) as error:
                self._forget()
                raise Cancelled from error
        if not done:
            raise Failed(answer)
        return cast(T, answer)

    def cancel(self) -> None:
        """Stop what the helper is doing, if anything; the next call starts a new one."""
        process = self._process
        if process is not None and (self._closed or self._turn.locked()):
            process.kill()

    def close(self) -> None:
        """Stop the helper for good."""
        self._closed = True
        self.cancel()
        with self._turn:
            self._forget()

    def _ready(self) -> Connection:
        if self._closed:
            raise Cancelled
        if self._pipe is None:
            self._pipe, theirs = Pipe()
            end = theirs.fileno()
            self._process = subprocess.Popen(
                # -P: a folder named corpus or tui where the reader stands must not be imported
                [sys.executable, "-P", "-m", "tui.background", str(end)],
                pass_fds=[end],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            theirs.close()
        return self._pipe

    def _forget(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._pipe = self._process = None


def serve(pipe: Connection) -> None:
    """The helper's loop: take work, answer, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            work, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (True, work(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is reported to the caller, whatever it is
            answer = (False, f"{type(error).__name__}: {error}")
        pipe.send(answer)


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
