import sys

import curio

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


async def pong(connection, address):
    request = b""
    while b"\r\n\r\n" not in request:
        data = await connection.recv(4096)
        if not data:
            return
        request += data
    await connection.sendall(ANSWER)


async def main(port):
    await curio.tcp_server("127.0.0.1", port, pong, backlog=1024)


curio.run(main, int(sys.argv[1]))
