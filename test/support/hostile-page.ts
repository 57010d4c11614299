/** What a text is parsed as. */
export interface Suspect {
  readonly path: string;
  readonly text: string;
  readonly type: 'text/html' | 'image/svg+xml' | 'application/xml';
  /** A whole page of the site, which carries its policy; else a piece, a picture or a feed. */
  readonly whole: boolean;
}

/**
 * Runs in a browser, whose own parser decides what would become of each text: everything in it that could run, load from
 * elsewhere or lead to anything but the web. Complete in itself, since it is handed over as source.
 */
export function findSinks(suspects: readonly Suspect[], site: string): readonly string[] {
  const urls = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'srcset', 'background'];
  const forbidden = 'object, embed, base, applet, foreignObject, animate, set, portal, meta[http-equiv="refresh"]';
  const loading = ['IMG', 'SCRIPT', 'LINK', 'IFRAME', 'SOURCE', 'image', 'use'];

  const wrongUrl = (element: Element, name: string, value: string): string => {
    if (value === '' || value.startsWith('#')) return '';
    const first = name === 'srcset' ? (value.split(/\s/)[0] ?? '') : value;
    const url = URL.parse(first, `${site}here/`);
    if (url === null) return 'no address';
    if (element.tagName === 'LINK' && element.getAttribute('rel') === 'icon' && url.protocol === 'data:') return '';
    if (!/^(?:https?|mailto):$/.test(url.protocol)) return `the scheme ${url.protocol}`;
    const leads = element.tagName === 'LINK' && /^(?:canonical|alternate)$/.test(element.getAttribute('rel') ?? '');
    if (loading.includes(element.tagName) && !leads && !url.href.startsWith(site)) return `loads from ${url.host}`;
    return '';
  };

  const wrongElement = (element: Element): readonly string[] => {
    const said = `<${element.tagName.toLowerCase()}>`;
    const attributes = [...element.attributes].flatMap(({ name, value }) => {
      if (/^on|^srcdoc$/i.test(name)) return [`${said} has ${name}`];
      if (name === 'style' && /url|expression|@import/i.test(value)) return [`${said} has the style ${value}`];
      const wrong = urls.includes(name) ? wrongUrl(element, name, value) : '';
      return wrong === '' ? [] : [`${said} ${name}: ${wrong}`];
    });
    const kind = element.matches(forbidden) ? [`${said} stands there`] : [];
    return [...attributes, ...kind];
  };

  // The tagged copies of the site's own styles and scripts are told apart by the caller.
  const code = (root: Document): readonly string[] =>
    [...root.querySelectorAll('script:not([src])')]
      .filter((script) => script.getAttribute('type') === 'application/ld+json')
      .flatMap((script) => {
        try {
          JSON.parse(script.textContent ?? '');
          return [];
        } catch {
          return ['linked data that is no JSON'];
        }
      });

  const policy = (root: Document): readonly string[] => {
    const meta = root.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const before = [...root.querySelectorAll('script, style, link, img, iframe, a')].filter(
      (one) => meta === null || one.compareDocumentPosition(meta) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const strict = /^default-src 'none'/.test(meta?.getAttribute('content') ?? '');
    return strict && before.length === 0 ? [] : ['no policy before everything else'];
  };

  return suspects.flatMap(({ path, text, type, whole }) => {
    const root = new DOMParser().parseFromString(text, type);
    const broken = type !== 'text/html' && root.querySelector('parsererror') !== null ? ['is no XML'] : [];
    const scripts = type === 'text/html' ? code(root) : [...root.querySelectorAll('script')].map(() => 'a script');
    const found = [...[...root.querySelectorAll('*')].flatMap(wrongElement), ...scripts, ...broken];
    return [...new Set([...found, ...(whole ? policy(root) : [])])].map((one) => `${path}: ${one}`);
  });
}

/** Runs in a browser: the texts of all scripts and styles that stand in pages themselves, and the snippets offered there. */
export function readInside(suspects: readonly Suspect[]): {
  readonly inline: readonly string[];
  readonly snippets: readonly (readonly [string, string])[];
} {
  const pages = suspects.map(({ text }) => new DOMParser().parseFromString(text, 'text/html'));
  const inline = pages.flatMap((page) =>
    [...page.querySelectorAll('script:not([src]):not([type="application/ld+json"]), style')].map(
      (one) => one.textContent ?? '',
    ),
  );
  const snippets = pages.flatMap((page) =>
    [...page.querySelectorAll('[data-snippet]')].map(
      (one) => [one.getAttribute('data-snippet') ?? '', one.textContent ?? ''] as const,
    ),
  );
  return { inline: [...new Set(inline)], snippets };
}
