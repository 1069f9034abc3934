import { expect, test } from 'vitest';
import { faultOfRedisUrl } from '../../src/config/redis-url.ts';

test.each([
  'redis://',
  'redis://localhost',
  'redis://localhost:6379/',
  'redis://127.0.0.1:6379/15',
  'redis://127.0.0.1:6379?db=1&family=6',
  'redis://[::1]:6379/0',
  'rediss://somebody:pa%2Fss%23wo%3Fr%25d@redis.example.com:6380/1',
  'redis-cluster://one',
  'redis-cluster://one:6379/0?node=two:6379&node=[::1]:6379&family=6',
  'redis-cluster://one?node=[FE80:0:0:0:0:0:0:1]:6379',
  'rediss-cluster://somebody:pa%2Fss@one.example.com:6380?node=192.0.2.1',
])('takes %s', (url) => expect(faultOfRedisUrl(url)).toBeNull());

test.each([
  'redis://:pa/SECRET@localhost:6379',
  'redis://:pa#SECRET@localhost:6379',
  'redis://:pa?SECRET@localhost:6379',
  'redis://user:12#SECRET@localhost:6379',
  'redis://user:12?SECRET@localhost:6379',
  'redis://:SECRET%zz@localhost:6379',
  'redis://SECRET%zz:word@localhost:6379',
  'redis://:SECRET@local host:6379',
  'redis://:SECRET@localhost:99999',
  'redis://:SECRET@[::1',
  'redis://:SECRET@localhost?retryStrategy=none',
  'redis://user:12/SECRET@localhost',
  'redis://localhost?node=SECRET',
  'redis-cluster://:pa?SECRET@localhost:6379',
  'redis-cluster://:pa#SECRET@localhost:6379',
  'redis-cluster://:pa/SECRET@localhost:6379',
])('says how to write the password where %s cannot be read, and does not repeat it', (url) => {
  const fault = faultOfRedisUrl(url);
  expect(fault).toContain('must be percent-encoded');
  expect(fault).not.toContain('SECRET');
});

test.each(['/prod', '//0', '/1/', '/-1', '/1.5', '?db=abc', '?db=', '/1?db=abc'])(
  'takes no database but a number: %s',
  (rest) => {
    expect(faultOfRedisUrl(`redis://127.0.0.1:6379${rest}`)).toContain('a whole number as the database');
  },
);

test.each(['redis-cluster://one/1', 'rediss-cluster://one?db=2'])(
  'knows no databases of a cluster: %s',
  (url) => {
    expect(faultOfRedisUrl(url)).toBe('expected no database but 0, as a cluster has no other');
  },
);

test.each([
  'redis-cluster://',
  'redis-cluster://one?node=',
  'redis-cluster://one?node=two:99999',
  'redis-cluster://one?node=:SECRET@two',
  'redis-cluster://one?node=two/SECRET',
  'redis-cluster://one?node=two SECRET',
  'redis-cluster://one?node=redis://two',
])('says how the servers of a cluster are named where %s cannot be read', (url) => {
  const fault = faultOfRedisUrl(url);
  expect(fault).toContain('host and port of each server');
  expect(fault).not.toContain('SECRET');
});

test('names the prefix that a URL of another kind lacks', () => {
  expect(faultOfRedisUrl('localhost:6379')).toBe(
    'expected a URL that begins with redis://, rediss://, redis-cluster:// or rediss-cluster://',
  );
});
