import asyncio
import sys

import uvloop

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


async def pong(reader, writer):
    try:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(0.1)
        writer.write(ANSWER)
    except asyncio.IncompleteReadError:
        pass
    writer.close()


async def main(port):
    server = await asyncio.start_server(pong, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


uvloop.run(main(int(sys.argv[1])))
