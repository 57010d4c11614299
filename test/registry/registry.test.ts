import { describe } from 'vitest';
import { realSite } from '../support/built-site.ts';
import { describeRegistry } from './registry.suite.ts';

describe('this comparison', () => describeRegistry(realSite));
