"""measure.py NAME=TOOL… -- DOCUMENT…: prints a table of how long each tool takes, and the most memory.

Each figure is the best of some runs, in milliseconds: the time that passes and, of that, the time that
a processor works for it. What else the machine does only adds to them.
"""

import os
import subprocess
import sys
import tempfile
import time


def run(arguments):
    """One run: its time and its processor's in milliseconds, and its most memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit code {process.returncode}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return elapsed, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / scale


def best(arguments):
    """The best of as many runs as fit into two seconds: at least 3, at most 50."""
    runs = []
    start = time.perf_counter()
    while len(runs) < 3 or (len(runs) < 50 and time.perf_counter() - start < 2):
        runs.append(run(arguments))
    times, work, memory = zip(*runs)
    return min(times), min(work), max(memory)


def main():
    separator = sys.argv.index("--")
    tools = [word.split("=", 1) for word in sys.argv[1:separator]]
    documents = sys.argv[separator + 1 :]
    print(f"{'':38}" + "".join(f"{name:>32}" for name, _ in tools))

    def row(title, arguments):
        cells = ""
        for _, tool in tools:
            elapsed, work, memory = best([tool, *arguments])
            cells += f"{elapsed:9.1f} ms{work:9.1f} ms{memory:5.0f} MiB"
        print(f"{title:38}{cells}", flush=True)

    row("cold start (--version)", ["--version"])
    with tempfile.TemporaryDirectory() as folder:
        for index, document in enumerate(documents):
            output = ["--output", f"{folder}/{index}", "--quiet"]
            name = "/".join(document.split("/")[-2:])
            # The first of the runs writes the files; what is measured finds them as they are.
            row(f"generate {name}"[:37], ["generate", document, *output])
            row(f"check {name}"[:37], ["check", document, *output])
            row(f"diff {name}, itself"[:37], ["diff", document, document])


main()
