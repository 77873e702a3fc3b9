import type { ExtractedEvent, Party } from '@rasid/contracts';
import { shelled } from './party-able.ts';

/** "غارة على … وأخرى على …": an article that lists strikes from afar tells whose they are once. Those without a doer are of the one the article's other strikes of the kind have. */
export function withSharedDoer(events: readonly ExtractedEvent[]): ExtractedEvent[] {
  return events.map((each) => {
    if (!shelled.has(each.type) || each.actors.length > 0) return each;
    const doer = doerOf(events.filter(({ type }) => type === each.type));
    return doer ? { ...each, actors: [doer] } : each;
  });
}

/** The doer all of these have that have one; null where they differ. */
function doerOf(events: readonly ExtractedEvent[]): Party | null {
  const doers = events.flatMap(({ actors }) => actors.slice(0, 1));
  const names = new Set(doers.map(({ canon, text }) => canon ?? text));
  return names.size === 1 ? (doers[0] ?? null) : null;
}
