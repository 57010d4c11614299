/** The builder on a figure's page: choices, the snippets rewritten by them, a preview beside them. */
import { adaptSnippet, type Choice, queryOf, type Written } from '../embed/client/adapt.ts';
import { boxes, labeled, select, ticked } from '../embed/client/form.ts';
import { heightIn } from '../embed/client/height.ts';

type Pairs = readonly (readonly [string, string])[];

interface Controls {
  readonly figure: HTMLSelectElement;
  readonly version: HTMLSelectElement;
  readonly theme: HTMLSelectElement;
  readonly width: HTMLInputElement;
  readonly series: HTMLFieldSetElement | null;
  readonly columns: HTMLFieldSetElement | null;
}

function build({ dataset }: HTMLElement, place: HTMLElement): void {
  const written: Written = {
    name: dataset['name'] ?? '',
    width: Number(dataset['width']),
    height: Number(dataset['height']),
  };
  const controls = makeControls(dataset, written.width);
  const preview = makePreview();
  let height = written.height;
  const show = (): void => {
    const choice = readChoice(controls, written.width, height);
    const src = `${frameRoot(dataset)}${choice.name}/${queryOf(choice)}`;
    preview.frame.style.width = `${choice.width}px`;
    if (preview.frame.getAttribute('src') !== src) preview.frame.setAttribute('src', src);
    writeSnippets(written, choice);
  };
  addEventListener('message', ({ source, data }) => {
    const told = source === preview.frame.contentWindow ? heightIn(data) : null;
    if (told === null) return;
    height = Math.ceil(told / 10) * 10;
    preview.frame.style.height = `${told}px`;
    show();
  });
  const form = makeForm(controls);
  form.addEventListener('change', show);
  place.append(form, preview.block);
  followFigure(controls.figure, read(dataset['figures']) as readonly (readonly [string, string, string])[]);
  addCopyButtons();
  show();
}

function makeControls(dataset: DOMStringMap, wide: number): Controls {
  const { id = '', name = '', run = '' } = dataset;
  const latest: readonly [string, string] = [id, 'Latest: follows the newest data'];
  const width = document.createElement('input');
  Object.assign(width, { type: 'number', min: '280', max: '1200', step: '10', value: String(wide) });
  return {
    figure: select(read(dataset['figures']) as Pairs, id),
    version: select(run === '' ? [latest] : [latest, [`${id}@${run}`, 'Pinned: always this run']], name),
    theme: select(themes, 'auto'),
    width,
    series: group('Shown', dataset['series']),
    columns: group('Columns', dataset['columns']),
  };
}

const themes: Pairs = [
  ['auto', 'As the reader prefers'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

function readChoice({ version, theme, width, series, columns }: Controls, wide: number, height: number): Choice {
  return {
    name: version.value,
    theme: theme.value as Choice['theme'],
    width: Math.max(280, Math.min(1200, Number(width.value) || wide)),
    height,
    series: ticked(series),
    columns: ticked(columns),
  };
}

function makeForm({ figure, version, theme, width, series, columns }: Controls): HTMLFormElement {
  const form = document.createElement('form');
  form.append(
    labeled('Figure', figure),
    labeled('Data', version),
    labeled('Theme', theme),
    labeled('Width in pixels', width),
    ...[series, columns].filter((one) => one !== null),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** Another figure has a page of its own. */
function followFigure(control: HTMLSelectElement, figures: readonly (readonly [string, string, string])[]): void {
  control.addEventListener('change', () => {
    const to = figures.find(([id]) => id === control.value)?.[2];
    if (to !== undefined) location.assign(`${to}#embed`);
  });
}

function read(json: string | undefined): unknown {
  return JSON.parse(json ?? '[]');
}

function group(legend: string, json: string | undefined): HTMLFieldSetElement | null {
  const choices = read(json) as Pairs;
  return choices.length === 0 ? null : boxes(legend, choices);
}

/** `/embed/`, below the base of the site. */
function frameRoot({ frame = '' }: DOMStringMap): string {
  return frame.replace(/[^/]+\/$/, '');
}

function makePreview(): { readonly block: HTMLElement; readonly frame: HTMLIFrameElement } {
  const block = document.createElement('section');
  const title = document.createElement('h3');
  title.textContent = 'Preview';
  const note = document.createElement('p');
  note.className = 'detail';
  note.textContent =
    'Frames and the web component show the selected data in the selected theme. Pictures show everything, in the theme of the reader.';
  const frame = document.createElement('iframe');
  frame.title = 'Preview';
  frame.setAttribute('sandbox', 'allow-scripts allow-popups');
  block.className = 'preview';
  // It scrolls where the window is narrower than the frame.
  Object.assign(block, { tabIndex: 0, role: 'group', ariaLabel: 'Preview' });
  block.append(title, frame, note);
  return { block, frame };
}

const texts = new WeakMap<Element, string>();

function writeSnippets(written: Written, choice: Choice): void {
  for (const code of document.querySelectorAll('[data-snippet] code')) {
    const text = texts.get(code) ?? code.textContent ?? '';
    texts.set(code, text);
    code.textContent = adaptSnippet(text, written, choice);
  }
}

function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-snippet]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy: ${block.getAttribute('aria-label') ?? ''}`);
    button.addEventListener('click', () => void copy(block, button));
    block.before(button);
  }
}

/** Copies; where the browser does not allow it, selects the text instead. */
async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(block.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(block);
    button.textContent = 'Selected';
  }
}

const section = document.querySelector<HTMLElement>('#embed');
const place = section?.querySelector<HTMLElement>('.embed-builder');
if (section && place) build(section, place);
