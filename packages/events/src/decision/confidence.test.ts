import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { extractEvents } from '../index.ts';
import { confidenceOf } from './select.ts';

const { calibration } = JSON.parse(
  readFileSync(new URL('../../data/model.json', import.meta.url), 'utf8'),
) as { calibration: { scale: number; shift: number } }; // a file of this package

/** Platt scaling written out once more. */
const scaled = (likelihood: number): number =>
  1 / (1 + Math.exp(-(calibration.scale * Math.log(likelihood / (1 - likelihood)) + calibration.shift)));

it('a confidence is the likelihood scaled by what it meant on articles kept apart', () => {
  expect(calibration).not.toEqual({ scale: 1, shift: 0 });
  for (const likelihood of [0.05, 0.3, 0.5, 0.9, 0.99])
    expect(confidenceOf(likelihood)).toBeCloseTo(scaled(likelihood), 6);
});

it('every event carries a confidence that a likelihood can have, and no certainty', () => {
  const text =
    'قتل ثلاثة أشخاص وأصيب خمسة آخرون بانفجار عبوة ناسفة في سوق شعبي بمدينة بعقوبة اليوم، بحسب مصدر أمني.';
  const { events } = extractEvents({
    title: 'مقتل ثلاثة بانفجار في بعقوبة',
    text,
    publishedAt: '2026-11-24T12:00:00Z',
    timeZone: 'Asia/Baghdad',
    outlet: { id: 'sample', country: 'IQ' },
  });
  expect(events.length).toBeGreaterThan(0);
  for (const { confidence } of events) {
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThan(1);
  }
});
