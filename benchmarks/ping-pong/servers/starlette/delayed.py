import asyncio

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def pong(request):
    await asyncio.sleep(0.1)
    return PlainTextResponse("Pong!\r\n")


app = Starlette(routes=[Route("/", pong)])
