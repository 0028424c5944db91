"""Random bodies to the generated Hummingbird server, judged by a JSON parser and a validator that
nobody here wrote: it must accept what they accept, and nothing else."""

import http.client
import json
import random
import uuid
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import yaml

from harness import Cases, LOOPBACK, equal, generated_server

SEED = 20_26


def payload_validator(document: Path) -> Any:
    parsed = yaml.safe_load(document.read_text())
    schema = parsed["components"]["schemas"]["RunsCancel"]
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


class Values:
    """Random values, mostly near what the document allows."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)

    def payload(self) -> Any:
        if self.random.random() < 0.05:
            return self.anything()
        makers = {"status": self.status, "thread_id": self.identifier, "run_ids": self.identifiers}
        names = [name for name in makers if self.random.random() < 0.5]
        self.random.shuffle(names)
        members = {
            name: makers[name]() if self.random.random() < 0.9 else self.anything()
            for name in names
        }
        if self.random.random() < 0.2:
            members[self.random.choice(["x", "", "Status", "thread", "\u00e9"])] = self.anything()
        return members

    def status(self) -> str:
        return self.random.choice(["pending", "running", "all", "all", "ALL", "done", ""])

    def identifier(self) -> str:
        text = str(uuid.UUID(int=self.random.getrandbits(128)))
        kind = self.random.random()
        if kind < 0.75:
            return text
        if kind < 0.85:
            return text.upper()
        place = self.random.randrange(len(text))
        return text[:place] + self.random.choice(["", "-", "g", "0", " ", "{"]) + text[place + 1 :]

    def identifiers(self) -> list[str]:
        return [self.identifier() for _ in range(self.random.choice([0, 1, 1, 2, 5]))]

    def anything(self) -> Any:
        simple = [None, True, False, 0, -1, 1.5, "", "all", "\u00e9\U0001f600", [], {}]
        if self.random.random() < 0.7:
            return self.random.choice(simple)
        return self.random.choice([[self.anything()], {"status": self.anything()}])

    def damaged(self, body: bytes) -> bytes:
        """The body with a few bytes changed."""
        damaged = bytearray(body)
        for _ in range(self.random.choice([1, 1, 2, 4])):
            place = self.random.randrange(len(damaged) + 1)
            byte = self.random.choice(b'{}[]",:\\u \n\t0e-tfn\x00\x1f\x7f\x80\xc3\xed\xf4\xff')
            end = place + self.random.choice([0, 1])
            damaged[place:end] = [byte] if self.random.random() < 0.8 else []
        return bytes(damaged)


def is_acceptable(validator: Any, body: bytes) -> bool:
    try:
        return validator.is_valid(orjson.loads(body))
    except orjson.JSONDecodeError:
        return False


def is_accepted(connection: http.client.HTTPConnection, body: bytes) -> bool:
    connection.request("POST", "/runs/cancel", body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    text = response.read()
    if response.status not in (204, 422):
        raise AssertionError(f"status {response.status} for {body!r}: {text!r}")
    return response.status == 204


def compare(port: int, validator: Any, bodies: list[bytes]) -> None:
    accepted = 0
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=60)
    for body in bodies:
        found = is_accepted(connection, body)
        accepted += found
        equal(found, is_acceptable(validator, body), f"whether it accepts {body!r}")
    connection.close()
    print(f"        {accepted} of {len(bodies)} accepted", flush=True)


def check(cases: Cases, executable: Path, document: Path) -> None:
    cases.suite = "random bodies"
    validator = payload_validator(document)
    values = Values()
    intact = [json.dumps(values.payload()).encode() for _ in range(4000)]
    damaged = [values.damaged(orjson.dumps(values.payload())) for _ in range(4000)]
    with generated_server(executable, "--answer", "success") as port:
        with cases.case("4,000 JSON values, judged by jsonschema_rs"):
            compare(port, validator, intact)
        with cases.case("4,000 damaged texts, judged by orjson and jsonschema_rs"):
            compare(port, validator, damaged)
