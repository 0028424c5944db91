"""The generated client (URLSession) against a real Agent Server, and against the generated server."""

import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

from harness import Cases, LOOPBACK, agent_server, equal, free_port, generated_server, wait_until

NOTHING_FOUND = "No runs found to cancel."
STATUS_EXCLUDES_IDS = "When providing a 'status', 'thread_id' and 'run_ids' must be omitted."


@dataclass
class Outcome:
    """How a call ended: `success` or the name of the failure's case, and what came with it."""

    name: str
    detail: str


@dataclass
class GeneratedClient:
    """Calls `cancelRunsPost` in a process of its own."""

    executable: Path
    server: str

    def cancel(self, *arguments: str) -> Outcome:
        outcomes = self.outcomes(*arguments)
        equal(len(outcomes), 1, "outcomes")
        return outcomes[0]

    def outcomes(self, *arguments: str) -> list[Outcome]:
        result = subprocess.run(
            [self.executable, self.server, *arguments], capture_output=True, text=True, timeout=60
        )
        equal(result.returncode, 0, f"exit code (it said: {result.stderr.strip()})")
        lines = (line.partition(" ") for line in result.stdout.splitlines())
        return [Outcome(name, detail) for name, _, detail in lines]

    def cancel_ids(self, thread: str, *runs: str, action: str | None = None) -> Outcome:
        arguments = ["--thread", thread]
        for run in runs:
            arguments += ["--run", run]
        return self.cancel(*arguments, *(["--action", action] if action else []))


class Runs:
    """Makes runs on the Agent Server, by its own client."""

    def __init__(self, address: str) -> None:
        from langgraph_sdk import get_sync_client

        self.client = get_sync_client(url=address)

    def make(self, count: int) -> tuple[str, list[str]]:
        """A thread with runs that last: the first becomes `running`, the others stay `pending`."""
        thread = self.client.threads.create()["thread_id"]
        runs = [
            self.client.runs.create(
                thread, "waiter", input={"seconds": 600}, multitask_strategy="enqueue"
            )["run_id"]
            for _ in range(count)
        ]
        return thread, runs

    def status(self, thread: str, run: str) -> str:
        """The run's status, or `gone`."""
        from langgraph_sdk.errors import NotFoundError

        try:
            return self.client.runs.get(thread, run)["status"]
        except NotFoundError:
            return "gone"

    def wait_for(self, thread: str, run: str, status: str) -> None:
        wait_until(lambda: self.status(thread, run) == status, f"run becomes {status}")


def check_agent_server(cases: Cases, executable: Path) -> None:
    cases.suite = "generated client → Agent Server"
    with agent_server() as address:
        client = GeneratedClient(executable, address)
        runs = Runs(address)
        check_nothing_to_cancel(cases, client)
        check_cancelling_by_ids(cases, client, runs)
        check_cancelling_by_status(cases, client, runs)
        check_refusals(cases, client)
        check_undocumented_status(cases, GeneratedClient(executable, f"{address}/threads/{uuid.uuid4()}"))
        with cases.case("a wrong base path is a 404 like the documented one"):
            elsewhere = GeneratedClient(executable, f"{address}/elsewhere")
            equal(elsewhere.cancel("--status", "all"), Outcome("notFound", "Not Found"))
    with cases.case("no server is an unexpected failure"):
        nowhere = GeneratedClient(executable, f"http://{LOOPBACK}:{free_port()}")
        equal(nowhere.cancel("--status", "all").name, "unexpected")


def check_nothing_to_cancel(cases: Cases, client: GeneratedClient) -> None:
    nothing = Outcome("notFound", NOTHING_FOUND)
    for status in ("pending", "running", "all"):
        with cases.case(f"status {status} without runs is a typed 404"):
            equal(client.cancel("--status", status), nothing)
    with cases.case("unknown thread and run are a typed 404"):
        equal(client.cancel_ids(str(uuid.uuid4()), str(uuid.uuid4())), nothing)
    with cases.case("an empty list of runs is a typed 404"):
        equal(client.cancel_ids(str(uuid.uuid4())), nothing)


