import { day, minute } from './newsrooms.mjs';

/**
 * Lets a source be asked for a month on a virtual clock. `strategy.start()` gives the state before the first poll,
 * `strategy.next(source, state, seen)` the pause until the next one and the state after it.
 */
export function watch(source, strategy, days) {
  const result = { polls: 0, items: 0, lost: 0, delays: [] };
  let state = strategy.start(source);
  let read = lowerBound(source.times, -1e15); // index of the first item not yet seen
  let isFirst = true;
  for (let now = source.phase * 15 * minute; now < days * day; ) {
    result.polls++;
    const isAway = source.outages.some(({ from, to }) => now >= from && now < to);
    // A cache shows the feed as it was when its copy was made.
    const shownAt = source.cacheMs > 0 ? now - ((now + source.phase * source.cacheMs) % source.cacheMs) : now;
    const upTo = isAway ? read : Math.max(read, lowerBound(source.times, shownAt));
    const first = Math.max(read, upTo - source.carried);
    const fresh = source.times.slice(first, upTo);
    if (!isFirst) {
      result.lost += first - read;
      for (const time of fresh) if (time >= 0) result.delays.push(now - time);
      result.items += fresh.length;
    }
    const next = strategy.next(source, state, { now, isAway, fresh });
    if (!isAway) isFirst = false;
    read = upTo;
    state = next.state;
    now += next.pauseMs;
  }
  return result;
}

/** Index of the first time that is not before `time`. */
function lowerBound(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The whole month of all sources in figures. */
export function month(sources, strategy, days) {
  const all = [];
  const sum = { requests: 0, items: 0, lost: 0 };
  const ofSources = []; // the median delay of each source that wrote
  for (const source of sources) {
    const { polls, items, lost, delays } = watch(source, strategy, days);
    sum.requests += polls;
    sum.items += items;
    sum.lost += lost;
    if (delays.length > 0) ofSources.push(quantile(Float64Array.from(delays).sort(), 0.5));
    for (const delay of delays) all.push(delay);
  }
  const sorted = Float64Array.from(all).sort();
  const within = (limit) => lowerBound(sorted, limit) / Math.max(sorted.length, 1);
  return {
    ...sum,
    requestsPerItem: sum.requests / Math.max(sum.items, 1),
    medianMs: quantile(sorted, 0.5),
    p90Ms: quantile(sorted, 0.9),
    meanMs: sorted.reduce((total, delay) => total + delay, 0) / Math.max(sorted.length, 1),
    within10: within(10 * minute),
    within60: within(60 * minute),
    medianOfSourcesMs: quantile(Float64Array.from(ofSources).sort(), 0.5),
  };
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
