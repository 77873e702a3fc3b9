import { keyOf } from './key.ts';
import type { Survey } from './survey.ts';

const heading = /^h[1-3]$/;
const maxBlocks = 2_000; // above a headline; menus have some hundred
const minTitle = 15; // letters that two headlines must share to be one

/** Position of the block that is the article's headline; -1 when no heading repeats the title. */
export function headlineAt({ blocks }: Survey, title: string): number {
  const key = keyOf(title);
  if (key.length < minTitle) return -1;
  return blocks.slice(0, maxBlocks).findIndex(({ tag, text }) => {
    if (text.length < minTitle || text.length > key.length * 2 || !heading.test(tag)) return false;
    const own = keyOf(text);
    return own === key || key.includes(own) || own.includes(key);
  });
}

const beforeHeadline = 0.3; // what stands above the headline is seldom its text: tickers, boxes of other news
/** Corrects the weights by where the headline stands: an article follows it. */
export function weighPosition(weights: Float64Array, headline: number): void {
  for (let at = 0; at < headline; at++) weights[at] = (weights[at] ?? 0) * beforeHeadline;
}
