import os
import sys

# Robyn reads its settings from the command line and the environment.
port = int(sys.argv.pop())
os.environ["ROBYN_CLIENT_TIMEOUT"] = "60"

from robyn import Robyn

app = Robyn(__file__)


@app.get("/")
async def pong(request):
    return "Pong!\r\n"


app.start(host="127.0.0.1", port=port)
