import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from './backend.ts';
import { hostile } from './hostile.ts';
import { repositories } from './repositories.ts';

export interface Request {
  readonly server: 'farm' | 'elsewhere';
  readonly method: string;
  readonly url: string;
}

/** Repositories and hostile answers behind addresses that look like those of a forge. */
export interface Farm {
  /** The address as a registry would name it. */
  readonly url: (name: string) => string;
  /** The address on this machine: `http://127.0.0.1:port/<name>`. */
  readonly local: (name: string) => string;
  /** A folder whose `.gitconfig` turns the one address into the other. */
  readonly home: string;
  /** Every request that came, to the farm itself and to the host that nobody may reach. */
  readonly requests: readonly Request[];
  /** The bare repositories by name. */
  readonly folder: string;
  /** Builds a repository of the table, and puts it in the place of another where `as` names one. */
  readonly plant: (name: string, as?: string) => void;
  /** Ends servers, answers and processes, and removes every file. */
  readonly close: () => Promise<void>;
}

const forge = 'https://github.com/farm/';

/**
 * Starts a farm on two ports of the loopback. The names asked for are built at once; without names all but the heavy
 * ones. Any other name of the table is built when it is first asked for over the network.
 */
export async function startFarm(names: readonly string[] = lightNames()): Promise<Farm> {
  const root = mkdtempSync(join(tmpdir(), 'proofsheet-farm-'));
  const folder = join(root, 'repositories');
  const home = join(root, 'home');
  mkdirSync(folder);
  mkdirSync(home);
  const plant: Farm['plant'] = (name, as = name) => plantIn(root, name, as);
  const requests: Request[] = [];
  const backend = startBackend(folder);
  const elsewhere = await listen((request, response) => {
    requests.push({ server: 'elsewhere', method: request.method ?? '', url: request.url ?? '' });
    response.writeHead(200, { 'content-type': 'text/plain' }).end('a secret\n');
  });
  const farm = await listen((request, response) => {
    const url = request.url ?? '';
    requests.push({ server: 'farm', method: request.method ?? '', url });
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(url) ?? [];
    const odd = Object.hasOwn(hostile, name) ? hostile[name] : undefined;
    if (odd !== undefined) {
      if (!existsSync(join(folder, 'plain'))) plant('plain');
      return odd.answer({ request, response, rest, backend, elsewhere: urlOf(elsewhere) });
    }
    if (Object.hasOwn(repositories, name) && !existsSync(join(folder, name))) plant(name);
    if (existsSync(join(folder, name))) backend.serve(request, response, url);
    else response.writeHead(404).end();
  });
  for (const name of names.filter((one) => !Object.hasOwn(hostile, one))) plant(name);
  writeFileSync(join(home, '.gitconfig'), `[url "${urlOf(farm)}/"]\n\tinsteadOf = ${forge}\n`);
  const close = async (): Promise<void> => {
    await Promise.all([shut(farm), shut(elsewhere), backend.close()]);
    rmSync(root, { recursive: true, force: true });
  };
  return {
    url: (name) => `${forge}${name}`,
    local: (name) => `${urlOf(farm)}/${name}`,
    ...{ home, requests, folder, plant, close },
  };
}

/** Every name of the table that is quick to build. */
export function lightNames(): readonly string[] {
  return Object.keys(repositories).filter((name) => repositories[name]?.heavy !== true);
}

function plantIn(root: string, name: string, as: string): void {
  const planted = Object.hasOwn(repositories, name) ? repositories[name] : undefined;
  if (planted === undefined) throw new Error(`the farm knows no repository called ${name}`);
  const staging = mkdtempSync(join(root, 'staging-'));
  planted.build(join(staging, 'new'));
  const place = join(root, 'repositories', as);
  if (existsSync(place)) renameSync(place, join(staging, 'old'));
  renameSync(join(staging, 'new'), place);
  rmSync(staging, { recursive: true });
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
