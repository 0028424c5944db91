"""serve.py PORT: a real Agent Server in memory on the loopback interface.

It keeps its state in the working directory, so the caller gives each start a folder of its own.
One job at a time: while one run works, the next ones stay pending.
"""

import sys
from pathlib import Path

from langgraph_api.cli import run_server

run_server(
    host="127.0.0.1",
    port=int(sys.argv[1]),
    graphs={"waiter": f"{Path(__file__).resolve().parent / 'graph.py'}:graph"},
    n_jobs_per_worker=1,
    disable_persistence=True,
)
