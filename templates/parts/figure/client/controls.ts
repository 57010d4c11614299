import { element } from './draw.ts';

/** How a picture is read, said beside it. */
const hintText = 'Hover, tap or use the arrow keys. Click or press Enter to keep a line, Escape to clear.';

/** What the script adds around a picture: a line on how to read it, buttons, a tip, and a voice for screen readers. */
export interface Controls {
  readonly bar: HTMLElement;
  readonly hint: HTMLElement;
  readonly tip: HTMLElement;
  readonly liveRegion: HTMLElement;
}

/** Puts the controls of a figure in their places and makes its picture readable by keys. */
export function addControls({ id }: Element, picture: HTMLElement): Controls {
  const bar = element('div', 'figure-bar');
  const hint = element('p', 'figure-hint', hintText);
  const tip = element('div', 'figure-tip');
  const liveRegion = element('p', 'figure-status');
  hint.id = `${id}-hint`;
  tip.hidden = true;
  tip.ariaHidden = 'true';
  liveRegion.ariaLive = 'polite';
  bar.append(hint);
  picture.before(bar);
  picture.append(tip);
  picture.after(liveRegion);
  // The arrow keys reach a picture only in a role that is operated.
  picture.role = 'application';
  picture.ariaRoleDescription = 'figure';
  picture.setAttribute('aria-describedby', hint.id);
  return { bar, hint, tip, liveRegion };
}

/** Adds a button to the bar. */
export function addButton(bar: Element, text: string, act: () => unknown): HTMLButtonElement {
  const button = element('button', '', text) as HTMLButtonElement;
  button.addEventListener('click', act);
  bar.append(button);
  return button;
}
