"""Compares documents as read by Apus with what independent parsers make of them.

Reads lines "path, tab, JSON" from the file named: the JSON is the value that Apus has read from the
file. JSON files are read again by Python's json, others by PyYAML with scalars resolved by the YAML 1.2
core schema. Numbers are compared exactly, members in their order. Prints every difference and leaves
with status 1 if there is any; with status 2 if PyYAML isn't installed.
"""

import json
import re
import sys
from decimal import Decimal

try:
    import yaml
except ImportError:
    sys.exit(2)

NULL = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
OCTAL = re.compile(r"0o[0-7]+\Z")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")


class Members(list):
    """The members of an object in their order."""


def plain(text):
    """The value of plain text in the core schema (YAML 1.2.2, section 10.3.2)."""
    if text in NULL:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if DECIMAL.match(text):
        return Decimal(text)
    if OCTAL.match(text):
        return Decimal(int(text[2:], 8))
    if HEXADECIMAL.match(text):
        return Decimal(int(text[2:], 16))
    return text


def value(node):
    """The value of a PyYAML node; keys are always strings."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else plain(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [value(child) for child in node.value]
    return Members((key.value, value(child)) for key, child in node.value)


def parse_json(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=Members)


def reference(path):
    """What the independent parser makes of a file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    if path.endswith(".json"):
        return parse_json(text)
    return value(yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def difference(ours, theirs, pointer=""):
    """Where two values differ, or None."""
    if type(ours) is not type(theirs):
        return f"{pointer}: {ours!r:.80} and {theirs!r:.80}"
    if isinstance(ours, Members):
        if [key for key, _ in ours] != [key for key, _ in theirs]:
            return f"{pointer}: other keys"
        pairs = ((key, a, b) for (key, a), (_, b) in zip(ours, theirs))
    elif isinstance(ours, list):
        if len(ours) != len(theirs):
            return f"{pointer}: {len(ours)} and {len(theirs)} elements"
        pairs = ((index, a, b) for index, (a, b) in enumerate(zip(ours, theirs)))
    else:
        return None if ours == theirs else f"{pointer}: {ours!r:.80} and {theirs!r:.80}"
    found = (difference(a, b, f"{pointer}/{key}") for key, a, b in pairs)
    return next((place for place in found if place), None)


def main():
    sys.setrecursionlimit(10_000)
    equal = different = 0
    for line in open(sys.argv[1], encoding="utf-8", newline="\n"):
        path, text = line.rstrip("\n").split("\t", 1)
        try:
            theirs = reference(path)
        except (yaml.YAMLError, ValueError) as error:
            print(f"{path}: the independent parser refuses it: {str(error).splitlines()[0]}")
            continue
        place = difference(parse_json(text), theirs)
        if place:
            different += 1
            print(f"{path}: {place}")
        else:
            equal += 1
    print(f"documents: {equal} equal, {different} different")
    sys.exit(1 if different else 0)


main()
