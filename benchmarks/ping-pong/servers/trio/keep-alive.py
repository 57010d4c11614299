import sys

import trio

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


async def pong(stream):
    request = b""
    while True:
        while b"\r\n\r\n" not in request:
            data = await stream.receive_some(4096)
            if not data:
                return
            request += data
        _, request = request.split(b"\r\n\r\n", 1)
        await stream.send_all(ANSWER)


async def main(port):
    await trio.serve_tcp(pong, port, host="127.0.0.1", backlog=1024)


trio.run(main, int(sys.argv[1]))
