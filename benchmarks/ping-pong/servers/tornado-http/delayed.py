import asyncio
import sys

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler


class Pong(RequestHandler):
    async def get(self):
        await asyncio.sleep(0.1)
        self.write("Pong!\r\n")


async def main(port):
    server = HTTPServer(Application([("/", Pong)], log_function=lambda handler: None))
    server.bind(port, "127.0.0.1", backlog=1024)
    server.start()
    await asyncio.Event().wait()


asyncio.run(main(int(sys.argv[1])))
