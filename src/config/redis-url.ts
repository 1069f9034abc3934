/** What is wrong with a URL of Redis, in words that repeat nothing of it, as it may hold a password; null = nothing. */
export function faultOfRedisUrl(text: string): string | null {
  const scheme = /^rediss?(-cluster)?:\/\//.exec(text);
  if (!scheme) return `expected a URL that begins with ${schemes}`;
  if (!URL.canParse(text)) return unreadable;
  const { host, username, password, pathname, searchParams, hash } = new URL(text);
  if (hash !== '' || !canDecode(username) || !canDecode(password)) return unreadable;
  const isCluster = scheme[1] !== undefined;
  const parameters = [...searchParams];
  const valuesOf = (name: string): string[] => searchParams.getAll(name);
  // Any other parameter would set an option of the client, or is the rest of a password.
  const known = isCluster ? ['db', 'family', 'node'] : ['db', 'family'];
  if (parameters.some(([name]) => !known.includes(name))) return unreadable;
  if (valuesOf('family').some((family) => !/^[046]$/.test(family))) {
    return 'expected 0, 4 or 6 as the family of addresses';
  }
  const databases = pathname.length > 1 ? [pathname.slice(1), ...valuesOf('db')] : valuesOf('db');
  if (!databases.every((database) => /^\d{1,9}$/.test(database))) return badDatabase;
  if (!isCluster) return null;
  if (databases.some((database) => Number(database) !== 0))
    return 'expected no database but 0, as a cluster has no other';
  return [host, ...valuesOf('node')].every(isAddress) ? null : badNode;
}

const schemes = 'redis://, rediss://, redis-cluster:// or rediss-cluster://';
const unreadable =
  'expected a URL such as redis://:password@localhost:6379/0; special characters in a password must be percent-encoded (/ as %2F, # as %23, ? as %3F, % as %25)';
const badDatabase =
  'expected a whole number as the database, as in redis://localhost:6379/1; special characters in a password must be percent-encoded (/ as %2F)';
const badNode =
  'expected host and port of each server of the cluster, as in redis-cluster://one:6379?node=two:6379&node=three:6379';

function isAddress(text: string): boolean {
  return /^[^/?#@\s]+$/.test(text) && URL.canParse(`redis-cluster://${text}`);
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
