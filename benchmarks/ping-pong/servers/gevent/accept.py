import sys

from gevent.server import StreamServer

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


def pong(connection, address):
    with connection:
        connection.sendall(ANSWER)


server = StreamServer(("127.0.0.1", int(sys.argv[1])), pong, backlog=1024)
server.serve_forever()
