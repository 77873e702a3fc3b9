import { labelOf, type Message, type RasidRecord } from '@rasid/contracts';
import { cyan, dim, green, isolate, pad, yellow } from './terminal.ts';
import { countText, placeText } from './view-events.ts';
import { cut } from './wrap.ts';

const outletColumns = 20; // most names in full
/** What keeps an event from being plain news of something that happened. */
const isTelling = new Set<string>(['alleged', 'denied', 'planned', 'background']);

/** One line per record: time, outlet, type in both languages, place, counts, title. */
export function recordLine(record: RasidRecord, at: Date): string {
  const event = record.events.find(({ status }) => status === 'main') ?? record.events[0];
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const outlet = pad(isolate(cut(record.article.outlet.name.ar, outletColumns)), outletColumns);
  const mark = record.story.verdict === 'new' ? '' : dim(` ${record.story.verdict}`);
  const title = isolate(cut(record.article.title, 70)); // a line of an ordinary terminal
  if (!event) return `${dim(time)}  ${outlet}  ${dim(`${record.genre}: no event`)}  ${title}${mark}`;
  const label = labelOf(event.type);
  const parts = [
    cyan(`${isolate(label.ar)} · ${label.en}`),
    [event.modality, event.status].filter((word) => isTelling.has(word)).join(', '),
    event.place ? green(placeText(event.place)) : '',
    Object.entries(event.counts)
      .map(([kind, count]) => yellow(countText(kind, count)))
      .join(', '),
    title,
  ];
  return `${dim(time)}  ${outlet}  ${parts.filter(Boolean).join('  ')}${mark}`;
}

/** The record of a message, or null for a message about an incident. */
export const recordOf = (message: Message): RasidRecord | null =>
  'article' in message.data ? message.data : null;
