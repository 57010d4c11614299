import * as v from 'valibot';
import { columnId, line } from './shape.ts';

/** A value of the axis or of another key column. */
export const axisValue = v.union([v.number(), line()]);

/** The shape of `fix`: values of key columns. */
export const fixSchema = v.record(columnId(), axisValue);
