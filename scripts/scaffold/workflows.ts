const checkout = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
const setupNode = 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0';
const uploadFolder = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2';
const configurePages = 'actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0';
const uploadPages = 'actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1';
const deployPages = 'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5';

/** Checks of pull requests and publication on GitHub Pages; every action pinned by commit, no more rights than needed. */
export function workflowFiles(): Readonly<Record<string, string>> {
  return { '.github/workflows/check.yml': check, '.github/workflows/publish.yml': publish };
}

const prepare = `      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: 24
      - run: npm install --no-audit --no-fund`;

const check = `# Marks the mistakes of a pull request in the changed files, and keeps the built site for reviewers.
name: check
on:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${prepare}
      - run: npx proofsheet check --format github
      - run: npx proofsheet build
      - uses: ${uploadFolder}
        with:
          name: site
          path: dist
`;

const publish = `# Publishes the main branch on GitHub Pages, wherever the repository is: no tracked file says where.
name: publish
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pages: read
    steps:
${prepare}
      - id: pages
        uses: ${configurePages}
      - run: npx proofsheet build --url "$ORIGIN" --base "$BASE/"
        env:
          ORIGIN: \${{ steps.pages.outputs.origin }}
          BASE: \${{ steps.pages.outputs.base_path }}
      - uses: ${uploadPages}
        with:
          path: dist
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: ${deployPages}
`;
