import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases, tokenize } from './index.ts';

const phrases = ['القوات الخاصة', 'قوات', 'حماة', 'ريف حماة الشمالي', 'ريف حماة', 'وفد', 'بلدة', 'ال'];
const matcher = compilePhrases(
  phrases.map((phrase) => ({ phrase, value: phrase })),
  { proclitics: true },
);
const find = (text: string) => matcher.find(tokenize(text)).map(({ value }) => value);

describe('phrases', () => {
  it.each([
    ['وصلت للقوات الخاصة', ['القوات الخاصة']],
    ['وللقوات الخاصة', ['القوات الخاصة']],
    ['وبالقوات الخاصة', ['القوات الخاصة']],
    ['في حماه وبحماة', ['حماة', 'حماة']],
    ['بريف حماة الشمالي', ['ريف حماة الشمالي']],
    ['بريف حماة الغربي', ['ريف حماة']],
    ['وفد وبوفد', ['وفد', 'وفد']],
    ['القوات وحدها', ['قوات']],
    ['الحماة', ['حماة']],
    ['حماتي', []],
    ['', []],
  ])('%s', (text, wanted) => expect(find(text)).toEqual(wanted));

  it('keep hamzas and final letters apart with the light fold', () => {
    const light = compilePhrases([{ phrase: 'علي', value: 1 }], { fold: 'light' });
    expect(light.find(tokenize('على')).length).toBe(0);
    expect(light.findInText('علي').length).toBe(1);
  });

  it('find every match at every place', () => {
    expect(matcher.findAll(tokenize('ريف حماة')).map(({ value }) => value)).toEqual(['ريف حماة', 'حماة']);
  });

  it('leave the particle out of their place in the text', () => {
    const text = 'وصلت بِريف حماة';
    expect(matcher.findInText(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ريف حماة']);
  });

  it('stay within the tokens that are asked for', () => {
    const tokens = tokenize('حماة وريف حماة الشمالي');
    expect(matcher.find(tokens, 1, 3)).toMatchObject([{ value: 'ريف حماة', from: 1, to: 3 }]);
  });

  it('are the same from the raw text as from its tokens', () => {
    const words = [
      ...phrases.flatMap((phrase) => phrase.split(' ')),
      'و',
      'بـ',
      'لل',
      'ل',
      '، ',
      '12',
      'الوفد',
      'للبلدة',
    ];
    const text = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '', '\u064e', '\n')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.flat().join('');
        const short = ({ value, from, to, end, proclitic }: ReturnType<typeof matcher.find>[number]) => ({
          ...{ value, from, to, end, proclitic },
        });
        expect(matcher.findInText(given).map(short)).toEqual(matcher.find(tokenize(given)).map(short));
      }),
    );
  });

  it('take twenty thousand phrases and tell words of one hash apart', () => {
    const many = compilePhrases(
      Array.from({ length: 20_000 }, (_, at) => ({ phrase: `كلمة${at.toString(36)} ثانية`, value: at })),
    );
    expect(many.findInText('قبل كلمةabc ثانية بعد').map(({ value }) => value)).toEqual([
      Number.parseInt('abc', 36),
    ]);
  });
});
