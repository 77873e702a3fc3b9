import { lookupKey } from '@rasid/arabic';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { Block } from './blocks.ts';
import { articleWords, boxOpenings } from './words.ts';

const minParagraph = 25; // letters; shorter blocks prove nothing
const stops = /[.!\u061f\u060c,\u061b;:]/g;

/** How much a block speaks for its container: letters, sentences, few links. */
function weightOf(block: Block): number {
  const { length } = block.text;
  if (length < minParagraph) return 0;
  const density = Math.min(1, block.linked / length);
  if (density > 0.5) return 0;
  const marks = block.text.match(stops)?.length ?? 0;
  const isHeading = /^h\d$/.test(block.tag);
  return ((isHeading ? 0 : 1) + Math.min(marks, 10) + Math.min(length / 100, 6)) * (1 - density);
}

/** The element that holds the article: the one whose blocks weigh most, seen from the paragraph and one step up. */
export function chooseContainer(blocks: readonly Block[]): Element | null {
  const scores = new Map<Element, number>();
  const add = (element: Element | null, weight: number) => {
    if (element) scores.set(element, (scores.get(element) ?? bonusOf(element)) + weight);
  };
  for (const block of blocks) {
    const weight = weightOf(block);
    if (weight === 0 || !block.parent) continue;
    const holder = holderOf(block.parent);
    add(holder, weight);
    add(parentOf(holder), weight * 0.6); // one step up counts less, so that the narrowest holder of all paragraphs wins
    add(parentOf(parentOf(holder)), weight * 0.3);
  }
  let best: Element | null = null;
  let bestScore = 0;
  for (const [element, score] of scores) {
    if (score > bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

/** A paragraph's holder is the element around it; a div with bare text holds itself. */
const holderOf = (element: Element): Element =>
  /^(?:p|h\d|li|ul|ol|blockquote|pre|dd|dt|td|tr|tbody|center|figure)$/.test(element.name)
    ? (parentOf(element) ?? element)
    : element;

function parentOf(element: Element | null): Element | null {
  const parent = element?.parent;
  return parent && isTag(parent) ? parent : null;
}

const namedBonus = 12; // about a good paragraph: a name decides between near equals, not against the text
function bonusOf(element: Element): number {
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''} ${element.attribs.itemprop ?? ''}`;
  return (element.name === 'article' ? namedBonus : 0) + (articleWords.test(names) ? namedBonus : 0);
}

export function isInside(element: Element | null, container: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === container) return true;
  return false;
}

const boxes = boxOpenings.map(lookupKey);
const maxBoxLine = 160; // a paragraph that begins like a box is longer

/** Whether a line is a box or a button inside the article rather than its text. */
export function isBoxLine(text: string): boolean {
  if (text.length > maxBoxLine) return false;
  const key = lookupKey(text.slice(0, 60))
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '');
  return boxes.some((box) => key.startsWith(box));
}

/** The article's paragraphs: the container's blocks without boxes, link lists and what trails after the last sentence. */
export function paragraphsOf(blocks: readonly Block[], container: Element, title: string): string[] {
  const inside = blocks.filter((block) => isInside(block.parent, container));
  const titleKey = lookupKey(title);
  const kept = inside.filter(({ text, linked, tag }, at) => {
    if (isBoxLine(text)) return false;
    if (linked > text.length * 0.6 && (text.length < 200 || tag === 'li')) return false;
    if (/^h1$/.test(tag) || (at < 4 && lookupKey(text) === titleKey)) return false;
    return /\p{L}/u.test(text);
  });
  while (kept.length > 1 && isTail(kept[kept.length - 1]?.text ?? '')) kept.pop();
  return kept.map(({ text }) => text);
}

/** A short last line without a sentence mark: an agency sign, a tag, a button. */
const isTail = (text: string): boolean => text.length < 25 && !/[.!\u061f"\u00bb\u201d]$/.test(text);
