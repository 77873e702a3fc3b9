import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { Source, SourceId } from './schema.ts';

/** A catalogue that cannot be read; the message lists every problem with its line. */
export class CatalogueError extends Error {}

const maxProblems = 50; // a file with more is not a catalogue

let shippedEntries: Record<string, unknown>[] | null = null;

/** The shipped catalogue as it is written, so that an own file can change single fields. */
function shipped(): Record<string, unknown>[] {
  const file = new URL('../data/catalogue.yaml', import.meta.url);
  shippedEntries ??= (
    parseDocument(readFileSync(file, 'utf8')).toJS() as { sources: Record<string, unknown>[] }
  ).sources; // checked by a test
  return shippedEntries;
}

/** The shipped catalogue. */
export const loadCatalogue = (): Source[] => shipped().map((entry) => Source.parse(entry));

/** Whether the shipped catalogue has a source of this id. */
export const isShipped = (id: string): boolean => shipped().some((entry) => entry.id === id);

/** Reads a catalogue in YAML. Throws one CatalogueError that lists every problem with its line. */
export function parseCatalogue(text: string, name: string): Source[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new CatalogueError(`${name} is not YAML: ${broken.message.split('\n')[0]?.replace(/:$/, '')}`);
  const problems: string[] = [];
  const note = (path: readonly PropertyKey[], message: string) => {
    problems.push(`  ${where(document, lines, path)}${path.join('.') || 'the file'}: ${message}`);
  };
  const sources = readEntries(document, note);
  if (problems.length > 0)
    throw new CatalogueError(`${name} does not fit:\n${problems.slice(0, maxProblems).join('\n')}`);
  return sources;
}

type Note = (path: readonly PropertyKey[], message: string) => void;
type Entry = { at: number; id: string; value: unknown };

function readEntries(document: Document, note: Note): Source[] {
  const root: unknown = document.toJS();
  if (!isObject(root) || !isMap(document.contents)) {
    note([], 'must have a list "sources"');
    return [];
  }
  const { catalogue, without = [], sources = [] } = root;
  for (const key of Object.keys(root))
    if (!['catalogue', 'without', 'sources'].includes(key)) note([key], 'is not known here');
  if (catalogue !== undefined && catalogue !== 'shipped')
    note(['catalogue'], 'must be "shipped" or left out');
  if (catalogue === undefined && root.without !== undefined) note(['without'], 'needs "catalogue: shipped"');
  if (catalogue === undefined && root.sources === undefined) note([], 'must have a list "sources"');
  if (!Array.isArray(sources)) note(['sources'], 'must be a list');
  if (!Array.isArray(without)) note(['without'], 'must be a list of ids');
  const own = Array.isArray(sources) ? takeOwn(sources, note) : [];
  const left = new Set(Array.isArray(without) ? without : []);
  if (catalogue === 'shipped')
    for (const id of left) if (!isShipped(String(id))) note(['without'], `no shipped source ${id}`);
  const base = catalogue === 'shipped' ? shipped().filter(({ id }) => !left.has(id)) : [];
  const changes = new Map(own.map((entry) => [entry.id, entry]));
  const merged = base.map((entry) =>
    readOne(merge(entry, changes.get(String(entry.id))?.value), changes.get(String(entry.id)), note),
  );
  const ids = new Set(base.map(({ id }) => id));
  const added = own.filter(({ id }) => !ids.has(id)).map((entry) => readOne(entry.value, entry, note));
  return [...merged, ...added].filter((source) => source !== null);
}

function takeOwn(list: readonly unknown[], note: Note): Entry[] {
  const taken = new Map<string, number>();
  return list.map((value, at) => {
    const id = isObject(value) && SourceId.safeParse(value.id).success ? String(value.id) : `#${at}`;
    if (taken.has(id)) note(['sources', at, 'id'], `names a source twice: ${id}`);
    taken.set(id, at);
    return { at, id, value };
  });
}

const merge = (base: Record<string, unknown>, change: unknown): unknown =>
  isObject(change) ? { ...base, ...change } : base;

function readOne(value: unknown, entry: Entry | undefined, note: Note): Source | null {
  const parsed = Source.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    note(['sources', entry?.at ?? 0, ...issue.path], inWords(issue.message));
  return null;
}

/** The validator's words for what people leave out. */
const inWords = (message: string): string => (/received undefined$/.test(message) ? 'is missing' : message);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "line 12, " of the deepest part of the path that is written in the file. */
function where(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range && !(isSeq(node) && length === 1))
      return `line ${lines.linePos(node.range[0]).line}, `;
  }
  return '';
}

/** The user's own file: RASID_SOURCES, or sources.yaml in the working folder; null when there is none. */
export function ownCatalogueFile(environment: Record<string, string | undefined>): string | null {
  if (environment.RASID_SOURCES) return environment.RASID_SOURCES;
  return existsSync('sources.yaml') ? 'sources.yaml' : null;
}

/** The sources to follow: the user's own file in place of the shipped catalogue; `none` follows nothing. */
export function loadSources(environment: Record<string, string | undefined>): Source[] {
  const file = ownCatalogueFile(environment);
  if (file === 'none') return [];
  if (file === null) return loadCatalogue();
  if (!existsSync(file)) throw new CatalogueError(`No such file: ${file} (RASID_SOURCES)`);
  return parseCatalogue(readFileSync(file, 'utf8'), file);
}
