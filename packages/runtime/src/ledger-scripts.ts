import { defineScript } from '@rasid/storage';

/*
 * Keys of every script: 1 the item's hash, 2 the counts, 3 the open items by time of their last step.
 * Counts change only together with the state they count, so that in = out can be proved at any moment.
 */

// An open item has no time to live: one that a machine was switched off with for months is still on its way.
// ARGV: source, stage of the first job, its index, first job, now, item id
export const openScript = defineScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'source', ARGV[1], 'stage', ARGV[2], 'index', ARGV[3], 'first', ARGV[4], 'seenAt', ARGV[5])
redis.call('HINCRBY', KEYS[2], ARGV[1] .. '|poll|in', 1)
redis.call('HINCRBY', KEYS[2], ARGV[1] .. '|poll|passed', 1)
redis.call('HINCRBY', KEYS[2], ARGV[1] .. '|' .. ARGV[2] .. '|in', 1)
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[6])
return 1`);

// ARGV: from stage, to stage, to index, now, item id
export const advanceScript = defineScript(`
local item = redis.call('HMGET', KEYS[1], 'source', 'stage', 'outcome', 'index')
if not item[1] or item[3] then return 0 end
if tonumber(item[4]) >= tonumber(ARGV[3]) then return 0 end
local via = redis.call('HGET', KEYS[1], 'via') or ''
redis.call('HSET', KEYS[1], 'stage', ARGV[2], 'index', ARGV[3], 'via', via .. item[2] .. '|')
redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. item[2] .. '|passed', 1)
redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. ARGV[2] .. '|in', 1)
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[5])
return 1`);

// KEYS 4: items in a row of a source of which nothing was published. ARGV: outcome, now, ttl seconds, item id, what it
// says of the source: 'well', 'rejected' or nothing
export const settleScript = defineScript(`
local item = redis.call('HMGET', KEYS[1], 'source', 'stage', 'outcome')
if not item[1] or item[3] then return 0 end
redis.call('HSET', KEYS[1], 'outcome', ARGV[1], 'settledAt', ARGV[2])
if ARGV[1] ~= 'quarantined' then redis.call('HDEL', KEYS[1], 'first') end
redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. item[2] .. '|' .. ARGV[1], 1)
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('ZREM', KEYS[3], ARGV[4])
if ARGV[5] == 'well' then redis.call('HDEL', KEYS[4], item[1]) end
if ARGV[5] == 'rejected' then redis.call('HINCRBY', KEYS[4], item[1], 1) end
return 1`);

// An item the poll ends at once. ARGV: source, outcome, now, ttl seconds
export const dropAtPollScript = defineScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'source', ARGV[1], 'stage', 'poll', 'index', 0, 'outcome', ARGV[2], 'seenAt', ARGV[3], 'settledAt', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('HINCRBY', KEYS[2], ARGV[1] .. '|poll|in', 1)
redis.call('HINCRBY', KEYS[2], ARGV[1] .. '|poll|' .. ARGV[2], 1)
return 1`);

// Takes a quarantined item back into the flow. ARGV: now, item id
export const reopenScript = defineScript(`
local item = redis.call('HMGET', KEYS[1], 'source', 'stage', 'outcome')
if not item[1] or item[3] ~= 'quarantined' then return 0 end
redis.call('HDEL', KEYS[1], 'outcome', 'settledAt')
redis.call('PERSIST', KEYS[1])
redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. item[2] .. '|quarantined', -1)
redis.call('ZADD', KEYS[3], ARGV[1], ARGV[2])
return 1`);

// Sends an item back to its first stage; 'via' names the stages it passed, for some items pass over some.
// ARGV: first stage, its index, now, item id
export const rewindScript = defineScript(`
local item = redis.call('HMGET', KEYS[1], 'source', 'stage', 'outcome', 'first', 'via')
if not item[1] or item[3] or not item[4] then return false end
if item[2] ~= ARGV[1] then
  redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. item[2] .. '|in', -1)
  for stage in string.gmatch(item[5] or '', '[^|]+') do
    redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. stage .. '|passed', -1)
    if stage ~= ARGV[1] then redis.call('HINCRBY', KEYS[2], item[1] .. '|' .. stage .. '|in', -1) end
  end
  redis.call('HSET', KEYS[1], 'stage', ARGV[1], 'index', ARGV[2])
  redis.call('HDEL', KEYS[1], 'via')
end
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[4])
return item[4]`);

// KEYS: items. ARGV: ttl seconds. For each whether it is known; one that has ended is remembered for another full time.
export const knownScript = defineScript(`
local known = {}
for at, key in ipairs(KEYS) do
  known[at] = redis.call('EXISTS', key)
  if redis.call('HEXISTS', key, 'outcome') == 1 then redis.call('EXPIRE', key, ARGV[1]) end
end
return known`);
