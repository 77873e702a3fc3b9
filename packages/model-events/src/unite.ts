import type { ExtractedEvent, Span } from '@rasid/contracts';
import { codesOf, withParties } from '@rasid/events';
import { maxText } from './prompt.ts';

const agreed = 0.5; // of the doubt that two independent readers who agree leave
const alone = 0.9; // of its confidence an event keeps that only the rules found
const contradicted = 0.7; // and one whose words the model reads as another type

/**
 * The events of both engines. What both found keeps the slots of the rules and takes from the model what they left empty;
 * its `rules` name both. Same words under another type stay as the rules have them, marked `differs:model:<name>:<type>`.
 */
export function uniteEvents(
  rules: readonly ExtractedEvent[],
  model: readonly ExtractedEvent[],
): ExtractedEvent[] {
  const left = new Set(model);
  const partners = new Map<ExtractedEvent, ExtractedEvent>();
  for (const isOne of [sameWords, sameSentence, sameNews])
    for (const event of rules) {
      const partner = partners.has(event) ? undefined : [...left].find((each) => isOne(event, each));
      if (!partner) continue;
      partners.set(event, partner);
      left.delete(partner);
    }
  const united = rules.map((event) => {
    const partner = partners.get(event);
    if (partner) return complete(event, partner);
    const other = [...left].find((each) => isSameWording(event, each));
    if (!other) return wasRead(event) ? { ...event, confidence: round(event.confidence * alone) } : event;
    left.delete(other);
    const mark = other.rules.map((rule) => `differs:${rule}:${other.type}`);
    return {
      ...event,
      confidence: round(event.confidence * contradicted),
      rules: [...event.rules, ...mark],
    };
  });
  const hasMain = united.some(({ status }) => status === 'main');
  const added = [...left].map(
    (each): ExtractedEvent => (each.status === 'main' && hasMain ? { ...each, status: 'secondary' } : each),
  );
  return [...united, ...added];
}

const overlaps = (a: Span, b: Span): boolean => a.field === b.field && a.start < b.end && b.start < a.end;
/** Of what stands behind the part it reads, a model's silence says nothing. */
const wasRead = ({ trigger }: ExtractedEvent): boolean => trigger.field === 'title' || trigger.end <= maxText;
const round = (value: number): number => Math.round(value * 100) / 100;

const sameWords = (a: ExtractedEvent, b: ExtractedEvent): boolean =>
  a.type === b.type && overlaps(a.trigger, b.trigger);

/** The rules take a trigger from the title where the model quotes the same words from the lead. */
const isSameWording = (
  { trigger: a, evidence: from }: ExtractedEvent,
  { trigger: b, evidence: to }: ExtractedEvent,
) => overlaps(a, b) || (overlaps(from, to) && (a.text.includes(b.text) || b.text.includes(a.text)));

/** Two of one type in a sentence are one event unless their places are two. */
const sameSentence = (a: ExtractedEvent, b: ExtractedEvent): boolean =>
  a.type === b.type &&
  (overlaps(a.evidence, b.evidence) || overlaps(a.trigger, b.evidence) || overlaps(a.evidence, b.trigger)) &&
  !areApart(a, b);

/** What an article announces is one event of its type, though one engine reads it in the title and the other in the lead. */
const sameNews = (a: ExtractedEvent, b: ExtractedEvent): boolean =>
  a.type === b.type && a.status === 'main' && b.status === 'main' && !areApart(a, b);

const areApart = ({ place: a }: ExtractedEvent, { place: b }: ExtractedEvent): boolean =>
  a !== null && b !== null && a.precision <= 2 && b.precision <= 2 && a.locality !== b.locality;

function complete(event: ExtractedEvent, model: ExtractedEvent): ExtractedEvent {
  const known = [...event.actors, ...event.targets, ...event.victims];
  const parties = (role: 'actors' | 'targets' | 'victims') =>
    event[role].length > 0
      ? event[role]
      : model[role].filter(({ span }) => !known.some((party) => overlaps(party.span, span)));
  const slots = {
    actors: parties('actors'),
    targets: parties('targets'),
    victims: parties('victims'),
    place: event.place ?? model.place,
    counts: { ...model.counts, ...event.counts },
  };
  // attributes and codes follow what both know of it together
  const attributes = withParties(event.type, { ...model.attributes, ...event.attributes }, slots);
  return {
    ...event,
    ...slots,
    source: event.source ?? model.source,
    date: event.date ?? model.date,
    attributes,
    codes: codesOf(event.type, { ...slots, attributes, modality: event.modality }),
    instrument: event.instrument ?? model.instrument,
    object: event.object ?? model.object,
    topic: event.topic ?? model.topic,
    confidence: round(event.confidence + (1 - event.confidence) * agreed),
    rules: [...event.rules, ...model.rules],
  };
}
