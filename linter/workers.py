"""Spreads work over processes: results come in the order of the items, and a process that dies costs one of them."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any, Generic, NoReturn, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2
"""So many items at a time has a process, so that it need not wait for the next one."""

_WORTH = 16
"""Fewer files than this are linted sooner than a process is started for them."""

_PATIENCE = 2
"""Seconds until a process that was told to end is made to."""

_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
"""A copy of this process knows its rules already; elsewhere than on Linux copies of a process are not safe."""


def paying(items: int) -> int:
    """How many processes pay for so many files: none for a few, since each costs as much as some files to start."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(cores, items // _WORTH))


def spread(
    work: Callable[[_Item], _Result],
    items: Sequence[_Item],
    jobs: int,
    lost: Callable[[_Item, str], _Result],
) -> Generator[_Result]:
    """What `work` gives for each item, in their order, from so many processes; `lost` says what stands for an item whose process died.

    An exception in `work` is raised here. However this ends, no process is left.
    """
    crew = _Crew(work, items, lost)
    try:
        for _ in range(min(jobs, len(items))):
            crew.hire()
        for number in range(len(items)):
            while number not in crew.done:
                crew.receive()
            result = crew.done.pop(number)
            if isinstance(result, _Raised):
                raise result.fault
            yield result
    finally:
        crew.dismiss()


class _Raised:
    """An exception on its way from another process."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault


class _Worker:
    """A process, the way to it, and the numbers of the items that it has, in order."""

    def __init__(self, process: BaseProcess, connection: "Connection[Any, Any]") -> None:
        self.process = process
        self.connection = connection
        self.has: deque[int] = deque()


class _Crew(Generic[_Item, _Result]):
    """Processes that work on items; `done` holds by number what came back and was not yet taken."""

    def __init__(self, work: Callable[[_Item], _Result], items: Sequence[_Item], lost: Callable[[_Item, str], _Result]) -> None:
        self.done: dict[int, _Result | _Raised] = {}
        self._work = work
        self._items = items
        self._lost = lost
        self._waiting = deque(range(len(items)))
        self._workers: list[_Worker] = []

    def hire(self) -> None:
        """Starts a process."""
        ours, theirs = _CONTEXT.Pipe()
        copied = [ours, *(other.connection for other in self._workers)] if _CONTEXT.get_start_method() == "fork" else []
        worker = _Worker(_CONTEXT.Process(target=_serve, args=(self._work, theirs, copied), daemon=True), ours)
        with _uninterrupted():
            worker.process.start()
            self._workers.append(worker)
        theirs.close()
        self._supply(worker)

    def receive(self) -> None:
        """Waits until results are there, or a process has died, and takes them."""
        for ready in wait([worker.connection for worker in self._workers]):
            worker = next(worker for worker in self._workers if worker.connection is ready)
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                self.done[worker.has.popleft()] = result
                self._supply(worker)

    def dismiss(self) -> None:
        """Ends every process."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.connection.close()

    def _supply(self, worker: _Worker) -> None:
        while self._waiting and len(worker.has) < _AHEAD:
            number = self._waiting.popleft()
            worker.has.append(number)
            with suppress(OSError):  # it has died: that shows when its results are awaited
                worker.connection.send(self._items[number])

    def _bury(self, worker: _Worker) -> None:
        """The item that a dead process worked on is lost; what else it had is for another one."""
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        if worker.has:
            number = worker.has.popleft()
            self.done[number] = self._lost(self._items[number], _reason(worker.process.exitcode))
            self._waiting.extendleft(reversed(worker.has))
        if self._waiting:
            self.hire()


def _reason(code: int | None) -> str:
    with suppress(ValueError):
        return signal.Signals(-(code or 0)).name
    return f"exit {code}"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that starts in here never hears of an interruption: it is for its parent to end it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[_Item], _Result], connection: "Connection[Any, Any]", copied: Sequence["Connection[Any, Any]"]) -> None:
    """Works on what comes, until the other end is closed; the other ends that were copied into this process are of no use here."""
    for end in copied:
        end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    with suppress(EOFError, OSError):
        while True:
            item = connection.recv()
            try:
                result: Any = work(item)
            except Exception as fault:
                result = _Raised(fault)
            connection.send(result)


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Ends this process in order: what it was writing is taken back."""
    raise SystemExit(0)
