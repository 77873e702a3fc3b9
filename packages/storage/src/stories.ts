import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

/** A text as the dedupe stage brings it. */
export type NewText = {
  itemId: string;
  articleId: string;
  outletId: string;
  /** Whose words it says they are; `isOwn` when it says nothing and they count as the outlet's. */
  originId: string;
  isOwn: boolean;
  publishedMs: number;
  /** Hash of title and text: the same article with the same hash is unchanged. */
  whole: string;
  /** Hash of the text. */
  exact: string;
  /** Two bytes a slot. */
  signature: Buffer;
  shingles: number;
  /** Two bytes a sampled shingle. */
  samples: Buffer;
  /** Shard and hash, joined by a colon; texts that share a key are compared. */
  keys: readonly string[];
  /** The story's id when it is a new one. */
  storyId: string;
};

/** What became of a text; the same for the same item however often it is asked. */
export type Admission = {
  verdict: 'new' | 'copy' | 'revision' | 'unchanged';
  of: string | null;
  storyId: string;
  similarity: number | null;
  revision: number;
  originId: string;
  /** The words were first seen elsewhere. */
  isCopied: boolean;
};

/** The numbers of `copyRules` in the similarity engine. */
export type CopyRules = {
  copyFrom: number;
  cutFrom: number;
  cutShingles: number;
  cutLeast: number;
  mostSamples: number;
};

export type StoryStore = {
  /** Judges a text by what is there and puts it there, in one step: of two copies at once, one is the copy. */
  admit: (text: NewText) => Promise<Admission>;
};

const windowDays = 4; // copies follow within days: a text is compared with those of its own and the last window
const daySeconds = 24 * 3600;
const keepWindowSeconds = 2 * windowDays * daySeconds;
const keepArticleSeconds = 60 * daySeconds; // an article is revised for as long as its page is looked at
const keepAnswerSeconds = 14 * daySeconds; // longer than any job can be repeated
export const shards = [...'x0123456789abcdefghijkvwyz']; // first letters of keys: large hashes make a server pause when they end
const textShards = [...'01234567'];
const mostPerKey = 8; // a key that everyone shares is boilerplate and tells nothing
const mostCompared = 12;

