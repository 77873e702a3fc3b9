import type { ActorEntry } from './data.ts';

export type ReadActors = {
  entries: ActorEntry[];
  /** Lines that are no entry, by number from 1, and why. */
  problems: { line: number; why: string }[];
};

/** Reads a list of parties, one JSON object a line; a line that is wrong is reported, the others count. */
export function parseActors(ndjson: string): ReadActors {
  const read: ReadActors = { entries: [], problems: [] };
  ndjson.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const entry = parseLine(text);
    if (typeof entry === 'string') read.problems.push({ line: index + 1, why: entry });
    else read.entries.push(entry);
  });
  return read;
}

function parseLine(text: string): ActorEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  if (!isRecord(value)) return 'not an object';
  const { id, name, sector } = value;
  if (typeof id !== 'string' || !/^[a-z0-9_]+$/u.test(id)) return 'id must be of a-z, 0-9 and _';
  if (!isRecord(name) || typeof name.ar !== 'string' || name.ar === '') return 'name.ar is missing';
  if (typeof sector !== 'string' || !/^[A-Z]{3}$/u.test(sector)) return 'sector must be three capitals';
  if (!isNames(value.variants)) return 'variants must be a list of names';
  const text1 = (key: string) => (typeof value[key] === 'string' ? (value[key] as string) : null); // checked in the same expression
  return {
    id,
    name: { ar: name.ar, en: typeof name.en === 'string' ? name.en : name.ar },
    variants: value.variants ?? [],
    sector,
    country: text1('country'),
    inter: typeof value.inter === 'number' ? value.inter : 8,
    parent: text1('parent'),
    validFrom: text1('validFrom'),
    validTo: text1('validTo'),
    ...(value.isPerson === true ? { isPerson: true } : {}),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNames = (value: unknown): value is string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** The shipped parties and others; an id already shipped is replaced. */
export function joinActors(shipped: readonly ActorEntry[], own: readonly ActorEntry[]): ActorEntry[] {
  return [...new Map([...shipped, ...own].map((entry) => [entry.id, entry])).values()];
}
