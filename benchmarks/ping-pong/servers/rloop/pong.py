import asyncio
import sys

import rloop

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.request = b""

    def data_received(self, data):
        self.request += data
        if b"\r\n\r\n" in self.request:
            self.transport.write(ANSWER)
            self.transport.close()


async def main(port):
    loop = asyncio.get_running_loop()
    await loop.create_server(Pong, "127.0.0.1", port, backlog=1024)
    await asyncio.Event().wait()


asyncio.run(main(int(sys.argv[1])), loop_factory=rloop.new_event_loop)
