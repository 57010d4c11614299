import sys

import alder


def relay(message):
    alder.send(message)


alder.listen(int(sys.argv[1]), relay)
