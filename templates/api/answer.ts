import type { GenericSchema, InferOutput } from 'valibot';

/** An answer of the API, as its published shape has it. */
export type Answer<Shape extends GenericSchema> = Frozen<InferOutput<Shape>>;

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
