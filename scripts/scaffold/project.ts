import { type Answers, toId } from './answers.ts';
import { dataFiles } from './data.ts';
import { workflowFiles } from './workflows.ts';

/** The files of a small complete comparison, by path. */
export function scaffoldProject(answers: Answers): Readonly<Record<string, string>> {
  return {
    ...dataFiles(answers),
    ...workflowFiles(),
    'package.json': packageFile(answers),
    'README.md': readme(answers),
    'CONTRIBUTING.md': contributing(answers),
    '.gitignore': 'node_modules/\ndist/\n.cache/\n.dist.*/\n',
    '.vscode/settings.json': editorSettings,
    '.vscode/extensions.json': '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n',
  };
}

function packageFile({ title, version }: Answers): string {
  const manifest = {
    name: toId(title) || 'comparison',
    private: true,
    type: 'module',
    scripts: {
      build: 'proofsheet build',
      check: 'proofsheet check',
      test: 'proofsheet check',
      preview: 'proofsheet preview',
      enrich: 'proofsheet enrich',
    },
    dependencies: { proofsheet: version },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const kinds = { framework: 'frameworks/*.yaml', site: 'data/site.yaml', features: 'data/features.yaml' } as const;
const moreKinds = {
  sources: 'data/sources.yaml',
  benchmark: 'data/*/benchmark.yaml',
  run: 'data/*/runs/*/run.yaml',
} as const;

const editorSettings = `${JSON.stringify(
  {
    'yaml.schemas': Object.fromEntries(
      Object.entries({ ...kinds, ...moreKinds }).map(([kind, files]) => [
        `./node_modules/proofsheet/schema/${kind}.schema.json`,
        [files],
      ]),
    ),
  },
  null,
  2,
)}\n`;

function readme({ title, nounPlural, benchmark }: Answers): string {
  return `# ${title}

A comparison of ${nounPlural} in which every answer shows its source, made with Proofsheet.

\`\`\`sh
npm install
npm run check        # all mistakes at once, each with its place
npm run build        # writes dist/
npm run preview      # http://127.0.0.1:4173/
\`\`\`

| file | holds |
|---|---|
| \`frameworks/<id>.yaml\` | one of the ${nounPlural}, with its claims |
| \`data/features.yaml\` | the questions asked of each |
| \`data/site.yaml\` | title, categories, editions, navigation |
${benchmark === null ? '' : '| `data/<benchmark>/` | a benchmark, and its runs in `runs/<date>-<machine>/` |\n'}
To publish on GitHub Pages, choose "GitHub Actions" under Settings, Pages. \`.github/workflows/publish.yml\` does the rest.
Elsewhere, copy \`dist/\` to any static host.
`;
}

function contributing({ noun, today }: Answers): string {
  return `# Contributing

Edit one file, \`frameworks/<id>.yaml\`, and run \`npm run check\`. A new ${noun} is a new file; its name is the id.

A claim has a value, the day on which it held, and a source. Add new claims below older ones: they are the history.

\`\`\`yaml
claims:
  open-source:
    - value: full
      on: ${today}
      source: {url: "https://example.org/license", retrieved: ${today}}
\`\`\`

Leave out what you do not know. \`npx proofsheet explain <rule>\` says what a rule of the check means.
`;
}
