import type { Cluster, Redis } from 'ioredis';

/** Microseconds of Redis's own clock, in 16 digits: what orders fetches and invalidations of all replicas. */
export type RedisTime = string;

const now = `
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000000 + time[2])
`;

/** Scripts by name, run on the server in one step. */
export const redisScripts = {
  /**
   * Takes a lock if it is free. Gives whether it did, the time, and the value that is there with its time to live. The
   * lock holds the time at which it was taken, then the token, so that a fetch that began earlier cannot store its
   * value. From then on it is known when tags were last invalidated, or that none was.
   */
  beginLease: {
    numberOfKeys: 3,
    lua: `${now}
redis.call('SET', KEYS[3], string.format('%.0f', now - 1), 'NX', 'PX', ARGV[3])
local taken = redis.call('SET', KEYS[1], now .. ARGV[1], 'NX', 'PX', ARGV[2])
local value = redis.call('GET', KEYS[2])
return { taken and 1 or 0, now, value, redis.call('PTTL', KEYS[2]) }`,
  },
  /** Keeps a lock that is still one's own. */
  extendLease: {
    numberOfKeys: 1,
    lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
  },
  /** Gives up a lock that is still one's own. */
  endLease: {
    numberOfKeys: 1,
    lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`,
  },
  /** Takes a lock if it is free and keeps it if it is one's own; gives whose it is now. */
  takeTurn: {
    numberOfKeys: 1,
    lua: `local holder = redis.call('GET', KEYS[1])
if not holder then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return ARGV[1]
end
if holder == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return holder`,
  },
  /** Sends a message and keeps the lock, if that is still one's own. */
  tellInTurn: {
    numberOfKeys: 1,
    lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1`,
  },
  /**
   * Stores a value unless, since its fetch began, a tag was invalidated, a younger value stored, or the lock taken by
   * somebody else: a replica that stood still for longer than a lock lives comes too late. A tag without a mark was
   * never invalidated, or its mark was dropped: it gets the time of the last invalidation of any tag, so that older
   * values with the tag count no more, but this one does. Every mark lives as long as the value.
   */
  storeValue: {
    lua: `local holder = redis.call('GETRANGE', KEYS[2], 0, 15)
if #holder == 16 and holder > ARGV[1] then return 0 end
local changed = redis.call('GET', KEYS[3])
if not changed then return 0 end
local before = string.format('%.0f', ARGV[1] - 1)
if changed < before then before = changed end
for index = 4, #KEYS do
  local mark = redis.call('GET', KEYS[index])
  if mark and mark >= ARGV[1] then return 0 end
end
local stored = redis.call('GETRANGE', KEYS[1], 0, 15)
if #stored == 16 and stored > ARGV[1] then return 0 end
local kept = tonumber(ARGV[3])
for index = 4, #KEYS do
  local left = redis.call('PTTL', KEYS[index])
  if left == -2 then redis.call('SET', KEYS[index], before, 'PX', kept)
  elseif left < kept then redis.call('PEXPIRE', KEYS[index], kept) end
end
redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2], 'PX', kept)
return 1`,
  },
  /** Marks tags as invalidated now; the last key tells when any tag was. */
  markTags: {
    lua: `${now}
for index = 1, #KEYS do redis.call('SET', KEYS[index], now, 'PX', ARGV[1]) end
return now`,
  },
  /**
   * Counts a call in a sliding window, unless calls are paused. Gives whether there was room (a negative room means no
   * limit), how many calls the window holds, after how many milliseconds a place gets free, and whether that wait is
   * because of a pause.
   */
  takeCall: {
    numberOfKeys: 2,
    lua: `local pause = redis.call('PTTL', KEYS[2])
if pause > 0 then return { 0, 0, pause, 1 } end
local room = tonumber(ARGV[2])
if room < 0 then return { 1, 0, 0, 0 } end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local used = redis.call('ZCARD', KEYS[1])
local taken = 0
if used < room then
  redis.call('ZADD', KEYS[1], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[1], window)
  taken = 1
  used = used + 1
end
local oldest = redis.call('ZRANGE', KEYS[1], math.max(0, used - room), math.max(0, used - room), 'WITHSCORES')
local wait = window
if oldest[2] then wait = oldest[2] + window - now end
return { taken, used, wait, 0 }`,
  },
  /** Lets no call pass for a number of milliseconds; a longer pause stays as it is. */
  pauseCalls: {
    numberOfKeys: 1,
    lua: `if redis.call('PTTL', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
return 1`,
  },
  /**
   * Claims a key that nobody has claimed. Gives whether it did, else the record that is there with its time to live.
   */
  claimOutcome: {
    numberOfKeys: 1,
    lua: `local record = redis.call('GET', KEYS[1])
if record then return { 0, record, redis.call('PTTL', KEYS[1]) } end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return { 1, '', 0 }`,
  },
  /** Replaces the record of a claim that is still one's own; its time to live stays. */
  settleOutcome: {
    numberOfKeys: 1,
    lua: `if redis.call('GETRANGE', KEYS[1], 0, #ARGV[1] - 1) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1`,
  },
  /** Gives up a claim that is still one's own. */
  releaseOutcome: {
    numberOfKeys: 1,
    lua: `if redis.call('GETRANGE', KEYS[1], 0, #ARGV[1] - 1) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`,
  },
};

/** A client that knows the scripts. */
export type ScriptedRedis = (Redis | Cluster) & RedisScripts;

interface RedisScripts {
  beginLeaseBuffer(
    lock: string,
    key: string,
    changed: string,
    token: string,
    milliseconds: number,
    changedMilliseconds: number,
  ): Promise<[taken: number, now: Buffer, value: Buffer | null, timeToLive: number]>;
  extendLease(lock: string, token: string, milliseconds: number): Promise<number>;
  endLease(lock: string, token: string): Promise<number>;
  takeTurn(lock: string, token: string, milliseconds: number): Promise<string>;
  tellInTurn(
    lock: string,
    token: string,
    milliseconds: number,
    channel: string,
    message: Buffer,
  ): Promise<number>;
  storeValue(keyCount: number, ...keysThenArguments: (string | Buffer | number)[]): Promise<number>;
  markTags(keyCount: number, ...keysThenArguments: (string | number)[]): Promise<RedisTime>;
  takeCall(
    budget: string,
    pause: string,
    window: number,
    room: number,
    member: string,
  ): Promise<[taken: number, used: number, wait: number, paused: number]>;
  pauseCalls(pause: string, milliseconds: number): Promise<number>;
  claimOutcomeBuffer(
    key: string,
    record: Buffer,
    milliseconds: number,
  ): Promise<[taken: number, record: Buffer, timeToLive: number]>;
  settleOutcome(key: string, token: string, record: Buffer): Promise<number>;
  releaseOutcome(key: string, token: string): Promise<number>;
}