// KEYS: answer, article, then for this window and the last: texts by shard, keys by shard, and last the voices of stories.
// ARGV: now window, item, article, ref, outlet, origin, isOwn, published, whole, exact, shingles, story, copyFrom, cutFrom,
// cutShingles, text shards, key shards, signature, samples, cutLeast, mostSamples, then the keys as shard number and field in turn.
const admitScript = defineScript(`
local said = redis.call('GET', KEYS[1])
if said then return said end
local window, item, article, ref, outlet, origin = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local isOwn, published, whole, exact, shingles = ARGV[7] == '1', tonumber(ARGV[8]), ARGV[9], ARGV[10], tonumber(ARGV[11])
local story, copyFrom, cutFrom, cutShingles = ARGV[12], tonumber(ARGV[13]), tonumber(ARGV[14]), tonumber(ARGV[15])
local texts, shards, signature, samples = tonumber(ARGV[16]), tonumber(ARGV[17]), ARGV[18], ARGV[19]
local cutLeast, mostSamples, keysFrom = tonumber(ARGV[20]), tonumber(ARGV[21]), 22
local perWindow = texts + shards

local function textKey(at, of) return KEYS[2 + at * perWindow + 1 + string.byte(of, -1) % texts] end
local function similarity(a, b)
  local equal = 0
  for at = 1, #a, 2 do
    local a1, a2 = string.byte(a, at, at + 1)
    local b1, b2 = string.byte(b, at, at + 1)
    if a1 == b1 and a2 == b2 then equal = equal + 1 end
  end
  return equal / (#a / 2)
end
local function voiceKey(at) return KEYS[2 + 2 * perWindow + 1 + at] end
local function voiceOf(story)
  local value = redis.call('HGET', voiceKey(0), story) or redis.call('HGET', voiceKey(1), story)
  return value and cjson.decode(value)
end
local function load(of)
  for at = 0, 1 do
    local value = redis.call('HGET', textKey(at, of), of)
    if value then
      local from = #signature + 2
      local size = string.byte(value, from - 1)
      local text = cjson.decode(string.sub(value, from + size))
      text.signature = string.sub(value, 1, #signature)
      text.samples = string.sub(value, from, from + size - 1)
      return text
    end
  end
end
-- The same as in the similarity engine: see there for the reasons.
local function shared(text)
  if text.exact == exact then return 1 end
  local jaccard = similarity(signature, text.signature)
  if jaccard >= copyFrom then return jaccard end
  local smaller = math.min(shingles, text.shingles)
  if smaller < cutShingles or jaccard < cutLeast then return 0 end
  local less, more = samples, text.samples
  if text.shingles < shingles then less, more = more, less end
  local known, found, of = {}, 0, 0
  local function sampleAt(list, at) return string.byte(list, at) * 256 + string.byte(list, at + 1) end
  for at = 1, #more, 2 do known[sampleAt(more, at)] = true end
  local last = #more == 2 * mostSamples and sampleAt(more, #more - 1) or 65535
  for at = 1, #less, 2 do
    local sample = sampleAt(less, at)
    if sample > last then break end
    of = of + 1
    if known[sample] then found = found + 1 end
  end
  if of == 0 then return 0 end
  local both = shingles + text.shingles
  local bySize = math.min(1, jaccard * both / (1 + jaccard) / smaller)
  local slope = both / smaller / (1 + jaccard) ^ 2
  local sizeVariance = math.max(jaccard * (1 - jaccard) / (#signature / 2) * slope ^ 2, 1e-6)
  local bySamples, byJaccard = of / (0.85 * 0.15), 1 / sizeVariance
  local share = (found / of * bySamples + bySize * byJaccard) / (bySamples + byJaccard)
  if share - math.sqrt(1 / (bySamples + byJaccard)) >= cutFrom then return jaccard end
  return 0
end

local answer = { verdict = 'new', storyId = story, revision = 1, originId = origin, isCopied = false }
local own = redis.call('HMGET', KEYS[2], 'whole', 'story', 'revision', 'origin', 'copied')
if own[1] == whole then
  answer.verdict, answer.storyId, answer.revision = 'unchanged', own[2], tonumber(own[3])
elseif own[1] then
  local before = load(ref)
  answer.verdict, answer.of, answer.storyId, answer.revision = 'revision', article, own[2], tonumber(own[3]) + 1
  if before then answer.similarity = similarity(signature, before.signature) end
  if isOwn then answer.originId, answer.isCopied = own[4], own[5] == '1' end
else
  local hits, refs = {}, {}
  for at = keysFrom, #ARGV, 2 do
    for of = 0, 1 do
      local list = redis.call('HGET', KEYS[2 + of * perWindow + texts + tonumber(ARGV[at])], ARGV[at + 1])
      if list then
        for other in string.gmatch(list, '[^,]+') do
          if not hits[other] then hits[other] = 0; refs[#refs + 1] = other end
          hits[other] = hits[other] + 1
        end
      end
    end
  end
  table.sort(refs, function(a, b) if hits[a] ~= hits[b] then return hits[a] > hits[b] end return a < b end)
  local best, most = nil, 0
  for at = 1, math.min(#refs, ${mostCompared}) do
    local text = refs[at] ~= ref and load(refs[at])
    if text then
      local share = shared(text)
      if share > most then best, most = text, share end
    end
  end
  if best then
    answer.verdict, answer.of, answer.storyId, answer.similarity = 'copy', best.article, best.story, most
    -- Whose words a story is: of who says so himself, otherwise of who was first.
    local voice = voiceOf(best.story) or { origin = best.origin, published = best.published, said = best.said }
    if isOwn and (voice.said or voice.published <= published) then
      answer.originId, answer.isCopied = voice.origin, true
    elseif (not isOwn and not voice.said) or published < voice.published then
      voice = { origin = origin, published = published, said = not isOwn }
    end
    redis.call('HSET', voiceKey(0), best.story, cjson.encode(voice))
    redis.call('EXPIRE', voiceKey(0), ${keepWindowSeconds})
  end
end

if answer.verdict ~= 'unchanged' then
  redis.call('HSET', KEYS[2], 'whole', whole, 'story', answer.storyId, 'revision', answer.revision,
    'origin', answer.originId, 'copied', answer.isCopied and '1' or '0')
  local entry = cjson.encode({ article = article, story = answer.storyId, outlet = outlet, origin = answer.originId,
    said = not isOwn, published = published, shingles = shingles, exact = exact })
  redis.call('HSET', textKey(0, ref), ref, signature .. string.char(#samples) .. samples .. entry)
  redis.call('EXPIRE', textKey(0, ref), ${keepWindowSeconds})
  for at = keysFrom, #ARGV, 2 do
    local key = KEYS[2 + texts + tonumber(ARGV[at])]
    local list = redis.call('HGET', key, ARGV[at + 1])
    if not list then
      redis.call('HSET', key, ARGV[at + 1], ref)
      redis.call('EXPIRE', key, ${keepWindowSeconds})
    elseif not string.find(list, ref, 1, true) then
      local kept = ref
      local count = 1
      for other in string.gmatch(list, '[^,]+') do
        if count < ${mostPerKey} then kept = kept .. ',' .. other; count = count + 1 end
      end
      redis.call('HSET', key, ARGV[at + 1], kept)
    end
  end
end
redis.call('EXPIRE', KEYS[2], ${keepArticleSeconds})
said = cjson.encode(answer)
redis.call('SET', KEYS[1], said, 'EX', ${keepAnswerSeconds})
return said`);

