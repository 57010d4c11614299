import sys

import eventlet

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


def pong(connection, address):
    with connection:
        connection.sendall(ANSWER)


listener = eventlet.listen(("127.0.0.1", int(sys.argv[1])), backlog=1024)
eventlet.serve(listener, pong)
