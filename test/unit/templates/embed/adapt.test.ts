import { describe, expect, test } from 'vitest';
import { adaptSnippet, type Choice, queryOf } from '../../../../templates/embed/client/adapt.ts';
import { heightIn, heightMessages } from '../../../../templates/embed/client/height.ts';
import { parseEmbedParams } from '../../../../templates/embed/client/params.ts';

const written = { name: 'rate', width: 720, height: 610 };
const choice: Choice = { name: 'rate', theme: 'auto', width: 720, height: 610, series: null, columns: null };
const frame =
  '<iframe src="https://a.example/embed/rate/" title="Rate" style="width:100%;border:0;min-height:610px"></iframe>';
const fixed = '<iframe src="https://a.example/embed/rate/" title="Rate" width="720" height="610"></iframe>';
const picture =
  '<a href="https://a.example/figures/rate/"><img src="https://a.example/figures/rate.svg" width="640" height="480" alt="x"></a>';

describe('a snippet', () => {
  test('stays as it was built where nothing was chosen', () => {
    for (const text of [frame, fixed, picture]) expect(adaptSnippet(text, written, choice)).toBe(text);
  });

  test('leads to the pinned figure everywhere', () => {
    const pinned = { ...choice, name: 'rate@first' };
    expect(adaptSnippet(frame, written, pinned)).toContain('/embed/rate@first/"');
    expect(adaptSnippet(picture, written, pinned).match(/rate@first/g)).toHaveLength(2);
  });

  test('asks a frame for theme and series, with an ampersand as HTML writes it', () => {
    const dark = { ...choice, theme: 'dark', series: ['one', 'two'] } as const;
    expect(adaptSnippet(fixed, written, dark)).toContain('/embed/rate/?theme=dark&amp;s=one,two"');
  });

  test('takes the size of the preview', () => {
    const small = { ...choice, width: 400, height: 480 };
    expect(adaptSnippet(frame, written, small)).toContain('min-height:480px');
    expect(adaptSnippet(fixed, written, small)).toContain('width="400" height="480"');
  });

  test('what is asked is what a frame reads', () => {
    const asked = { theme: 'dark', series: ['one', 'two-fast'], columns: ['doors'] } as const;
    expect(parseEmbedParams(queryOf(asked), '#?secret=abc')).toEqual({ ...asked, secret: 'abc' });
    expect(parseEmbedParams(queryOf(choice), '')).toEqual({ theme: null, series: null, columns: null, secret: null });
  });
});

describe('a message of a height', () => {
  test('is read back as it was sent', () => {
    expect(heightIn(heightMessages(431, 'https://a.example/', null)[0])).toBe(431);
    expect(heightMessages(431, 'https://a.example/', null)).toHaveLength(1);
  });

  test.each([
    [null],
    ['text'],
    [{ type: 'proofsheet:height', height: '500' }],
    [{ type: 'proofsheet:height', height: 0.5 }],
    [{ type: 'proofsheet:height', height: -3 }],
    [{ type: 'proofsheet:height', height: 1e9 }],
    [{ type: 'other', height: 500 }],
  ])('is nothing in %j', (message) => {
    expect(heightIn(message)).toBeNull();
  });
});
