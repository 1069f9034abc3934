import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage } from './coverage-page.ts';
import { readCoverage } from './coverage-table.ts';

// npm run coverage:page
const page = join(import.meta.dirname, '..', '..', 'docs', 'coverage.md');
writeFileSync(page, coveragePage(readCoverage()));
