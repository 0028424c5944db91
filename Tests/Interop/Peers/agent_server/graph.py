"""A graph without a model: it only takes as long as its input says."""

import asyncio
from typing import TypedDict

from langgraph.graph import END, START, StateGraph


class State(TypedDict, total=False):
    seconds: float
    finished: bool


async def wait(state: State) -> State:
    await asyncio.sleep(state.get("seconds", 0))
    return {"finished": True}


graph = (
    StateGraph(State)
    .add_node("wait", wait)
    .add_edge(START, "wait")
    .add_edge("wait", END)
    .compile()
)
