import sys

from twisted.internet import epollreactor

epollreactor.install()

from twisted.internet import protocol, reactor

ANSWER = b"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n"


class Pong(protocol.Protocol):
    request = b""

    def dataReceived(self, data):
        self.request += data
        if b"\r\n\r\n" in self.request:
            reactor.callLater(0.1, self.pong)

    def pong(self):
        self.transport.write(ANSWER)
        self.transport.loseConnection()


factory = protocol.Factory.forProtocol(Pong)
reactor.listenTCP(int(sys.argv[1]), factory, backlog=1024, interface="127.0.0.1")
reactor.run()
