"""The Agent Server's own Python client against the generated Hummingbird server."""

import asyncio
import uuid
from pathlib import Path

import httpx
from langgraph_sdk import get_client, get_sync_client
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import APIStatusError, NotFoundError, UnprocessableEntityError

from harness import Cases, LOOPBACK, equal, generated_server

NOTHING_FOUND = "No runs found to cancel."


class Recorder:
    """The client, with the responses that it gets."""

    def __init__(self, port: int) -> None:
        self.client: LangGraphClient = get_client(url=f"http://{LOOPBACK}:{port}")
        self.responses: list[httpx.Response] = []
        self.connections: set[int] = set()
        self.client.http.client.event_hooks["response"].append(self.record)

    async def record(self, response: httpx.Response) -> None:
        self.responses.append(response)
        stream = response.extensions["network_stream"]
        self.connections.add(stream.get_extra_info("client_addr")[1])

    async def cancel(self, **arguments: object) -> APIStatusError | None:
        """The error that `cancel_many` raised, if any."""
        try:
            await self.client.runs.cancel_many(**arguments)
        except APIStatusError as error:
            return error
        return None

    @property
    def last_status(self) -> int:
        return self.responses[-1].status_code


def expect_success(recorder: Recorder, error: APIStatusError | None) -> None:
    equal(error, None, "error")
    equal(recorder.last_status, 204, "status")
    equal(recorder.responses[-1].content, b"", "body")
    equal("content-type" in recorder.responses[-1].headers, False, "has a content type")


def expect_not_found(error: APIStatusError | None) -> None:
    equal(type(error), NotFoundError, "error")
    equal(error.status_code, 404, "status")
    equal(error.body, {"detail": NOTHING_FOUND}, "body")
    equal(error.message, NOTHING_FOUND, "message")


def expect_unprocessable(error: APIStatusError | None) -> None:
    equal(type(error), UnprocessableEntityError, "error")
    equal(error.status_code, 422, "status")
    equal(list(error.body), ["detail"], "members of the body")
    equal(error.message, error.body["detail"], "message")
    equal(len(error.message) > 10, True, f"{error.message!r} says something")


async def check_calls(cases: Cases, recorder: Recorder, thread: str, runs: list[str]) -> None:
    with cases.case("cancel_many by ids"):
        expect_success(recorder, await recorder.cancel(thread_id=thread, run_ids=runs[:1]))
    with cases.case("cancel_many by ids, again: NotFoundError"):
        expect_not_found(await recorder.cancel(thread_id=thread, run_ids=runs[:1]))
    with cases.case("cancel_many by ids of which one is live, with rollback"):
        ids = [*runs[:2], str(uuid.uuid4())]
        expect_success(
            recorder, await recorder.cancel(thread_id=thread, run_ids=ids, action="rollback")
        )
    with cases.case("cancel_many on an unknown thread: NotFoundError"):
        expect_not_found(await recorder.cancel(thread_id=str(uuid.uuid4()), run_ids=runs))
    with cases.case("cancel_many by a status that no run has: NotFoundError"):
        expect_not_found(await recorder.cancel(status="running"))
    with cases.case("cancel_many by status"):
        expect_success(recorder, await recorder.cancel(status="pending"))
    with cases.case("cancel_many by status, again: NotFoundError"):
        expect_not_found(await recorder.cancel(status="all"))


async def check_refusals(cases: Cases, recorder: Recorder, thread: str, runs: list[str]) -> None:
    refused: dict[str, dict] = {
        "nothing": {},
        "only thread_id": {"thread_id": thread},
        "only run_ids": {"run_ids": runs},
        "status and both ids": {"status": "all", "thread_id": thread, "run_ids": runs},
        "an unknown status": {"status": "finished"},
        "a thread_id that is no UUID": {"thread_id": "thread", "run_ids": runs},
        "a run id that is no UUID": {"thread_id": thread, "run_ids": ["run"]},
        "an unknown action": {"status": "all", "action": "explode"},
    }
    for name, arguments in refused.items():
        with cases.case(f"cancel_many with {name}: UnprocessableEntityError"):
            expect_unprocessable(await recorder.cancel(**arguments))
            equal(recorder.last_status, 422, "status")


async def check_connections(cases: Cases, recorder: Recorder) -> None:
    with cases.case("all those calls went over one connection"):
        equal(len(recorder.connections), 1, "connections")
    with cases.case("100 calls at once"):
        calls = (recorder.cancel(status="all") for _ in range(100))
        for error in await asyncio.gather(*calls):
            expect_not_found(error)
    with cases.case("unknown query items and header fields are ignored"):
        expect_not_found(
            await recorder.cancel(
                status="all", params={"trace": "yes"}, headers={"x-trace": "yes"}
            )
        )


def check_synchronous_client(cases: Cases, port: int) -> None:
    with cases.case("the synchronous client"):
        client = get_sync_client(url=f"http://{LOOPBACK}:{port}")
        try:
            client.runs.cancel_many(status="all")
        except NotFoundError as error:
            expect_not_found(error)
        else:
            raise AssertionError("expected NotFoundError, found success")


def check(cases: Cases, server_executable: Path) -> None:
    cases.suite = "langgraph_sdk → generated server"
    thread, runs = str(uuid.uuid4()), [str(uuid.uuid4()) for _ in range(3)]
    seeds = [part for run in runs for part in ("--run", f"{thread}/{run}/pending")]

    async def run(port: int) -> None:
        recorder = Recorder(port)
        await check_calls(cases, recorder, thread, runs)
        await check_refusals(cases, recorder, thread, runs)
        await check_connections(cases, recorder)

    with generated_server(server_executable, *seeds) as port:
        asyncio.run(run(port))
        check_synchronous_client(cases, port)
