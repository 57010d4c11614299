import { type File, type History, startHistory } from './history.ts';
import { bsd, mit } from './licenses.ts';
import { createStore } from './objects.ts';

/** People and programs that commit. */
export const people = {
  ada: 'Ada Marsh <ada@example.org>',
  adaBefore: 'Ada Marsh <ada@old.example.org>',
  bo: 'Bo Lindqvist <bo@example.org>',
  boShort: 'bo <bo@example.org>',
  cleo: 'Cleo Park <cleo@example.org>',
  cleoLaptop: 'cpark <cp@laptop.local>',
  travis: 'Travis Smith <travis.smith@example.org>',
  dependabot: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  claude: 'Claude <noreply@anthropic.com>',
} as const;

const setup = (license: string): string =>
  `from setuptools import setup\n\nsetup(\n    name='farm',\n    version='1.0',\n    license='${license}',\n    python_requires='>=3.8',\n)\n`;

const pyproject = `[build-system]
requires = ["setuptools"]

[project]
name = "plain"
version = "1.10.0"
license = "MIT"
requires-python = ">=3.10"
classifiers = ["License :: OSI Approved :: MIT License", "Programming Language :: Python :: 3.12"]
`;

const mailmap = `# Cleo's laptop has no name of its own.
Cleo Park <cleo@example.org> cpark <cp@laptop.local>
Ada Marsh <ada@example.org> <ada@old.example.org>
`;

const first: Readonly<Record<string, File>> = {
  LICENSE: mit,
  'README.md': '# plain\n\nA small project.\n',
  'setup.py': setup('MIT'),
  'src/plain/__init__.py': '"""A small project."""\n\nVERSION = (1, 0)\n',
  'src/plain/server.py': 'import socket\n\n\ndef serve(port):\n    return socket.create_server(("", port))\n',
};

function grow(folder: string, write: (history: History) => void): void {
  const history = startHistory(createStore(folder));
  write(history);
  history.finish();
}

/** A small project of 12 commits, two of them merges; see its row in the table for the facts. */
export function plain(folder: string): void {
  grow(folder, ({ commit, tag, annotate }) => {
    const { ada, adaBefore, bo, boShort, cleo, cleoLaptop, travis, dependabot, claude } = people;
    const root = commit({ by: adaBefore, on: '2019-03-04', files: first, message: 'Begin' });
    const tests = { 'tests/test_server.py': 'def test_serve():\n    assert True\n' };
    const compared = commit({ by: bo, on: '2019-03-06', files: tests, message: 'Test the server' });
    const docs = { 'docs/index.rst': 'Plain\n=====\n', '.mailmap': mailmap };
    const main = commit({ by: ada, on: '2019-03-07', files: docs, parents: [root], message: 'Describe it' });
    commit({ by: ada, on: '2019-03-08', parents: [main, compared], message: "Merge branch 'tests'" });
    annotate('v1.0', '2019-03-08', 'The first release');
    const vendored = { 'vendor/six.py': 'x = 1\n'.repeat(40), 'third_party/lib/http.c': 'int main;\n'.repeat(50) };
    commit({ by: boShort, on: '2019-11-20', files: vendored, message: 'Vendor two libraries' });
    tag('v1.1rc1');
    const workflow = { '.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n' };
    const ci = commit({ by: travis, on: '2020-02-29', files: workflow, message: 'Test every push' });
    annotate('v1.2.0', '2020-03-01', 'Second\n\nwith a body');
    const bump = { 'requirements.txt': 'six==1.16.0\n' };
    const bot = commit({ by: dependabot, on: '2021-06-01', files: bump, message: 'Bump six to 1.16.0' });
    commit({ by: cleoLaptop, on: '2021-06-02', files: { 'examples/echo.py': 'print("echo")\n' }, parents: [ci] });
    const merge = { by: cleo, on: '2021-06-03', committer: 'GitHub <noreply@github.com>' };
    commit({ ...merge, parents: [bot, commit({ by: cleo, on: '2021-06-03', message: 'Say more' })] });
    tag('last-good-build');
    commit({ by: claude, on: '2025-10-31', files: { 'src/plain/client.py': 'import asyncio\n' } });
    commit({ by: ada, on: '2025-12-01', files: { 'pyproject.toml': pyproject }, message: 'Release 1.10' });
    annotate('v1.10.0', '2025-12-01', 'Newer than 1.2');
  });
}

