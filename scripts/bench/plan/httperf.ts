import type { Quantities } from './quantity.ts';

/** What httperf printed of one step; null where the report is not whole. `requests` is what was asked of it. */
export function readHttperf(out: string, requests: number, rate: number): Quantities | null {
  const numbers = (pattern: RegExp): readonly number[] | null => pattern.exec(out)?.slice(1).map(Number) ?? null;
  const total = numbers(/^Total: connections (\d+) requests \d+ replies (\d+) test-duration ([\d.]+) s$/m);
  const time = numbers(/^Connection time \[ms\]: min ([\d.]+) avg ([\d.]+) max ([\d.]+) median ([\d.]+)/m);
  const status = numbers(/^Reply status: 1xx=\d+ 2xx=(\d+)/m);
  const opened = numbers(/^Connection rate: ([\d.]+) conn\/s \([^)]*<=(\d+) concurrent/m);
  const cpu = numbers(/^CPU time \[s\]: user ([\d.]+) system ([\d.]+)/m);
  const server = numbers(/^Errors: total \d+ client-timo (\d+) socket-timo (\d+) connrefused (\d+) connreset (\d+)$/m);
  const own = numbers(/^Errors: fd-unavail (\d+) addrunavail (\d+) ftab-full (\d+) other (\d+)$/m);
  if (total === null || time === null || status === null || server === null || own === null) return null;
  const [started = 0, , durationS = 0] = total;
  const [answered = 0] = status;
  const [timeouts = 0, socketTimeouts = 0, refused = 0, reset = 0] = server;
  const [descriptors = 0, ports = 0, table = 0, other = 0] = own;
  const generatorErrors = descriptors + ports + table;
  const named = timeouts + socketTimeouts + refused + reset;
  return {
    ...{ attemptedRate: rate, durationS, requests, answered },
    // The last connection is due one interval before the end of the window, and httperf may end there.
    achievedRate: answered / Math.max(durationS, requests / rate),
    answeredShare: answered / requests,
    ...{ connectionRate: opened?.[0] ?? null, openMax: opened?.[1] ?? null },
    ...(answered > 0
      ? { latencyAvgMs: time[1] ?? null, latencyP50Ms: time[3] ?? null, latencyMaxMs: time[2] ?? null }
      : {}),
    serverErrors: requests - answered - generatorErrors,
    ...{ errorsTimeout: timeouts + socketTimeouts, errorsRefused: refused, errorsReset: reset },
    // What httperf neither counts as an error nor as a good answer, and what it calls other.
    errorsOther: Math.max(other, requests - answered - generatorErrors - named),
    ...{ generatorErrors, errorsDescriptors: descriptors + table, errorsPorts: ports },
    ...{ generatorCpuS: (cpu?.[0] ?? 0) + (cpu?.[1] ?? 0), wallS: durationS, started },
  };
}
