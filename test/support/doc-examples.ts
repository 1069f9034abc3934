import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The documents for people, from the project's root. */
export const documentationFiles = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: root }),
].sort();

/** Text of a file, named from the project's root. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Every GraphQL example of the documentation, with the place where it stands. */
export const documentationExamples = documentationFiles.flatMap((file) =>
  [...textOf(file).matchAll(/^```graphql\n(?<query>.*?)^```$/gms)].map(({ groups }, index) => ({
    place: `${file}, example ${index + 1}`,
    query: groups?.['query'] ?? '',
  })),
);
