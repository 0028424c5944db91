"""Loads each kind of server in turn, by wrk, and prints what it bears: see `run`."""

import json
import os
import statistics
import subprocess
import sys
import urllib.error
import urllib.request
import uuid

KINDS = ["hummingbird", "handwritten", "nio"]
PATH = "/runs/cancel"
NAMES = [str(uuid.UUID(int=number << 64 | 0x4000_8000)) for number in range(11)]
#: What is sent, and the status that answers it.
LOADS = {
    "by status": (PATH, {"status": "pending"}, 204),
    "by ids": (f"{PATH}?action=rollback", {"thread_id": NAMES[0], "run_ids": NAMES[1:]}, 204),
    "refused": (f"{PATH}?action=rollback", {"thread_id": NAMES[0], "run_ids": ["1"]}, 422),
}
#: Further requests that all kinds must answer alike, so that all of them do the same work.
RULES = [
    (PATH, b'{"status": "paused"}', 422),
    (PATH, b'{"status": null}', 422),
    (PATH, b'{"status": "all", "thread_id": 1}', 422),
    (PATH, json.dumps({"status": "all", "thread_id": NAMES[0]}).encode(), 204),
    (PATH, json.dumps({"status": "all", "thread_id": NAMES[0], "run_ids": []}).encode(), 422),
    (PATH, json.dumps({"thread_id": NAMES[0]}).encode(), 422),
    (PATH, b"{}", 422),
    (PATH, b"[]", 422),
    (PATH, b'{"status": "all"', 422),
    (f"{PATH}?action=undo", b'{"status": "all"}', 422),
]


class Server:
    """A server in a process of its own."""

    def __init__(self, executable: str, kind: str) -> None:
        self.process = subprocess.Popen([executable, kind], stdout=subprocess.PIPE, text=True)
        self.address = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def status(self, path: str, body: bytes) -> int:
        request = urllib.request.Request(
            self.address + path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code

    def end(self) -> tuple[float, float]:
        """Ends it; returns its seconds of the processor, and its peak of memory in MB."""
        self.process.terminate()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        self.process.stdout.close()
        unit = 1 if sys.platform == "darwin" else 1024
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / (1 << 20)


def check(executable: str, kind: str) -> None:
    server = Server(executable, kind)
    for path, body, status in RULES:
        found = server.status(path, body)
        if found != status:
            sys.exit(f"{kind} answers {body.decode()} with {found}, not with {status}")
    server.end()


def load(executable: str, kind: str, name: str, seconds: int, connections: int) -> list[float]:
    path, value, status = LOADS[name]
    body = json.dumps(value)
    server = Server(executable, kind)
    output = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", "wrk.lua", server.address + path],
        env=os.environ | {"BODY": body}, check=True, capture_output=True, text=True).stdout
    cpu, memory = server.end()
    result = next(line for line in output.splitlines() if line.startswith("result "))
    requests, duration, median, last, errors, failures = map(int, result.split()[1:])
    if failures or errors != (requests if status >= 400 else 0):
        sys.exit(f"{kind}, {name}: {errors} errors and {failures} failures of {requests}")
    return [
        requests / duration * 1e6, median / 1000, last / 1000, cpu / requests * 1e6, memory]


def main() -> None:
    executable, seconds, rounds, connections = sys.argv[1], *map(int, sys.argv[2:5])
    for kind in KINDS:
        check(executable, kind)
    print(f"{connections} connections, {rounds} rounds of {seconds} s; the median of the rounds")
    titles = ["requests/s", "p50 ms", "p99 ms", "CPU µs/request", "peak MB"]
    print(f"{'':24}" + "".join(f"{title:>16}" for title in titles))
    for name in LOADS:
        # One after the other in each round, so that all have the same of what else the machine does.
        results = {kind: [] for kind in KINDS}
        for _ in range(rounds):
            for kind in KINDS:
                results[kind].append(load(executable, kind, name, seconds, connections))
        for kind in KINDS:
            medians = [statistics.median(column) for column in zip(*results[kind])]
            cells = "".join(f"{value:>16.2f}" for value in medians)
            print(f"{name + ', ' + kind:24}" + cells, flush=True)


main()
