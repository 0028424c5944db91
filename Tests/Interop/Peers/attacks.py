"""Clients that mean harm, or have bad luck: afterwards the server still serves, in bounded memory."""

import contextlib
import json
import random
import socket
import uuid
from pathlib import Path

import event_streams
from attacked_server import MEGABYTE, Server, allow_connections, reset
from harness import Cases, LOOPBACK, equal, generated_process, wait_until
from raw_http import (
    PATH, ask, connect, expect_no_content, expect_problem, message, send, statuses)

HEAD = f"POST {PATH} HTTP/1.1\r\nHost: {LOOPBACK}\r\nContent-Type: application/json\r\n"
ECHO = f"POST /echo HTTP/1.1\r\nHost: {LOOPBACK}\r\nTransfer-Encoding: chunked\r\n\r\n"


def first_answer(raw: socket.socket) -> bytes:
    """The beginning of what the server says before it closes, or nothing."""
    raw.settimeout(20)
    with contextlib.suppress(ConnectionError):
        return raw.recv(65536)[:12]
    return b""


def flood(port: int, start: str, part: bytes, size: int) -> tuple[bytes, int]:
    """Sends parts without an end; returns the beginning of the answer and how many bytes went out."""
    sent = 0
    with send(port, start.encode()) as raw:
        raw.settimeout(5)
        # Some servers close, others just take no more.
        with contextlib.suppress(ConnectionError, TimeoutError):
            while sent < size:
                raw.sendall(part)
                sent += len(part)
        return first_answer(raw), sent


def check_sizes(cases: Cases, server: Server) -> None:
    cases.suite = "attacks, sizes"
    head = HEAD.rstrip("\r\n")
    floods = {
        "an endless header field": (head + "\r\nX-Long: ", b"a" * 65536),
        "endless header fields": (head + "\r\n", b"X-One: 1\r\n" * 4096),
        "an endless path": ("GET /", b"a" * 65536),
    }
    for name, (start, part) in floods.items():
        with cases.case(f"{name} is cut off"):
            answer, sent = flood(server.port, start, part, 64 * MEGABYTE)
            equal(answer in (b"", b"HTTP/1.1 400", b"HTTP/1.1 431"), True, f"answer {answer!r}")
            if cases.engine == "nio":
                equal(sent < 64 * MEGABYTE, True, "ended early")
            server.expect_service()
    with cases.case("a body of 256 MB is a 413"):
        chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
        answer, _ = flood(
            server.port, HEAD + "Transfer-Encoding: chunked\r\n\r\n", chunk, 256 * MEGABYTE)
        equal(answer, b"HTTP/1.1 413")
        server.expect_service()
    for name, body in {
        "arrays": b"[" * 900_000, "objects": b'{"a":' * 180_000, "both": b'[{"a":' * 150_000,
    }.items():
        with cases.case(f"deep JSON is refused: {name}"), connect(server.port) as connection:
            expect_problem(ask(connection, body))
            server.expect_service()
    with cases.case("what claims to be longer than can be"):
        for length in ("9223372036854775807", "99999999999999999999", "-1", "1, 2", "0x10"):
            with send(server.port, f"{HEAD}Content-Length: {length}\r\n\r\n".encode()) as raw:
                answer = first_answer(raw)
                equal(answer in (b"", b"HTTP/1.1 400", b"HTTP/1.1 413"), True, f"answer {answer!r}")
        server.expect_service()


def check_vanishing(cases: Cases, server: Server) -> None:
    cases.suite = "attacks, clients that vanish"
    starts = [message()[:count] for count in (1, 20, 60, 90)]
    starts += [message(), ECHO.encode(), ECHO.encode() + b"5\r\nfirst\r\n"]
    before = server.descriptors()
    with cases.case("1,000 clients, at any point of their requests"):
        for number in range(1000):
            raw = send(server.port, starts[number % len(starts)])
            reset(raw) if number % 2 else raw.close()
        wait_until(lambda: server.descriptors() <= before + 8, "all connections are closed")
        server.expect_service()


