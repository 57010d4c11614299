import sys

import birch


async def relay(message):
    await birch.send(message)


birch.listen(int(sys.argv[1]), relay)
