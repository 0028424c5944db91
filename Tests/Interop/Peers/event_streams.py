"""Many event streams at once, whose clients go away at random: all of them end at the server, and leave
nothing there.

    event_streams.py SERVER [COUNT]

tries COUNT (10,000) streams by each engine, and prints the memory that they take: by hand, since it takes
long. Each stream takes a file descriptor of both processes (`ulimit -Hn`).
"""

import contextlib
import random
import socket
import sys
from pathlib import Path

from attacked_server import MEGABYTE, Server, allow_connections, reset
from harness import Cases, LOOPBACK, end_orderly_on_signals, equal, generated_process, wait_until
from raw_http import ask, connect, send

LISTEN = f"GET /events HTTP/1.1\r\nHost: {LOOPBACK}\r\n\r\n".encode()
#: The most memory that a stream may take, connection included.
MOST_PER_STREAM = 64 << 10


def listeners(server: Server) -> int:
    with connect(server.port) as connection:
        return int(ask(connection, None, "GET", "/listeners", {}).body)


def publish(server: Server) -> None:
    with connect(server.port) as connection:
        equal(ask(connection, None, "POST", "/events", {}).status, 204)


def read_until(raw: socket.socket, text: bytes) -> None:
    """Reads until a text has come."""
    raw.settimeout(60)
    read = b""
    while text not in read:
        part = raw.recv(65536)
        equal(part != b"", True, f"more than {read!r}")
        read += part


def listen(server: Server) -> socket.socket:
    raw = send(server.port, LISTEN)
    read_until(raw, b"data: first\n\n")
    return raw


def leave(raw: socket.socket, choice: random.Random) -> None:
    """Ends a stream in one of the ways in which clients do."""
    with contextlib.suppress(OSError):
        if choice.random() < 0.2:
            raw.shutdown(socket.SHUT_WR)
            read = raw.recv(65536)
            while read:
                read = raw.recv(65536)
    choice.choice([reset, socket.socket.close])(raw)


def wave(server: Server, count: int, choice: random.Random) -> int:
    """Streams that come and go; returns how much memory the server had when there were the most."""
    streams = [listen(server) for _ in range(count)]
    wait_until(lambda: listeners(server) == count, "all streams are there")
    publish(server)
    for raw in choice.sample(streams, min(count, 200)):
        read_until(raw, b"data: again\n\n")
    most = server.memory()
    for _ in range(4):
        choice.shuffle(streams)
        for raw in streams[:count // 4]:
            leave(raw, choice)
        publish(server)
        streams[:count // 4] = [listen(server) for _ in range(count // 8)]
    server.expect_service()
    for raw in streams:
        leave(raw, choice)
    return most


def check(cases: Cases, server: Server, count: int, is_told: bool = False) -> None:
    cases.suite = "attacks, event streams"
    choice = random.Random(2)
    before, held = server.descriptors(), server.memory()
    after = []
    for number in (1, 2, 3):
        with cases.case(f"{count} at once, ended at random, wave {number}"):
            most = wave(server, count, choice)
            wait_until(lambda: listeners(server) == 0, "all streams have ended")
            wait_until(lambda: server.descriptors() <= before + 8, "all connections are closed")
            server.expect_service()
            after.append(server.memory())
            if is_told:
                stages = (held, most, after[-1])
                print("        MB before, at most and behind:", *(size >> 20 for size in stages))
            equal(most - held < count * MOST_PER_STREAM + 32 * MEGABYTE, True, "memory is bounded")
    with cases.case("memory doesn't grow from wave to wave"):
        equal(after[2] - after[1] < count * 512 + 8 * MEGABYTE, True, "it stays")


def main(executable: Path, count: int) -> int:
    end_orderly_on_signals()
    allow_connections()
    cases = Cases()
    for engine in ("hummingbird", "nio"):
        cases.engine = engine
        with generated_process(executable, "--engine", engine, "--answer", "success") as running:
            check(cases, Server(*running), count, is_told=True)
    print(f"{cases.passed} passed, {cases.failed} failed", flush=True)
    return 1 if cases.failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000))
