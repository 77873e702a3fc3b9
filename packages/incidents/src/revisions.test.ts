import { describe, expect, it } from 'vitest';
import { createDesk, flood } from './test-articles.ts';

describe('an incident', () => {
  it('follows a revision of an article, whose old count is history', async () => {
    const desk = createDesk();
    await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122));
    const heard = await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 130, { revision: 2 }));
    expect(heard.map(({ kind, reason }) => [kind, reason])).toEqual([['updated', 'toll-raised']]);
    const [incident, ...others] = desk.incidents();
    expect(others).toEqual([]);
    expect(incident?.reports).toHaveLength(1);
    expect(incident?.counts.killed).toMatchObject({ min: 130, max: 130 });
  });

  it('goes on where a revision repeats its words and only its time is another', async () => {
    const desk = createDesk();
    await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122));
    for (const [revision, hour] of [
      [2, '09'],
      [3, '10'],
    ] as const)
      await desk.tell(flood('sada-1', `2026-08-10T${hour}:00:00Z`, 122, { revision, wordsOf: 1 }));
    await desk.tell(flood('rafid-2', '2026-08-10T12:00:00Z', 125));
    const [incident, ...others] = desk.incidents();
    expect(others).toEqual([]);
    expect(incident?.reports).toHaveLength(2);
    expect(incident?.reports.map(({ publishedAt }) => publishedAt)).toContain('2026-08-10T10:00:00Z');
  });
});
