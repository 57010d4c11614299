import type { AxisValue } from './axis.ts';
import type { Measure } from './benchmark.ts';

/** The value of one key column that is neither the axis nor numbers repeats: `payload_kib`, 64, `64 KiB`. */
export interface SettingValue {
  readonly column: string;
  readonly value: AxisValue;
  readonly text: string;
}

/** The values under which some steps of a sweep were measured; empty if the benchmark has no such columns. */
export type Setting = readonly SettingValue[];

const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 17 });

/** A value of a key column in words: `64 KiB`, `4 cores` as `cores 4`, a text as it is. */
export function settingValueOf({ id, label, unit }: Measure, value: AxisValue): SettingValue {
  if (typeof value === 'string') return { column: id, value, text: value };
  const digits = number.format(value);
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  return { column: id, value, text: unit === '' ? `${name} ${digits}` : `${digits} ${unit}` };
}

/** `64 KiB, cores 4`. */
export function formatSetting(setting: Setting): string {
  return setting.map(({ text }) => text).join(', ');
}

/** The id and label of a series that stands for a sweep under a setting: `twig--64-kib`, `Twig (64 KiB)`. */
export function nameSeries(
  sweep: { readonly id: string; readonly label: string },
  setting: Setting,
): { readonly series: string; readonly label: string } {
  if (setting.length === 0) return { series: sweep.id, label: sweep.label };
  // Ids of sweeps hold no double hyphen, so no sweep can be called so.
  const series = [sweep.id, ...setting.map(slugOf)].join('--');
  return { series, label: `${sweep.label} (${formatSetting(setting)})` };
}

/** The text of a setting as a part of an id: `64-kib`. */
export function slugOf({ text }: SettingValue): string {
  const slug = text
    .toLowerCase()
    .replace(/(?<=\d)\.(?=\d)/g, 'p')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? [...text].map((letter) => letter.codePointAt(0)?.toString(16)).join('-') : slug;
}
