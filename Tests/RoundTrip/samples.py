"""The values that a document gives for its schemas, and the document with types for them."""

import collections
import copy
import json
import urllib.parse

# Where schemas stand in a schema: by themselves, in a list, or by names.
SINGLE = {
    "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not",
    "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
}
LISTS = {"allOf", "anyOf", "oneOf", "prefixItems"}
MAPS = {"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"}
# What a schema says that does not change which values it allows.
ANNOTATIONS = {
    "$comment", "default", "deprecated", "description", "example", "examples", "externalDocs",
    "readOnly", "title", "writeOnly", "xml",
}
# The fields of OpenAPI's objects whose values are other objects by their names.
NAMED = {
    "callbacks", "content", "encoding", "headers", "mediaTypes", "parameters", "pathItems", "paths",
    "requestBodies", "responses", "securitySchemes", "webhooks",
}
# So many schemas become properties of one object.
PROPERTIES = 50


def escaped(token):
    return token.replace("~", "~0").replace("/", "~1")


class Samples:
    """The values of a document."""

    prefix = "RoundTripSamples"

    def __init__(self, document):
        self.document = copy.deepcopy(document)
        self.root = document
        self.skipped = collections.Counter()
        self.values = []
        # The schemas as properties have them, and their places by their texts.
        self.schemas = []
        self.numbers = {}
        self.visit(document, "")
        self.add_types()

    @property
    def types(self):
        return [f"{self.prefix}{index}" for index in range(-(-len(self.schemas) // PROPERTIES))]

    def add_types(self):
        """Adds objects whose properties are the schemas."""
        properties = [(f"v{index}", schema) for index, schema in enumerate(self.schemas)]
        components = self.document.setdefault("components", {}).setdefault("schemas", {})
        for index, name in enumerate(self.types):
            part = properties[index * PROPERTIES : (index + 1) * PROPERTIES]
            components[name] = {
                "type": "object", "additionalProperties": False, "properties": dict(part)}

    def visit(self, node, pointer, are_names=False):
        """Looks for schemas and values in what is no schema.

        The keys of a map may be names, which mean nothing by themselves.
        """
        if isinstance(node, list):
            for index, element in enumerate(node):
                self.visit(element, f"{pointer}/{index}")
        elif isinstance(node, dict) and are_names:
            for name, element in node.items():
                self.visit(element, f"{pointer}/{escaped(name)}")
        elif isinstance(node, dict):
            if isinstance(node.get("schema"), dict):
                self.take(node, node["schema"], f"{pointer}/schema")
            for key, value in node.items():
                self.visit_field(key, value, f"{pointer}/{escaped(key)}")

    def visit_field(self, key, value, pointer):
        if key in {"schema", "itemSchema"}:
            self.visit_schema(value, pointer)
        elif key == "schemas" and isinstance(value, dict):
            for name, schema in value.items():
                self.visit_schema(schema, f"{pointer}/{escaped(name)}")
        elif key not in {"example", "examples", "links"} and not key.startswith("x-"):
            self.visit(value, pointer, are_names=key in NAMED)

    def visit_schema(self, schema, pointer):
        if not isinstance(schema, dict):
            return
        self.take(schema, schema, pointer)
        for key, value in schema.items():
            below = f"{pointer}/{escaped(key)}"
            if key in SINGLE:
                self.visit_schema(value, below)
            elif key in LISTS and isinstance(value, list):
                for index, element in enumerate(value):
                    self.visit_schema(element, f"{below}/{index}")
            elif key in MAPS and isinstance(value, dict):
                for name, element in value.items():
                    self.visit_schema(element, f"{below}/{escaped(name)}")

    def take(self, node, schema, pointer):
        """The values that a node gives for a schema."""
        if "example" in node:
            self.add(node["example"], schema, pointer)
        if "default" in node:
            self.add(node["default"], schema, pointer)
        examples = node.get("examples")
        if isinstance(examples, dict):
            for example in examples.values():
                self.take_example(example, schema, pointer)
        elif isinstance(examples, list):
            for example in examples:
                self.add(example, schema, pointer)

    def take_example(self, example, schema, pointer):
        """The value of an Example Object, which may stand elsewhere."""
        for _ in range(10):
            if not isinstance(example, dict) or "$ref" not in example:
                break
            example = self.at(example["$ref"])
        if not isinstance(example, dict):
            self.skipped["an example that is not there"] += 1
        elif "dataValue" in example or "value" in example:
            self.add(example.get("dataValue", example.get("value")), schema, pointer)
        elif "externalValue" in example:
            self.skipped["an example in a file of its own"] += 1
        else:
            self.skipped["an example without a value"] += 1

    def at(self, reference):
        node = self.root
        for token in urllib.parse.unquote(reference.removeprefix("#")).split("/")[1:]:
            token = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, dict):
                node = node.get(token)
            elif isinstance(node, list) and token.isdigit() and int(token) < len(node):
                node = node[int(token)]
            else:
                return None
        return node

    def add(self, value, schema, pointer):
        own = as_property(schema, pointer)
        number = self.numbers.setdefault(json.dumps(own, sort_keys=True), len(self.schemas))
        if number == len(self.schemas):
            self.schemas.append(own)
        member = json.dumps({f"v{number}": value}, ensure_ascii=False)
        self.values.append({"type": number // PROPERTIES, "place": pointer, "json": member})


def as_property(schema, pointer):
    """A schema that allows the same as the one at a pointer: short, so that many are the same."""
    rules = {key: rule for key, rule in schema.items() if key not in ANNOTATIONS}
    reference = rules.get("$ref")
    if list(rules) == ["$ref"] and str(reference).startswith("#/components/schemas/"):
        return rules
    kind = rules.get("type")
    is_scalar = kind in ("boolean", "integer", "number", "string") and not isinstance(kind, list)
    if is_scalar and not SINGLE & set(rules) and not LISTS & set(rules):
        return rules
    return {"$ref": "#" + urllib.parse.quote(pointer, safe="/~!$&'()*+,;=:@")}
