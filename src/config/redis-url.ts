/** What is wrong with a URL of Redis, in words that repeat nothing of it, as it may hold a password; null = nothing. */
export function faultOfRedisUrl(text: string): string | null {
  if (!/^rediss?:\/\//.test(text)) return 'expected a URL that begins with redis:// or rediss://';
  if (!URL.canParse(text)) return unreadable;
  const { username, password, pathname, searchParams, hash } = new URL(text);
  if (hash !== '' || !canDecode(username) || !canDecode(password)) return unreadable;
  const parameters = [...searchParams];
  // Any other parameter would set an option of the client, or is the rest of a password.
  if (parameters.some(([name]) => name !== 'db' && name !== 'family')) return unreadable;
  if (parameters.some(([name, value]) => name === 'family' && !/^[046]$/.test(value))) {
    return 'expected 0, 4 or 6 as the family of addresses';
  }
  const databases = parameters.filter(([name]) => name === 'db').map(([, value]) => value);
  if (pathname.length > 1) databases.push(pathname.slice(1));
  return databases.every((database) => /^\d{1,9}$/.test(database)) ? null : badDatabase;
}

const unreadable =
  'expected a URL such as redis://:password@localhost:6379/0; special characters in a password must be percent-encoded (/ as %2F, # as %23, ? as %3F, % as %25)';
const badDatabase =
  'expected a whole number as the database, as in redis://localhost:6379/1; special characters in a password must be percent-encoded (/ as %2F)';

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
