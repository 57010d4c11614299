/** What the kernel writes of processes and groups, read from text. */

export interface CgroupMount {
  readonly version: 1 | 2;
  readonly folder: string;
  readonly controllers: readonly string[];
}

/** The mounted hierarchies of control groups, of `/proc/self/mounts`. */
export function readCgroupMounts(mounts: string): readonly CgroupMount[] {
  return mounts.split('\n').flatMap((line): CgroupMount[] => {
    const [, folder = '', type, options = ''] = line.split(' ');
    if (type === 'cgroup2') return [{ version: 2, folder, controllers: [] }];
    return type === 'cgroup' ? [{ version: 1, folder, controllers: options.split(',') }] : [];
  });
}

/** `name value` lines, as of `cpu.stat`, by name. */
export function readCounters(text: string): ReadonlyMap<string, number> {
  const pairs = text.split('\n').map((line) => /^(\S+?):?\s+(\d+)/.exec(line));
  return new Map(pairs.flatMap((match) => (match === null ? [] : [[match[1] ?? '', Number(match[2])] as const])));
}

/** Seconds on a core and seconds ready without one, of a `schedstat`. */
export function readSchedstat(text: string): { readonly ranS: number; readonly waitedS: number } {
  const [ran = 0, waited = 0] = text.trim().split(' ').map(Number);
  return { ranS: ran / 1e9, waitedS: waited / 1e9 };
}

/** Ids of a process's group and parent, of `/proc/<pid>/stat`; the command may hold blanks and parentheses. */
export function readStat(text: string): { readonly parent: number; readonly group: number } {
  const [, parent = 0, group = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent, group };
}

/** Ports of loopback, or of every address, that somebody listens on, of `/proc/net/tcp` and `tcp6`. */
export function readListeners(text: string): ReadonlySet<number> {
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/));
  const listening = rows.filter(([, , , state]) => state === '0A');
  return new Set(listening.map(([, local = '']) => Number.parseInt(local.slice(local.lastIndexOf(':') + 1), 16)));
}

/** One counter of `/proc/net/netstat`, where heads and values alternate; null where the kernel does not count it. */
export function readNetstat(text: string, name: string): number | null {
  const lines = text.split('\n');
  const head = lines.findIndex((line, index) => index % 2 === 0 && line.split(' ').includes(name));
  if (head < 0) return null;
  const at = lines[head]?.split(' ').indexOf(name) ?? -1;
  return Number(lines[head + 1]?.split(' ')[at] ?? Number.NaN);
}

/** Processor ids of a list such as `0-3,7`. */
export function readCpuList(text: string): readonly number[] {
  return text
    .trim()
    .split(',')
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return part === '' ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}
