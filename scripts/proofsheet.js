// The command line. Its modules are TypeScript: Node keeps them without their types, and compiled, in a cache beside them.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache?.(join(import.meta.dirname, '../.cache/modules'));
await import('./cli.ts');
