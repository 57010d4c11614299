import sys

from sanic import Sanic, text

app = Sanic("pong")
app.config.MOTD = False


@app.get("/")
async def pong(request):
    return text("Pong!\r\n")


app.run(host="127.0.0.1", port=int(sys.argv[1]), backlog=1024, single_process=True, access_log=False)
