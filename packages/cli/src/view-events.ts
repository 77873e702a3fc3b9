import {
  type Count,
  type ExtractedEvent,
  type Genre,
  labelOf,
  type Party,
  type Place,
} from '@rasid/contracts';
import { blue, bold, cyan, dim, green, isolate, magenta, red, yellow } from './terminal.ts';

type Extraction = { genre: Genre; events: ExtractedEvent[] };

/** The events of an article for a reader in a terminal: each with its slots and the sentence that supports it. */
export function viewEvents(article: { title: string }, extraction: Extraction): string {
  const head = [
    article.title ? bold(isolate(article.title)) : '',
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
  return [
    title,
    ...rows.filter(([, value]) => value).map(([name, value]) => `  ${dim(name.padEnd(9))}${value}`),
  ].join('\n');
}

const parties = (list: Party[], paint: (text: string) => string): string =>
  list.map((party) => paint(isolate(party.text)) + (party.canon ? dim(` ${party.canon}`) : '')).join(' · ');

/** From the narrowest unit to the country. */
export function placeText(place: Pick<Place, 'locality' | 'admin2' | 'admin1' | 'country'>): string {
  const names = [place.locality, place.admin2, place.admin1].flatMap((name) => (name ? isolate(name) : []));
  return [...new Set([...names, place.country ?? ''])].filter(Boolean).join(', ');
}

export function countText(kind: string, count: Pick<Count, 'min' | 'max'>): string {
  const { min, max } = count;
  const value =
    min === max ? `${min}` : max === null ? `${min}+` : min === null ? `up to ${max}` : `${min}–${max}`;
  return `${kind.replaceAll('_', ' ')} ${value}`;
}

/** The evidence with its trigger set off. */
function sentence(event: ExtractedEvent): string {
  const { evidence, trigger } = event;
  const from = trigger.start - evidence.start;
  const isInside = trigger.field === evidence.field && from >= 0 && trigger.end <= evidence.end;
  if (!isInside) return isolate(evidence.text);
  const { text } = evidence;
  return isolate(
    text.slice(0, from) +
      bold(text.slice(from, from + trigger.text.length)) +
      text.slice(from + trigger.text.length),
  );
}

function codes(event: ExtractedEvent): string {
  const { acled, plover, cameo } = event.codes;
  return [
    acled ? `ACLED ${acled.eventType ?? '–'} / ${acled.subEventType ?? '–'}` : '',
    plover ? `PLOVER ${[plover.type, plover.mode].filter(Boolean).join('.')}` : '',
    cameo.length > 0 ? `CAMEO ${cameo.join(',')}` : '',
  ]
    .filter(Boolean)
    .join('   ');
}
