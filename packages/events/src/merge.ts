import type { Candidate } from './candidates.ts';
import type { EventTypeId } from './data.ts';
import { isSame, type Parties } from './parties.ts';

/** One incident as the article tells it: the mentions, first one first. */
export type Merged = { head: Candidate; mentions: Candidate[] };

/** Types whose later mention may be a part of an incident of the left type. */
const parts: Partial<Record<EventTypeId, EventTypeId[]>> = {
  security_operation: ['arrest', 'seizure'],
  arrest: ['security_operation', 'judicial_proceeding', 'seizure'],
  seizure: ['arrest', 'security_operation'],
  bombing: ['armed_attack', 'shelling_missile'],
  air_drone_strike: ['shelling_missile', 'bombing', 'armed_attack'],
  shelling_missile: ['armed_attack', 'bombing'],
  armed_attack: ['bombing', 'arrest', 'violent_crime'],
  violent_crime: ['armed_attack', 'arrest', 'judicial_proceeding'],
  armed_clash: ['armed_attack'],
  protest: ['riot'],
  riot: ['protest', 'arrest'],
  accident: ['natural_disaster', 'bombing'],
  natural_disaster: ['accident', 'displacement_return', 'humanitarian_aid'],
  diplomatic_meeting: ['agreement', 'official_stance'],
  judicial_proceeding: ['arrest', 'violent_crime', 'armed_attack', 'government_decision'],
  abduction: ['prisoner_release', 'arrest'],
  prisoner_release: ['abduction', 'arrest'],
};
const maxEvents = 8; // foreground events of one article: annotation guideline, head
const maxBackground = 5;

/** Merges mentions of one incident; keeps reading order. */
export function mergeCandidates(candidates: readonly Candidate[]): Merged[] {
  const merged: Merged[] = [];
  for (const candidate of candidates) {
    const known = merged.find((each) => isOneIncident(each, candidate));
    if (known) join(known, candidate);
    else merged.push({ head: candidate, mentions: [candidate] });
  }
  const past = merged.filter(({ head }) => head.isBackground).slice(0, maxBackground);
  const news = merged.filter(({ head }) => !head.isBackground).slice(0, maxEvents);
  return merged.filter((each) => past.includes(each) || news.includes(each));
}

/** A described operation names the incident even when the title only tells of the arrest or seizure. */
function join(known: Merged, candidate: Candidate): void {
  known.mentions.push(candidate);
  const isNamed = candidate.type === 'security_operation' && candidate.trigger.entry.need === 'frame';
  if (isNamed && known.head.type !== candidate.type) known.head = { ...known.head, type: candidate.type };
}

function isOneIncident({ head, mentions }: Merged, candidate: Candidate): boolean {
  const sameType = head.type === candidate.type;
  const isPart = parts[head.type]?.includes(candidate.type) === true;
  if (!sameType && !isPart) return false;
  if (head.isBackground !== candidate.isBackground) return false;
  const isFirst = candidate.sentence.zone !== 'body' && head.sentence.zone === 'title';
  if (!isFirst && isElsewhere(candidate)) return false;
  if (candidate.type === 'official_stance' && head.sentence.zone !== 'title')
    return candidate.parties.actors.some((each) => head.parties.actors.some((other) => isSame(each, other)));
  if (
    sameType &&
    mentions.every((each) => each.sentence.zone === 'title') &&
    candidate.sentence.zone !== 'body'
  )
    return true;
  if (!mentions.every((each) => isPlaceCompatible(each, candidate))) return false;
  return mentions.every((each) => isDateCompatible(each, candidate));
}

/** "في عدة محافظات أخرى": the text itself says that it is another happening. */
const isElsewhere = ({ sentence: { field, start, end } }: Candidate) =>
  /(?:محافظات|مناطق|مدن|بلدات|قرى|عمليات|حادثة|عملية|غارة) (?:أخرى|منفصلة|ثانية|مماثلة)/u.test(
    field.text.slice(start, end),
  );

function isPlaceCompatible(a: Candidate, b: Candidate): boolean {
  for (const level of ['country', 'admin1', 'locality'] as const) {
    const left = a.place?.[level];
    const right = b.place?.[level];
    if (left && right && left !== right) return false;
  }
  return true;
}

function isDateCompatible(a: Candidate, b: Candidate): boolean {
  if (!a.date || !b.date) return true;
  return a.date.start.startsWith(b.date.start) || b.date.start.startsWith(a.date.start);
}

/** Parties of all mentions: those of the first that has any, completed in its empty roles only. */
export function joinParties(mentions: readonly Candidate[]): Parties {
  const parties: Parties = { actors: [], targets: [], victims: [] };
  for (const role of ['actors', 'targets', 'victims'] as const) {
    const from = mentions.find((each) => each.sentence.zone !== 'title' && each.parties[role].length > 0);
    const list = (from ?? mentions.find((each) => each.parties[role].length > 0))?.parties[role] ?? [];
    parties[role] = list.filter((each) => !parties.actors.some((other) => isSame(each, other)));
  }
  return parties;
}
