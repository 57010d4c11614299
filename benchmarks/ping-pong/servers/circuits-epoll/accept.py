import sys

from circuits import handler
from circuits.core.pollers import EPoll
from circuits.net.events import close, write
from circuits.net.sockets import TCPServer

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(TCPServer):
    @handler("connect")
    def on_connect(self, connection, *address):
        self.fire(write(connection, ANSWER))
        self.fire(close(connection))


server = Pong(("127.0.0.1", int(sys.argv[1])), backlog=1024)
EPoll().register(server)
server.run()
