import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner } from 'typescript/unstable/ast/scanner';

/** The identifiers of a TypeScript file, each once: no text of strings, templates, comments and regular expressions. */
export function identifiersIn(text: string): readonly string[] {
  const scanner = createScanner(true, undefined, text);
  const found = new Set<string>();
  // For every template that is open, how many braces are open inside its current `${`.
  const templates: number[] = [];
  let last: SyntaxKind = SyntaxKind.Unknown;
  for (let token = scanner.scan(); token !== SyntaxKind.EndOfFile; token = scanner.scan()) {
    const inner = templates.at(-1);
    let read: SyntaxKind = token;
    if (token === SyntaxKind.TemplateHead) templates.push(0);
    else if (token === SyntaxKind.OpenBraceToken && inner !== undefined) templates[templates.length - 1] = inner + 1;
    else if (token === SyntaxKind.CloseBraceToken && inner === 0) {
      read = scanner.reScanTemplateToken(false);
      if (read === SyntaxKind.TemplateTail) templates.pop();
    } else if (token === SyntaxKind.CloseBraceToken && inner !== undefined) templates[templates.length - 1] = inner - 1;
    else if (isSlash(token) && !endsValue.has(last)) read = scanner.reScanSlashToken();
    else if (token === SyntaxKind.Identifier || token === SyntaxKind.PrivateIdentifier)
      found.add(scanner.getTokenText());
    last = read;
  }
  return [...found];
}

function isSlash(token: SyntaxKind): boolean {
  return token === SyntaxKind.SlashToken || token === SyntaxKind.SlashEqualsToken;
}

/** After one of these a slash divides; else it begins a regular expression. */
const endsValue = new Set([
  ...[SyntaxKind.Identifier, SyntaxKind.NumericLiteral, SyntaxKind.CloseParenToken, SyntaxKind.CloseBracketToken],
  ...[SyntaxKind.TemplateTail, SyntaxKind.NoSubstitutionTemplateLiteral, SyntaxKind.StringLiteral],
]);

/** The lower-case parts of a name in camelCase, PascalCase, kebab-case or snake_case. */
export function partsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
}
