import sys

from circuits import handler
from circuits.core.pollers import EPoll
from circuits.net.events import close, write
from circuits.net.sockets import TCPServer

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(TCPServer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.requests = {}

    @handler("read")
    def on_read(self, connection, data):
        request = self.requests.get(connection, b"") + data
        self.requests[connection] = request
        if b"\r\n\r\n" in request:
            self.fire(write(connection, ANSWER))
            self.fire(close(connection))

    @handler("disconnect")
    def on_disconnect(self, connection):
        self.requests.pop(connection, None)


server = Pong(("127.0.0.1", int(sys.argv[1])), backlog=1024)
EPoll().register(server)
server.run()
