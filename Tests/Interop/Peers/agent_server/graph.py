"""A graph without a model: it only takes as long as its input says, and fails where that says so."""

import asyncio
from typing import TypedDict

from langgraph.graph import END, START, StateGraph


class State(TypedDict, total=False):
    text: str
    seconds: float
    fail: bool
    finished: bool


async def wait(state: State) -> State:
    await asyncio.sleep(state.get("seconds", 0))
    if state.get("fail"):
        raise ValueError("asked to fail")
    return {"finished": True}


graph = (
    StateGraph(State)
    .add_node("wait", wait)
    .add_edge(START, "wait")
    .add_edge("wait", END)
    .compile()
)
