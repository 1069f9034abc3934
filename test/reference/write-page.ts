import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { typeDefinitions } from '../../src/server/schema.ts';
import { referencePage } from './reference-page.ts';

// npm run reference:page
const page = join(import.meta.dirname, '..', '..', 'docs', 'schema-reference.md');
writeFileSync(page, referencePage(buildSchema(typeDefinitions())));
