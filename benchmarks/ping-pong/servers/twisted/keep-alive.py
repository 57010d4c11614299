import sys

from twisted.internet import epollreactor

epollreactor.install()

from twisted.internet import protocol, reactor

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(protocol.Protocol):
    request = b""

    def dataReceived(self, data):
        self.request += data
        while b"\r\n\r\n" in self.request:
            _, self.request = self.request.split(b"\r\n\r\n", 1)
            self.transport.write(ANSWER)


factory = protocol.Factory.forProtocol(Pong)
reactor.listenTCP(int(sys.argv[1]), factory, backlog=1024, interface="127.0.0.1")
reactor.run()
