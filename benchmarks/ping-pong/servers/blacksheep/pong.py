from blacksheep import Application, get, text

app = Application()


@get("/")
async def pong():
    return text("Pong!\r\n")
