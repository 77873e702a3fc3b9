import { minute } from './newsrooms.mjs';

/** Every fifteen minutes, whatever happens: what the scheduler is compared with. */
export const fixed = {
  start: () => null,
  next: () => ({ state: null, pauseMs: 15 * minute }),
};

/** The product's own decision, fed with what a poll can see. It starts knowing nothing. */
export const learning = ({ decide, chanceOf, learn }) => ({
  start: () => ({ rhythm: null, errors: 0, polls: 0 }),
  next(source, { rhythm, errors, polls }, { now, isAway, fresh }) {
    const times = source.isDated ? fresh : [];
    const learned = isAway ? rhythm : learn(rhythm, { nowMs: now, count: fresh.length, times });
    const weighted = isAway ? errors + 0.25 : 0;
    const { intervalMs } = decide({
      nowMs: now,
      rhythm: learned,
      errors: weighted,
      retryAfterMs: null,
      newShare: isAway ? null : fresh.length / source.carried,
      carried: source.carried,
      hints: { feedMs: source.wishMs, maxAgeMs: source.saysMaxAge ? source.cacheMs : null },
      bounds: { minIntervalMs: 2 * minute, maxIntervalMs: 24 * 60 * minute },
      chance: chanceOf(source.id, polls),
    });
    return { state: { rhythm: learned, errors: weighted, polls: polls + 1 }, pauseMs: intervalMs };
  },
});
