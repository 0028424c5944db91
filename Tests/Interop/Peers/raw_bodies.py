"""Bodies for POST /runs/cancel, by the document's own rules."""

A = "7c0b4b3e-2f0e-4b8e-9a55-0d1f6f6f7a01"
B = "1ef0c5a2-9d1b-4e3f-8c77-5b0a9e2d4c02"


def text(value: str) -> bytes:
    """The value's `A` and `B` stand for two UUIDs."""
    return value.replace('"A"', f'"{A}"').replace('"B"', f'"{B}"').encode()


ACCEPTED: dict[str, bytes] = {
    "status pending": b'{"status":"pending"}',
    "status running": b'{"status":"running"}',
    "status all": b'{"status":"all"}',
    "thread and runs": text('{"thread_id":"A","run_ids":["B"]}'),
    "members in another order": text('{"run_ids":["A","B"],"thread_id":"A"}'),
    "no runs": text('{"thread_id":"A","run_ids":[]}'),
    "the same run twice": text('{"thread_id":"A","run_ids":["B","B"]}'),
    "UUIDs in upper case": text('{"thread_id":"A","run_ids":["B"]}').upper()
    .replace(b"THREAD_ID", b"thread_id").replace(b"RUN_IDS", b"run_ids"),
    "status and thread": text('{"status":"all","thread_id":"A"}'),
    "status and runs": text('{"status":"all","run_ids":["B"]}'),
    "unknown members": b'{"status":"all","Status":1,"x":{"y":[null,true,1.5e300,"\xc3\xa9"]}}',
    "an unknown empty member": b'{"status":"all","":null}',
    "white space": b' \t\r\n{ "status" :\n"all" } \r\n',
    "an escaped name": b'{"st\\u0061tus":"all"}',
    "an escaped value": b'{"status":"\\u0061ll"}',
    "an unknown number beyond all types": b'{"status":"all","n":123456789012345678901234567890.5}',
    "an escaped pair of surrogates": b'{"status":"all","x":"\\ud83d\\ude00"}',
}

# What is rejected, with what the answer's text must mention.
REJECTED: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "no members": (b"{}", ("exactly one",)),
    "only an unknown member": (b'{"x":1}', ("exactly one",)),
    "only thread_id": (text('{"thread_id":"A"}'), ("exactly one",)),
    "only run_ids": (text('{"run_ids":["B"]}'), ("exactly one",)),
    "both branches": (text('{"status":"all","thread_id":"A","run_ids":["B"]}'), ("exactly one",)),
    "both branches, no runs": (text('{"status":"all","thread_id":"A","run_ids":[]}'), ("exactly one",)),
    "an unknown status": (b'{"status":"finished"}', ("status",)),
    "a status in upper case": (b'{"status":"ALL"}', ("status",)),
    "an empty status": (b'{"status":""}', ("status",)),
    "a status with a NUL": (b'{"status":"all\\u0000"}', ("status",)),
    "a status that is a number": (b'{"status":1}', ("status",)),
    "a status that is an array": (b'{"status":["all"]}', ("status",)),
    "a status that is an object": (b'{"status":{"status":"all"}}', ("status",)),
    "a status that is null": (b'{"status":null}', ("status",)),
    "a good status and a null thread": (b'{"status":"all","thread_id":null}', ("thread_id",)),
    "a good status and null runs": (b'{"status":"all","run_ids":null}', ("run_ids",)),
    "a null thread": (text('{"thread_id":null,"run_ids":["B"]}'), ("thread_id",)),
    "null runs": (text('{"thread_id":"A","run_ids":null}'), ("run_ids",)),
    "a null run": (text('{"thread_id":"A","run_ids":[null]}'), ("run_ids/0",)),
    "runs that are a text": (text('{"thread_id":"A","run_ids":"B"}'), ("run_ids",)),
    "runs that are an object": (text('{"thread_id":"A","run_ids":{"0":"B"}}'), ("run_ids",)),
    "a thread that is no UUID": (text('{"thread_id":"thread","run_ids":["B"]}'), ("thread_id",)),
    "a thread that is a number": (text('{"thread_id":1,"run_ids":["B"]}'), ("thread_id",)),
    "a thread in braces": (text('{"thread_id":"A","run_ids":[]}').replace(b'"7c', b'"{7c')
                           .replace(b'01"', b'01}"'), ("thread_id",)),
    "a thread without dashes": (text('{"thread_id":"A","run_ids":[]}').replace(b"-", b""),
                                ("thread_id",)),
    "a thread with white space": (text('{"thread_id":"A","run_ids":[]}').replace(b'"7c', b'" 7c'),
                                  ("thread_id",)),
    "a run that is no UUID": (text('{"thread_id":"A","run_ids":["B","run"]}'), ("run_ids/1",)),
    "a run that is a number": (text('{"thread_id":"A","run_ids":[1]}'), ("run_ids/0",)),
    "a good status and a bad run": (b'{"status":"all","run_ids":["run"]}', ("run_ids/0",)),
    "null": (b"null", ("object",)),
    "an array": (b'[{"status":"all"}]', ("object",)),
    "a text": (b'"all"', ("object",)),
    "a number": (b"1", ("object",)),
    "true": (b"true", ("object",)),
    "nothing": (b"", ()),
    "white space": (b" \n", ()),
    "an open brace": (b"{", ()),
    "an open text": (b'{"status":"all', ()),
    "no closing brace": (b'{"status":"all"', ()),
    "a comma at the end": (b'{"status":"all",}', ()),
    "something after the end": (b'{"status":"all"} x', ()),
    "two values": (b'{"status":"all"}{"status":"all"}', ()),
    "a comment": (b'{"status":"all"} // all', ()),
    "single quotes": (b"{'status':'all'}", ()),
    "names without quotes": (b'{status:"all"}', ()),
    "NaN": (b'{"status":"all","x":NaN}', ()),
    "Infinity": (b'{"status":"all","x":-Infinity}', ()),
    "a number with a leading zero": (b'{"status":"all","x":01}', ()),
    "a raw control character in a text": (b'{"status":"all","x":"\x01"}', ()),
    "a bad escape": (b'{"status":"all","x":"\\q"}', ()),
    "bad UTF-8": (b'{"status":"all","x":"\xff\xfe"}', ()),
    "overlong UTF-8": (b'{"status":"all","x":"\xc0\xaf"}', ()),
    "UTF-16": ('{"status":"all"}'.encode("utf-16"), ()),
    "a lone surrogate": (b'{"status":"all","x":"\\ud800"}', ()),
    "a form": (b"status=all", ()),
    "arrays 100,000 deep": (b'{"status":"all","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", ()),
    "objects 100,000 deep": (b'{"x":' * 100_000 + b"1" + b"}" * 100_000, ()),
    "100,000 open brackets": (b"[" * 100_000, ()),
}
