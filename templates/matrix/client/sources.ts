import { makeButton } from './button.ts';
import type { Picks } from './picks.ts';
import { placeBeside } from './position.ts';

/**
 * Opens the proof of a cell in place: the very section that its link leads to, taken from the framework's own page, so that
 * there is one truth and the matrix carries none of it. Without script, or where the page does not come, the link is followed.
 */
export function openSources(table: HTMLTableElement, picks: Picks): void {
  const { popover, title, body, pick } = makePanel();
  const showPick = (): void => {
    const framework = frameworkOf(opener);
    const picked = picks.has(framework);
    pick.setAttribute('aria-pressed', String(picked));
    pick.disabled = !picked && picks.isFull();
  };
  document.body.append(popover);
  let opener: HTMLAnchorElement | null = null;
  pick.addEventListener('click', () => {
    picks.toggle(frameworkOf(opener));
    showPick();
  });

  table.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('td:not(.measured-cell) > a') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    opener = link;
    link.setAttribute('aria-expanded', 'true');
    title.textContent = titleOf(link);
    title.href = link.href;
    showPick();
    history.replaceState(null, '', `#${anchorOf(link)}`);
    body.replaceChildren(line('Loading the sources …'));
    popover.showPopover();
    placeBeside(popover, link);
    title.focus({ preventScroll: true });
    void readSource(link).then((source) => {
      if (opener !== link || !popover.matches(':popover-open')) return;
      if (source === null) {
        location.href = link.href;
        return;
      }
      body.replaceChildren(...source);
      body.scrollTop = 0;
      placeBeside(popover, link);
    });
  });
  popover.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') return;
    for (const one of table.querySelectorAll('[aria-expanded="true"]')) {
      if (one instanceof HTMLAnchorElement) one.removeAttribute('aria-expanded');
    }
    opener = null;
    if (location.hash.includes('.')) history.replaceState(null, '', `${location.pathname}${location.search}`);
  });
  openAnchored(table);
}

/** `tornado.epoll`: a cell as an address of the page. */
function anchorOf(link: HTMLAnchorElement): string {
  return `${frameworkOf(link)}.${link.hash.slice(1)}`;
}

/** Opens the cell that the address names. */
function openAnchored(table: HTMLTableElement): void {
  const [framework = '', feature] = location.hash.slice(1).split('.');
  const row = table.querySelector(`tr[data-framework="${CSS.escape(framework)}"]`);
  const link = [...(row?.querySelectorAll<HTMLAnchorElement>('td > a') ?? [])].find(
    ({ hash }) => feature !== undefined && hash === `#${feature}`,
  );
  if (link === undefined) return;
  link.scrollIntoView({ block: 'center', inline: 'center' });
  link.click();
}

interface Panel {
  readonly popover: HTMLElement;
  readonly title: HTMLAnchorElement;
  readonly body: HTMLElement;
  /** Picks the framework of the proof for a comparison. */
  readonly pick: HTMLButtonElement;
}

function makePanel(): Panel {
  const popover = document.createElement('div');
  popover.id = 'sources';
  popover.className = 'popover popover-sources';
  popover.popover = 'auto';
  popover.role = 'dialog';
  popover.setAttribute('aria-labelledby', 'proof-title');
  const heading = document.createElement('h2');
  const title = document.createElement('a');
  title.id = 'proof-title';
  heading.append(title);
  const pick = makeButton('Compare');
  pick.title = 'Pick this one to compare';
  const close = makeButton('Close');
  close.addEventListener('click', () => popover.hidePopover());
  const head = document.createElement('div');
  head.className = 'popover-head';
  head.append(heading, pick, close);
  const body = document.createElement('div');
  body.className = 'popover-body';
  body.setAttribute('aria-live', 'polite');
  popover.append(head, body);
  return { popover, title, body, pick };
}

function frameworkOf(link: HTMLAnchorElement | null): string {
  return link?.closest<HTMLElement>('tr')?.dataset['framework'] ?? '';
}

/** `Tornado: epoll`. */
function titleOf(link: HTMLAnchorElement): string {
  const cell = link.parentElement;
  const name = cell?.parentElement?.querySelector('th')?.textContent ?? '';
  return `${name}: ${cell?.dataset['label'] ?? ''}`;
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

/** The content of the section that a link leads to; null where it cannot be read. */
async function readSource(link: HTMLAnchorElement): Promise<readonly Node[] | null> {
  const page = await readPage(link.href.replace(/#.*$/, ''));
  const section = page?.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (section == null) return null;
  const copy = document.importNode(section, true);
  copy.querySelector('h4')?.remove();
  for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
  return [...copy.childNodes];
}

const pages = new Map<string, Promise<Document | null>>();

function readPage(url: string): Promise<Document | null> {
  const kept = pages.get(url);
  if (kept !== undefined) return kept;
  const page = requestPage(url);
  pages.set(url, page);
  return page;
}

/** A page as a document. A request can parse one itself, which keeps text from ever being turned into HTML here. */
function requestPage(url: string): Promise<Document | null> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.addEventListener('loadend', () => {
      const page = request.status === 200 ? request.responseXML : null;
      if (page === null) pages.delete(url);
      done(page);
    });
    request.send();
  });
}
