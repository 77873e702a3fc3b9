import { tokenize } from '@rasid/arabic';
import { describe, expect, it } from 'vitest';
import { actorEntries, findActors } from './index.ts';

const find = (text: string, at?: string) =>
  findActors(text, tokenize(text), at ? { at } : {}).map(({ text: name, canon }) => [name, canon]);

describe('findActors', () => {
  it('finds registered actors behind proclitics and quotation marks', () => {
    expect(find('اشتباكات بين “قسد” وقوات النظام')).toEqual([
      ['قسد', 'sdf'],
      ['قوات النظام', 'syr_gov_army'],
    ]);
  });
  it('reads a force noun with a nationality', () => {
    expect(find('قال الجيش الكويتي')).toEqual([['الجيش الكويتي', 'kw_army']]);
  });
  it('takes partisan names for the same actor', () => {
    expect(find('ميليشيا الحوثي')[0]?.[1]).toBe(find('أنصار الله')[0]?.[1]);
  });
  it('drops a reading outside its time', () => {
    expect(find('بشار الأسد', '2025-06-01')).toEqual([]);
    expect(find('بشار الأسد', '2015-06-01')).toHaveLength(1);
  });
  it('cuts every span out of the text', () => {
    const text = 'وقصفت طائرات حربية روسية مواقع لتنظيم داعش في دير الزور';
    for (const each of findActors(text, tokenize(text)))
      expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('the registry', () => {
  it('is sorted, unique and large enough', () => {
    const ids = actorEntries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(250);
  });
  it.each(actorEntries.map((entry) => [entry.id, entry] as const))(
    '%s is whole and found by its name',
    (_, entry) => {
      expect(entry.sector).toMatch(/^[A-Z]{3}$/);
      expect(entry.inter).toBeGreaterThan(0);
      expect(entry.country === null || /^[A-Z]{2}$/.test(entry.country)).toBe(true);
      expect(findActors(entry.name.ar, tokenize(entry.name.ar)).map(({ canon }) => canon)).toContain(
        entry.id,
      );
    },
  );
});