/** MIT in November of 2009, 3-clause BSD since 2012, in its manifest too. */
export function relicensed(folder: string): void {
  grow(folder, ({ commit }) => {
    commit({ by: people.ada, on: '2009-11-03', files: first });
    commit({ by: people.ada, on: '2009-12-21', files: { 'src/plain/pool.py': 'pool = []\n' } });
    commit({ by: people.ada, on: '2012-05-05', files: { LICENSE: bsd, 'setup.py': setup('BSD-3-Clause') } });
  });
}

/** The manifest says MIT, the license file is 3-clause BSD. */
export function mislabeled(folder: string): void {
  grow(folder, ({ commit }) => {
    commit({ by: people.ada, on: '2009-12-17', files: { ...first, LICENSE: bsd } });
  });
}

/** Source with an EPoll class and a thread pool, for claims that say there is none. */
export function pollers(folder: string): void {
  const poller = 'import select\n\n\nclass EPoll:\n    def __init__(self):\n        self._poll = select.epoll()\n';
  const pool = 'from threading import Thread\n\n\nclass ThreadPool:\n    workers = [Thread()]\n';
  grow(folder, ({ commit }) => {
    const files = { 'circuits/net/pollers.py': poller, 'chiral/core/threadpool.py': pool };
    commit({ by: people.bo, on: '2009-12-10', files: { ...first, ...files } });
    const elsewhere = { 'tests/test_epoll.py': 'import select\nselect.epoll()\n', 'docs/epoll.rst': 'epoll\n' };
    commit({ by: people.bo, on: '2009-12-11', files: elsewhere });
  });
}

/** No tag at all. */
export function noTags(folder: string): void {
  grow(folder, ({ commit }) => {
    commit({ by: people.ada, on: '2014-01-01', files: first });
  });
}

/** No license file and no manifest. */
export function noLicense(folder: string): void {
  grow(folder, ({ commit }) => {
    commit({ by: people.ada, on: '2014-01-01', files: { 'README.md': 'no license\n', 'server.py': 'pass\n' } });
  });
}

/** Two histories joined by a merge: two commits without parents. */
export function twoRoots(folder: string): void {
  grow(folder, ({ commit }) => {
    const old = commit({ by: people.bo, on: '2008-08-08', files: { 'old.py': 'old = 1\n' } });
    const young = commit({ by: people.ada, on: '2011-01-01', files: first, parents: [] });
    commit({ by: people.ada, on: '2011-02-02', parents: [young, old] });
  });
}

/** Imported from Subversion: e-mails are a login at the repository's uuid. */
export function svnImport(folder: string): void {
  const uuid = 'bbbe8e31-12d6-0310-92fd-ac37d47ddeeb';
  grow(folder, ({ commit }) => {
    for (let month = 1; month <= 9; month += 1) {
      const login = month % 3 === 0 ? 'radix' : 'glyph';
      const files = month === 1 ? first : {};
      commit({ by: `${login} <${login}@${uuid}>`, on: `2003-0${month}-15`, files });
    }
    commit({ by: 'Glyph <glyph@example.org>', on: '2016-01-01' });
  });
}

/** The last commit is of 2015-03-14 where it was made, and of 2015-03-15 in UTC. */
export function zones(folder: string): void {
  grow(folder, ({ commit }) => {
    commit({ by: people.ada, on: '2015-03-13T10:00:00+14:00', files: first });
    commit({ by: people.ada, on: '2015-03-14T22:00:00-07:00' });
  });
}

/** `count` commits by one person, one a month; `seed` decides the root. */
export function monthly(folder: string, count: number, seed: string): void {
  grow(folder, ({ commit, tag }) => {
    for (let index = 0; index < count; index += 1) {
      const month = `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-10`;
      commit({ by: people.ada, on: month, files: index === 0 ? { ...first, 'seed.txt': seed } : {} });
      if (index % 12 === 0) tag(`v${index / 12}.0.0`);
    }
  });
}
