import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { inGroups } from './groups.ts';

export type Line = { number: number; text: string };

/** The lines of a file, or of standard input for `-`; blank ones are passed over. However many they are, none is kept. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const failures: Error[] = [];
  input.once('error', (error: Error) => {
    failures.push(error); // readline does not hear of it
    lines.close();
  });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = line.trim();
      if (text) yield { number, text };
    }
  } finally {
    if (file !== '-') input.destroy(); // its reader may have had enough
  }
  const [failure] = failures;
  if (failure) throw failure;
}

/** Work on several lines at once, before each is worked on by itself; never on more than `size`. */
export type Ahead = { size: number; prepare: (lines: readonly Line[]) => Promise<void> };

/** The lines of a file, each after it was prepared together with those that came with it. */
export async function* readPrepared(file: string, ahead?: Ahead | null): AsyncGenerator<Line> {
  if (!ahead) return yield* readLines(file);
  for await (const group of inGroups(readLines(file), ahead.size)) {
    await ahead.prepare(group);
    yield* group;
  }
}

export type JsonObject = Record<string, unknown>;

/** Reads one line as an object with an id; throws what is wrong with it. */
export function parseLine(line: Line): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    throw new Error(`line ${line.number} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`line ${line.number} is not an object`);
  return value as JsonObject; // checked on the line above
}

/** Writes and waits when the reader is slow, so that a pipe never fills the memory. */
export async function writeText(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** Writes one value as a line of JSON. */
export const writeLine = (value: unknown): Promise<void> => writeText(`${JSON.stringify(value)}\n`);

/**
 * Lines of JSON in, lines of JSON out, in the same order and with the same `id`.
 * A line that cannot be handled answers `{id, error}`; the exit status is then 1.
 * With `finish` the answers are written when all lines have been read, each as `finish` completes it.
 */
export async function eachLine(
  file: string,
  work: (input: JsonObject) => Promise<JsonObject> | JsonObject,
  { finish, ahead }: { finish?: (answer: JsonObject) => Promise<JsonObject>; ahead?: Ahead | null } = {},
): Promise<void> {
  let failures = 0;
  const held: JsonObject[] = [];
  for await (const line of readPrepared(file, ahead)) {
    const answer = await answerTo(line, work);
    if ('error' in answer) failures++;
    if (finish) held.push(answer);
    else await writeLine(answer);
  }
  for (const answer of held) await writeLine(finish && !('error' in answer) ? await finish(answer) : answer);
  if (failures > 0) {
    process.stderr.write(
      `${failures} ${failures === 1 ? 'line was' : 'lines were'} not handled: see "error" in the output\n`,
    );
    process.exitCode = 1;
  }
}

async function answerTo(
  line: Line,
  work: (input: JsonObject) => Promise<JsonObject> | JsonObject,
): Promise<JsonObject> {
  let id: unknown = null;
  try {
    const input = parseLine(line);
    if (typeof input.id === 'object' && input.id !== null) throw new Error('"id" must be text or a number');
    id = input.id ?? null;
    return { id, ...(await work(input)) };
  } catch (error) {
    const { failureText } = await import('@rasid/runtime'); // loaded only when something failed
    return { id, error: failureText(error) };
  }
}

/** A field that must be text. */
export function textOf(input: JsonObject, field: string): string {
  const value = input[field];
  if (typeof value !== 'string') throw new Error(`"${field}" must be text`);
  return value;
}

/** A field that may be text; anything else is as if it were not there. */
export const optionalText = (input: JsonObject, field: string): string | null => {
  const value = input[field];
  return typeof value === 'string' && value !== '' ? value : null;
};
