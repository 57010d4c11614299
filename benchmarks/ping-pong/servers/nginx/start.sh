#!/bin/sh
# nginx takes no port on its command line.
echo "listen 127.0.0.1:$1 backlog=1024;" >listen.conf
exec nginx -p . -c nginx.conf
