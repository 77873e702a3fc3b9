import { learn } from '@rasid/sources';
import { describe, expect, it } from 'vitest';
import { newsrooms } from '../../../tests/load/month/newsrooms.mjs';
import { month } from '../../../tests/load/month/run.mjs';
import { fixed, learning } from '../../../tests/load/month/strategies.mjs';
import { chanceOf, decide } from './interval.ts';

/** A small version of `node tests/load/simulated-month.mjs`, which has the figures: a virtual clock, no network, the product's own decision. */
describe('ten simulated days of a hundred sources', () => {
  const days = 10;
  const sources = newsrooms(100, days, 7);
  const quarterHourly = month(sources, fixed, days);
  const own = month(sources, learning({ decide, chanceOf, learn }), days);

  it('cost less than half of the requests of a poll every 15 minutes for each new item', () => {
    expect(own.requestsPerItem).toBeLessThan(quarterHourly.requestsPerItem / 2);
  });

  it('find half of the items no later, and lose no more of them', () => {
    expect(own.medianMs).toBeLessThanOrEqual(quarterHourly.medianMs);
    expect(own.lost).toBeLessThanOrEqual(quarterHourly.lost);
    expect(own.items).toBeGreaterThan(quarterHourly.items * 0.99);
  });
});
