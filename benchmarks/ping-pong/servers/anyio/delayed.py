import sys

import anyio

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


async def pong(stream):
    async with stream:
        request = b""
        while b"\r\n\r\n" not in request:
            try:
                request += await stream.receive(4096)
            except anyio.EndOfStream:
                return
        await anyio.sleep(0.1)
        await stream.send(ANSWER)


async def main(port):
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=port, backlog=1024)
    await listener.serve(pong)


anyio.run(main, int(sys.argv[1]))
