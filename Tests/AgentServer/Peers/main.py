"""main.py SCENARIO SERVER: the generated client against a real Agent Server and against one of the
generated stubs, and the Agent Server's own client against the latter; ends with the counts."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Interop" / "Peers"))

import harness
import own_client


def run_scenario(cases: harness.Cases, scenario: Path, name: str, address: str) -> None:
    """Runs the scenario, which prints its own cases, and adds its counts."""
    print(f"  {name}", flush=True)
    result = subprocess.run([scenario, address], stdout=subprocess.PIPE, text=True, timeout=300)
    print(result.stdout, end="", flush=True)
    words = result.stdout.splitlines()[-1].split() if result.stdout else []
    if len(words) == 4 and words[1] == "passed,":
        cases.passed += int(words[0])
        cases.failed += int(words[2])
    else:
        cases.failed += 1
        print(f"  FAIL  {name}: exit code {result.returncode}", flush=True)


def main(scenario: Path, server: Path) -> int:
    # All peers are on this machine.
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = f"{harness.LOOPBACK},localhost"
    harness.end_orderly_on_signals()
    cases = harness.Cases()
    with harness.agent_server() as address:
        run_scenario(cases, scenario, "generated client → Agent Server", address)
    with harness.generated_server(server) as port:
        address = f"http://{harness.LOOPBACK}:{port}"
        run_scenario(cases, scenario, "generated client → generated server", address)
    with harness.generated_server(server) as port:
        own_client.check(cases, port)
    print(f"{cases.passed} passed, {cases.failed} failed", flush=True)
    return 1 if cases.failed else 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument).resolve() for argument in sys.argv[1:])))
