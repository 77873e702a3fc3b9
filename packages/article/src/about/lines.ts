import type { DateTime } from '@rasid/arabic';
import type { Block, Survey } from '../text/survey.ts';

/** The blocks in which date and byline stand. */
export type NearText = {
  /** From the headline to the text's first lines, then those above the headline. */
  before: readonly Block[];
  /** Those behind the text. */
  behind: readonly Block[];
};

const around = 14; // blocks above the text in which date and byline stand
const above = 4; // blocks above the headline: a blog's day
const below = 4; // blocks of the text, and behind it

export function nearText({ blocks }: Survey, headline: number, first: number, last: number): NearText {
  const start = headline >= 0 && headline < first + below ? headline : Math.max(0, first - around);
  return {
    before: [...blocks.slice(start, first + below), ...blocks.slice(Math.max(0, start - above), start)],
    behind: blocks.slice(Math.max(last, first + below), last + 1 + below),
  };
}

const updateWord = /تحديث|تعديل|عُدّل|updated|modified/i;
const publishWord = /نشر|تاريخ|الإضافة|أضيف|كتب في|published|posted/i;
/** Where a line goes on to another date. */
const segment = /\s*[|\u2022\u00b7]\s*|(?=آخر تحديث|تاريخ النشر|تاريخ التحديث|last updated|updated:)/i;
const maxLine = 110; // letters of a line that is a date and a few words

type Dated = { date: DateTime; isUpdate: boolean; isNamed: boolean };
type Read = (value: unknown) => DateTime | null;

/** The dates of lines near the text: published where a line says so or says nothing, updated where it says that. */
export function datedLines({ before, behind }: NearText, read: Read) {
  const early = before.flatMap(({ text }) => datesIn(text, read));
  const late = behind.flatMap(({ text }) => datesIn(text, read));
  // Several dates behind a text are those of other articles.
  const dated = early.length > 0 || late.length !== 1 ? early : late;
  const own = dated.filter((line) => !line.isUpdate);
  return {
    published: (own.find((line) => line.isNamed) ?? own[0])?.date ?? null,
    updated: dated.find((line) => line.isUpdate)?.date ?? null,
  };
}

function datesIn(text: string, read: Read): Dated[] {
  if (text.length > maxLine || !/[\d\u0660-\u0669\u06f0-\u06f9]/.test(text)) return [];
  // "28 August, last updated 14:00" is one date; "published … | updated …" are two.
  const isTwo = updateWord.test(text) && publishWord.test(text);
  return (isTwo ? text.split(segment) : [text]).flatMap((part) => {
    const date = read(part);
    return date ? [{ date, isUpdate: updateWord.test(part), isNamed: publishWord.test(part) }] : [];
  });
}
