"""Bytes on the wire against the generated server: a table of requests and answers."""

import contextlib
import http.client
import json
import socket
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

from harness import Cases, LOOPBACK, equal, generated_server
from raw_bodies import ACCEPTED, REJECTED

PATH = "/runs/cancel"
ALL = b'{"status":"all"}'
JSON = {"Content-Type": "application/json"}
BODY_LIMIT = 4096


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.body = response.read()
        self.all_fields = response.getheaders()
        self.fields = {name.lower(): value for name, value in self.all_fields}


@contextlib.contextmanager
def connect(port: int) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=60)
    try:
        yield connection
    finally:
        connection.close()


def ask(
    connection: http.client.HTTPConnection,
    body: bytes | Iterator[bytes] | None = ALL,
    method: str = "POST",
    path: str = PATH,
    fields: dict[str, str] = JSON,
    chunked: bool = False,
) -> Answer:
    connection.request(method, path, body=body, headers=fields, encode_chunked=chunked)
    return Answer(connection.getresponse())


def send(port: int, data: bytes, half_close: bool = False) -> socket.socket:
    connection = socket.create_connection((LOOPBACK, port), timeout=60)
    connection.sendall(data)
    if half_close:
        connection.shutdown(socket.SHUT_WR)
    return connection


def statuses(connection: socket.socket, count: int, method: str = "POST") -> list[int]:
    """The statuses of the next answers on the connection."""
    # One reader for all: each answer's own would take bytes of the next.
    reader = connection.makefile("rb")

    class Shared:
        def makefile(self, _mode: str) -> object:
            return Unclosed()

    class Unclosed:
        def __getattr__(self, name: str) -> object:
            return getattr(reader, name)

        def close(self) -> None:
            pass

    found = []
    for _ in range(count):
        response = http.client.HTTPResponse(Shared(), method=method)
        response.begin()
        response.read()
        found.append(response.status)
    return found


def message(body: bytes = ALL, path: str = PATH, method: str = "POST") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def expect_no_content(answer: Answer) -> None:
    equal(answer.status, 204, f"status (body {answer.body!r})")
    equal(answer.body, b"", "body")
    for name in ("content-type", "content-length", "transfer-encoding"):
        equal(name in answer.fields, False, f"has {name}")


def expect_problem(answer: Answer, status: int = 422) -> str:
    """Checks for the documented shape of an error; returns its text."""
    equal(answer.status, status, f"status (body {answer.body!r})")
    equal(answer.fields.get("content-type"), "application/json", "content type")
    found = json.loads(answer.body)
    equal(list(found), ["detail"], "members")
    equal(isinstance(found["detail"], str) and found["detail"] != "", True, "detail is a text")
    return found["detail"]


