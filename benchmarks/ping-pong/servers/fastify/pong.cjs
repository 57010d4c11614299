const fastify = require('fastify')();

fastify.get('/', (request, reply) => {
  reply.type('text/plain').send('Pong!\r\n');
});

fastify.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 1024 });
