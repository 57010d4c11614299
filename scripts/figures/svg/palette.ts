/** The colors of one paper: what figures are drawn with. The site's tokens say the same, which a test holds. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly grid: string;
  /** Baselines and context first, then the six hues a framework may have. */
  readonly hues: readonly string[];
}

export const light: Palette = {
  paper: '#fdfcfa',
  ink: '#3b424d',
  soft: '#6a717c',
  rule: '#8c939d',
  grid: '#ebe8e2',
  hues: ['#5d646f', '#1e2a84', '#8e131b', '#218065', '#8858b7', '#976b01', '#500031'],
};

export const dark: Palette = {
  paper: '#15181d',
  ink: '#c3c9d2',
  soft: '#8f98a5',
  rule: '#79818d',
  grid: '#272c34',
  hues: ['#a3abb7', '#a2b5fe', '#f1a28d', '#7bf9d6', '#9273c6', '#f3e15a', '#c7637b'],
};
