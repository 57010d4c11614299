const net = require('node:net');

const answer = 'HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n';

const server = net.createServer((connection) => {
  connection.on('error', () => {});
  connection.end(answer);
});

server.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 1024 });
