import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumberText } from '../../../scripts/validate/number.ts';

describe('a number as tools print it', () => {
  test.each([
    ['k6', '5.439827868852459', 5.439827868852459],
    ['Python', '0.30000000000000004', 0.30000000000000004],
    ['an exponent', '4.15e-5', 0.0000415],
    ['C', '1.500000e+03', 1500],
    ['zeros behind the point that say nothing', '0.50000000000000000000', 0.5],
    ['a large round number', '5000000000000000000000', 5e21],
    ['nanoseconds', '1732698724123456789', null],
    ['zero', '0.000000', 0],
  ])('%s: %s', (_name, text, value) => {
    expect(readNumberText(text)).toEqual(value === null ? { fault: expect.stringContaining('19 digits') } : { value });
  });

  test('every double that JavaScript prints is read as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumberText(String(value))).toEqual({ value: value + 0 });
      }),
    );
  });

  test.each([
    ['295.63ms', 'a unit (`ms`)'],
    ['2.41 s', 'a unit (`s`)'],
    ['2.60GB', 'a unit (`GB`)'],
    ['15µs', 'a unit (`µs`)'],
    ['900req/s', 'a unit (`req/s`)'],
    ['99.8%', 'a percent sign'],
    ['1,234,567', 'thousands separators'],
    ['1 234 567', 'thousands separators'],
    ['1_000', 'thousands separators'],
    ['1.234.567,8', 'thousands separators and a decimal comma'],
    ['3,14', 'a decimal comma'],
    ['-nan', 'no number'],
    ['NaN', 'no number'],
    ['n/a', 'no number'],
    ['null', 'no number'],
    ['-', 'no number'],
    ['inf', 'infinite'],
    ['-Infinity', 'infinite'],
    ['0.12345678901234567891', '20 digits'],
    ['1e999', 'too large'],
    ['1e-999', 'too close to 0'],
    ['+5', 'a plus sign'],
    ['007', 'a leading zero'],
    ['.5', 'no digit before the point'],
    ['5.', 'no digit behind the point'],
    ['−5', 'minus sign'],
    ['<1', 'a bound'],
    [' 5', 'spaces'],
    ['0x1F', 'hexadecimal'],
    ['fast', 'no decimal number'],
    ['1.2.3', 'no decimal number'],
  ])('%s is refused for the reason that it has', (text, reason) => {
    expect(readNumberText(text)).toEqual({ fault: expect.stringContaining(reason) });
  });
});
