"""The Agent Server's own Python client against the server of the generated stubs: all that both have."""

import asyncio
import uuid

from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient
from langgraph_sdk.errors import ConflictError, NotFoundError

from harness import Cases, LOOPBACK, equal


async def expect(error: type[Exception], call: object) -> None:
    try:
        await call
    except error:
        return
    raise AssertionError(f"expected {error.__name__}, found success")


async def check_assistants(cases: Cases, client: LangGraphClient) -> None:
    with cases.case("assistants: search, get, count, get_schemas"):
        (assistant,) = await client.assistants.search(graph_id="waiter")
        found = await client.assistants.get(assistant["assistant_id"])
        equal(found, assistant, "assistant")
        equal(await client.assistants.count(graph_id="waiter"), 1, "count")
        schemas = await client.assistants.get_schemas(assistant["assistant_id"])
        equal(schemas["graph_id"], "waiter", "graph")
    with cases.case("assistants: NotFoundError"):
        await expect(NotFoundError, client.assistants.get(str(uuid.uuid4())))


async def check_threads(cases: Cases, client: LangGraphClient) -> None:
    mark = str(uuid.uuid4())
    with cases.case("threads: create, get, update, search, count"):
        thread = await client.threads.create(metadata={"mark": mark})
        equal((await client.threads.get(thread["thread_id"]))["metadata"], {"mark": mark}, "metadata")
        await client.threads.update(thread["thread_id"], metadata={"n": 1})
        found = await client.threads.search(metadata={"mark": mark, "n": 1}, limit=5)
        equal([item["thread_id"] for item in found], [thread["thread_id"]], "found")
        equal(await client.threads.count(metadata={"mark": mark}), 1, "count")
    with cases.case("threads: ConflictError, or what there is"):
        same = await client.threads.create(thread_id=thread["thread_id"], if_exists="do_nothing")
        equal(same["thread_id"], thread["thread_id"], "identifier")
        await expect(ConflictError, client.threads.create(thread_id=thread["thread_id"]))
    with cases.case("threads: get_state, get_history, copy, delete, NotFoundError"):
        equal((await client.threads.get_state(thread["thread_id"]))["next"], [], "what is next")
        equal(len(await client.threads.get_history(thread["thread_id"])), 1, "history")
        await client.threads.copy(thread["thread_id"])
        await client.threads.delete(thread["thread_id"])
        await expect(NotFoundError, client.threads.get(thread["thread_id"]))


async def check_runs(cases: Cases, client: LangGraphClient) -> None:
    thread = (await client.threads.create())["thread_id"]
    with cases.case("runs: create, join, get, list, delete"):
        run = await client.runs.create(thread, "waiter", input={"text": "a"})
        equal(await client.runs.join(thread, run["run_id"]), {"text": "a", "finished": True}, "output")
        equal((await client.runs.get(thread, run["run_id"]))["status"], "success", "status")
        runs = await client.runs.list(thread, status="success")
        equal([item["run_id"] for item in runs], [run["run_id"]], "runs")
        await client.runs.delete(thread, run["run_id"])
        await expect(NotFoundError, client.runs.get(thread, run["run_id"]))
    with cases.case("runs: wait, with and without a thread"):
        output = await client.runs.wait(thread, "waiter", input={"seconds": 0.1})
        equal(output["finished"], True, "finished")
        output = await client.runs.wait(None, "waiter", input={"text": "b"})
        equal(output["text"], "b", "text")
    with cases.case("runs: cancel, cancel_many"):
        run = await client.runs.create(thread, "waiter", input={"seconds": 600})
        await client.runs.cancel(thread, run["run_id"])
        equal((await client.runs.get(thread, run["run_id"]))["status"], "interrupted", "status")
        run = await client.runs.create(thread, "waiter", input={"seconds": 600})
        await client.runs.cancel_many(thread_id=thread, run_ids=[run["run_id"]], action="rollback")
        await expect(NotFoundError, client.runs.get(thread, run["run_id"]))


async def check_streams(cases: Cases, client: LangGraphClient) -> None:
    thread = (await client.threads.create())["thread_id"]
    created: list[dict] = []
    with cases.case("runs: stream, with the run that was made for it"):
        events = [
            part async for part in client.runs.stream(
                thread, "waiter", input={"seconds": 0.2, "text": "ä\u2028b"},
                stream_mode=["values", "updates"], on_run_created=created.append,
            )
        ]
        equal([part.event for part in events], ["metadata", "values", "updates", "values"], "events")
        equal(events[-1].data["text"], "ä\u2028b", "text")
        equal(events[0].data["run_id"], created[0]["run_id"], "run")
        equal(created[0]["thread_id"], thread, "thread")
    with cases.case("runs: stream without a thread"):
        events = [part async for part in client.runs.stream(None, "waiter", input={"text": "c"})]
        equal(events[-1].data, {"text": "c", "finished": True}, "output")
    with cases.case("runs: a stream that breaks off is gone on with behind its last event"):
        events = [
            part async for part in client.runs.stream(
                thread, "waiter", input={"seconds": 0.5, "cut": True}, stream_resumable=True
            )
        ]
        equal([part.event for part in events], ["metadata", "values", "updates", "values"], "events")
        equal([part.id for part in events], ["1", "2", "3", "4"], "identifiers")
    with cases.case("runs: join_stream"):
        run = await client.runs.create(thread, "waiter", input={"seconds": 0.2})
        events = [part async for part in client.runs.join_stream(thread, run["run_id"])]
        equal(events[-1].data["finished"], True, "finished")
    with cases.case("runs: an error is an event"):
        events = [part async for part in client.runs.stream(thread, "waiter", input={"fail": True})]
        equal(events[-1].event, "error", "event")
    with cases.case("runs: 50 streams at once"):
        async def last(number: int) -> dict:
            stream = client.runs.stream(None, "waiter", input={"text": str(number), "seconds": 0.2})
            return [part async for part in stream][-1].data

        texts = [data["text"] for data in await asyncio.gather(*map(last, range(50)))]
        equal(texts, [str(number) for number in range(50)], "texts")


async def check_store(cases: Cases, client: LangGraphClient) -> None:
    with cases.case("store: put_item, get_item, search_items, list_namespaces, delete_item"):
        await client.store.put_item(["a", "b"], key="k", value={"n": 1})
        await client.store.put_item(["a", "c"], key="k", value={"n": 2})
        item = await client.store.get_item(["a", "b"], key="k")
        equal((item["namespace"], item["value"]), (["a", "b"], {"n": 1}), "item")
        found = await client.store.search_items(["a"], filter={"n": 2})
        equal([item["namespace"] for item in found["items"]], [["a", "c"]], "found")
        namespaces = await client.store.list_namespaces(prefix=["a"])
        equal(namespaces["namespaces"], [["a", "b"], ["a", "c"]], "namespaces")
        await client.store.delete_item(["a", "b"], key="k")
        equal(await client.store.get_item(["a", "b"], key="k"), None, "item")


def check(cases: Cases, port: int) -> None:
    cases.suite = "langgraph_sdk → generated server"

    async def run() -> None:
        client = get_client(url=f"http://{LOOPBACK}:{port}")
        for suite in (check_assistants, check_threads, check_runs, check_streams, check_store):
            await suite(cases, client)

    asyncio.run(run())
