import asyncio
import sys

from aiohttp import web


async def pong(request):
    await asyncio.sleep(0.1)
    return web.Response(text="Pong!\r\n")


app = web.Application()
app.router.add_get("/", pong)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), backlog=1024, access_log=None, print=None)
