import { type ExtractedEvent, type Genre, labelOf } from '@rasid/contracts';
import type { Blocked, Fired } from '@rasid/events';
import { bold, dim, green, isolate, red, table, terminalWidth, widthOf } from './terminal.ts';
import { cut } from './wrap.ts';

type Explanation = {
  genre: Genre;
  fired: readonly Fired[];
  blocked: readonly Blocked[];
  /** What a model said and the text does not. */
  model?: { dropped: readonly { slot: string; text: string; why: string }[] };
};

/** Why an article was read as it was, for a reader in a terminal: what fired by its event, then what did not and why. */
export function viewExplanation({ genre, fired, blocked, model }: Explanation): string {
  const dropped = model?.dropped ?? [];
  return [
    dim(`genre: ${genre}   fired: ${fired.length}   blocked: ${blocked.length}`),
    ...group(
      green('fired'),
      ['event', 'rule', 'words'],
      fired.map(({ rule, text, ...event }) => [eventText(event), rule, isolate(text)]),
    ),
    ...group(
      red('blocked'),
      ['why', 'rule', 'words'],
      blocked.map(({ rule, text, why }) => [isolate(why), rule, isolate(text)]),
    ),
    ...group(
      red('said by the model, not by the text'),
      ['why', 'slot', 'words'],
      dropped.map(({ slot, text, why }) => [why, slot, isolate(text)]),
    ),
  ].join('\n\n');
}

const group = (name: string, head: string[], rows: string[][]): string[] =>
  rows.length > 0 ? [`${name}\n${table(head, fitting(head, rows))}`] : [];

const gap = 2; // columns between two of a table
const leastWords = 16; // columns that the words keep: fewer say nothing

/** Rows cut to the terminal: the words first, then the widest column before them. */
function fitting(head: string[], rows: string[][]): string[][] {
  const columns = terminalWidth();
  if (columns === null) return rows;
  const widths = head.map((name, at) =>
    Math.max(widthOf(name), ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const last = widths.length - 1;
  let left = columns - gap * last - widths.slice(0, last).reduce((sum, width) => sum + width, 0);
  const short = Math.max(0, leastWords - left);
  if (short > 0) {
    const widest = widths.indexOf(Math.max(...widths.slice(0, last)));
    widths[widest] = Math.max(leastWords, (widths[widest] ?? 0) - short);
    left = leastWords;
  }
  widths[last] = Math.max(leastWords, left);
  return rows.map((row) => row.map((cell, at) => cut(cell, widths[at] ?? leastWords)));
}

const eventText = ({ type, status, confidence }: Pick<ExtractedEvent, 'type' | 'status' | 'confidence'>) =>
  `${bold(labelOf(type).en)}, ${status} ${confidence.toFixed(2)}`;
