import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmail, joinIdentities, kindOf } from '../../../../scripts/enrich/git/identity.ts';

describe('kindOf', () => {
  test.each([
    ['Ada Marsh', 'ada@example.org', 'human'],
    ['Travis Smith', 'travis@example.org', 'human'],
    ['Abbot', 'abbot@example.org', 'human'],
    ['Claude Monet', 'claude@example.org', 'human'],
    ['Somebody At Anthropic', 'somebody@anthropic.com', 'human'],
    ['Codec', 'codec@example.org', 'human'],
    ['', '', 'human'],
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', 'bot'],
    ['dependabot-preview', 'support@dependabot.com', 'bot'],
    ['Renovate Bot', 'bot@renovateapp.com', 'bot'],
    ['release-bot', 'release@example.org', 'bot'],
    ['Weblate', 'hosted@weblate.org', 'bot'],
    ['Helper', '1+helper[bot]@users.noreply.github.com', 'bot'],
    ['Claude', 'noreply@anthropic.com', 'agent'],
    [' claude code ', 'whoever@example.org', 'agent'],
    ['Copilot', '198982749+Copilot@users.noreply.github.com', 'agent'],
    ['copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com', 'agent'],
    ['aider (gpt-4)', 'aider@example.org', 'agent'],
    ['Cursor Agent', 'cursoragent@cursor.com', 'agent'],
  ] as const)('%s <%s> is %s', (name, email, kind) => {
    expect(kindOf({ name, email })).toBe(kind);
  });
});

describe('isAddress', () => {
  test.each([
    ['ada@example.org', true],
    ['glyph@bbbe8e31-12d6-0310-92fd-ac37d47ddeeb', true],
    ['ada@laptop.(none)', true],
    ['ada@laptop', true],
    ['none@none', false],
    ['NONE@NONE', false],
    ['root@localhost', false],
    ['root@localhost.localdomain', false],
    ['you@example.com', false],
    ['ada', false],
    ['', false],
  ])('%s: %s', (email, expected) => {
    expect(isEmail(email)).toBe(expected);
  });
});

describe('joinIdentities', () => {
  const join = (...signatures: readonly string[]): readonly number[] =>
    joinIdentities(
      signatures.map((text) => {
        const [name = '', email = ''] = text.split('|');
        return { name, email };
      }),
    );

  test.each([
    ['nobody', [], []],
    ['strangers', ['Ada|a@x.org', 'Bo|b@x.org'], [0, 1]],
    ['one name', ['Ada|a@x.org', 'Ada|ada@y.org'], [0, 0]],
    ['one e-mail', ['Ada|a@x.org', 'Ada Marsh|a@x.org'], [0, 0]],
    ['another case, blanks, full width', ['Ada|a@x.org', ' ADA |b@x.org', 'Ａｄａ|c@x.org'], [0, 0, 0]],
    ['a chain', ['Ada|a@x.org', 'Bo|b@x.org', 'A. Marsh|a@x.org', 'A. Marsh|b@x.org'], [0, 0, 0, 0]],
    ['empty names and e-mails', ['|', '|', 'Ada|', 'Bo|', '|b@x.org'], [0, 1, 2, 3, 4]],
    ['an e-mail that tools write', ['Ada|none@none', 'Bo|none@none', 'Cleo|root@localhost'], [0, 1, 2]],
    ['a name that tools write', ['root|a@x.org', 'root|b@x.org', 'unknown|c@x.org', 'unknown|d@x.org'], [0, 1, 2, 3]],
    ['a name that only resembles one', ['Root|a@x.org', 'Rooth|a@y.org', 'Rooth|b@y.org'], [0, 1, 1]],
    ['a name that is an e-mail', ['a@x.org|b@x.org', 'Ada|a@x.org'], [0, 1]],
  ] as const)('%s', (_name, signatures, expected) => {
    expect(join(...signatures)).toEqual(expected);
  });

  test('numbers count from 0 without gaps, in order, and equal signatures that name somebody share one', () => {
    const word = fc.constantFrom('Ada', 'Bo', 'Cleo', '', 'root', 'a@x.org', 'b@x.org', 'none@none');
    fc.assert(
      fc.property(fc.array(fc.record({ name: word, email: word })), (signatures) => {
        const numbers = joinIdentities(signatures);
        expect(numbers).toHaveLength(signatures.length);
        const order = [...new Set(numbers)];
        expect(order).toEqual(order.map((_, index) => index));
        signatures.forEach((one, at) => {
          const copy = signatures.findIndex(({ name }) => name === one.name && ['Ada', 'Bo', 'Cleo'].includes(name));
          if (copy !== -1) expect(numbers[copy]).toBe(numbers[at]);
        });
      }),
    );
  });
});
