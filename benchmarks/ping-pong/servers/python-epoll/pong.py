import select
import socket
import sys

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"

listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=1024)
listener.setblocking(False)
poll = select.epoll()
poll.register(listener.fileno(), select.EPOLLIN)
connections = {}


def accept():
    try:
        while True:
            connection, _ = listener.accept()
            connection.setblocking(False)
            connections[connection.fileno()] = (connection, bytearray())
            poll.register(connection.fileno(), select.EPOLLIN)
    except BlockingIOError:
        pass


def pong(descriptor):
    connection, request = connections[descriptor]
    try:
        data = connection.recv(4096)
        request += data
        if data and b"\r\n\r\n" not in request:
            return
        if data:
            connection.send(ANSWER)
    except BlockingIOError:
        return
    except OSError:
        pass
    del connections[descriptor]
    connection.close()


while True:
    for descriptor, _ in poll.poll():
        if descriptor == listener.fileno():
            accept()
        else:
            pong(descriptor)