def check_cancelling_by_ids(cases: Cases, client: GeneratedClient, runs: Runs) -> None:
    thread, (first, second, third, fourth) = runs.make(4)
    runs.wait_for(thread, first, "running")
    with cases.case("by ids, a pending run is interrupted and the others go on"):
        equal(client.cancel_ids(thread, second).name, "success")
        runs.wait_for(thread, second, "interrupted")
        equal(runs.status(thread, first), "running", "status of the run before")
        equal(runs.status(thread, third), "pending", "status of the run after")
    with cases.case("by ids with rollback, a pending run is gone"):
        equal(client.cancel_ids(thread, third, action="rollback").name, "success")
        runs.wait_for(thread, third, "gone")
    with cases.case("by ids, a mix of live, ended and unknown runs is a success"):
        mix = (first, second, str(uuid.uuid4()))
        equal(client.cancel_ids(thread, *mix, action="interrupt").name, "success")
        runs.wait_for(thread, first, "interrupted")
    with cases.case("by ids in upper case, a running run is interrupted"):
        runs.wait_for(thread, fourth, "running")
        equal(client.cancel_ids(thread.upper(), fourth.upper()).name, "success")
        runs.wait_for(thread, fourth, "interrupted")
    with cases.case("by ids, runs that have ended are a typed 404"):
        equal(client.cancel_ids(thread, first, fourth).name, "notFound")


def check_cancelling_by_status(cases: Cases, client: GeneratedClient, runs: Runs) -> None:
    thread, (first, second) = runs.make(2)
    runs.wait_for(thread, first, "running")
    with cases.case("status pending with a pending run is a success"):
        equal(client.cancel("--status", "pending").name, "success")
    with cases.case("status running with a running run is a success"):
        equal(client.cancel("--status", "running", "--action", "interrupt").name, "success")
    with cases.case("status all with a live run, and rollback, is a success"):
        runs.make(1)
        equal(client.cancel("--status", "all", "--action", "rollback").name, "success")


def check_refusals(cases: Cases, client: GeneratedClient) -> None:
    with cases.case("status and thread together are refused by the server: a typed 422 with its text"):
        outcome = client.cancel("--status", "pending", "--thread", str(uuid.uuid4()))
        equal(outcome.name, "unprocessableContent")
        equal(outcome.detail[: len(STATUS_EXCLUDES_IDS)], STATUS_EXCLUDES_IDS)
    check_unsent_request(cases, client)


def check_unsent_request(cases: Cases, client: GeneratedClient) -> None:
    with cases.case("a body of both branches is refused before it is sent"):
        both = ["--status", "all", "--thread", str(uuid.uuid4()), "--run", str(uuid.uuid4())]
        outcome = client.cancel(*both)
        equal(outcome.name, "unexpected")
        equal("exactly one" in outcome.detail, True, f"{outcome.detail!r} names the rule")


def check_undocumented_status(cases: Cases, client: GeneratedClient) -> None:
    with cases.case("a status that the document doesn't mention is reachable"):
        equal(client.cancel("--status", "all"), Outcome("undocumented", "405"))


def check_generated_server(cases: Cases, client_executable: Path, server_executable: Path) -> None:
    cases.suite = "generated client → generated server"
    thread, runs = str(uuid.uuid4()), [str(uuid.uuid4()) for _ in range(3)]
    seeds = [part for run in runs for part in ("--run", f"{thread}/{run}/pending")]
    with generated_server(server_executable, *seeds) as port:
        client = GeneratedClient(client_executable, f"http://{LOOPBACK}:{port}")
        with cases.case("by ids, twice"):
            equal(client.cancel_ids(thread, runs[0]).name, "success")
            equal(client.cancel_ids(thread, runs[0]), Outcome("notFound", NOTHING_FOUND))
        with cases.case("by status, twice"):
            equal(client.cancel("--status", "running"), Outcome("notFound", NOTHING_FOUND))
            equal(client.cancel("--status", "pending", "--action", "rollback").name, "success")
            equal(client.cancel("--status", "all"), Outcome("notFound", NOTHING_FOUND))
        with cases.case("a base address with a slash at its end"):
            slash = GeneratedClient(client_executable, f"{client.server}/")
            equal(slash.cancel("--status", "all"), Outcome("notFound", NOTHING_FOUND))
        check_unsent_request(cases, client)
        with cases.case("300 calls at once"):
            outcomes = client.outcomes("--status", "all", "--times", "300")
            equal(outcomes, [Outcome("notFound", NOTHING_FOUND)] * 300)
    with generated_server(server_executable, "--answer", "failure") as port:
        client = GeneratedClient(client_executable, f"http://{LOOPBACK}:{port}")
        with cases.case("a failing handler is an undocumented 500"):
            equal(client.cancel("--status", "all"), Outcome("undocumented", "500"))
    with generated_server(server_executable, "--body-limit", "64") as port:
        client = GeneratedClient(client_executable, f"http://{LOOPBACK}:{port}")
        with cases.case("a body over the limit is an undocumented 413"):
            equal(client.cancel_ids(thread, *runs), Outcome("undocumented", "413"))
