import { blankRhythm, forecast, type Rhythm } from '@rasid/sources';
import type { Hints } from '@rasid/storage';

export type Bounds = { minIntervalMs: number; maxIntervalMs: number };

/** Everything the next poll depends on; nothing else does. */
export type Moment = {
  nowMs: number;
  /** What is known of the source's habits; null before the first success. */
  rhythm: Rhythm | null;
  /** Weighted errors in a row, this poll included; 0 after a success. */
  errors: number;
  /** `Retry-After` of this answer. */
  retryAfterMs: number | null;
  /** New entries of this poll as a share of all entries; null when it read none. */
  newShare: number | null;
  /** Entries the feed carries; 0 when unknown. */
  carried: number;
  hints: Hints;
  bounds: Bounds;
  /** From 0 to 1, another at each poll: breaks up clumps of polls. */
  chance: number;
};

export type Why = 'rhythm' | 'overflow' | 'hint' | 'errors' | 'retry-after' | 'bound';
export type Decision = { intervalMs: number; why: Why };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How much an error counts: a refusal more than an overloaded server, a lost connection least. After Media Cloud's weights. */
export const errorWeights: Record<string, number> = {
  html: 1,
  captcha: 1,
  login: 1,
  refused: 1,
  'not-a-feed': 1,
  'not-found': 0.5,
  busy: 0.5,
  server: 0.5,
  dns: 0.25,
  timeout: 0.25,
  tls: 0.5,
  connection: 0.25,
  'bad-http': 0.5,
  'unasked-304': 0.5,
  'empty-answer': 0.5,
  empty: 0.5,
};

/**
 * When to ask a source again.
 *
 * Each item that waits in a feed costs a minute of delay per minute. A source is asked when the items expected since
 * the last poll have together waited `patienceMs`: with a steady rate that is a poll every sqrt(2 · patience / rate),
 * the spacing that makes the sum of all delays least for a given number of polls. Of a busy one it is asked when
 * `enoughItems` are expected, but not within `soonestMs`. The expected rate is the learned one
 * of the hour and the weekday, raised in a burst and lowered in a lull, so nights cost few polls and a morning is met
 * when it begins.
 *
 * Over that stand, in this order: what the feed can carry (a feed of ten entries must not be left until fifteen have
 * come), what the publisher asks, errors (which stretch and never end), Retry-After, and the source's bounds.
 */
export function decide(moment: Moment): Decision {
  const { bounds, errors, retryAfterMs, chance } = moment;
  const chosen = errors > 0 ? afterErrors(moment) : byRhythm(moment);
  const jittered = chosen.intervalMs * (1 + jitterShare * (2 * chance - 1));
  // What is asked for is never undercut, not even after an error: there chance only adds.
  const later = 1 + jitterShare * chance;
  const floor = hintFloor(moment) * later;
  const wanted = Math.max(jittered, floor);
  const bounded = Math.min(Math.max(wanted, bounds.minIntervalMs), bounds.maxIntervalMs);
  // A server that says when to come back is heeded beyond the source's own bound, but for a day at most.
  const asked = Math.min((retryAfterMs ?? 0) * later, dayMs);
  if (asked > bounded) return { intervalMs: Math.round(asked), why: 'retry-after' };
  const why = Math.abs(bounded - wanted) > 1 ? 'bound' : floor > jittered ? 'hint' : chosen.why;
  return { intervalMs: Math.round(bounded), why };
}

const jitterShare = 0.1; // enough to part two sources of one habit within a few polls
// Both by tests/load/simulated-month.mjs: a third of the requests of a 15-minute poll at a better median delay.
const patienceMs = 12 * minuteMs;
const enoughItems = 0.6; // expected items that are worth a request, however short they have waited …
const soonestMs = 6 * minuteMs; // … but nobody needs to know sooner: half of this is the delay of the busiest feeds
const stepMs = minuteMs; // finer than the bounds
const fullShare = 0.5; // of what a feed carries may be new before something may have fallen out of it
const carriedShare = 0.4; // of what a feed carries may be expected to be new at the next poll

/** The moment at which the expected items have waited long enough, or are as many as the feed may lose. */
function byRhythm({ nowMs, rhythm, newShare, carried, bounds }: Moment): Decision {
  const rate = forecast(rhythm ?? blankRhythm(nowMs));
  const limit = carried > 0 ? carried * carriedShare : Number.POSITIVE_INFINITY;
  let waiting = 0; // expected items
  let waited = 0; // their waiting time together
  let intervalMs = 0;
  let why: Why = 'rhythm';
  while (intervalMs < bounds.maxIntervalMs) {
    const came = (rate(nowMs + intervalMs) * stepMs) / (60 * minuteMs);
    waited += waiting * stepMs + (came * stepMs) / 2;
    waiting += came;
    intervalMs += stepMs;
    if (waited >= patienceMs || (waiting >= enoughItems && intervalMs >= soonestMs)) break;
    if (waiting >= limit) {
      why = 'overflow';
      break;
    }
  }
  // Mostly new entries: some may have been pushed out unseen, whatever the habits said.
  if (newShare !== null && newShare > fullShare && rhythm?.lastItemAt != null)
    return { intervalMs: intervalMs * (fullShare / newShare), why: 'overflow' };
  return { intervalMs, why };
}

const longestMaxAgeMs = 60 * minuteMs; // longer ones are meant for pictures
const mostComing = 10; // a wish is never shortened to less than a tenth: six minutes of "hourly"

/**
 * What the publisher asks. Max-age is a fact of the server: sooner there is nothing to see. A period in the feed is a
 * wish, and often only the default of its software (WordPress writes "hourly" into every feed): it holds until the feed
 * itself writes more than one item in it, and then as long as one item takes.
 */
function hintFloor({ hints, rhythm, nowMs }: Moment): number {
  const maxAge = Math.min(hints.maxAgeMs ?? 0, longestMaxAgeMs);
  const period = Math.min(hints.feedMs ?? 0, dayMs);
  if (period === 0 || rhythm === null) return maxAge;
  const coming = (forecast(rhythm)(nowMs) * period) / (60 * minuteMs);
  return Math.max(maxAge, period / Math.min(Math.max(coming, 1), mostComing));
}

const retryMs = 10 * minuteMs; // the first try after a failure
const longestStretchMs = dayMs;

/** Errors stretch linearly by their weight, from the interval the habits ask for; a feed that was never read has none. */
function afterErrors(moment: Moment): Decision {
  const habit = moment.rhythm === null ? 0 : byRhythm({ ...moment, newShare: null }).intervalMs;
  const usual = Math.max(habit, retryMs);
  const stretched = usual * (1 + moment.errors);
  return { intervalMs: Math.min(stretched, longestStretchMs), why: 'errors' };
}

/** A number from 0 to 1 that a source and a poll always get again. */
export function chanceOf(sourceId: string, poll: number): number {
  let hash = 2_166_136_261 ^ poll; // FNV-1a
  for (let at = 0; at < sourceId.length; at++)
    hash = Math.imul(hash ^ sourceId.charCodeAt(at), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0; // spreads neighbouring numbers
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