def check_bodies(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, bodies"
    with connect(port) as connection:
        for name, body in ACCEPTED.items():
            with cases.case(f"accepted: {name}"):
                expect_no_content(ask(connection, body))
        for name, (body, mentions) in REJECTED.items():
            with cases.case(f"rejected: {name}"):
                text = expect_problem(ask(connection, body))
                for mention in mentions:
                    equal(mention in text, True, f"{text!r} mentions {mention!r}")
        with cases.case("a request without a body is rejected"):
            expect_problem(ask(connection, None))
        with cases.case("every violation is reported, of the query too"):
            body = b'{"status":"x","thread_id":1,"run_ids":["y"]}'
            text = expect_problem(ask(connection, body, path=f"{PATH}?action=explode"))
            for mention in ("status", "thread_id", "run_ids/0", "action"):
                equal(mention in text, True, f"{text!r} mentions {mention!r}")


def check_queries(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, query"
    accepted = [
        "", "?", "?action=interrupt", "?action=rollback", "?action=%69nterrupt", "?other=1",
        "?other", "?&&", "?ACTION=explode", "?x=%zz", "?a=b=c&action=rollback", "?action%5B%5D=x",
    ]
    rejected = ["?action=explode", "?action=", "?action", "?action=INTERRUPT", "?action=%zz",
                "?action=interrupt%00", "?action=+rollback", "?action=interrupt,rollback"]
    with connect(port) as connection:
        for query in accepted:
            with cases.case(f"accepted: {query or 'none'}"):
                expect_no_content(ask(connection, path=PATH + query))
        for query in rejected:
            with cases.case(f"rejected: {query}"):
                text = expect_problem(ask(connection, path=PATH + query))
                equal("action" in text, True, f"{text!r} mentions action")
        with cases.case("unknown header fields are ignored"):
            expect_no_content(ask(connection, fields=JSON | {"X-Unknown": "1", "Accept": "*/*"}))


def check_routing(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, routing"
    with connect(port) as connection:
        for path in ("/", "/runs", "/runs/cancel/", "/runs/cancel/x", "/Runs/Cancel",
                     "/runs%2Fcancel", "/nowhere", "/%zz", "/runs/%00cancel", "/" + "a" * 5000):
            with cases.case(f"404: {path[:40]}"):
                equal(ask(connection, path=path).status, 404, "status")
        with cases.case("an escaped letter of the path is that letter"):
            expect_no_content(ask(connection, path="/runs/c%61ncel"))
        for method in ("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"):
            with cases.case(f"405 with Allow: {method}"):
                answer = ask(connection, None, method=method)
                equal(answer.status, 405, "status")
                equal(answer.fields.get("allow"), "POST", "allow")
        with cases.case("405 with Allow and without a body: HEAD"):
            answer = ask(connection, None, method="HEAD")
            equal((answer.status, answer.fields.get("allow")), (405, "POST"), "status and allow")
            length = len(ask(connection, None, method="GET").body)
            equal(answer.fields.get("content-length"), str(length), "the length that GET's has")
            expect_no_content(ask(connection))
    with cases.case("a HEAD's answer has no bytes after its head"):
        last = message(b"", method="HEAD").replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
        with send(port, last) as raw:
            data = b"".join(iter(lambda: raw.recv(65536), b""))
            equal(data[data.index(b"\r\n\r\n") + 4 :], b"", "bytes after the head")


def check_media_types(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, media types"
    with connect(port) as connection:
        for value in ("application/json", "application/json; charset=utf-8", "Application/JSON",
                      "application/json;x=\"a;b\""):
            with cases.case(f"accepted: {value}"):
                expect_no_content(ask(connection, fields={"Content-Type": value}))
        for value in ("text/plain", "application/xml", "application/x-www-form-urlencoded",
                      "application/jsonl", "json", "multipart/form-data; boundary=x"):
            with cases.case(f"415: {value}"):
                equal(ask(connection, fields={"Content-Type": value}).status, 415, "status")
        with cases.case("after a 415 the connection goes on"):
            expect_no_content(ask(connection))


def check_sizes(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, body limit"

    def sized(size: int) -> bytes:
        return ALL + b" " * (size - len(ALL))

    with connect(port) as connection:
        with cases.case("a body of the limit"):
            expect_no_content(ask(connection, sized(BODY_LIMIT)))
        with cases.case("a byte more: 413"):
            equal(ask(connection, sized(BODY_LIMIT + 1)).status, 413, "status")
        with cases.case("chunked, of the limit"):
            expect_no_content(ask(connection, iter([ALL, sized(BODY_LIMIT)[len(ALL) :]]), chunked=True))
        with cases.case("chunked, a byte more: 413"):
            parts = iter([sized(BODY_LIMIT), b" "])
            equal(ask(connection, parts, chunked=True).status, 413, "status")
        with cases.case("chunked, 8 MB: 413"):
            parts = (b" " * 65536 for _ in range(128))
            equal(ask(connection, parts, chunked=True).status, 413, "status")
        with cases.case("after a 413 the connection goes on"):
            expect_no_content(ask(connection))
    head = message(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    part = b"10000\r\n" + b" " * 65536 + b"\r\n"
    with cases.case("a 413 that comes before the end of the body: the rest is passed over"):
        with send(port, head + part) as raw:
            equal(statuses(raw, 1), [413], "status")
            raw.sendall(part * 64 + b"0\r\n\r\n" + message())
            equal(statuses(raw, 1), [204], "status of the next request")
    with cases.case("a body that nobody asks for, and that is sent all the same"):
        asking = message(ALL, path="/nowhere").replace(b"\r\n", b"\r\nExpect: 100-continue\r\n", 1)
        with send(port, asking[: -len(ALL)]) as raw:
            equal(statuses(raw, 1), [404], "status")
            raw.sendall(ALL)


def check_connections(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, connections"
    with cases.case("200 requests on one connection, every other one bad"):
        with connect(port) as connection:
            found = {ask(connection, body).status for _ in range(100) for body in (ALL, b"{}")}
            equal(found, {204, 422}, "statuses")
    with cases.case("requests sent at once are answered in order"):
        paths = [PATH, "/nowhere", PATH + "?action=explode", PATH]
        with send(port, b"".join(message(path=path) for path in paths)) as raw:
            equal(statuses(raw, 4), [204, 404, 422, 204], "statuses")
    with cases.case("chunked, a byte at a time"):
        parts = (bytes([byte]) for byte in ALL)
        with connect(port) as connection:
            expect_no_content(ask(connection, parts, chunked=True))
    with cases.case("an absolute request target"):
        with send(port, message(path=f"http://{LOOPBACK}:{port}{PATH}?action=rollback")) as raw:
            equal(statuses(raw, 1), [204], "statuses")
    with cases.case("a client that leaves in the middle of its body does no harm"):
        send(port, message()[:-5]).close()
        send(port, message()[:-5], half_close=True).close()
        with connect(port) as connection:
            expect_no_content(ask(connection))
    with cases.case("bytes that are no HTTP are a 400"):
        with send(port, b"\x00\x01\x02 hello\r\n\r\n", half_close=True) as raw:
            equal(statuses(raw, 1), [400], "statuses")


def check_streams(cases: Cases, port: int) -> None:
    cases.suite = "raw HTTP, streams"
    head = f"POST /echo HTTP/1.1\r\nHost: {LOOPBACK}:{port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    with cases.case("each part of a body is there before the next one is sent"):
        with send(port, head.encode()) as raw:
            response = http.client.HTTPResponse(raw, method="POST")
            raw.sendall(b"5\r\nfirst\r\n")
            response.begin()
            equal(response.status, 200, "status")
            equal(response.read(5), b"first")
            raw.sendall(b"6\r\nsecond\r\n")
            equal(response.read(6), b"second")
            raw.sendall(b"0\r\n\r\n")
            equal(response.read(), b"")
    with cases.case("8 MB of known length, both ways"):
        body = bytes(range(256)) * 32768
        equal(echo(port, body) == body, True, "the body is the same")
    with cases.case("clients that leave in the middle of a streamed answer do no harm"):
        for _ in range(20):
            with send(port, head.encode() + b"5\r\nfirst\r\n") as raw:
                equal(raw.recv(12), b"HTTP/1.1 200")
        with connect(port) as connection:
            expect_no_content(ask(connection))
    with cases.case("header fields, both ways"):
        with connect(port) as connection:
            connection.putrequest("POST", "/echo", skip_accept_encoding=True)
            for name, value in (("X-One", "a, b"), ("x-one", "c"), ("X-Two", "\u00e9".encode())):
                connection.putheader(name, value)
            connection.endheaders()
            answer = Answer(connection.getresponse())
            one = [value for name, value in answer.all_fields if name.lower() == "x-one"]
            equal(one, ["a, b", "c"], "X-One")
            equal(answer.fields["x-two"].encode("latin-1"), "\u00e9".encode(), "X-Two")
            equal(answer.fields["echo-host"], f"{LOOPBACK}:{port}", "Host")


def echo(port: int, body: bytes) -> bytes:
    """Sends the body while the answer is read, as the server does not wait for its end."""
    head = f"POST /echo HTTP/1.1\r\nHost: {LOOPBACK}\r\nContent-Length: {len(body)}\r\n\r\n"
    with send(port, head.encode()) as raw:
        sender = threading.Thread(target=raw.sendall, args=(body,))
        sender.start()
        response = http.client.HTTPResponse(raw, method="POST")
        response.begin()
        found = response.read()
        sender.join()
        return found


def check_failures(cases: Cases, executable: Path, *options: str) -> None:
    cases.suite = "raw HTTP, a failing handler"
    with (
        generated_server(executable, *options, "--answer", "failure") as port,
        connect(port) as connection,
    ):
        with cases.case("500, and nothing about the error"):
            answer = ask(connection)
            equal(answer.status, 500, "status")
            everything = answer.body + str(answer.fields).encode()
            for word in (b"secret", b"Failure", b"Error(", b"database"):
                equal(word in everything, False, f"{everything!r} tells {word!r}")
        with cases.case("bad input is still a 422"):
            expect_problem(ask(connection, b"{}"))
        with cases.case("the connection goes on"):
            equal(ask(connection).status, 500, "status")


def check_effects(cases: Cases, executable: Path, *options: str) -> None:
    cases.suite = "raw HTTP, runs"
    thread, runs = str(uuid.uuid4()), [str(uuid.uuid4()) for _ in range(3)]
    seeds = [part for run in runs for part in ("--run", f"{thread}/{run}/running")]

    def by_ids(*ids: str) -> bytes:
        return json.dumps({"thread_id": thread, "run_ids": ids}).encode()

    with generated_server(executable, *options, *seeds) as port, connect(port) as connection:
        with cases.case("by ids in upper case, then again"):
            expect_no_content(ask(connection, by_ids(runs[0].upper())))
            equal(expect_problem(ask(connection, by_ids(runs[0])), 404), "No runs found to cancel.")
        with cases.case("by status that nothing has"):
            expect_problem(ask(connection, b'{"status":"pending"}'), 404)
        with cases.case("by status, then again"):
            expect_no_content(ask(connection, b'{"status":"running"}'))
            expect_problem(ask(connection, ALL), 404)


def check(cases: Cases, executable: Path) -> None:
    for engine in ("hummingbird", "nio"):
        cases.engine = engine
        options = ("--engine", engine)
        limits = (*options, "--answer", "success", "--body-limit", str(BODY_LIMIT))
        with generated_server(executable, *limits) as port:
            check_queries(cases, port)
            check_routing(cases, port)
            check_media_types(cases, port)
            check_sizes(cases, port)
            check_connections(cases, port)
            check_streams(cases, port)
        with generated_server(executable, *options, "--answer", "success") as port:
            check_bodies(cases, port)
        check_failures(cases, executable, *options)
        check_effects(cases, executable, *options)
    cases.engine = ""
