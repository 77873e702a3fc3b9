import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

// KEYS: the clock first, then all others. ARGV: what the clock said, then the commands: name, index of the key, number of
// arguments, arguments. Nothing is written when the clock went on meanwhile. Three commands of its own:
// ENTER field member most seconds: adds to the list in a hash's field; a list that is full is "*" from then on, and
//   the hash ends so many seconds after its first field. LEAVE field member: takes it out again.
// JOIN member seconds: the same for a list that is a key of its own.
const guardedScript = defineScript(`
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then return 0 end
redis.call('INCR', KEYS[1])
local function holds(list, member) return string.find(',' .. list .. ',', ',' .. member .. ',', 1, true) end
local function enter(key, field, member, most, seconds)
  local list = redis.call('HGET', key, field)
  if not list then
    redis.call('HSET', key, field, member)
    if redis.call('HLEN', key) == 1 then redis.call('EXPIRE', key, seconds) end
  elseif list ~= '*' and not holds(list, member) then
    local _, commas = string.gsub(list, ',', '')
    redis.call('HSET', key, field, commas + 2 > tonumber(most) and '*' or list .. ',' .. member)
  end
end
local function leave(key, field, member)
  local list = redis.call('HGET', key, field)
  if not list or list == '*' or not holds(list, member) then return end
  local kept = {}
  for other in string.gmatch(list, '[^,]+') do if other ~= member then kept[#kept + 1] = other end end
  if #kept == 0 then redis.call('HDEL', key, field) else redis.call('HSET', key, field, table.concat(kept, ',')) end
end
local function join(key, member, seconds)
  local list = redis.call('GET', key)
  if not list then redis.call('SET', key, member, 'EX', seconds)
  elseif not holds(list, member) then redis.call('SET', key, list .. ',' .. member, 'KEEPTTL') end
end
local own = { ENTER = enter, LEAVE = leave, JOIN = join }
local at = 2
while at <= #ARGV do
  local name, key, last = ARGV[at], KEYS[tonumber(ARGV[at + 1])], at + 2 + tonumber(ARGV[at + 2])
  if own[name] then own[name](key, unpack(ARGV, at + 3, last))
  else redis.call(name, key, unpack(ARGV, at + 3, last)) end
  at = last + 1
end
return 1`);

type Argument = string | number | Buffer;
type Command = [name: string, key: string, ...args: Argument[]];

/** Commands that are carried out all together or not at all, only if nobody else has written since the clock was read. */
export function createGuardedBatch(clockKey: string) {
  const indexOf = new Map([[clockKey, 1]]);
  const list: Argument[] = [];
  return {
    add(...[name, key, ...args]: Command): void {
      const index = indexOf.get(key) ?? indexOf.size + 1;
      indexOf.set(key, index);
      list.push(name, index, args.length, ...args);
    },
    /** Whether it was carried out. */
    run: async (redis: Redis, clock: number): Promise<boolean> =>
      (await guardedScript(redis, [...indexOf.keys()], [clock, ...list])) === 1,
  };
}
