/** A name and an e-mail as a commit states them. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

type AuthorKind = 'human' | 'bot' | 'agent';

// Whole names only: a looser pattern takes people called Travis for a build server.
const bots =
  /^(?:dependabot(?:-preview)?|renovate(?: bot)?|greenkeeper(?:io-bot)?|pyup[- ]bot|github[- ]actions|pre-commit-ci|codecov-io|allcontributors|imgbot|semantic-release-bot|weblate|web-flow|mergify|bors|.* bot|.*-bot|.*\[bot\])$/i;
const agents =
  /^(?:claude(?: code)?|copilot(?:-swe-agent)?(?:\[bot\])?|github copilot|openai codex|codex|chatgpt-codex-connector(?:\[bot\])?|cursor(?: agent|agent)?|devin(?: ai)?|devin-ai-integration(?:\[bot\])?|google-labs-jules(?:\[bot\])?|aider(?: \(.*\))?|sweep-ai(?:\[bot\])?)$/i;
const agentEmails = /@anthropic\.com$|^(?:\d+\+)?copilot@users\.noreply\.github\.com$|^cursoragent@cursor\.com$/i;

/** Is it a person, a bot or a coding agent? By its whole name, or the address an agent signs with. */
export function kindOf({ name, email }: Signature): AuthorKind {
  const trimmed = name.trim();
  if (agents.test(trimmed) || (agentEmails.test(email) && !/\s\S+\s/.test(trimmed))) return 'agent';
  return bots.test(trimmed) || /\[bot\]@/i.test(email) ? 'bot' : 'human';
}

// What tools write where they know nobody: shared by strangers, so that it says nothing of who somebody is.
const nobodysName = /^(?:|root|unknown|none|nobody|anonymous|your name|\(no author\))$/;
const nobodysEmail = /^(?:|you@example\.com|(?:[^@]*@)?(?:none|\(none\)|unknown|localhost|localhost\.localdomain))$/;

/** Does an address belong to somebody, so far as it can be told: not empty, not `none@none`, not `root@localhost`? */
export function isEmail(email: string): boolean {
  return email.includes('@') && !nobodysEmail.test(fold(email));
}

/**
 * Joins signatures that share a name or an e-mail, in lower case, and gives each the number of its identity. Numbers
 * count from 0 in the order in which identities first appear. A name or e-mail that is nobody's joins nobody.
 */
export function joinIdentities(signatures: readonly Signature[]): readonly number[] {
  const parents = signatures.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = index; at !== root; ) [at, parents[at]] = [parents[at] ?? root, root];
    return root;
  };
  const owners = new Map<string, number>();
  signatures.forEach(({ name, email }, index) => {
    const keys = [
      ...(nobodysName.test(fold(name)) ? [] : [`name ${fold(name)}`]),
      ...(nobodysEmail.test(fold(email)) ? [] : [`email ${fold(email)}`]),
    ];
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else union(parents, find(owner), find(index));
    }
  });
  const numbers = new Map<number, number>();
  return signatures.map((_, index) => {
    const root = find(index);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root) ?? 0;
  });
}

function union(parents: number[], a: number, b: number): void {
  if (a === b) return;
  parents[Math.max(a, b)] = Math.min(a, b);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