/** Short for an article within the windows: 54 bits of its id, so that a million of them take a third of the room. */
const refOf = (articleId: string): string => articleId.slice(4, 13);

export function createRedisStoryStore(
  redis: Redis,
  prefix: string,
  rules: CopyRules,
  now: () => Date = () => new Date(),
): StoryStore {
  const windowKeys = (window: number) => [
    ...textShards.map((shard) => `${prefix}:story:${window}:text:${shard}`),
    ...shards.map((shard) => `${prefix}:story:${window}:key:${shard}`),
  ];
  return {
    async admit(text) {
      const window = Math.floor(now().getTime() / (windowDays * daySeconds * 1000));
      const keys = [
        `${prefix}:story:answer:${text.itemId}`,
        `${prefix}:story:article:${text.articleId}`,
        ...windowKeys(window),
        ...windowKeys(window - 1),
        ...[window, window - 1].map((one) => `${prefix}:story:${one}:voices`),
      ];
      const facts = [
        window,
        text.itemId,
        text.articleId,
        refOf(text.articleId),
        text.outletId,
        text.originId,
        text.isOwn ? 1 : 0,
        text.publishedMs,
        text.whole,
        text.exact,
        text.shingles,
        text.storyId,
        rules.copyFrom,
        rules.cutFrom,
        rules.cutShingles,
        textShards.length,
        shards.length,
        text.signature,
        text.samples,
        rules.cutLeast,
        rules.mostSamples,
      ];
      const places = text.keys.flatMap((key) => [shards.indexOf(key.charAt(0)) + 1, key.slice(2)]);
      const said = String(await admitScript(redis, keys, [...facts, ...places]));
      const answer = JSON.parse(said) as Partial<Admission> & Omit<Admission, 'of' | 'similarity'>; // the script's own
      return { ...answer, of: answer.of ?? null, similarity: answer.similarity ?? null };
    },
  };
}
