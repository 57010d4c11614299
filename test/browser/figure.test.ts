import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, type OpenPage, openSite, overflowOf } from '../support/open-site.ts';

const run = 'benchmarks/relay/2026-02-03-tower/';
const site = openSite();

async function open(path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const opened = await site.open(path, { viewport: { width: 1280, height: 900 }, ...options });
  // All but the first figure of a run are folded.
  await opened.page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:has(> figure)')) fold.open = true;
  });
  return opened;
}

/**
 * A fifth of what search engines call a good page: panels are a little taller than the lines they stand for, and a fraction of a
 * pixel, as rounding gives on a busy machine, is no shift that a reader could see.
 */
const visibleShift = 0.02;

/** Notes in `shifts` what moves in figures, from the first moment of the page on. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node }[] })[]) {
        const ofFigures = entry.sources.some(({ node }) => node?.parentElement?.closest('.figure'));
        if (ofFigures) shifts.push(entry.value);
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
}

const figureOf = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const liveRegionOf = (figure: Locator): Locator => figure.locator('p[aria-live]');
const tipOf = (figure: Locator): Locator => figure.locator('.figure-tip');
const litOf = (figure: Locator): Promise<(string | null)[]> =>
  figure.locator('svg.dim [data-s].lit').evaluateAll((groups) => groups.map((group) => group.getAttribute('data-s')));

/** Where a point of a series is on the screen, a little to the left, so that it is pointed at and not hit. */
async function placeOf(figure: Locator, id: string, index: number): Promise<{ x: number; y: number }> {
  return figure.locator(`.wide-picture [data-s="${id}"] .l`).evaluate((line, at) => {
    const steps = (line.getAttribute('d')?.match(/-?\d*\.?\d+/g) ?? []).map(Number).slice(0, 2 * at + 2);
    const sum = (odd: number): number => steps.filter((_, one) => one % 2 === odd).reduce((all, one) => all + one, 0);
    const matrix = (line as SVGGraphicsElement).getScreenCTM() ?? undefined;
    const { x, y } = new DOMPoint(sum(0), sum(1)).matrixTransform(matrix);
    return { x: x - 3, y };
  }, index);
}

describe('by keyboard alone', () => {
  test('a figure is read to its end: every number that its table has for a drawn point is announced', async () => {
    const { page, said } = await open(run);
    const figure = figureOf(page, 'achieved-rate');
    const cells = await figure.locator('td[data-v]').evaluateAll((all) =>
      all.map((cell) => {
        const row = cell.parentElement as HTMLTableRowElement;
        const head = row.closest('table')?.tHead?.rows[0]?.cells[(cell as HTMLTableCellElement).cellIndex];
        const text = cell.textContent?.trim().replace(' *', ', disturbed');
        return `${row.cells[0]?.textContent?.trim()}: ${text} at ${head?.textContent?.trim()}`;
      }),
    );
    await figure.locator('.picture').focus();
    const announced = new Set<string>();
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      announced.add(((await liveRegionOf(figure).textContent()) ?? '').replace(/ \(rank [^)]*\)$/, ''));
    };
    const rows = await figure.locator('tr[data-s]').count();
    // In the last column every line has a place of its own, so the picture is walked from its top; the first line that one
    // meets may end before that column.
    for (let time = 0; time < 2; time += 1) {
      await press('End');
      for (let row = 0; row < rows; row += 1) await press('ArrowUp');
    }
    for (let row = 0; row < rows; row += 1) {
      await press('Home');
      for (let step = 0; step < 6; step += 1) await press('ArrowRight');
      await press('ArrowDown');
    }
    expect(cells.filter((cell) => !announced.has(cell))).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('ten steps with Shift, Enter keeps, Escape clears; the address says it without a step of history', async () => {
    const { page, said } = await open(run);
    const figure = figureOf(page, 'delay');
    const before = await page.evaluate(() => history.length);
    await figure.locator('.picture').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    const end = await liveRegionOf(figure).textContent();
    await page.keyboard.press('End');
    expect(await liveRegionOf(figure).textContent()).toBe(end);
    await page.keyboard.press('Enter');
    expect(await liveRegionOf(figure).textContent()).toMatch(/: kept$/);
    const [kept] = await litOf(figure);
    const x = /delay\.x=(\d+)/.exec(page.url())?.[1];
    expect(page.url()).toBe(`${site.url}${run}#delay.s=${kept}&delay.x=${x}`);
    await page.keyboard.press('ArrowUp');
    expect(await litOf(figure)).toHaveLength(2);
    await page.keyboard.press('Escape');
    expect(await litOf(figure)).toEqual([]);
    expect(page.url()).toBe(site.url + run);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('figures without lines are read as well', async () => {
    const { page } = await open(run);
    const figure = figureOf(page, 'percentiles');
    await figure.locator('.picture').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const cell = figure.locator('tbody tr').first().locator('td').nth(1);
    expect(await liveRegionOf(figure).textContent()).toContain((await cell.textContent()) ?? '?');
    await page.context().close();
  });
});

describe('by pointer', () => {
  test('pointing isolates a line and tells its number, a click keeps it, another lets it go', async () => {
    const { page } = await open(run);
    const figure = figureOf(page, 'achieved-rate');
    await figure.scrollIntoViewIfNeeded();
    const { x, y } = await placeOf(figure, 'fir', 3);
    await page.mouse.move(x, y);
    expect(await litOf(figure)).toEqual(['fir']);
    const cell = figure.locator('tr[data-s="fir"] td').nth(3);
    expect(await tipOf(figure).textContent()).toContain((await cell.textContent()) ?? '?');
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    expect(await litOf(figure)).toEqual(['fir']);
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    expect(await litOf(figure)).toEqual([]);
    await page.context().close();
  });

  test('a label isolates its line, and keeps it without a place on the axis', async () => {
    const { page } = await open(run);
    const figure = figureOf(page, 'achieved-rate');
    await figure.locator('.wide-picture [data-s="alder"] .n').click();
    expect(await litOf(figure)).toEqual(['alder']);
    expect(page.url()).toBe(`${site.url}${run}#achieved-rate.s=alder`);
    await figure.getByRole('button', { name: 'Clear' }).click();
    expect(await litOf(figure)).toEqual([]);
    await page.context().close();
  });

  test('on a touch screen the first tap reads, the second keeps', async () => {
    const { page } = await open(run, { hasTouch: true, viewport: { width: 1024, height: 800 } });
    const figure = figureOf(page, 'achieved-rate');
    await figure.scrollIntoViewIfNeeded();
    const { x, y } = await placeOf(figure, 'ivy', 2);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => litOf(figure)).toEqual(['ivy']);
    expect(page.url()).toBe(site.url + run);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => page.url()).toContain('#achieved-rate.s=ivy');
    await page.context().close();
  });
});

