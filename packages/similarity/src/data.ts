import { readFileSync } from 'node:fs';

export type VoiceName = { ar: string; en: string };
export type Agency = { id: string; name: VoiceName; signs: string[]; example: string; nearMiss: string };
export type Family = { id: string; name: VoiceName; outlets: string[] };

/** One JSON object a line; the package's test runs the sentences of every line. */
function readLines<T>(name: string): T[] {
  return readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T); // shipped data, checked by the test
}

/** Agencies by the ways their sign is written. */
export const agencies: readonly Agency[] = readLines<Agency>('agencies.jsonl');
/** Outlets of one publisher, who print each other's texts: together one voice. */
export const families: readonly Family[] = readLines<Family>('families.jsonl');

const nameOf = new Map([...families, ...agencies].map(({ id, name }) => [id, name] as const));

/** What an agency or a publisher is called whose words an outlet carries; null for an outlet of its own. */
export const voiceName = (id: string): VoiceName | null => nameOf.get(id) ?? null;
