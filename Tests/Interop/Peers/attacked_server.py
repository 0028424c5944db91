"""What is known of a server while it is attacked, and how its clients go away."""

import os
import resource
import socket
import struct
from pathlib import Path

from raw_http import ask, connect, expect_no_content

MEGABYTE = 1 << 20


class Server:
    """A server that is attacked."""

    def __init__(self, port: int, process: int) -> None:
        self.port = port
        self.process = process

    def memory(self) -> int:
        """The memory that it holds, in bytes."""
        pages = Path(f"/proc/{self.process}/statm").read_text().split()[1]
        return int(pages) * resource.getpagesize()

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process}/fd"))

    def expect_service(self) -> None:
        with connect(self.port) as connection:
            expect_no_content(ask(connection))


def reset(raw: socket.socket) -> None:
    """Ends a connection as if its client had been unplugged."""
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raw.close()


def allow_connections() -> None:
    """Lets this process, and those that it starts, have as many connections as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65536), most))
