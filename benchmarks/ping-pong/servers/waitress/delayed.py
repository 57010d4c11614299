import sys
import time

import waitress


def app(environ, start_response):
    time.sleep(0.1)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "7")])
    return [b"Pong!\r\n"]


waitress.serve(app, host="127.0.0.1", port=int(sys.argv[1]), backlog=1024)
