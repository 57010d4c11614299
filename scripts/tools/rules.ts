/** Writes `docs/rules.md`; a test holds it to what the code says. */
import { resolve } from 'node:path';
import { renderRules } from '../issues/explain.ts';
import { writeFileWhole } from '../platform/write-file.ts';

writeFileWhole(resolve(import.meta.dirname, '../../docs/rules.md'), renderRules());
