import { describe, expect, it } from 'vitest';
import { mergeByHand, splitByHand } from './operate.ts';
import { bomb, createDesk, flood } from './test-articles.ts';

describe('an operator', () => {
  const told = async () => {
    const desk = createDesk();
    await desk.tell(
      bomb('sada-1', '2026-08-10T08:00:00Z', '2026-08-10', 5, 'سوق الخضار'),
      bomb('rafid-1', '2026-08-10T09:00:00Z', '2026-08-10', 5, 'سوق الخضار'),
      flood('barq-1', '2026-08-10T10:00:00Z', 122),
    );
    const [bombing, water] = desk.incidents();
    if (!bombing || !water) throw new Error('two incidents were told');
    const home = (id: string) => {
      const found = desk.neighbourhoodOf(id);
      if (!found) throw new Error(`no neighbourhood of ${id}`);
      return found;
    };
    return { desk, bombing, water, home };
  };

  it('merges two incidents: the older keeps its id, and the other leads to it', async () => {
    const { desk, bombing, water, home } = await told();
    const merged = mergeByHand(
      [home(water.id), home(bombing.id)],
      [water.id, bombing.id],
      '2026-08-11T00:00:00Z',
    );
    if (!merged) throw new Error('they are two');
    desk.write(merged);
    expect(merged.changes.map(({ kind, incident }) => [kind, incident.id, incident.aliases])).toEqual([
      ['merged', bombing.id, [water.id]],
    ]);
    expect(desk.incidents().map(({ reports }) => reports.length)).toEqual([3]);
    expect(desk.incidents()[0]?.timeline.at(-1)).toEqual({
      at: '2026-08-11T00:00:00Z',
      reason: 'merged',
      recordId: null,
      detail: water.id,
    });
    expect(mergeByHand([home(bombing.id), home(bombing.id)], [bombing.id, water.id], '')).toBe(null);
  });

  it('splits records off, and what comes later respects it', async () => {
    const { desk, bombing, home } = await told();
    const record = bombing.reports[1]?.recordId ?? '';
    const split = splitByHand(home(bombing.id), bombing.id, [record], '2026-08-11T00:00:00Z');
    if (!split) throw new Error('it has two records');
    desk.write(split);
    expect(split.changes.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['split', 'split'],
      ['created', 'split'],
    ]);
    await desk.tell(bomb('nahr-1', '2026-08-10T11:00:00Z', '2026-08-10', 5, 'سوق الخضار'));
    const bombings = desk.incidents().filter(({ type }) => type === 'bombing');
    expect(bombings.map(({ reports }) => reports.length).sort()).toEqual([1, 2]);
    expect(splitByHand(home(bombing.id), bombing.id, ['rec_other'], '')).toBe(null);
  });

  it('takes a split back by merging', async () => {
    const { desk, bombing, home } = await told();
    const record = bombing.reports[1]?.recordId ?? '';
    const split = splitByHand(home(bombing.id), bombing.id, [record], '2026-08-11T00:00:00Z');
    if (!split) throw new Error('it has two records');
    desk.write(split);
    const other = split.changes.find(({ kind }) => kind === 'created')?.incident.id ?? '';
    const merged = mergeByHand([home(bombing.id), home(other)], [bombing.id, other], '2026-08-12T00:00:00Z');
    expect(merged?.changes.map(({ kind, incident }) => [kind, incident.id])).toEqual([
      ['merged', bombing.id],
    ]);
  });
});
