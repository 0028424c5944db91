"""Named test cases that print as they pass or fail, and servers that always stop."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

PEERS = Path(__file__).resolve().parent
LOOPBACK = "127.0.0.1"


class Cases:
    """The tally of a run."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.suite = ""
        #: The server engine that is tried, if it is one of several.
        self.engine = ""

    @property
    def place(self) -> str:
        return f"{self.engine}, {self.suite}" if self.engine else self.suite

    @contextlib.contextmanager
    def case(self, name: str) -> Iterator[None]:
        """Runs the body as one test case: it fails by raising, and the run goes on."""
        try:
            yield
        except Exception as error:
            self.failed += 1
            reason = str(error) or type(error).__name__
            if not isinstance(error, AssertionError):
                reason = f"{type(error).__name__}: {reason}"
            print(f"  FAIL  {self.place}: {name}\n        {reason}", flush=True)
        else:
            self.passed += 1
            print(f"  pass  {self.place}: {name}", flush=True)

    def skip(self, suite: str, reason: str) -> None:
        print(f"\n!!!!  SKIPPED  {suite}: {reason}  !!!!\n", flush=True)


def equal(found: object, expected: object, what: str = "value") -> None:
    """Raises unless the two are equal, saying both."""
    if found != expected:
        raise AssertionError(f"{what}: expected {expected!r}, found {found!r}")


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        return listener.getsockname()[1]


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Polls the condition until it holds; raises when it doesn't in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(0.05)


def stop(process: subprocess.Popen) -> None:
    """Asks the process to end, and ends it when it doesn't."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def generated_server(executable: Path, *arguments: str) -> Iterator[int]:
    """Runs the server made from the generated stubs; the value is its port."""
    with generated_process(executable, *arguments) as (port, _):
        yield port


@contextlib.contextmanager
def generated_process(executable: Path, *arguments: str) -> Iterator[tuple[int, int]]:
    """Runs the server made from the generated stubs; the value is its port and its process."""
    process = subprocess.Popen(
        [executable, "--port", "0", *arguments],
        env=os.environ | {"LOG_LEVEL": "warning"}, stdout=subprocess.PIPE, text=True,
    )
    try:
        # It prints its port once it listens; the line is empty if it ended before.
        line = process.stdout.readline()
        if not line.strip().isdigit():
            raise RuntimeError(f"{executable.name} did not start: {line!r}")
        yield int(line), process.pid
        if process.poll() is not None:
            raise RuntimeError(f"{executable.name} ended with {process.returncode}")
    finally:
        stop(process)
        process.stdout.close()


def agent_server_environment() -> dict[str, str]:
    """The caller's environment without settings for the server, or keys that make it call out."""
    prefixes = ("LANGSMITH_", "LANGCHAIN_", "LANGGRAPH_", "MOUNT_PREFIX", "LANGSERVE_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(prefixes)}
    return kept | {
        "LANGSMITH_TRACING": "false",
        "LANGGRAPH_CLI_NO_ANALYTICS": "1",
        "LANGGRAPH_NO_VERSION_CHECK": "true",
        "LOG_LEVEL": "WARNING",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@contextlib.contextmanager
def agent_server() -> Iterator[str]:
    """Runs a real Agent Server in a folder of its own; the value is its base address."""
    port = free_port()
    address = f"http://{LOOPBACK}:{port}"
    with tempfile.TemporaryDirectory() as folder, open(Path(folder) / "log", "w+") as log:
        process = subprocess.Popen(
            [sys.executable, PEERS / "agent_server" / "serve.py", str(port)],
            cwd=folder, env=agent_server_environment(), stdout=log, stderr=log,
        )

        def is_ready() -> bool:
            if process.poll() is not None:
                log.seek(0)
                raise RuntimeError(f"the Agent Server did not start:\n{log.read()}")
            with contextlib.suppress(OSError):
                with urllib.request.urlopen(f"{address}/ok", timeout=2) as response:
                    return response.status == 200
            return False

        try:
            wait_until(is_ready, "the Agent Server is ready", seconds=120)
            yield address
        finally:
            stop(process)


def end_orderly_on_signals() -> None:
    """Turns signals that would end the process at once into an exit that stops the servers."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
