import asyncio
import socket
import sys

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


async def pong(loop, connection):
    with connection:
        request = b""
        while b"\r\n\r\n" not in request:
            data = await loop.sock_recv(connection, 4096)
            if not data:
                return
            request += data
        await loop.sock_sendall(connection, ANSWER)


async def main(port):
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", port), backlog=1024)
    listener.setblocking(False)
    tasks = set()
    while True:
        connection, _ = await loop.sock_accept(listener)
        task = loop.create_task(pong(loop, connection))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


asyncio.run(main(int(sys.argv[1])))
