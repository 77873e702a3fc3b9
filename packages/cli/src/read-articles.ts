import { readFile } from 'node:fs/promises';
import { parseDateTime } from '@rasid/arabic';
import { contentHash, type Event, makeId, type RasidRecord } from '@rasid/contracts';
import { explainEvents, ontologyVersion } from '@rasid/events';
import { type OwnActors, ownActors, type Reading, useOwnPlaces } from '@rasid/extractor';
import { gazetteerVersion } from '@rasid/gazetteer';
import { acledHeader, acledLines } from './acled.ts';
import {
  type Ahead,
  eachLine,
  type JsonObject,
  type Line,
  optionalText,
  parseLine,
  readPrepared,
  textOf,
} from './jsonl.ts';
import { openReading } from './open-reading.ts';
import { outletNamed } from './outlets.ts';
import { version } from './version.ts';
import { viewEvents } from './view-events.ts';
import { viewExplanation } from './view-explanation.ts';

export type ExtractOptions = {
  jsonl?: string;
  json?: boolean;
  explain?: boolean;
  codes?: string;
  date?: string;
  engine?: string;
};
type Opened = ReturnType<typeof openReading>;
type Read = Opened['read'];

/** Reads what the options name and prints its events. */
export async function readArticles(file: string | undefined, options: ExtractOptions): Promise<void> {
  useOwnPlaces(process.env);
  const { read, ahead, close } = openReading(options.engine);
  try {
    if (options.jsonl !== undefined)
      await (options.codes ? codeList : extractList)(options.jsonl, read, aheadOf(ahead));
    else if (file !== undefined) await extractFile(file, options, read);
  } finally {
    await close();
  }
}

async function extractFile(file: string, options: ExtractOptions, read: Read): Promise<void> {
  const article = { ...splitTitle(await readText(file)), date: options.date ?? null };
  const input = toInput(article);
  const reading = await read(input);
  if (typeof reading.notes.model === 'string') process.stderr.write(`model: ${reading.notes.model}\n`);
  if (options.codes) {
    const date = toTime(article.date);
    return print([acledHeader, ...acledLines(reading.events, { id: 'file', date })].join('\n'));
  }
  if (options.explain) {
    const model = 'model' in reading.notes ? { model: { ...reading.notes, dropped: reading.dropped } } : {};
    const explanation = { ...explainEvents(input), ...model };
    return print(options.json ? JSON.stringify(explanation, null, 2) : viewExplanation(explanation));
  }
  print(options.json ? JSON.stringify(toRecord(article, reading), null, 2) : viewEvents(article, reading));
}

const extractList = (list: string, read: Read, ahead: Ahead | null): Promise<void> =>
  eachLine(
    list,
    async (input) => {
      const { genre, events } = await read(toInput(articleOf(input), optionalText(input, 'outlet')));
      return { genre, events: events.map((event) => ({ ...event, incidentId: null })) };
    },
    { ahead },
  );

/** A model is asked about the articles of several lines together; a line that is none says so when its turn comes. */
const aheadOf = (ahead: Opened['ahead']): Ahead | null =>
  ahead && { size: ahead.size, prepare: (lines) => ahead.ask(lines.flatMap(inputOf)) };

function inputOf(line: Line) {
  try {
    const input = parseLine(line);
    return [toInput(articleOf(input), optionalText(input, 'outlet'))];
  } catch {
    return [];
  }
}

let own: OwnActors | null = null;
/** Parties of the user's own file, read when the first article comes. */
const actors: OwnActors = () => {
  own ??= ownActors(process.env.RASID_ACTORS);
  return own();
};
/** A list as CSV: one header, a line an event; a line that cannot be handled is named on standard error. */
async function codeList(list: string, read: Read, ahead: Ahead | null): Promise<void> {
  print(acledHeader);
  for await (const line of readPrepared(list, ahead)) {
    try {
      const input = parseLine(line);
      const article = articleOf(input);
      const { events } = await read(toInput(article, optionalText(input, 'outlet')));
      const id = String(input.id ?? line.number);
      for (const row of acledLines(events, { id, date: toTime(article.date) })) print(row);
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(
        `line ${line.number}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
}

const articleOf = (input: JsonObject): PlainArticle => ({
  title: optionalText(input, 'title') ?? '',
  text: textOf(input, 'text'),
  date: optionalText(input, 'date'),
});

type PlainArticle = { title: string; text: string; date: string | null };

function toInput(article: PlainArticle, outletName: string | null = null) {
  const outlet = outletNamed(outletName);
  return {
    title: article.title,
    text: article.text,
    publishedAt: toTime(article.date, outlet.timeZone),
    timeZone: outlet.timeZone,
    outlet: { id: outlet.id, country: outlet.country },
    ...actors(),
  };
}

/** A day without a time is taken at noon UTC, which is that day in every Arab country; a time without a zone is the outlet's. */
export function toTime(date: string | null, timeZone = 'UTC'): string | null {
  if (date === null) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(date);
  const local = isDay || hasZone ? null : parseDateTime(date, { timeZone });
  const time = Date.parse(isDay ? `${date}T12:00:00Z` : (local?.iso ?? date));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const maxTitle = 160; // a longer first line is a lead

/** The first line is the title when it is short, not a sentence, and more follows. */
export function splitTitle(content: string): { title: string; text: string } {
  const text = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const end = text.indexOf('\n');
  const first = end < 0 ? '' : text.slice(0, end).trim();
  const isTitle = first !== '' && first.length <= maxTitle && !/[.!\u061F\u060C:]$/.test(first);
  return isTitle ? { title: first, text: text.slice(end + 1).trim() } : { title: '', text };
}

async function readText(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8');
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function toRecord(article: PlainArticle, { genre, events, extractor }: Reading): RasidRecord {
  const now = new Date().toISOString();
  const id = makeId('article', 'file', contentHash(article.text));
  const linked: Event[] = events.map((event) => ({ ...event, incidentId: null }));
  const publishedAt = toTime(article.date);
  return {
    schema: 'rasid.record/1',
    id: makeId('record', id, 1),
    revision: 1,
    article: {
      id,
      url: '',
      canonicalUrl: '',
      outlet: { id: 'file', name: { ar: 'ملف', en: 'File' }, country: null },
      origin: { id: 'file', basis: 'outlet' },
      title: article.title,
      lead: article.text.split('\n')[0] ?? null,
      text: article.text,
      language: 'ar',
      authors: [],
      section: null,
      keywords: [],
      image: null,
      publishedAt: publishedAt ?? now,
      publishedBasis: publishedAt ? 'meta' : 'fetched',
      updatedAt: null,
      fetchedAt: now,
    },
    story: { id: makeId('story', id), verdict: 'new', of: null, similarity: null },
    genre,
    events: linked,
    provenance: {
      pipeline: version,
      extractor,
      ontology: ontologyVersion,
      gazetteer: gazetteerVersion,
    },
  };
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
