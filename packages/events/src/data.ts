import { readFileSync } from 'node:fs';
import type { Codes, ExtractedEvent } from '@rasid/contracts';

export type EventTypeId = ExtractedEvent['type'];

/** One way to say an event. `pattern`: words by `/`, gaps by `~n`, `#` noun forms, `@` verb forms. */
export type LexiconEntry = {
  id: string;
  type: EventTypeId;
  /** frame: fires alone; anchor: needs a place, date, count or party; title: only in title and lead. */
  need: 'frame' | 'anchor' | 'title';
  pattern: string;
  /** Words within four tokens that make it another meaning. */
  blockedBy: string[];
  example: string | null;
  nearMiss: string | null;
};

export type TypeEntry = {
  id: EventTypeId;
  group: string;
  precedence: number;
  label: { ar: string; en: string };
  counts: string[];
  attributes: string[];
  acled: Codes['acled'];
  plover: Codes['plover'];
  cameo: string[];
  iptc: string[];
  confusable: string[];
};

function readLines<T>(name: string): T[] {
  return readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T); // shipped data, checked by the tests
}

export const lexicon: readonly LexiconEntry[] = readLines<LexiconEntry>('lexicon.jsonl');
const types = new Map(readLines<TypeEntry>('types.jsonl').map((entry) => [entry.id, entry]));

/** The ontology's entry of a type; every type of the contract has one. */
export function typeEntry(id: EventTypeId): TypeEntry {
  const entry = types.get(id);
  if (!entry) throw new Error(`data/types.jsonl has no line for ${id}`);
  return entry;
}
