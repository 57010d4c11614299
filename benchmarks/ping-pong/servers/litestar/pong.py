from litestar import Litestar, MediaType, get


@get("/", media_type=MediaType.TEXT)
async def pong() -> str:
    return "Pong!\r\n"


app = Litestar([pong], openapi_config=None)
