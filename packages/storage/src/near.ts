import type { Redis } from 'ioredis';
import { defineBufferScript } from './script.ts';

/** Its key is a block of days and a mark, joined by a colon. Keys of one mark count once. */
export type Probe = { key: string; mark: string; weight: number };

/** A key of more neighbourhoods tells too little to be followed, nor to be kept. */
export const mostPerKey = 150;
/** Neighbourhoods looked into for one report: the sixteenth shares next to nothing. */
export const mostNear = 16;
/** Bytes of them, packed: four that hold as much as they can. What everybody tells has many, and the nearest come first. */
export const mostNearBytes = 256 * 1024;
/** Nats that have to be shared: two rare words, or a rare one and a place. */
export const leastShared = 8;

const daySeconds = 24 * 3600;
const keepPlaceSeconds = 400 * daySeconds; // a year's anniversary articles still find their incident
const keepWordSeconds = 45 * daySeconds; // by words a happening is found as long as it is news
const shards = 8; // of a block's words: a hash of more than some ten thousand makes a server pause when it ends

/** Where a key stands: marks of a block share a few hashes, which takes a quarter of a key for each. */
export function placeOf(key: string): { shelf: string; field: string; seconds: number } {
  const colon = key.indexOf(':');
  const [block, field] = [key.slice(0, colon), key.slice(colon + 1)];
  const isPlace = field.startsWith('@');
  const shard = isPlace ? '@' : (field.charCodeAt(0) + field.charCodeAt(field.length - 1)) % shards;
  return { shelf: `${block}:${shard}`, field, seconds: isPlace ? keepPlaceSeconds : keepWordSeconds };
}

// KEYS: one a shelf. ARGV: least shared, most, number of marks, mark and weight of each, for each shelf how many marks are
// looked up there and their numbers, and last the most bytes and what the keys of neighbourhoods begin with: they are read
// here, on the same slot of a cluster as all keys of a prefix, because a second question costs more than all the rest.
const nearScript = defineBufferScript(`
local marks, least = tonumber(ARGV[3]), tonumber(ARGV[1])
local lists, weights, rest, at = {}, {}, 0, 4 + 2 * marks
for mark = 1, marks do lists[mark] = {}; weights[mark] = tonumber(ARGV[3 + 2 * mark]); rest = rest + weights[mark] end
for shelf = 1, #KEYS do
  local count, fields = tonumber(ARGV[at]), {}
  for of = 1, count do fields[of] = ARGV[2 + 2 * tonumber(ARGV[at + of])] end
  for of, list in ipairs(redis.call('HMGET', KEYS[shelf], unpack(fields))) do
    local mine = lists[tonumber(ARGV[at + of])]
    if list and list ~= '*' then mine[#mine + 1] = list end
  end
  at = at + count + 1
end
-- The heaviest marks come first: what is met only when too little is left cannot share enough any more.
local shared, last = {}, {}
for mark = 1, marks do
  local weight, isLate = weights[mark], rest < least
  for _, list in ipairs(lists[mark]) do
    for id in string.gmatch(list, '[^,]+') do
      local sum = shared[id]
      if sum then
        if last[id] ~= mark then shared[id] = sum + weight; last[id] = mark end
      elseif not isLate then shared[id] = weight; last[id] = mark end
    end
  end
  rest = rest - weight
end
local ids = {}
for id, sum in pairs(shared) do if sum >= least then ids[#ids + 1] = id end end
table.sort(ids, function(a, b) if shared[a] ~= shared[b] then return shared[a] > shared[b] end return a < b end)
-- An id may lead nowhere: a report that was set aside before its neighbourhood went into another is found there no more.
local best, bytes, most, mostBytes = {}, 0, tonumber(ARGV[2]), tonumber(ARGV[#ARGV - 1])
for _, id in ipairs(ids) do
  if #best == most or bytes >= mostBytes then break end
  local value = redis.call('GET', ARGV[#ARGV] .. id)
  if value then best[#best + 1] = value; bytes = bytes + #value end
end
return best`);

/** The packed neighbourhoods that share enough with the probes, best first. */
export async function findNearest(
  redis: Redis,
  { shelfKey, keysBegin }: { shelfKey: (shelf: string) => string; keysBegin: string },
  probes: readonly Probe[],
): Promise<Buffer[]> {
  const marks = new Map<string, { number: number; weight: number }>();
  const shelves = new Map<string, number[]>();
  for (const { key, mark, weight } of [...probes].sort((a, b) => b.weight - a.weight)) {
    const known = marks.get(mark) ?? { number: marks.size + 1, weight };
    marks.set(mark, known);
    const { shelf } = placeOf(key);
    const numbers = shelves.get(shelf);
    if (numbers) numbers.push(known.number);
    else shelves.set(shelf, [known.number]);
  }
  if (shelves.size === 0) return [];
  const args = [
    leastShared,
    mostNear,
    marks.size,
    ...[...marks].flatMap(([mark, { weight }]) => [mark, weight]),
    ...[...shelves.values()].flatMap((numbers) => [numbers.length, ...numbers]),
    mostNearBytes,
    keysBegin,
  ];
  return (await nearScript(redis, [...shelves.keys()].map(shelfKey), args)) as Buffer[]; // values of keys
}
