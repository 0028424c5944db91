"""schemathesis against the generated Hummingbird server: all its checks, nothing left out."""

import re
import subprocess
import uuid
from pathlib import Path

from harness import Cases, LOOPBACK, generated_server

PHASES = "examples,coverage,fuzzing,stateful"


def run(schemathesis: Path, document: Path, port: int, folder: str, seed: int) -> None:
    result = subprocess.run(
        [
            schemathesis, "--no-color", "run", document, "--url", f"http://{LOOPBACK}:{port}",
            "--checks", "all", "--phases", PHASES, "--mode", "all", "--max-examples", "200",
            "--seed", str(seed), "--generation-database", "none", "--request-timeout", "60",
            "--continue-on-failure",
        ],
        cwd=folder, capture_output=True, text=True, timeout=600,
    )
    cases = re.search(r"(\d[\d,]*) generated", result.stdout)
    print(f"        schemathesis: {cases.group(0) if cases else 'no count'}", flush=True)
    if result.returncode != 0:
        raise AssertionError(f"exit code {result.returncode}\n{result.stdout}\n{result.stderr}")


def check(cases: Cases, executable: Path, schemathesis: Path, document: Path, folder: str) -> None:
    cases.suite = "schemathesis → generated server"
    thread = uuid.uuid4()
    seeds = [part for _ in range(5) for part in ("--run", f"{thread}/{uuid.uuid4()}/pending")]
    servers = {
        "where every request that gets through succeeds": ["--answer", "success"],
        "without runs": [],
        "with runs": seeds,
    }
    for seed, (name, arguments) in enumerate(servers.items(), start=1):
        with cases.case(f"all checks hold on a server {name}"):
            with generated_server(executable, *arguments) as port:
                run(schemathesis, document, port, folder, seed)
