import { describe, expect, it } from 'vitest';
import { type ActorEntry, actorEntries, findParties, mergeActors, parseActors } from './index.ts';

const canons = (text: string, context = {}) =>
  findParties(text, undefined, context).map(({ canon }) => canon);
const inLife = ({ validFrom, validTo }: ActorEntry) => (validFrom ?? validTo) && `${validFrom ?? validTo}-01`;

describe('the registry', () => {
  it('is sorted, unique and large enough', () => {
    const ids = actorEntries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(1_000);
  });
  it('gives every name to one entry', () => {
    const names = actorEntries.flatMap(({ name, variants }) => [...new Set([name.ar, ...variants])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  it('knows the parent of every entry that has one', () => {
    const ids = new Set(actorEntries.map(({ id }) => id));
    expect(actorEntries.filter(({ parent }) => parent !== null && !ids.has(parent))).toEqual([]);
  });
  it.each(actorEntries.map((entry) => [entry.id, entry] as const))('%s is whole and found', (_, entry) => {
    expect(entry.sector).toMatch(/^[A-Z]{3}$/u);
    expect(entry.inter).toBeGreaterThan(0);
    expect(entry.country === null || /^[A-Z]{2}$/u.test(entry.country)).toBe(true);
    expect(entry.name.ar.normalize('NFC')).toBe(entry.name.ar);
    const at = inLife(entry);
    for (const name of [entry.name.ar, ...entry.variants])
      expect(canons(`في ${name}`, at ? { at } : {}), name).toContain(entry.id);
  });
});

describe('names by time and place', () => {
  it.each([
    ['ضبط الأمن العام شحنة أسلحة في إدلب شمالي سوريا', '2023-05-01', 'hts_general_security'],
    ['ضبط الأمن العام شحنة أسلحة في إدلب شمالي سوريا', '2025-05-01', 'syr_gov_internal_security'],
    ['اعتقلت قوى الأمن الداخلي ثلاثة في الحسكة بسوريا', '2022-05-01', 'asayish'],
    ['اعتقلت قوى الأمن الداخلي ثلاثة في حمص بسوريا', '2025-05-01', 'syr_gov_internal_security'],
    ['انتشر الجيش الوطني في عفرين بسوريا', '2022-05-01', 'sna'],
    ['تقدم الجيش الوطني نحو مأرب في اليمن', '2021-05-01', 'yem_gov_ira'],
    ['قصف طيران التحالف مواقع في صعدة باليمن', '2016-05-01', 'sau_coal'],
    ['قصف طيران التحالف مواقع في الرقة بسوريا', '2016-05-01', 'us_coalition'],
    ['أحيل إلى الأمن العام في لبنان', '2016-05-01', 'lb_general_security'],
  ])('%s (%s) is %s', (text, at, canon) => {
    expect(canons(text, { at })).toContain(canon);
  });
  it('drops an entry outside its time', () => {
    expect(canons('بشار الأسد', { at: '2025-06-01' })).not.toContain('bashar_al_assad');
    expect(canons('بشار الأسد', { at: '2015-06-01' })).toEqual(['bashar_al_assad']);
  });
});

describe('a registry of your own', () => {
  const line =
    '{"id":"lajnat_nahr","name":{"ar":"لجنة حماة النهر"},"variants":["حماة النهر"],"sector":"NGO","country":"IQ"}';
  it('adds parties to the shipped ones', () => {
    const find = mergeActors(parseActors(line).entries);
    const [own, shipped] = find('اجتمع حماة النهر مع الأمم المتحدة');
    expect([own?.canon, own?.sector, own?.country, shipped?.canon]).toEqual([
      'lajnat_nahr',
      'NGO',
      'IQ',
      'un',
    ]);
    expect(canons('اجتمع حماة النهر')).toEqual([]);
  });
  it('replaces a shipped party of the same id', () => {
    const find = mergeActors(parseActors('{"id":"hamas","name":{"ar":"حركة حماس"},"sector":"PTY"}').entries);
    expect(find('حركة حماس')[0]?.sector).toBe('PTY');
  });
  it('reports lines that are no entry and keeps the others', () => {
    const { entries, problems } = parseActors(
      `${line}\n\n{"id":"X"}\nnot json\n[]\n{"id":"a","name":{"ar":"ا"},"sector":"x"}`,
    );
    expect(entries.map(({ id }) => id)).toEqual(['lajnat_nahr']);
    expect(problems.map(({ line: number }) => number)).toEqual([3, 4, 5, 6]);
  });
});
