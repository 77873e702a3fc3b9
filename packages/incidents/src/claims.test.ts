import { expect, it } from 'vitest';
import { createDesk, flood } from './test-articles.ts';

it('counts a vaguer word for the same number as no other claim', async () => {
  const desk = createDesk();
  const told = flood('rafid-1', '2026-08-10T09:00:00Z', 21);
  const events = (told.events ?? []).map((each) => ({
    ...each,
    counts: { killed: [2, null] as [number, null] },
  }));
  await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 21), { ...told, events });
  const killed = desk.incidents()[0]?.counts.killed;
  expect(killed).toMatchObject({ min: 21, max: 21, agreement: 'single' });
  expect(killed?.claims).toHaveLength(2);
});
