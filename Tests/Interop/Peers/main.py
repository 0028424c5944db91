"""main.py CLIENT SERVER DOCUMENT [SCHEMATHESIS]: runs every suite; ends with the counts."""

import importlib.util
import os
import sys
import tempfile
from pathlib import Path

import attacks
import contract
import generated_client
import harness
import raw_http


def main(client: Path, server: Path, document: Path, schemathesis: Path | None) -> int:
    # All peers are on this machine.
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = f"{harness.LOOPBACK},localhost"
    harness.end_orderly_on_signals()
    cases = harness.Cases()
    raw_http.check(cases, server)
    attacks.check(cases, server)
    generated_client.check_generated_server(cases, client, server)
    if importlib.util.find_spec("langgraph_sdk"):
        import python_client
        import random_bodies

        random_bodies.check(cases, server, document)
        python_client.check(cases, server)
        generated_client.check_agent_server(cases, client)
    else:
        cases.skip("the Agent Server, its Python client and random bodies", "not installed")
    if schemathesis:
        with tempfile.TemporaryDirectory() as folder:
            contract.check(cases, server, schemathesis, document, folder)
    else:
        cases.skip("schemathesis", "not installed")
    print(f"{cases.passed} passed, {cases.failed} failed", flush=True)
    return 1 if cases.failed else 0


if __name__ == "__main__":
    paths = [Path(argument).resolve() for argument in sys.argv[1:]]
    sys.exit(main(paths[0], paths[1], paths[2], paths[3] if len(paths) > 3 else None))
