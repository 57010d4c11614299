const http = require('node:http');

const server = http.createServer((request, response) => {
  response.setHeader('Content-Length', 7);
  setTimeout(() => response.end('Pong!\r\n'), 100);
});

server.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 1024 });
