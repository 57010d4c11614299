/**
 * `<proofsheet-figure src height theme>`: a figure on another site, in a frame that takes its height and follows the site's
 * theme. The frame that stands inside already, for readers without script, is taken over; so nothing jumps when this script comes.
 */
import { heightIn } from './client/height.ts';
import { themeIn } from './client/params.ts';

// A little too much room is better than a page that jumps.
const slack = 56;
const sandbox = 'allow-scripts allow-popups';

class ProofsheetFigure extends HTMLElement {
  static readonly observedAttributes = ['theme'];
  #frame: HTMLIFrameElement | null = null;

  connectedCallback(): void {
    this.#frame ??= keptFrame(this) ?? makeFrame(this);
    const frame = this.#frame;
    if (frame === null) return;
    this.style.display = 'block';
    Object.assign(frame.style, { display: 'block', maxWidth: '100%', border: '0' });
    const reserved = Number(frame.height) || 0;
    addEventListener('message', ({ source, data }) => {
      const height = source === frame.contentWindow ? heightIn(data) : null;
      if (height === null) return;
      this.#sendTheme();
      frame.style.height = `${height <= reserved && reserved - height <= slack ? reserved : height}px`;
    });
    this.#sendTheme();
  }

  attributeChangedCallback(): void {
    this.#sendTheme();
  }

  #sendTheme(): void {
    const theme = themeIn(this.getAttribute('theme'));
    const message = { type: 'proofsheet:theme', theme };
    if (this.hasAttribute('theme')) this.#frame?.contentWindow?.postMessage(message, '*');
  }
}

/** The frame inside, where it leads to the web as one made here would. A sandbox it lacks holds from the next address on. */
function keptFrame(element: HTMLElement): HTMLIFrameElement | null {
  const frame = element.querySelector('iframe');
  if (frame === null || frame.hasAttribute('srcdoc') || urlIn(frame.getAttribute('src')) === null) return null;
  if (!frame.hasAttribute('sandbox')) frame.setAttribute('sandbox', sandbox);
  return frame;
}

function makeFrame(element: HTMLElement): HTMLIFrameElement | null {
  const url = urlIn(element.getAttribute('src'));
  if (url === null) return null;
  const frame = document.createElement('iframe');
  frame.title = element.getAttribute('title') ?? element.textContent?.trim() ?? '';
  frame.setAttribute('sandbox', sandbox);
  frame.width = '720';
  frame.height = element.getAttribute('height') ?? '560';
  frame.src = url.href;
  element.replaceChildren(frame);
  return frame;
}

/** An address of the web, or null: no script and no data may stand there. */
function urlIn(src: string | null): URL | null {
  const url = src === null ? null : URL.parse(src, document.baseURI);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

customElements.get('proofsheet-figure') ?? customElements.define('proofsheet-figure', ProofsheetFigure);
