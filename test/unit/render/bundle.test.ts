import { expect, test } from 'vitest';
import { memoryFiles } from '../../../scripts/platform/effects.ts';
import { bundleClient, standaloneScript } from '../../../scripts/render/bundle.ts';
import { inMemory } from '../../support/project.ts';

const shared = memoryFiles({ 'package.json': '{}' });
const effects = { ...inMemory({}), shared };
const file = (name: string, text: string) => ({ file: `templates/${name}.ts`, text });

test('an entry is one minified module, with its hash in its name and its folders bundled in', async () => {
  const sources = [
    file(
      'greet/client',
      "import { words } from '../parts/words.ts';\nconst text: string = words('page');\nconsole.log(text);",
    ),
    file('parts/words', "export const words = (of: string): string => 'the words of a '.concat(of);"),
  ];
  const { entries, outputs, standalone } = await bundleClient(sources, effects);
  expect(entries.get('greet')).toMatch(/^assets\/greet-[A-Z0-9]{8}\.js$/);
  expect(outputs.map(({ path }) => path)).toEqual([entries.get('greet')]);
  expect(outputs[0]?.content).toContain('the words of a');
  expect(outputs[0]?.content).not.toContain('import');
  expect(standalone.size).toBe(0);
});

test('what is imported on demand is a file of its own; the names follow the content alone', async () => {
  const sources = [
    file('more/client', "addEventListener('click', () => void import('../parts/heavy.ts'));"),
    file('parts/heavy', "document.title = 'heavy';"),
  ];
  const first = await bundleClient(sources, { ...effects, cache: inMemory({}).cache });
  const again = await bundleClient(sources, { ...effects, cache: inMemory({}).cache });
  expect(first.outputs).toEqual(again.outputs);
  expect(first.outputs).toHaveLength(2);
});

test('a standalone script is complete in itself and served at no address of its own', async () => {
  const sources = [
    file('part/part.standalone', "import { a } from '../parts/a.ts';\ndocument.title = a;"),
    file('parts/a', "export const a = 'A';"),
  ];
  const { standalone, outputs } = await bundleClient(sources, effects);
  expect(standalone.get('part')).toBe(`(()=>{document.title="A";})();\n`);
  expect(outputs).toEqual([]);
});

test('a missing file is an error that names it', async () => {
  const sources = [file('broken/client', "import '../parts/gone.ts';")];
  await expect(bundleClient(sources, { ...effects, cache: inMemory({}).cache })).rejects.toThrow(
    'no such file: templates/parts/gone.ts',
  );
});

test('a standalone script that is missing is no empty one', () => {
  const standalone = new Map([['one', 'text']]);
  expect(standaloneScript({ standalone }, 'one')).toBe('text');
  expect(() => standaloneScript({ standalone }, 'two')).toThrow('two.standalone.ts');
});
