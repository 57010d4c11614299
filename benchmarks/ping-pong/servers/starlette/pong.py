from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def pong(request):
    return PlainTextResponse("Pong!\r\n")


app = Starlette(routes=[Route("/", pong)])
