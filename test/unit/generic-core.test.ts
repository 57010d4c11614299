import { expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { root } from '../support/project.ts';

/**
 * Names that belong to the comparison of this repository and to nothing else. The list is closed: read from the data, it would
 * fail for a contributor whose framework or feature is called `table` or `date`.
 */
const names = [
  ...['twisted', 'tornado', 'orbited', 'diesel', 'multitask', 'chiral', 'eventlet', 'friendlyflow', 'weightless'],
  ...[
    'fibra',
    'concurrence',
    'circuits',
    'gevent',
    'cogen',
    'asyncio',
    'uvloop',
    'trio',
    'aiohttp',
    'nodejs',
    'go-net',
  ],
  ...['ping-pong', 'idle-memory', 'year-2009', 'year-2010', 'piel-2009', 'syncless-2010'],
  ...['epoll', 'io-uring', 'wsgi', 'comet', 'twitter', 'thread-pool', 'tcp-socket', 'websocket', 'documentation'],
  ...['attempted_rate_per_s', 'achieved_rate_per_s', 'success_share', 'latency_p50_ms', 'memory_peak_kib'],
];

test('the generator names no framework, feature, benchmark, measure, edition or source', () => {
  const files = diskFiles(root);
  const found = ['scripts', 'templates']
    .flatMap((folder) => files.list(folder))
    .filter((file) => /\.(?:ts|hbs|css)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = withoutComments(Buffer.from(files.read(file)).toString('utf8'));
      const quoted = new Set([...text.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].map((match) => match[2]));
      return names.filter((name) => quoted.has(name)).map((name) => `${file}: ${name}`);
    });
  expect(found).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
