import { readFile } from 'node:fs/promises';
import { maxTextLength } from '@rasid/events';
import { decodeBytes } from '@rasid/feeds';
import { type JsonObject, optionalText } from './jsonl.ts';
import { UsageError } from './usage.ts';

export type PlainArticle = { title: string; text: string; date: string | null; outlet: string | null };

/** The article of a file, or of standard input for `-`: plain text, or what `rasid clean` writes. What is odd about it is said on standard error. */
export async function readArticleFile(file: string): Promise<PlainArticle> {
  const name = file === '-' ? 'standard input' : file;
  const { text, charset } = decodeBytes(file === '-' ? await readInput() : await readFile(file));
  if (isBinary(text)) throw new UsageError(`${name} holds no text`);
  if (charset !== 'utf-8') note(`${name} is read as ${charset}`);
  const article = cleanedIn(text, file) ?? { ...splitTitle(text), date: null, outlet: null };
  if (!/\p{Script=Arabic}/u.test(article.title + article.text)) note(`${name} has no Arabic in it`);
  if (article.text.length > maxTextLength) note(`${name}: only its first ${maxTextLength} letters are read`);
  return article;
}

/** The article of a JSON object with a text; null for prose. A page or a list is named as what it is. */
function cleanedIn(text: string, file: string): PlainArticle | null {
  if (/^\s{0,99}<(?:!doctype\s|html[\s>])/i.test(text))
    throw new UsageError(`${file} is a page: rasid clean ${file} gives its article`);
  if (!/^\s{0,99}\{/.test(text)) return null;
  const whole = objectIn(text);
  if (whole && typeof whole.text === 'string')
    return {
      title: optionalText(whole, 'title') ?? '',
      text: whole.text,
      date: optionalText(whole, 'date') ?? optionalText(whole, 'publishedAt'),
      outlet: optionalText(whole, 'outlet'),
    };
  if (objectIn(text.trimStart().split('\n', 1)[0] ?? ''))
    throw new UsageError(
      whole ? `${file} has no "text"` : `${file} is a list: rasid extract --jsonl ${file} reads it`,
    );
  return null;
}

function objectIn(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject; // begins with a brace
  } catch {
    return null;
  }
}

const maxControls = 0.02; // of the letters: a damaged text has fewer, a program or a picture many more

function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return controls > text.length * maxControls && !/\p{Script=Arabic}{3}/u.test(text);
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

async function readInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

const note = (text: string): void => void process.stderr.write(`${text}\n`);
