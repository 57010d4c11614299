import asyncore
import sys

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(asyncore.dispatcher_with_send):
    request = b""

    def handle_read(self):
        self.request += self.recv(4096)
        if b"\r\n\r\n" in self.request:
            self.send(ANSWER)
            self.close()


class Server(asyncore.dispatcher):
    def __init__(self, port):
        super().__init__()
        self.create_socket()
        self.set_reuse_addr()
        self.bind(("127.0.0.1", port))
        self.listen(1024)

    def handle_accepted(self, connection, address):
        Pong(connection)


server = Server(int(sys.argv[1]))
asyncore.loop(use_poll=True)
