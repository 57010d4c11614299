import asyncio
import sys

from tornado.iostream import StreamClosedError
from tornado.tcpserver import TCPServer

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(TCPServer):
    async def handle_stream(self, stream, address):
        try:
            while True:
                await stream.read_until(b"\r\n\r\n")
                await stream.write(ANSWER)
        except StreamClosedError:
            pass
        stream.close()


async def main(port):
    server = Pong()
    server.bind(port, "127.0.0.1", backlog=1024)
    server.start()
    await asyncio.Event().wait()


asyncio.run(main(int(sys.argv[1])))
