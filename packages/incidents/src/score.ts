import { lookupKey } from '@rasid/arabic';
import type { Incident } from '@rasid/contracts';
import { relatedTypes, typeAffinity } from './families.ts';
import { daysOf, type Report } from './report.ts';

/** An incident is joined from this score on; calibrated on labelled pairs of articles. */
export const joinFrom = 0.62;

const dayMs = 24 * 3600 * 1000;
const blockDays = 3; // width of a date block; the neighbouring one is looked at too

/** Keys under which an incident is found: type family and date, with the country when it is known. */
export function blockingKeys(report: Report): string[] {
  const { from, to } = daysOf(report);
  const blocks = new Set([from, to, Math.round((from + to) / 2)].map((day) => Math.floor(day / blockDays)));
  return [...blocks].flatMap((block) => [`${report.event.type}-${block}`]);
}

/** Keys to search: the report's own ones for each type it may be told as, and the neighbouring dates. */
export function searchKeys(report: Report): string[] {
  const { from, to } = daysOf(report);
  const first = Math.floor((from - 1) / blockDays);
  const last = Math.min(Math.floor((to + 1) / blockDays), first + 4); // a whole year names no incident by its date
  const blocks = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return relatedTypes(report.event.type).flatMap((type) => blocks.map((block) => `${type}-${block}`));
}

/** How well a report fits an incident, 0 to 1; 0 also when something speaks flatly against it. */
export function scoreReport(report: Report, incident: Incident): number {
  const { event, story } = report;
  const type = typeAffinity(event.type, incident.type);
  if (type === 0) return 0;
  if (
    incident.reports.some(({ storyId, status }) => storyId === story.id && status === event.status) &&
    type === 1 &&
    samePlaceName(event.place, incident.place)
  )
    return 1;
  const place = placeScore(event.place, incident.place);
  const date = dateScore(report, incident);
  if (place < 0 || date < 0) return 0;
  const counts = countScore(event.counts, incident.counts);
  if (counts < 0) return 0;
  const parties = partyScore(
    [...event.actors, ...event.targets, ...event.victims],
    [...incident.actors, ...incident.targets],
  );
  const titles = Math.max(
    ...incident.reports.slice(-6).map(({ title }) => wordOverlap(report.article.title, title)),
  );
  const evidence = 0.2 * type + 0.25 * place + 0.15 * date + 0.12 * counts + 0.13 * parties;
  return Math.min(1, evidence + 0.45 * titles);
}

type PlaceSlots = { country: string | null; admin1: string | null; locality: string | null } | null;

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && lookupKey(a) === lookupKey(b);
const samePlaceName = (a: PlaceSlots, b: PlaceSlots): boolean =>
  (a === null && b === null) ||
  (a !== null &&
    b !== null &&
    (same(a.locality, b.locality) ||
      (a.locality === null && b.locality === null && same(a.admin1, b.admin1))));

/** A capital named like its governorate says no more than the governorate: "في المنيا" is often a village near it. */
const localityOf = ({ locality, admin1 }: NonNullable<PlaceSlots>): string | null =>
  same(locality, admin1) ? null : locality;

/** 1 the same locality, less for what is only compatible, -1 when the places exclude each other. */
function placeScore(a: PlaceSlots, b: PlaceSlots): number {
  if (!a || !b || !(a.country || a.admin1) || !(b.country || b.admin1)) return 0.4;
  if (a.country && b.country && a.country !== b.country) return -1;
  if (a.admin1 && b.admin1 && !same(a.admin1, b.admin1)) return -1;
  const [one, two] = [localityOf(a), localityOf(b)];
  if (one && two) return same(one, two) ? 1 : 0.15;
  if (a.admin1 && b.admin1) return 0.8;
  return 0.5;
}

/** 1 when the days meet and both are stated, -1 when they are apart. */
function dateScore(report: Report, incident: Incident): number {
  const own = daysOf(report);
  const firstDay = Math.floor((Date.parse(incident.firstReportedAt) || 0) / dayMs);
  const other = incident.date
    ? daysOf({ event: { ...report.event, date: { ...incident.date, span: null } }, article: report.article })
    : { from: firstDay - 2, to: firstDay + 1, isStated: false };
  const gap = Math.max(own.from - other.to, other.from - own.to, 0);
  if (own.isStated && other.isStated) return gap === 0 ? 1 : gap === 1 ? 0.4 : -1;
  return gap <= 1 ? 0.6 : gap <= 3 ? 0.2 : -1;
}

type Bounds = { min: number | null; max: number | null };

/** 1 for equal counts, 0.5 when nothing is counted on both sides or a toll may have risen, -1 when they cannot be one toll. */
function countScore(a: Report['event']['counts'], b: Incident['counts']): number {
  const scores: number[] = [];
  for (const [kind, mine] of Object.entries(a)) {
    const theirs = b[kind as keyof typeof b];
    if (theirs) scores.push(boundsScore(mine, theirs));
  }
  if (scores.length === 0) return 0.5;
  if (scores.every((score) => score < 0)) return -1;
  return Math.max(0, scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

function boundsScore(a: Bounds, b: Bounds): number {
  const [low, high] = [a.min ?? 0, a.max ?? Number.POSITIVE_INFINITY];
  const [otherLow, otherHigh] = [b.min ?? 0, b.max ?? Number.POSITIVE_INFINITY];
  if (low <= otherHigh && otherLow <= high) return low === otherLow && high === otherHigh ? 1 : 0.7;
  const [less, more] = low < otherLow ? [high, otherLow] : [otherHigh, low];
  if (more - less <= 2) return 0.4; // a toll that rose by one or two
  return more / Math.max(less, 1) <= 2.5 ? 0.2 : -1;
}

function partyScore(
  a: readonly { text: string; canon: string | null }[],
  b: readonly { text: string; canon: string | null }[],
): number {
  if (a.length === 0 || b.length === 0) return 0.4;
  const hits = a.filter((one) =>
    b.some(
      (two) => (one.canon !== null && one.canon === two.canon) || wordOverlap(one.text, two.text) >= 0.5,
    ),
  ).length;
  return hits / Math.min(a.length, b.length);
}

const stopWords = new Set('في من علي الي عن مع بعد قبل ان بين هذا التي الذي كما خلال اثر جراء'.split(' '));

/** Share of common words of two short texts, by prefix so that inflected forms meet. */
export function wordOverlap(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      lookupKey(text)
        .split(/[^\p{L}\p{N}]+/u)
        .map((word) => word.replace(/^(?:وال|بال|فال|لل|ال)(?=.{3})/, '').slice(0, 5))
        .filter((word) => word.length > 2 && !stopWords.has(word)),
    );
  const [first, second] = [words(a), words(b)];
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  return (2 * common) / (first.size + second.size);
}
