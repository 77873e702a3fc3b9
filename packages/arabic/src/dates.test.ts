import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDates, tokenize } from './index.ts';
import { casesOf } from './test-cases.ts';

const cases = casesOf(readFileSync(new URL('../cases/dates.tsv', import.meta.url), 'utf8'));
const damascus = { publishedAt: '2025-12-03T09:00:00Z', timeZone: 'Asia/Damascus' };
const find = (text: string, reference: Parameters<typeof findDates>[2] = damascus) =>
  findDates(text, tokenize(text), reference);

describe('dates', () => {
  it('are tried on two hundred and fifty cases', () => expect(cases.length).toBeGreaterThanOrEqual(250));

  it.each(cases)('%s', (text, start, end, precision, form, more = '') => {
    const found = find(`قالت الوكالة ${text}، ثم عادت`);
    if (start === 'none') return expect(found).toEqual([]);
    expect(found).toHaveLength(1);
    const [mention] = found;
    const value = start === 'null' ? null : { start, end: end || null, precision };
    expect({ value: mention?.value, form: mention?.form }).toEqual({ value, form });
    const said = [
      mention?.future ? 'future' : '',
      mention?.dayPart ? `part=${mention.dayPart}` : '',
      mention?.third ? `third=${mention.third}` : '',
      mention?.clock ? `clock=${mention.clock}` : '',
    ];
    expect(said.filter(Boolean).join(' ')).toBe(more);
  });

  it('go by the day it is in the zone of the outlet', () => {
    const late = '2025-12-02T22:30:00Z';
    expect(find('اليوم', { publishedAt: late, timeZone: 'Asia/Damascus' })[0]?.value?.start).toBe(
      '2025-12-03',
    );
    expect(find('اليوم', { publishedAt: late, timeZone: 'Africa/Casablanca' })[0]?.value?.start).toBe(
      '2025-12-02',
    );
  });

  it('lie ahead of any verb in the future, not of nouns that begin like one', () => {
    const day = (text: string) => find(text)[0]?.value?.start; // published on a Wednesday
    expect(day('سيخضع المتهم لاستجواب يوم الاثنين')).toBe('2025-12-08');
    expect(day('ستفرض السلطات إغلاقا مساء الأحد')).toBe('2025-12-07');
    expect(day('سيطرت القوات على المدينة يوم الاثنين')).toBe('2025-12-01');
    expect(day('انفجرت سيارة مفخخة يوم الاثنين')).toBe('2025-12-01');
  });

  it('take a publication time without an offset as local', () => {
    const local = { publishedAt: '2025-12-02T22:30:00', timeZone: 'Asia/Damascus' };
    expect(find('اليوم', local)[0]?.value?.start).toBe('2025-12-02');
  });

  it('stay open without a publication date, unless the text has the year', () => {
    const unknown = { publishedAt: null, timeZone: 'UTC' };
    expect(find('أمس', unknown)[0]?.value).toBe(null);
    expect(find('15 آذار', unknown)[0]?.value).toBe(null);
    expect(find('اليوم الأربعاء 3 أيار 2023', unknown)[0]?.value?.start).toBe('2023-05-03');
  });

  it('say whether the text alone gave the value', () => {
    expect(find('3 أيار 2023')[0]?.basis).toBe('text');
    expect(find('3 أيار')[0]?.basis).toBe('publication');
  });

  it('carry "the same day" and "the next day" on from the day before', () => {
    expect(
      find('في 18 نوفمبر قصفت، وفي اليوم نفسه قتلت، وفي اليوم التالي عادت').map(({ value }) => value?.start),
    ).toEqual(['2025-11-18', '2025-11-18', '2025-11-19']);
  });

  it('cut their words out of the text', () => {
    expect(find('وقع القصف يوم الخميس الماضي، وأمس').map(({ text }) => text)).toEqual([
      'يوم الخميس الماضي',
      'أمس',
    ]);
  });
});
