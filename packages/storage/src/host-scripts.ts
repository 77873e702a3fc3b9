import { defineScript } from './script.ts';

/*
 * A lane is a hash: `last` when a request last started, `next` the first turn that is not given away, `cool` when the
 * host may be asked again, `strikes` its refusals in a row, `held` until when the next start waits for a poll that found
 * the lane taken. Beside it the requests in flight and the turns given.
 */

/** A poll that was told when to come back comes within this; pages that have a turn wait so long for it. */
export const holdMs = 500;

// KEYS: lane, open requests, turns. ARGV: now, gap, slots, ticket ('' goes first), lease, lease ms, hold ms.
export const enterScript = defineScript(`
local now, gap = tonumber(ARGV[1]), tonumber(ARGV[2])
local lane = redis.call('HMGET', KEYS[1], 'last', 'next', 'cool', 'held')
local last, next, cool, held = tonumber(lane[1] or -gap), tonumber(lane[2] or 0), tonumber(lane[3] or 0), tonumber(lane[4] or 0)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
local isFull = redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[3])
local earliest = math.max(cool, last + gap)
local turn = 0
if ARGV[4] ~= '' then
  turn = tonumber(redis.call('ZSCORE', KEYS[3], ARGV[4]) or next)
  earliest = math.max(earliest, held)
end
if now >= earliest and not isFull and turn <= now then
  redis.call('HSET', KEYS[1], 'last', now, 'next', math.max(next, now + gap))
  redis.call('ZADD', KEYS[2], now + tonumber(ARGV[6]), ARGV[5])
  if ARGV[4] == '' then redis.call('HDEL', KEYS[1], 'held') else redis.call('ZREM', KEYS[3], ARGV[4]) end
  redis.call('PEXPIRE', KEYS[1], math.max(next - now, cool - now, 0) + gap + 3600000)
  redis.call('PEXPIRE', KEYS[2], tonumber(ARGV[6]))
  return {'go', 0}
end
local free = earliest
if isFull then free = math.max(free, now + math.max(gap, 1000)) end
local why = 'turn'
if cool > now then why = 'cooling' elseif isFull then why = 'full' end
if ARGV[4] == '' then
  if why == 'turn' then redis.call('HSET', KEYS[1], 'held', free + tonumber(ARGV[7])) end
  return {why, free - now}
end
local place = redis.call('ZSCORE', KEYS[3], ARGV[4])
-- A turn that has just come and is blocked stays; one that is far off stays; one that is long past is given anew at the end.
if place and cool <= now and turn > now - 2 * gap - 1000 then return {why, math.max(turn, free) - now} end
if place and turn >= free then return {why, turn - now} end
turn = math.max(next, free)
redis.call('HSET', KEYS[1], 'next', turn + gap)
redis.call('ZADD', KEYS[3], turn, ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - 3600000)
local keep = math.max(turn - now, cool - now) + gap + 3600000
redis.call('PEXPIRE', KEYS[1], keep)
redis.call('PEXPIRE', KEYS[3], keep)
return {why, turn - now}`);

// KEYS: lane, open requests. ARGV: lease, whether it went well.
export const leaveScript = defineScript(`
redis.call('ZREM', KEYS[2], ARGV[1])
if ARGV[2] == '1' then redis.call('HDEL', KEYS[1], 'strikes') end
return 1`);

// KEYS: lane, cooling hosts. ARGV: now, ms asked for or -1, host. A refusal while the host cools is no further strike.
export const coolScript = defineScript(`
local now, asked = tonumber(ARGV[1]), tonumber(ARGV[2])
local cool = tonumber(redis.call('HGET', KEYS[1], 'cool') or 0)
local strikes = tonumber(redis.call('HGET', KEYS[1], 'strikes') or 0)
if cool <= now then strikes = redis.call('HINCRBY', KEYS[1], 'strikes', 1) end
strikes = math.max(strikes, 1)
local ms = 600000 * 2 ^ math.min(strikes - 1, 8)
if asked >= 0 then
  ms = asked
  if strikes > 1 then ms = math.max(ms, 15000 * 2 ^ math.min(strikes - 2, 8)) end
end
ms = math.min(ms, 86400000)
local untilTime = math.max(cool, now + ms)
redis.call('HSET', KEYS[1], 'cool', untilTime)
redis.call('PEXPIRE', KEYS[1], untilTime - now + 86400000)
redis.call('ZADD', KEYS[2], untilTime, ARGV[3])
return untilTime - now`);
