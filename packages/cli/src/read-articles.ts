import { parseDateTime } from '@rasid/arabic';
import { explainEvents } from '@rasid/events';
import { type OwnActors, ownActors, useOwnPlaces } from '@rasid/extractor';
import { type AcledWriter, acledWriter } from './acled-writer.ts';
import { toRecord } from './article-record.ts';
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
import { type PlainArticle, readArticleFile } from './read-text.ts';
import { UsageError } from './usage.ts';
import { viewEvents } from './view-events.ts';
import { viewExplanation } from './view-explanation.ts';

export type ExtractOptions = {
  jsonl?: string;
  json?: boolean;
  explain?: boolean;
  codes?: string;
  bom?: boolean;
  date?: string;
  engine?: string;
};
type Opened = ReturnType<typeof openReading>;
type Read = Opened['read'];

/** Reads what the options name and prints its events. */
export async function readArticles(file: string | undefined, options: ExtractOptions): Promise<void> {
  const { date = null } = options;
  if (date !== null && toTime(date) === null)
    throw new UsageError('--date takes a day or a time in ISO 8601, such as 2026-01-31');
  useOwnPlaces(process.env);
  const { read, ahead, close } = openReading(options.engine);
  const csv = options.codes ? acledWriter(options.bom === true) : null;
  try {
    if (options.jsonl === undefined) {
      if (file !== undefined) await extractFile(file, options, { read, csv });
    } else {
      const { counted, say } = countAlone(read);
      const means = { read: counted, ahead: aheadOf(ahead, date) };
      await (csv
        ? codeList(options.jsonl, date, { ...means, csv })
        : extractList(options.jsonl, date, means));
      say();
    }
    await csv?.close();
  } finally {
    await close();
  }
}

async function extractFile(
  file: string,
  options: ExtractOptions,
  { read, csv }: { read: Read; csv: AcledWriter | null },
): Promise<void> {
  const told = await readArticleFile(file);
  const article = { ...told, date: options.date ?? told.date };
  const input = toInput(article);
  const reading = await read(input);
  if (typeof reading.notes.model === 'string') process.stderr.write(`model: ${reading.notes.model}\n`);
  if (csv) return csv.write(reading.events, { id: file, date: input.publishedAt });
  if (options.explain) {
    const model = 'model' in reading.notes ? { model: { ...reading.notes, dropped: reading.dropped } } : {};
    const explanation = { ...explainEvents(input), ...model };
    return print(options.json ? JSON.stringify(explanation, null, 2) : viewExplanation(explanation));
  }
  print(
    options.json
      ? JSON.stringify(toRecord(article, input.publishedAt, reading), null, 2)
      : viewEvents(article, reading),
  );
}

/** Counts the articles of a list that the rules read alone though a model was wanted, and says why in the end. */
function countAlone(read: Read) {
  const times = new Map<string, number>();
  const counted: Read = async (...input) => {
    const reading = await read(...input);
    const { model } = reading.notes;
    if (typeof model === 'string' && model.startsWith('rules alone')) {
      const why = model.replace('the model failed a moment ago: ', ''); // the same failure, not asked again
      times.set(why, (times.get(why) ?? 0) + 1);
    }
    return reading;
  };
  const say = () => {
    for (const [why, count] of times) process.stderr.write(`${count} of the list by ${why}\n`);
  };
  return { counted, say };
}

type ListMeans = { read: Read; ahead: Ahead | null };

const extractList = (list: string, date: string | null, { read, ahead }: ListMeans): Promise<void> =>
  eachLine(
    list,
    async (input) => {
      const { genre, events } = await read(toInput(articleOf(input, date)));
      return { genre, events: events.map((event) => ({ ...event, incidentId: null })) };
    },
    { ahead },
  );

/** A model is asked about the articles of several lines together; a line that is none says so when its turn comes. */
const aheadOf = (ahead: Opened['ahead'], date: string | null): Ahead | null =>
  ahead && { size: ahead.size, prepare: (lines) => ahead.ask(lines.flatMap((line) => inputOf(line, date))) };

function inputOf(line: Line, date: string | null) {
  try {
    return [toInput(articleOf(parseLine(line), date))];
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
async function codeList(
  list: string,
  date: string | null,
  { read, csv, ahead }: ListMeans & { csv: AcledWriter },
): Promise<void> {
  for await (const line of readPrepared(list, ahead)) {
    try {
      const input = parseLine(line);
      const article = toInput(articleOf(input, date));
      const { events } = await read(article);
      await csv.write(events, { id: String(input.id ?? line.number), date: article.publishedAt });
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(
        `line ${line.number}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
}

/** The article of a line; `date` is that of lines that state none. */
const articleOf = (input: JsonObject, date: string | null): PlainArticle => ({
  title: optionalText(input, 'title') ?? '',
  text: textOf(input, 'text'),
  date: optionalText(input, 'date') ?? date,
  outlet: optionalText(input, 'outlet'),
});

function toInput(article: PlainArticle) {
  const outlet = outletNamed(article.outlet);
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

const print = (text: string): void => void process.stdout.write(`${text}\n`);
