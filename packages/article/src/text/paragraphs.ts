import { parseDateTime } from '@rasid/arabic';
import type { BoxEffect } from '../rules/boxes.ts';
import { boxEffectOf, isSiteSpeech } from './boxes.ts';
import { keyOf } from './key.ts';
import { isService, leadsAway } from './links.ts';
import type { Block, Scope, Survey } from './survey.ts';
import { sentenceWeight } from './weight.ts';

/** The article's paragraphs: the lead above the scope and the scope's blocks without boxes and link lists, from its first sentence to its last. */
export function paragraphsOf(survey: Survey, at: number, title: string, host: string): Block[] {
  const kept = cutTail(candidatesOf(survey, at, title, host));
  const first = kept.slice(0, maxHead).findIndex(isSentence);
  const body: Block[] = first < 0 ? kept : kept.slice(first);
  body.unshift(...leadAbove(survey, at, title));
  while (body.length > 1 && isTail(body[body.length - 1])) body.pop();
  return body;
}

const maxGap = 14; // blocks between headline and text: date, byline, share bar, caption
const maxSteps = 5; // levels up to what holds both

/** Sentences that stand between the headline and the scope: a lead in a box of its own. */
function leadAbove({ blocks, scopes }: Survey, at: number, title: string): Block[] {
  const scope = scopes[at];
  if (!scope) return [];
  const titleKey = keyOf(title);
  const found: Block[] = [];
  for (let index = scope.first - 1; index >= Math.max(0, scope.first - maxGap); index--) {
    const block = blocks[index];
    if (!block) break;
    if (block.tag === 'h1' || keyOf(block.text) === titleKey) return found.reverse();
    const isAside = block.junkScope >= 0 || block.linked > block.text.length * 0.3;
    if (
      !isAside &&
      isLead(block, scopes[block.scope]) &&
      !isSiteSpeech(block.text) &&
      isNear(scopes, block.scope, at)
    )
      found.push(block);
  }
  return [];
}

