import {
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import { CatalogueError, isShipped, ownCatalogueFile, parseCatalogue } from './load.ts';
import type { Source, SourceEntry } from './schema.ts';

/** One change to a catalogue. A field set to `undefined` goes back to what it is without it. */
export type Edit =
  | { add: SourceEntry }
  | { remove: string }
  | { change: string; set: Partial<Omit<SourceEntry, 'id'>> };

const head = `# The feeds Rasid follows. A running Rasid reads this file again when it changes.
# docs/how-to-add-a-source.md says what can stand here; npx rasid sources schema prints the schema for editors.
catalogue: shipped # the shipped catalogue too; without this line only the sources below
sources: []
`;

/** The text of a catalogue after an edit; comments and order stay. `null` begins a new file on the shipped catalogue. */
export function editCatalogue(text: string | null, edit: Edit): string {
  const document = parseDocument(text ?? head);
  if (document.errors.length > 0 || !isMap(document.contents))
    throw new CatalogueError('The file is not a catalogue; mend it first');
  const list = listOf(document);
  if ('add' in edit) addEntry(document, list, edit.add);
  else if ('remove' in edit) removeEntry(document, list, edit.remove);
  else changeEntry(document, list, edit.change, edit.set);
  return document.toString({ lineWidth: 0 });
}

/** Edits the user's own file, or begins one; nothing is written unless the result can be read. Answers the file and its sources. */
export function editOwnCatalogue(
  environment: Record<string, string | undefined>,
  edits: readonly Edit[],
): { file: string; sources: Source[] } {
  const file = ownCatalogueFile(environment) ?? 'sources.yaml';
  if (file === 'none') throw new CatalogueError('RASID_SOURCES is "none": there is no file to edit');
  let text: string | null = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (text !== null) parseCatalogue(text, file);
  for (const edit of edits) text = editCatalogue(text, edit);
  const sources = parseCatalogue(text ?? head, file);
  replaceFile(file, text ?? head);
  return { file, sources };
}

const ownerOnly = 0o600; // headers of sources may hold keys

/** A reader sees the old file or the new one, never a half; rights and links stay as they are. */
function replaceFile(file: string, text: string): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: ownerOnly });
  if (existsSync(target)) chmodSync(draft, statSync(target).mode); // beside the process's mask
  renameSync(draft, target);
}

function listOf(document: Document): YAMLSeq {
  const list: unknown = document.get('sources');
  if (isSeq(list)) {
    list.flow = list.items.length > 0 ? (list.flow ?? false) : false;
    return list;
  }
  const fresh = new YAMLSeq();
  document.set('sources', fresh);
  return fresh;
}

const idOf = (item: unknown): unknown => (isMap(item) ? item.get('id') : null);
const find = (list: YAMLSeq, id: string): YAMLMap | null => {
  const item = list.items.find((candidate) => idOf(candidate) === id);
  return isMap(item) ? item : null;
};
const followsShipped = (document: Document): boolean => document.get('catalogue') === 'shipped';
const without = (document: Document): string[] => {
  const list: unknown = document.get('without');
  return isSeq(list) ? (list.toJSON() as string[]) : []; // checked before by parseCatalogue
};

function addEntry(document: Document, list: YAMLSeq, entry: SourceEntry): void {
  if (
    find(list, entry.id) ||
    (followsShipped(document) && isShipped(entry.id) && !without(document).includes(entry.id))
  )
    throw new CatalogueError(`There is a source ${entry.id} already`);
  const node = document.createNode(entry) as YAMLMap; // of an object
  for (const name of ['outlet', 'every', 'sections', 'tags']) {
    const part: unknown = node.get(name);
    if (isMap(part) || isSeq(part)) part.flow = true; // one line each, as people write them
  }
  list.add(node);
}

function removeEntry(document: Document, list: YAMLSeq, id: string): void {
  const at = list.items.findIndex((item) => idOf(item) === id);
  const isInShipped = followsShipped(document) && isShipped(id) && !without(document).includes(id);
  if (at < 0 && !isInShipped) throw new CatalogueError(`No source ${id}`);
  if (at >= 0) list.delete(at);
  if (isInShipped) document.set('without', [...without(document), id]);
}

function changeEntry(
  document: Document,
  list: YAMLSeq,
  id: string,
  set: Partial<Omit<SourceEntry, 'id'>>,
): void {
  let entry = find(list, id);
  if (!entry) {
    if (!followsShipped(document) || !isShipped(id) || without(document).includes(id))
      throw new CatalogueError(`No source ${id}`);
    entry = document.createNode({ id }) as YAMLMap; // of an object
    list.add(entry);
  }
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined) entry.delete(name);
    else entry.set(name, document.createNode(value, { flow: true }));
  }
  const saysNothing = entry.items.length === 1 && followsShipped(document) && isShipped(id);
  if (saysNothing) list.delete(list.items.indexOf(entry));
}
