import { expect, test } from 'vitest';
import { readHttperf } from '../../../scripts/bench/plan/httperf.ts';

// As httperf 0.9.0 of Debian wrote it, against a server that was too slow for it.
const report = `httperf --hog --timeout=5 --client=0/1 --server=127.0.0.1 --port=63000 --uri=/ --rate=500 --num-conns=2000 --num-calls=1
Maximum connect burst length: 103

Total: connections 1951 requests 1951 replies 1951 test-duration 4.002 s

Connection rate: 487.5 conn/s (2.1 ms/conn, <=1022 concurrent connections)
Connection time [ms]: min 0.2 avg 658.6 max 2072.2 median 338.5 stddev 701.0
Connection time [ms]: connect 19.0
Connection length [replies/conn]: 1.000

Reply status: 1xx=0 2xx=1951 3xx=0 4xx=0 5xx=0

CPU time [s]: user 0.02 system 0.44 (user 0.6% system 11.1% total 11.6%)

Errors: total 49 client-timo 0 socket-timo 0 connrefused 0 connreset 0
Errors: fd-unavail 49 addrunavail 0 ftab-full 0 other 0
`;

test('what httperf could not open is its own failure', () => {
  const read = readHttperf(report, 2000, 500);
  expect(read).toMatchObject({
    requests: 2000,
    answered: 1951,
    serverErrors: 0,
    generatorErrors: 49,
    errorsDescriptors: 49,
  });
  expect(read).toMatchObject({ latencyP50Ms: 338.5, latencyAvgMs: 658.6, connectionRate: 487.5, openMax: 1022 });
});

test('an answer that is no success is an error of the server', () => {
  const failing = report.replace('2xx=1951', '2xx=1900').replace('5xx=0', '5xx=51');
  expect(readHttperf(failing, 2000, 500)).toMatchObject({ answered: 1900, serverErrors: 51, errorsOther: 51 });
});

test('a report that was cut short is none', () => {
  for (const end of [0, 200, 400, report.indexOf('Errors: fd')])
    expect(readHttperf(report.slice(0, end), 2000, 500)).toBeNull();
});
