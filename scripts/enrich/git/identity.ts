/** A name and an e-mail address as in a commit. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

type AuthorKind = 'human' | 'bot' | 'agent';

// Whole names only: a looser pattern would take people called Travis for a build server.
const bots =
  /^(?:dependabot(?:-preview)?|renovate(?: bot)?|greenkeeper(?:io-bot)?|pyup[- ]bot|github[- ]actions|pre-commit-ci|codecov-io|allcontributors|imgbot|semantic-release-bot|weblate|web-flow|mergify|bors|.* bot|.*-bot|.*\[bot\])$/i;
const agents =
  /^(?:claude(?: code)?|copilot(?:-swe-agent)?(?:\[bot\])?|github copilot|openai codex|codex|chatgpt-codex-connector(?:\[bot\])?|cursor(?: agent|agent)?|devin(?: ai)?|devin-ai-integration(?:\[bot\])?|google-labs-jules(?:\[bot\])?|aider(?: \(.*\))?|sweep-ai(?:\[bot\])?)$/i;
const agentEmails = /@anthropic\.com$|^(?:\d+\+)?copilot@users\.noreply\.github\.com$|^cursoragent@cursor\.com$/i;

/** Whether a signature is a person's, a bot's or a coding agent's, by its whole name or an agent's e-mail address. */
export function kindOf({ name, email }: Signature): AuthorKind {
  const trimmed = name.trim();
  if (agents.test(trimmed) || (agentEmails.test(email) && !/\s\S+\s/.test(trimmed))) return 'agent';
  return bots.test(trimmed) || /\[bot\]@/i.test(email) ? 'bot' : 'human';
}

// What tools write for unknown people: strangers share it, so it does not identify anyone.
const nobodysName = /^(?:|root|unknown|none|nobody|anonymous|your name|\(no author\))$/;
const nobodysEmail = /^(?:|you@example\.com|(?:[^@]*@)?(?:none|\(none\)|unknown|localhost|localhost\.localdomain))$/;

/** Whether an e-mail address seems to belong to a person: not empty, not `none@none`, not `root@localhost`. */
export function isEmail(email: string): boolean {
  return email.includes('@') && !nobodysEmail.test(fold(email));
}

/**
 * Joins signatures that share a name or an e-mail address, in lower case, and returns the number of each one's identity.
 * Numbers count from 0 in the order in which identities first appear. A placeholder name or address joins no signatures.
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
