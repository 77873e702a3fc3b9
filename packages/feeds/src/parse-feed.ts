import { decodeBytes } from './bytes/decode.ts';
import { unzip } from './bytes/unzip.ts';
import { combine } from './combine.ts';
import type { FeedInput, FeedResult } from './feed.ts';
import { finish } from './finish.ts';
import { readJson } from './readers/json.ts';
import type { RawFeed } from './readers/raw.ts';
import { readXml } from './readers/read-xml.ts';
import { nameRefusal, readStrictly } from './readers/strict.ts';
import { isPage, verdict } from './verdict.ts';
import { mendXml } from './xml/mend.ts';

const longest = 50_000_000; // characters: twenty times the largest real feeds

/**
 * Reads a feed of any kind. rss-parser reads first; the tolerant reader supplies what it refuses, loses or does not
 * know. `problems` names what had to be repaired. Never throws.
 */
export async function parseFeed(input: FeedInput): Promise<FeedResult> {
  const bytes = unzip(input.bytes);
  if (bytes === null) return { error: 'not-a-feed', problems: ['compressed beyond measure'] };
  const { text, problems: found } = decodeBytes(bytes, input.contentType ?? null);
  const problems = new Set(found);
  const body = text.length > longest ? text.slice(0, longest) : text;
  if (body.length < text.length) problems.add('cut off');
  const isMarkup = body.slice(0, 1_000).trimStart().startsWith('<');
  const read = (isMarkup ? null : fromJson(body, problems)) ?? (await fromXml(body, problems));
  if (!read) return { error: verdict(body), problems: [...problems] };
  const { feed, entries } = finish(read, input, problems);
  return { feed, entries, problems: [...problems] };
}

function fromJson(body: string, problems: Set<string>): RawFeed | null {
  const json = readJson(body);
  for (const problem of json?.problems ?? []) problems.add(problem);
  return json?.feed ?? null;
}

async function fromXml(body: string, problems: Set<string>): Promise<RawFeed | null> {
  const mended = mendXml(body);
  if (isPage(mended.text)) return null;
  const strict = await readStrictly(mended.text);
  const tolerant = readXml(mended.text);
  if (!tolerant) return null;
  for (const problem of mended.problems) problems.add(problem);
  const refusal = strict && 'refusal' in strict ? nameRefusal(strict.refusal) : null;
  if (refusal) problems.add(refusal);
  const read =
    strict && 'entries' in strict ? combine(strict.entries, tolerant.feed, problems) : tolerant.feed;
  // Where rss-parser had nothing to object, what the scan noticed is a matter of taste.
  if (strict && 'entries' in strict) keepOnly(tolerant.problems);
  for (const problem of tolerant.problems) problems.add(problem);
  return read;
}

const alwaysNamed = new Set([
  'duplicate attributes',
  'escaped CDATA',
  'CDATA within CDATA',
  'CDATA without a beginning',
  'links beside their element',
]);

function keepOnly(problems: Set<string>): void {
  for (const problem of problems) if (!alwaysNamed.has(problem)) problems.delete(problem);
}
