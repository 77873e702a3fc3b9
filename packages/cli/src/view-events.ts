import {
  type Count,
  type ExtractedEvent,
  type Genre,
  labelOf,
  type Party,
  type Place,
  type Span,
} from '@rasid/contracts';
import { placeNames } from '@rasid/gazetteer';
import {
  blue,
  bold,
  cyan,
  dim,
  green,
  isolate,
  magenta,
  red,
  terminalWidth,
  underline,
  yellow,
} from './terminal.ts';
import { wrap } from './wrap.ts';

type Extraction = { genre: Genre; events: ExtractedEvent[] };

/** The events of an article for a reader in a terminal: each with its slots and the sentence that supports it. */
export function viewEvents(article: { title: string }, extraction: Extraction): string {
  const head = [
    article.title ? broken(headline(article.title, extraction.events)) : '',
    dim(`genre: ${extraction.genre}   events: ${extraction.events.length}`),
  ];
  return [...head.filter(Boolean), ...extraction.events.map(viewEvent)].join('\n\n');
}

function viewEvent(event: ExtractedEvent): string {
  const label = labelOf(event.type);
  const state = [
    event.status,
    event.modality === 'asserted' ? '' : event.modality,
    event.aggregate ? 'aggregate' : '',
  ].filter(Boolean);
  const rows: [string, string][] = [
    ['who', parties(event.actors, blue)],
    ['to whom', parties(event.targets, red)],
    ['victims', parties(event.victims, red)],
    ['where', event.place ? green(placeText(event.place)) : ''],
    ['also', event.placesOther.map((place) => green(placeText(place))).join(' · ')],
    [
      'when',
      event.date ? cyan(event.date.end ? `${event.date.start} – ${event.date.end}` : event.date.start) : '',
    ],
    [
      'how many',
      Object.entries(event.counts)
        .map(([kind, count]) => yellow(countText(kind, count)))
        .join(' · '),
    ],
    [
      'what',
      [event.object, event.instrument, event.topic]
        .flatMap((text) => (text ? isolate(text) : []))
        .join(' · '),
    ],
    [
      'how',
      Object.entries(event.attributes)
        .map(([key, value]) => (value === true ? key : `${key} ${value}`).replaceAll('_', ' '))
        .join(' · '),
    ],
    ['says', event.source ? magenta(`${isolate(event.source.text)} (${event.source.sourceType})`) : ''],
    ['words', sentence(event)],
    ['codes', dim(codes(event))],
  ];
  const title = `${bold(`${isolate(label.ar)} · ${label.en}`)}  ${dim(`${state.join(', ')}  confidence ${event.confidence.toFixed(2)}`)}`;
  return [broken(title), ...rows.filter(([, value]) => value).map(([name, value]) => row(name, value))].join(
    '\n',
  );
}

/** Broken at the edge of the terminal. */
function broken(text: string): string {
  const columns = terminalWidth();
  return columns === null ? text : wrap(text, columns).join('\n');
}

const labelColumns = 11; // two of margin, eight for the longest name, one between

/** A row of an event, broken at the edge of the terminal; what goes on stands under what began. */
function row(name: string, value: string): string {
  const columns = terminalWidth();
  const lines = columns === null ? [value] : wrap(value, columns - labelColumns);
  const margin = ' '.repeat(labelColumns);
  return lines
    .map((line, at) => (at === 0 ? `  ${dim(name.padEnd(labelColumns - 2))}${line}` : margin + line))
    .join('\n');
}

const parties = (list: Party[], paint: (text: string) => string): string =>
  list.map((party) => paint(isolate(party.text)) + (party.canon ? dim(` ${party.canon}`) : '')).join(' · ');

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** From the narrowest unit to the country, in English where the gazetteer knows it. */
export const placeText = (place: Place): string =>
  [...placeNames(place, 'en'), place.country ? countries.of(place.country) : null]
    .flatMap((name) => (name ? isolate(name) : []))
    .join(', ');

export function countText(kind: string, count: Pick<Count, 'min' | 'max'>): string {
  const { min, max } = count;
  const value =
    min === max ? `${min}` : max === null ? `${min}+` : min === null ? `up to ${max}` : `${min}–${max}`;
  return `${kind.replaceAll('_', ' ')} ${value}`;
}

type Paint = (text: string) => string;

/** The evidence with its trigger set off and what was read from it in the colours of the rows above. */
const sentence = (event: ExtractedEvent): string =>
  isolate(painted(event.evidence, spansOf(event, bold), (text) => text));

/** The title, with what events were read from it there; its triggers are underlined, for all of it is bold. */
const headline = (title: string, events: readonly ExtractedEvent[]): string =>
  isolate(
    painted(
      { field: 'title', start: 0, end: title.length, text: title },
      events.flatMap((event) => spansOf(event, underline)),
      bold,
    ),
  );

/** A stretch of the article with spans in their colours, the rest as `plain` has it; of two that overlap the first. */
function painted({ field, start, end, text }: Span, spans: readonly Painted[], plain: Paint): string {
  const inside = spans
    .filter((span) => span.field === field && span.start >= start && span.end <= end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const cut = (from: number, to: number) => text.slice(from - start, to - start);
  const parts: string[] = [];
  let at = start;
  for (const span of inside) {
    if (span.start < at) continue;
    if (span.start > at) parts.push(plain(cut(at, span.start)));
    parts.push(plain(span.paint(cut(span.start, span.end))));
    at = span.end;
  }
  if (at < end) parts.push(plain(cut(at, end)));
  return parts.join('');
}

type Painted = Span & { paint: Paint };

/** Everything an event was read from. */
function spansOf(event: ExtractedEvent, trigger: Paint): Painted[] {
  const read: [Span | null | undefined, Paint][] = [
    [event.trigger, trigger],
    ...event.actors.map(({ span }): [Span, Paint] => [span, blue]),
    ...[...event.targets, ...event.victims].map(({ span }): [Span, Paint] => [span, red]),
    [event.place?.span, green],
    [event.date?.span, cyan],
    ...Object.values(event.counts).map(({ span }): [Span, Paint] => [span, yellow]),
    [event.source?.span, magenta],
  ];
  return read.flatMap(([span, paint]) => (span ? [{ ...span, paint }] : []));
}

function codes(event: ExtractedEvent): string {
  const { acled, plover, cameo } = event.codes;
  return [
    acled ? `ACLED ${acled.eventType ?? '–'} / ${acled.subEventType ?? '–'}` : '',
    plover ? `PLOVER ${[plover.type, plover.mode].filter(Boolean).join('.')}` : '',
    cameo.length > 0 ? `CAMEO ${cameo.join(',')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
