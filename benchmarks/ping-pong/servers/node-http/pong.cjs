const http = require('node:http');

const server = http.createServer((request, response) => {
  response.setHeader('Content-Length', 7);
  response.end('Pong!\r\n');
});

server.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 1024 });