const minLead = 80; // letters; bylines and captions are shorter
const arabicStart = /^[^\p{L}]{0,3}[\u0621-\u064a]/u;
const leadName = /(?:^|[\s_-])(?:lead|lede|intro|introduction|summary|excerpt|standfirst|chapo)(?:$|[\s_-])/i;
const sentenceEnd = /[.!?\u061f\u06d4"\u00bb\u201d\u3002\u2026)]$/;

const isLead = (block: Block, scope: Scope | undefined): boolean =>
  block.text.length >= minLead &&
  sentenceEnd.test(block.text) &&
  isSentence(block) &&
  (arabicStart.test(block.text) ||
    leadName.test(`${scope?.element?.attribs.class ?? ''} ${scope?.element?.attribs.id ?? ''}`));

/** Whether two scopes share a holder a few levels above the second. */
function isNear(scopes: readonly Scope[], one: number, other: number): boolean {
  const inside = scopes[one];
  let holder = scopes[other];
  for (let step = 0; step < maxSteps && holder && inside; step++) {
    if (holder.first <= inside.first && inside.last <= holder.last) return true;
    holder = scopes[holder.parent];
  }
  return false;
}

const maxHead = 200; // lines above a text's first sentence; a page with more has none
const maxLines = 3_000; // lines of a text; a book has fewer to a chapter

type Candidate = Block & { effect: BoxEffect | null };

function candidatesOf(survey: Survey, at: number, title: string, host: string): Candidate[] {
  const scope = survey.scopes[at];
  if (!scope) return [];
  const titleKey = keyOf(title);
  const kept: Candidate[] = [];
  for (let index = scope.first; index < scope.last && kept.length < maxLines; index++) {
    const cell = survey.blocks[index];
    if (!cell || cell.junkScope >= at) continue;
    const row = rowFrom(survey, index, scope.last);
    const block = row ?? cell;
    if (row) index += row.cells - 1;
    const { text, tag } = block;
    const effect = boxEffectOf(text);
    if (effect === 'end' || effect === 'stop') kept.push({ ...block, effect });
    if (effect !== null || isSiteSpeech(text) || isLinkLine(block, host)) continue;
    if (tag === 'h1' || (kept.length < 4 && isTitle(text, titleKey))) continue;
    if (!/\p{L}/u.test(text) || isCaption(block)) continue;
    // Galleries say a sentence twice.
    if (text.length >= minRepeated && (text === kept.at(-1)?.text || text === kept.at(-2)?.text)) continue;
    kept.push({ ...block, effect: null });
  }
  return kept;
}

/** Whether a line is the headline once more, with or without the outlet's name. */
function isTitle(text: string, titleKey: string): boolean {
  if (text.length < 8 || text.length > titleKey.length + 30) return false;
  const key = keyOf(text);
  return key === titleKey || (key.length > 20 && titleKey.includes(key));
}

const maxInvitation = 120; // letters of "our news on Telegram" and the like
/** A line in the paragraph of its picture that is no sentence. */
const isCaption = ({ hasImage, text }: Block): boolean =>
  hasImage && text.length < maxInvitation && !sentenceEnd.test(text);

const minLinkText = 200; // letters of a linked paragraph that may be one of the article
/** A line that is a link to another article of the site; one that leads away is what the article speaks of. */
function isLinkLine({ text, tag, linked, href }: Block, host: string): boolean {
  if (linked > 0 && text.length < maxInvitation && isService(href) && !sentenceEnd.test(text)) return true;
  if (linked <= text.length * 0.6) return false;
  if (text.length >= minLinkText && tag !== 'li' && linked <= text.length * 0.9) return false;
  return !leadsAway(href, host);
}

const maxCell = 60; // letters; a longer cell is a paragraph of a page laid out as a table

/** The row of a table of figures that begins at a block, as one block; null elsewhere. */
function rowFrom(
  { blocks, scopes }: Survey,
  first: number,
  last: number,
): (Block & { cells: number }) | null {
  const start = blocks[first];
  const row = rowOf(scopes, start);
  if (!start || row < 0) return null;
  let cells = 0;
  const texts: string[] = [];
  const columns = new Set<number>();
  for (let at = first; at < last; at++) {
    const cell = blocks[at];
    if (!cell || rowOf(scopes, cell) !== row) break;
    if (cell.text.length > maxCell) return null;
    texts.push(cell.text);
    columns.add(cell.scope);
    cells++;
  }
  return columns.size < 2 ? null : { ...start, text: texts.join(' '), cells };
}

/** The scope of the table row that a block is a cell of; -1 when it is none. */
function rowOf(scopes: readonly Scope[], block: Block | undefined): number {
  if (!block || (block.tag !== 'td' && block.tag !== 'th')) return -1;
  return scopes[block.scope]?.parent ?? -1;
}

const minRepeated = 40; // letters; shorter lines may well come twice
const maxRest = 0.5; // of the weight before it: a heading in the middle of a text ends nothing

/** Ends the text where a heading of what follows articles stands, unless most of the text would be lost. */
function cutTail(blocks: readonly Candidate[]): Candidate[] {
  const total = blocks.reduce((sum, block) => sum + block.weight, 0);
  let before = 0;
  const kept: Candidate[] = [];
  for (const block of blocks) {
    if (block.effect !== null) {
      const isEnd = block.effect === 'stop' || total - before < before * maxRest;
      if (before >= sentenceWeight && isEnd) return kept;
      continue;
    }
    before += block.weight;
    kept.push(block);
  }
  return kept;
}

/** Whether a block can open an article: bylines, dates and buttons before it do not. */
const isSentence = (block: Block): boolean =>
  !/^h\d$/.test(block.tag) && block.weight >= sentenceWeight && !isDateLine(block.text);

const maxDateLine = 90; // letters of a line that is a day, a time and a few words
/** Whether a line is the date of publication rather than a sentence that has a date in it. */
const isDateLine = (text: string): boolean =>
  text.length <= maxDateLine &&
  /\d/.test(text) &&
  !/[.!\u061f]$/.test(text) &&
  parseDateTime(text, { timeZone: 'UTC' }) !== null;

/** A last line that is a link, or is short and ends as no sentence does; the sign of an agency stays. */
function isTail(block: Block | undefined): boolean {
  if (!block) return false;
  const { text, linked } = block;
  return (
    linked > text.length * 0.8 || (text.length < 25 && !sentenceEnd.test(text) && !agencySign.test(text))
  );
}

const agencySign =
  /^[-\u2013\u2014\s]{0,5}[([\u00ab].*[)\]\u00bb]$|^[-\u2013\u2014]{1,3}\s?\p{L}|^المصدر\s?:/u;
