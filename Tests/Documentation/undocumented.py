#!/usr/bin/env python3
"""Lists the public declarations of symbol graphs that nothing is said of.

    Tests/Documentation/undocumented.py FILE.symbols.json…

What a protocol asks for is documented there, and the compiler hands that on to what fulfils it. What
the compiler itself makes has no place in a file, and needs no words. Leaves with status 1 if one is
listed.
"""

import json
import sys


def undocumented(graph):
    """The declarations without a comment: where each is, and what it is called."""
    for symbol in graph["symbols"]:
        place = symbol.get("location")
        if place is None or "docComment" in symbol:
            continue
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        file = place["uri"].removeprefix("file://")
        yield f"{file}:{place['position']['line'] + 1}", ".".join(symbol["pathComponents"])


def main(paths):
    found = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        for place, name in undocumented(graph):
            found += 1
            print(f"{place}: error: nothing is said of {name}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
