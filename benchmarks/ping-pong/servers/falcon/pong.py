import falcon.asgi


class Pong:
    async def on_get(self, request, response):
        response.content_type = "text/plain"
        response.text = "Pong!\r\n"


app = falcon.asgi.App()
app.add_route("/", Pong())
