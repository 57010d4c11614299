/** What `new` can write. */
export const newKinds = ['framework', 'claim', 'run', 'source', 'feature', 'benchmark'] as const;
export type NewKind = (typeof newKinds)[number];
