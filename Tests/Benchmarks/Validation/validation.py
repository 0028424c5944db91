"""validation.py DOCUMENT SCHEMA DATA: what jsonschema-rs takes to validate a list of values."""

import json
import sys
import time

import jsonschema_rs


def load(path):
    with open(path) as file:
        text = file.read()
    if path.endswith(".json"):
        return json.loads(text)
    import yaml

    return yaml.safe_load(text)


def fastest(work):
    best = float("inf")
    for _ in range(30):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


document, name, data = sys.argv[1:]
schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {"$ref": f"#/components/schemas/{name}"},
    "components": load(document)["components"],
}
with open(data, "rb") as file:
    text = file.read()
validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
values = json.loads(text)
assert validator.is_valid(values)
for label, work in [
    ("json.loads", lambda: json.loads(text)),
    ("jsonschema-rs: validate", lambda: validator.is_valid(values)),
]:
    seconds = fastest(work)
    print(
        f"{label:<40}{seconds / len(values) * 1e9:10.0f} ns/value{len(text) / seconds / 1e6:8.0f} MB/s"
    )
