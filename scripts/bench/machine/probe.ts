import { connect } from 'node:net';

const patienceMs = 5000;

/** Does a server answer one client? What it had to do before may take it a moment. */
export function answersOne(port: number, request: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    const late = setTimeout(() => finish(false), patienceMs);
    socket
      .on('connect', () => socket.write(request))
      .on('data', () => finish(true))
      .on('error', () => finish(false))
      .on('end', () => finish(false))
      .on('close', () => clearTimeout(late));
  });
}
