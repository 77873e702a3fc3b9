import { describe, expect, it } from 'vitest';
import { createDesk, flood, type Told } from './test-articles.ts';

describe('a wire text that arrives after its copies', () => {
  const at = (hour: number) => `2026-08-10T${String(hour).padStart(2, '0')}:00:00Z`;
  const copy = (id: string, hour: number, more: Partial<Told> = {}) =>
    flood(id, at(hour), 122, { story: 'wire', ...more });

  it('is the one voice of all of them from then on, and subscribers hear it', async () => {
    const desk = createDesk();
    await desk.tell(copy('rafid-1', 11), copy('barq-1', 10));
    expect(desk.incidents()[0]?.origins).toEqual(['barq']);
    const heard = await desk.tell(copy('naba-1', 9));
    expect(heard.map(({ kind, reason, changed }) => [kind, reason, changed])).toEqual([
      ['updated', 'origin-corrected', ['origins']],
    ]);
    const [incident] = desk.incidents();
    expect(incident?.origins).toEqual(['naba']);
    expect(incident?.reports.map(({ outletId, originId }) => [outletId, originId])).toEqual([
      ['naba', 'naba'],
      ['barq', 'naba'],
      ['rafid', 'naba'],
    ]);
    expect(incident?.counts.killed?.claims.map(({ originId }) => originId)).toEqual(['naba', 'naba', 'naba']);
  });

  it('takes agreement back where two of the voices were its copies', async () => {
    const desk = createDesk();
    await desk.tell(copy('rafid-1', 11), flood('sada-1', at(12), 122), copy('naba-2', 8, { story: 'other' }));
    expect(desk.incidents()[0]?.origins).toEqual(['naba', 'rafid', 'sada']);
    const heard = await desk.tell(copy('naba-1', 9));
    expect(heard.map(({ reason }) => reason)).toEqual(['origin-corrected']);
    expect(desk.incidents()[0]?.origins).toEqual(['naba', 'sada']);
  });

  it('speaks for its copies when it names its agency, whoever printed it first', async () => {
    const desk = createDesk();
    await desk.tell(copy('rafid-1', 8), copy('barq-1', 10, { origin: 'naba', basis: 'dateline' }));
    expect(desk.incidents()[0]?.origins).toEqual(['naba']);
  });

  it('is no news when a copy of a known text arrives', async () => {
    const desk = createDesk();
    await desk.tell(copy('naba-1', 9));
    expect(await desk.tell(copy('rafid-1', 11, { origin: 'naba', basis: 'text-copy' }))).toEqual([]);
  });
});
