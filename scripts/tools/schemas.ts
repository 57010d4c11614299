/** Writes `schema/`, which editors use before any build; a test holds it to what the code says. */
import { resolve } from 'node:path';
import { writeFileWhole } from '../platform/write-file.ts';
import { renderSchemas } from '../validate/publish-schemas.ts';

for (const { path, content } of renderSchemas()) writeFileWhole(resolve(import.meta.dirname, '../..', path), content);
