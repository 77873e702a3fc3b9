import { type ExtractedEvent, type Genre, labelOf } from '@rasid/contracts';
import type { Blocked, Fired } from '@rasid/events';
import { bold, dim, green, isolate, red, table } from './terminal.ts';

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
  rows.length > 0 ? [`${name}\n${table(head, rows)}`] : [];

const eventText = ({ type, status, confidence }: Pick<ExtractedEvent, 'type' | 'status' | 'confidence'>) =>
  `${bold(labelOf(type).en)}, ${status} ${confidence.toFixed(2)}`;