describe('the address', () => {
  const claim = '#delay.s=birch,alder&delay.x=8000&delay.view=panels';

  test('restores what was kept, and scrolls to it; back and forward work', async () => {
    const { page, said } = await open(run + claim);
    const figure = figureOf(page, 'delay');
    await expect.poll(() => litOf(figure)).toEqual(['alder', 'birch']);
    expect(await figure.locator('.panel').count()).toBeGreaterThan(2);
    expect(await tipOf(figure).locator('p').count()).toBe(2);
    expect(await tipOf(figure).textContent()).toMatch(/^Birch.*Alder.*at 8,000\/s/);
    expect(await figure.evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 200)).toBe(true);
    await page.evaluate(() => location.assign('#delay.s=fir'));
    await expect.poll(() => litOf(figure)).toEqual(['fir']);
    expect(await figure.locator('.panel').count()).toBe(0);
    await page.goBack();
    await expect.poll(() => litOf(figure)).toEqual(['alder', 'birch']);
    await page.goForward();
    await expect.poll(() => litOf(figure)).toEqual(['fir']);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('without an id speaks of the first figure', async () => {
    const { page } = await open(`${run}#s=birch,alder&x=4000`);
    expect(await litOf(figureOf(page, 'achieved-rate'))).toEqual(['alder', 'birch']);
    expect(await litOf(figureOf(page, 'delay'))).toEqual([]);
    await page.context().close();
  });
});

describe('panels', () => {
  test('one for each series and back, with nothing moved and nothing said', async () => {
    const { page, said } = await open(run);
    const figure = figureOf(page, 'achieved-rate');
    await watchShifts(page);
    const panels = figure.getByRole('button', { name: 'Panels' });
    const series = await figure.locator('.wide-picture [data-s] .l').count();
    await panels.click();
    await expect.poll(() => figure.locator('.panel').count()).toBe(series);
    expect(page.url()).toContain('#achieved-rate.view=panels');
    await figure.locator('.panel svg').nth(2).hover();
    expect(await tipOf(figure).isVisible()).toBe(true);
    expect(await litOf(figure)).toHaveLength(1);
    await panels.click();
    expect(await figure.locator('.panel').count()).toBe(0);
    expect(page.url()).toBe(site.url + run);
    expect(said).toEqual([]);
    expect(
      await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { shifts: number[] }).shifts)),
    ).toBeLessThan(visibleShift);
    await page.context().close();
  });
});

describe('for everybody', () => {
  test('without JavaScript there is no button and no empty room', async () => {
    const { page } = await open(run, { javaScriptEnabled: false });
    const figure = figureOf(page, 'achieved-rate');
    expect(await page.locator('.figure-bar').count()).toBe(0);
    expect(await figure.locator('button').count()).toBe(0);
    const gap = (await figure.locator('.picture').boundingBox())?.y ?? 0;
    const head = await figure.locator('.question').boundingBox();
    expect(gap - (head?.y ?? 0) - (head?.height ?? 0)).toBeLessThan(30);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in %s, whatever is shown', async (colorScheme) => {
    for (const width of [360, 1280]) {
      const { page } = await open(`${run}#s=birch&x=8000`, {
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: true,
      });
      // What a reader has dimmed is meant to recede; its words stay in the table.
      const findings = () => axeFindings(page, { include: ['figure'], exclude: ['svg.dim'] });
      expect(await findings(), `${width} px, kept`).toEqual([]);
      const figure = figureOf(page, 'achieved-rate');
      // On a phone the panels are there from the start.
      expect(await figure.locator('.narrow-picture').isVisible(), `${width} px`).toBe(width === 360);
      expect(await figure.locator('.wide-picture').isVisible(), `${width} px`).toBe(width !== 360);
      if (width !== 360) await figure.getByRole('button', { name: 'Panels' }).click();
      expect(await findings(), `${width} px, panels`).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await page.context().close();
    }
  });

  test('with forced colors and reduced motion lines still recede, and nothing moves', async () => {
    const { page } = await open(`${run}#s=birch&x=8000`, { forcedColors: 'active', reducedMotion: 'reduce' });
    const dimmed = figureOf(page, 'achieved-rate').locator('svg.dim [data-s="alder"]');
    const { opacity, transition } = await dimmed.evaluate((one) => {
      const style = getComputedStyle(one);
      return { opacity: Number(style.opacity), transition: style.transitionDuration };
    });
    expect(opacity).toBeLessThan(0.5);
    expect(transition).toBe('0s');
    await page.context().close();
  });
});
