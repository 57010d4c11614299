/**
 * A license's text to the words that count, after the matching guidelines of the SPDX list: no case, no punctuation, no
 * copyright lines, no marks of lists or comments, one spelling. A place to fill in becomes `placeholder`.
 */
export function tokensOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/&copy;/g, '(c)')
    .replaceAll(/&(?:lt|gt|quot|amp|nbsp|#\d{1,5});/g, ' ')
    .replaceAll(/\b(?:https?:\/\/|www\.|wiki\.)[^\s<>()[\]"'`]{1,300}/g, ' ')
    .replaceAll(markup, ' ')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[\s*#;%>|~=/\\!_-]+|^\s*(?:dnl|rem)\s/, '').replace(/[\s*|#]+$/, ''))
    .filter((line) => !isCopyright(line))
    .join('\n')
    .replaceAll(listMarks, ' ')
    .replaceAll(/\]\((?:https?:|mailto:|#)[^)\s]{0,300}\)/g, '] ')
    .replaceAll(toFill, ` ${placeholder} `)
    .replaceAll(/(\p{L})-\n\s*(?=\p{L})/gu, '$1')
    .replaceAll(/['’‘“”"`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}_]+/gu, ' ')
    .replaceAll(mayBeMissing, ' ')
    .split(' ')
    .map((word) => (word === placeholder ? word : word.replaceAll('_', '')))
    .filter((word) => word !== '')
    .map((word) => spellings.get(word) ?? word);
}

/** Stands for what a template leaves to be filled in; no word of a text can be it. */
export const placeholder = '__';

/** Pairs of neighboring words, each with the places where it begins. */
export function pairsOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const pairs = new Map<string, number[]>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = `${words[at]} ${words[at + 1]}`;
    const places = pairs.get(pair);
    if (places === undefined) pairs.set(pair, [at]);
    else places.push(at);
  }
  return pairs;
}

const toFill =
  /<(?![^<>]{0,80}(?::\/\/|@))[^<>\n]{0,40}[\p{L}\p{N}][^<>\n]{0,80}>|\$\{[^{}\n]{1,40}\}|\[(?:year|yyyy|fullname|name of [a-z ]{3,30}|_+)\]/gu;

const markup =
  /<<(?:begin|end)optional>>|<\/?(?:p|br|h[1-6]|b|i|em|strong|ul|ol|li|div|span|a|pre|tt|code|html|body|head|title|hr|center)(?:\s[^<>]{0,300})?\/?>/g;

/** `1.`, `(a)`, `iv)`, `5.1.`, a bullet: wherever they stand, since lines are broken differently everywhere. */
const listMarks = /(?<=^|[\s*_])(?:\(?(?:[a-z]|\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4})[.)]|[•·‣o+-])(?=[\s*_]|$)/g;

/** What the list's templates call optional inside a text, and what stands in nearly every text in one form or another. */
const mayBeMissing = new RegExp(
  [
    'all rights reserved',
    'including the next paragraph',
    'creative commons corporation(?: creative commons)? is not a law firm.{0,900}?(?:provided hereunder and disclaims.{0,200}?provided hereunder|resulting from (?:its|their) use(?: to the fullest extent possible)?)',
    'creative commons (?:is not a party to its public licenses|notice creative commons is not a party).{0,1500}?(?:creative commons may be contacted at (?:http )?creativecommons org|creativecommons org)(?= |$)',
  ].join('|'),
  'g',
);

function isCopyright(line: string): boolean {
  return /^(?:portions |parts |original code )?(?:copyright\b ?(?::|\(c\)|©|\d|by\b|<|\[|\$\{|holders?:)|\(c\) ?(?:copyright|[^a-z]{0,3}\d{4}|[a-z ,.]{1,40}\d{4})|©)/.test(
    line,
  );
}

// Words that the guidelines hold equal, and the ones most often mistyped.
const spellings = new Map(
  Object.entries({
    acknowledgement: 'acknowledgment',
    analogue: 'analog',
    analyse: 'analyze',
    artefact: 'artifact',
    authorisation: 'authorization',
    authorised: 'authorized',
    calibre: 'caliber',
    cancelled: 'canceled',
    capitalisations: 'capitalizations',
    catalogue: 'catalog',
    categorise: 'categorize',
    centre: 'center',
    emphasised: 'emphasized',
    favour: 'favor',
    favourite: 'favorite',
    fulfil: 'fulfill',
    fulfilment: 'fulfillment',
    initialise: 'initialize',
    judgement: 'judgment',
    labelling: 'labeling',
    labour: 'labor',
    licence: 'license',
    licences: 'licenses',
    licenced: 'licensed',
    maximise: 'maximize',
    modelled: 'modeled',
    modelling: 'modeling',
    offence: 'offense',
    optimise: 'optimize',
    organisation: 'organization',
    organise: 'organize',
    owner: 'holder',
    owners: 'holders',
    practise: 'practice',
    programme: 'program',
    realise: 'realize',
    recognise: 'recognize',
    signalling: 'signaling',
    sublicence: 'sublicense',
    utilisation: 'utilization',
    whilst: 'while',
    wilful: 'willful',
  }),
);