def check_streams(cases: Cases, server: Server) -> None:
    cases.suite = "attacks, streams"
    choice = random.Random(1)
    before = server.descriptors()
    with cases.case("2,000 streams at once, ended at random"):
        streams = []
        for _ in range(2000):
            streams.append(send(server.port, ECHO.encode() + b"5\r\nfirst\r\n"))
            if choice.random() < 0.4:
                reset(streams.pop(choice.randrange(len(streams))))
        server.expect_service()
        choice.shuffle(streams)
        for raw in streams:
            choice.choice([reset, socket.socket.close])(raw)
        wait_until(lambda: server.descriptors() <= before + 8, "all connections are closed")
        server.expect_service()
    with cases.case("5,000 streams one after another over one connection leave nothing"):
        held = server.memory()
        with connect(server.port) as connection:
            for number in range(5000):
                answer = ask(connection, iter([b"first"]), path="/echo", chunked=True)
                equal((answer.status, answer.body), (200, b"first"))
                if number == 500:
                    held = server.memory()
        equal(server.memory() - held < 4 * MEGABYTE, True, "memory is bounded")
    with cases.case("clients that never read have no more kept for them than a little"):
        held = server.memory()
        readers = []
        for _ in range(20):
            raw = send(server.port, ECHO.encode())
            raw.setblocking(False)
            readers.append(raw)
        chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
        for raw in readers:
            with contextlib.suppress(BlockingIOError):
                for _ in range(1000):
                    raw.send(chunk)
        server.expect_service()
        equal(server.memory() - held < 128 * MEGABYTE, True, "memory is bounded")
        for raw in readers:
            reset(raw)
    with cases.case("requests without end, whose answers nobody reads"):
        held = server.memory()
        with send(server.port, b"") as raw:
            raw.setblocking(False)
            part = message(path="/nowhere") * 100
            with contextlib.suppress(BlockingIOError, ConnectionError):
                for _ in range(20_000):
                    raw.send(part)
            server.expect_service()
            equal(server.memory() - held < 64 * MEGABYTE, True, "memory is bounded")


def check_bytewise(cases: Cases, server: Server, count: int = 100) -> None:
    cases.suite = "attacks, bytes one by one"
    body = json.dumps({"thread_id": str(uuid.UUID(int=1)), "run_ids": []}).encode()
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    messages = {
        "a header and a body": message(body),
        "a body in chunks": f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks,
    }
    for name, text in messages.items():
        with cases.case(f"{count} clients at once, {name}"):
            held = server.memory()
            clients = [send(server.port, b"") for _ in range(count)]
            for client in clients:
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for number in range(len(text)):
                for client in clients:
                    client.sendall(text[number:number + 1])
                if number == len(text) // 2:
                    server.expect_service()
            for client in clients:
                equal(statuses(client, 1), [204])
                client.close()
            equal(server.memory() - held < 64 * MEGABYTE, True, "memory is bounded")
    with cases.case("a body of a megabyte in chunks of a byte"):
        held = server.memory()
        start = f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode()
        with send(server.port, start) as raw:
            for _ in range(16):
                raw.sendall(b"1\r\n \r\n" * 60_000)
            raw.sendall(b"0\r\n\r\n")
            equal(statuses(raw, 1), [422])
        equal(server.memory() - held < 64 * MEGABYTE, True, "memory is bounded")


def check_slow(cases: Cases, executable: Path) -> None:
    cases.suite = "attacks, slow clients"
    options = ("--engine", "nio", "--answer", "success", "--timeout", "1")
    starts = {
        "nothing": b"", "half a header": HEAD.encode(), "half a body": message()[:-5],
        "a second header": message() + HEAD.encode(),
    }
    with generated_process(executable, *options) as (port, _):
        for name, start in starts.items():
            with cases.case(f"after {name} the connection ends in time"):
                with send(port, start) as raw:
                    raw.settimeout(30)
                    while raw.recv(65536):
                        pass
        with cases.case("a slow answer ends in time"):
            with send(port, ECHO.encode()) as raw:
                raw.settimeout(30)
                chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
                with contextlib.suppress(ConnectionError):
                    while True:
                        raw.sendall(chunk)
        with cases.case("the next one is served"), connect(port) as connection:
            expect_no_content(ask(connection))


def check(cases: Cases, executable: Path) -> None:
    if not Path("/proc/self/statm").exists():
        cases.skip("attacks", "they need /proc")
        return
    allow_connections()
    for engine in ("hummingbird", "nio"):
        cases.engine = engine
        options = ("--engine", engine, "--answer", "success")
        with generated_process(executable, *options) as (port, process):
            server = Server(port, process)
            server.expect_service()
            held = server.memory()
            check_sizes(cases, server)
            check_vanishing(cases, server)
            check_streams(cases, server)
            check_bytewise(cases, server)
            event_streams.check(cases, server, 500)
            cases.suite = "attacks"
            with cases.case("after all of them the memory is as small as before"):
                grown = server.memory() - held
                equal(grown < 192 * MEGABYTE, True, f"it grew by {grown >> 20} MB")
    cases.engine = "nio"
    check_slow(cases, executable)
    cases.engine = ""
