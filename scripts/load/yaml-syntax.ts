import type { YAMLError } from 'yaml';

/** What is wrong with a file's YAML and how to fix it, in our own words: the parser's presuppose its terms. */
export function describeSyntax({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (code === 'BAD_INDENT' && message.includes('end with')) return unclosed;
  return sentences[code] ?? 'This is not valid YAML; check the quotes, colons and indentation of this line';
}

const unclosed = 'A bracket or brace is not closed; add the closing one';

const sentences: Partial<Record<YAMLError['code'], string>> = {
  BAD_DQ_ESCAPE: 'Found an unknown escape in double quotes; write two backslashes, or use single quotes',
  BAD_INDENT: 'The indentation does not fit the lines around; align the line with them',
  BAD_SCALAR_START: 'Found a value that begins with a character reserved by YAML; put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'Found a second colon and space in one line; put the text in quotes',
  BLOCK_IN_FLOW:
    'Found a key or list item where a comma or a closing bracket is expected; add it, or put the text in quotes',
  KEY_OVER_1024_CHARS: 'Found a key of more than 1,024 characters; shorten it, or put the text in quotes',
  MISSING_CHAR: 'A quote, comma, colon or space is missing; add it, or put the text in quotes',
  MULTILINE_IMPLICIT_KEY: 'A key spans several lines; add the missing colon, or correct the indentation',
  TAB_AS_INDENT: 'Found a tab in the indentation; indent with spaces',
  UNEXPECTED_TOKEN: 'Found text where none can follow; put the whole value in quotes, or move it to a line of its own',
};
