/** The colours of one paper: what figures are drawn with. The site's tokens say the same, which a test holds. */
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
  hues: ['#5d646f', '#3366ff', '#cc4477', '#334400', '#2200bb', '#552244', '#777700'],
};

export const dark: Palette = {
  paper: '#15181d',
  ink: '#c3c9d2',
  soft: '#8f98a5',
  rule: '#79818d',
  grid: '#272c34',
  hues: ['#a3abb7', '#ddee22', '#229988', '#ff1100', '#dd11ee', '#11ffcc', '#eeaaee'],
};
