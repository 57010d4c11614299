/** `<proofsheet-figure src height theme>`: a figure on another site, in a frame that takes its height and follows the site's theme. */
import { heightIn } from '../embed/height.ts';
import { themeIn } from '../embed/wishes.ts';

class ProofsheetFigure extends HTMLElement {
  static readonly observedAttributes = ['theme'];
  readonly #frame = document.createElement('iframe');

  connectedCallback(): void {
    const address = addressIn(this.getAttribute('src'));
    if (address === null || this.shadowRoot !== null) return;
    const theme = themeIn(this.getAttribute('theme'));
    if (theme !== null) address.searchParams.set('theme', theme);
    const frame = this.#frame;
    frame.title = this.getAttribute('title') ?? this.textContent?.trim() ?? '';
    frame.loading = 'lazy';
    frame.setAttribute('sandbox', 'allow-scripts allow-popups');
    const reserved = Number(this.getAttribute('height')) || 560;
    Object.assign(this.style, { display: 'block' });
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0', height: `${reserved}px` });
    addEventListener('message', ({ source, data }) => {
      const height = source === frame.contentWindow ? heightIn(data) : null;
      // A little too much is better than a page that jumps.
      const fits = height !== null && height <= reserved && reserved - height <= 48;
      if (height !== null) frame.style.height = `${fits ? reserved : height}px`;
    });
    frame.src = address.href;
    this.attachShadow({ mode: 'open' }).append(frame);
  }

  attributeChangedCallback(): void {
    const theme = themeIn(this.getAttribute('theme'));
    this.#frame.contentWindow?.postMessage({ type: 'proofsheet:theme', theme }, '*');
  }
}

/** An address of the web, or null: no script and no data may stand there. */
function addressIn(src: string | null): URL | null {
  const address = src === null ? null : URL.parse(src, document.baseURI);
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}

customElements.get('proofsheet-figure') ?? customElements.define('proofsheet-figure', ProofsheetFigure);
