import { describe, expect, it } from 'vitest';
import { analyse, inflectNoun } from './index.ts';

const textsOf = (...citation: Parameters<typeof inflectNoun>) =>
  new Set(inflectNoun(...citation).map(({ text }) => text));

describe('noun forms', () => {
  it.each([
    ['قتيل', ['قتلى'], ['قتيلا', 'قتيلان', 'قتيلين', 'قتيلي', 'قتلى']],
    ['غارة', ['ات'], ['غارتان', 'غارتين', 'غارتا', 'غارتي', 'غارات']],
    ['مسلح', ['ون'], ['مسلحون', 'مسلحين', 'مسلحو', 'مسلحي', 'مسلحان']],
    ['مدني', ['مدنيون'], ['مدنيون', 'مدنيين', 'مدنيو', 'مدنيا', 'مدنيان']],
    ['محامي', ['محامون'], ['محامون', 'محامين', 'محاميان', 'محامو']],
    ['مستشفى', ['مستشفيات'], ['مستشفيان', 'مستشفيين', 'مستشفيات']],
    ['لقاء', ['ات'], ['لقاءان', 'لقاءين', 'لقاءات']],
    ['مبدأ', ['مبادئ'], ['مبدآن', 'مبدأين', 'مبادئ']],
    ['طفل', ['أطفال'], ['طفلا', 'أطفال', 'أطفالا']],
    ['عنصر', ['عناصر'], ['عنصرين', 'عناصر']],
  ])('%s', (singular, plural, wanted) => {
    const all = textsOf({ singular, plural });
    expect(wanted.filter((form) => !all.has(form))).toEqual([]);
  });

  it('are made only as far as the plural is given', () => {
    expect([...textsOf({ singular: 'صاروخ' })].some((form) => form.endsWith('ون'))).toBe(false);
    expect(textsOf({ singular: 'عنصر', plural: ['عناصر'] }).has('عناصرا')).toBe(false);
    expect(textsOf({ singular: 'غارة' }).has('غارةا')).toBe(false);
  });

  it('tell duals and plurals apart where the letters do', () => {
    const forms = inflectNoun({ singular: 'جندي', plural: ['جنود'] });
    expect(forms.find(({ text }) => text === 'جنديين')?.number).toBe('dual');
    const civilians = inflectNoun({ singular: 'مدني', plural: ['ون'] });
    expect(civilians.filter(({ text }) => text === 'مدنيين').map(({ number }) => number)).toEqual([
      'dual',
      'plural',
    ]);
  });
});

describe('analysis', () => {
  const known = new Set([
    'قوات',
    'لجنة',
    'قصف',
    'غارة',
    'اختطفوا',
    'يشن',
    'نفى',
    'وفد',
    'ولاية',
    'أصدقاء',
    'فد',
    'بيت',
    'قتل',
  ]);
  it.each([
    ['وللقوات', 'قوات', { conjunction: 'و', preposition: 'ل', article: true }],
    ['بالقصف', 'قصف', { preposition: 'ب', article: true }],
    ['بقصفه', 'قصف', { preposition: 'ب', pronoun: 'ه' }],
    ['غارته', 'غارة', { pronoun: 'ه' }],
    ['واختطفوهم', 'اختطفوا', { conjunction: 'و', pronoun: 'هم' }],
    ['وسيشن', 'يشن', { conjunction: 'و', future: true }],
    ['نفاها', 'نفى', { pronoun: 'ها' }],
    ['أصدقاؤه', 'أصدقاء', { pronoun: 'ه' }],
    ['قتلني', 'قتل', { pronoun: 'ني' }],
  ])('%s holds %s', (word, form, clitics) =>
    expect(analyse(word, known)[0]).toMatchObject({ form, ...clitics }),
  );

  it('finds the article behind two lams', () => {
    expect(analyse('للجنة', known)).toContainEqual(
      expect.objectContaining({ form: 'لجنة', preposition: 'ل', article: true }),
    );
  });

  it('prefers the whole word and never leaves what is unknown', () => {
    expect(analyse('وفد', known).map(({ form }) => form)).toEqual(['وفد', 'فد']);
    expect(analyse('وزير', known)).toEqual([]);
    expect(analyse('القصفه', known)).toEqual([]);
  });
});
