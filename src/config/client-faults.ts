import { suggestion } from './closest-name.ts';
import type { ConfigFault } from './config-error.ts';
import type { LineOf } from './line-of-path.ts';
import { valueAt } from './value-at.ts';

/** A client as it stands in a file that may hold anything. */
interface WrittenClient {
  readonly keyHash?: unknown;
  readonly jwt?: { readonly issuer?: unknown; readonly audience?: unknown } | null;
  readonly sources?: unknown;
}

/**
 * What is wrong with the clients taken together: sources that do not exist, and two clients that cannot be told apart.
 * `asWritten`: the configuration as it stands in the file, without the environment's values.
 */
export function faultsOfClients(data: unknown, asWritten: unknown, lineOf: LineOf): readonly ConfigFault[] {
  const { clients, sources } = (data ?? {}) as { readonly clients?: unknown; readonly sources?: unknown };
  if (!Array.isArray(clients)) return [];
  const written = clients.map((client) => (client ?? {}) as WrittenClient);
  return [
    ...unknownSources(written, Object.keys(sources ?? {}), asWritten, lineOf),
    ...doubles(written, lineOf),
  ];
}

function unknownSources(
  clients: readonly WrittenClient[],
  names: readonly string[],
  asWritten: unknown,
  lineOf: LineOf,
): readonly ConfigFault[] {
  return clients.flatMap(({ sources }, index) =>
    (Array.isArray(sources) ? sources : []).flatMap((name: unknown, place) => {
      if (typeof name !== 'string' || names.includes(name)) return [];
      const path = ['clients', index, 'sources'];
      const isPlain = valueAt(asWritten, [...path, place]) === name;
      const words = isPlain
        ? `there is no source "${name}"${suggestion(name, names)}`
        : 'there is no source of this name (not shown, as it may be secret)';
      return [{ path: path.join('.'), line: lineOf(path), message: words }];
    }),
  );
}

/**
 * Clients that are recognised by the same key or tokens as an earlier one: each of their callers would be taken for the
 * first. The same name is no fault, as while a key is renewed.
 */
function doubles(clients: readonly WrittenClient[], lineOf: LineOf): readonly ConfigFault[] {
  const marks = [
    { key: 'keyHash', words: 'a key', of: ({ keyHash }: WrittenClient) => textOf(keyHash)?.toLowerCase() },
    {
      key: 'jwt',
      words: 'an issuer and audience',
      of: ({ jwt }: WrittenClient) => jwt && JSON.stringify([jwt.issuer, jwt.audience]),
    },
  ];
  return marks.flatMap(({ key, words, of }) =>
    clients.flatMap((client, index) => {
      const mark = of(client);
      const first = typeof mark === 'string' ? clients.findIndex((other) => of(other) === mark) : index;
      if (first === index) return [];
      return [
        {
          path: `clients.${index}.${key}`,
          line: lineOf(['clients', index, key]),
          message: `expected ${words} of its own, but got that of clients.${first}`,
        },
      ];
    }),
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
