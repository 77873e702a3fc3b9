import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNumbers, tokenize } from './index.ts';
import { casesOf } from './test-cases.ts';

const cases = casesOf(readFileSync(new URL('../cases/numbers.tsv', import.meta.url), 'utf8'));
const find = (text: string) => findNumbers(text, tokenize(text));
const bound = (text = '') => (text === 'null' ? null : Number(text));

describe('numbers', () => {
  it('are tried on three hundred cases', () => expect(cases.length).toBeGreaterThanOrEqual(300));

  it.each(cases)('%s', (text, min, max, qualifier, note) => {
    const found = find(`قالت ${text} وقالت`).filter(
      ({ trap }) => trap !== 'ordinal' || note === 'trap:ordinal',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ min: bound(min), max: bound(max), qualifier });
    if (note?.startsWith('trap:')) expect(found[0]?.trap).toBe(note.slice('trap:'.length));
    else {
      expect(found[0]?.trap).toBeUndefined();
      expect(found[0]?.noun?.lemma).toBe(note || undefined);
    }
  });

  it('leave out the particles written onto the first word', () => {
    expect(find('قتل وثلاثة جنود').map(({ text }) => text)).toEqual(['ثلاثة جنود']);
  });

  it.each(['الدفاع المدني', 'هجوم إرهابي', 'مؤتمر صحفي'])('take "%s" for no person', (text) =>
    expect(find(text)).toEqual([]),
  );

  it('are none where no counter has so many digits', () => {
    for (const digits of ['9'.repeat(400), `${'9'.repeat(400)},000`, '123 '.repeat(400), '9'.repeat(16)])
      for (const { min, max } of find(`قتل ${digits} شخصا`))
        for (const value of [min, max]) expect(value ?? 0).toBeLessThan(1e15);
  });

  it('tell the mark of a list from a number', () => {
    expect(find('عاد\n2 - تعيين وزير').map(({ trap }) => trap)).toEqual(['list']);
  });

  it('count what is written onto a word that lost its blank, not what belongs to a name', () => {
    expect(find('أسفر عن وفاة12 شابا').at(-1)).toMatchObject({ min: 12 });
    expect(find('أسفر عن إصابة12 في الحادث').at(-1)?.trap).toBeUndefined();
    expect(find('وصلت كوفيد19 إلى البلاد').at(-1)?.trap).toBe('name');
  });

  it('take the year behind a month joined by "and" for a date', () => {
    expect(find('بين ديسمبر 2018 ويناير 2019 في البلاد').map(({ trap }) => trap)).toEqual(['date', 'date']);
  });

  it('say when one number is of several kinds', () => {
    expect(find('سقوط 20 بين قتيل وجريح')[0]).toMatchObject({ min: 20, isMixed: true, noun: null });
  });

  it.each([
    'عثر عليه ميتا',
    'أحد وجهاء العشائر',
    'إحدى القرى',
    'يوم الاثنين',
    'مدنيين',
    'المصابين',
    'حركة طالبان',
    'البعض',
  ])('"%s" holds no number of its own', (text) =>
    expect(find(text).filter(({ kind }) => kind !== 'singular')).toEqual([]),
  );
});
