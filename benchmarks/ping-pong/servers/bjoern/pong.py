import sys

import bjoern


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "7")])
    return [b"Pong!\r\n"]


bjoern.run(app, "127.0.0.1", int(sys.argv[1]))
