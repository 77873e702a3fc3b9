import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, lookupKey, tokenize } from './index.ts';
import { hashWord } from './word-hash.ts';

const arabicText = fc.string({
  unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئـَُِّ ٣7.،؟\n"('),
  maxLength: 200,
});

describe('canonical form', () => {
  it.each([
    ['قُتِلَ', 'قتل'],
    ['قـ ـتل', 'قتل'],
    ['قـ.ـتل', 'قتل'],
    ['ا ل م د ن ي ي ن هنا', 'المدنيين هنا'],
    ['قتل ا.ل.م.د.ن.ي.ي.ن', 'قتل المدنيين'],
    ['\u{1f534} ا ل م د ن ي ي ن', '\u{1f534} المدنيين'],
    ['استهد*اف', 'استهداف'],
    ['د. أ. م. ص', 'د. أ. م. ص'],
    ['أ.ف.ب', 'أ.ف.ب'],
    ['ا ب ت', 'ا ب ت'],
    ['3 * 4', '3 * 4'],
    ['\ufdfa', 'صلى الله عليه وسلم'],
    ['سطر\u2028آخر', 'سطر\nآخر'],
    ['٣٫٥ و۱۲', '3.5 و12'],
    ['کردستان', 'كردستان'],
    ['ﷲ ﻻ', 'الله لا'],
    ['ا\u0654مر', '\u0623مر'],
  ])('%s becomes %s', (text, wanted) => expect(canonical(text).text).toBe(wanted));

  it('is the same when it is made twice', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        expect(canonical(canonical(text).text).text).toBe(canonical(text).text);
      }),
    );
  });

  it('keeps a way back that only goes forward', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        const { map, text: form } = canonical(text);
        expect(map).toHaveLength(form.length + 1);
        for (let at = 1; at < map.length; at++) expect(map[at]).toBeGreaterThanOrEqual(map[at - 1] ?? 0);
      }),
    );
  });

  it('folds hamza, alef, yeh and teh marbuta in lookup keys', () => {
    expect(lookupKey('حماة')).toBe(lookupKey('حماه'));
    expect(lookupKey('إدلب')).toBe(lookupKey('ادلب'));
  });
});

describe('tokens', () => {
  it('cut their own text out of the original, in order', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        let before = 0;
        for (const { start, end, text: own } of tokenize(text)) {
          expect(text.slice(start, end)).toBe(own);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
    );
  });

  it('keep the two halves of an emoji together', () => {
    expect(tokenize('\u{1f534}عاجل').map(({ text }) => text)).toEqual(['\u{1f534}', 'عاجل']);
  });

  it('tell words of one hash apart', () => {
    const words = ['جفرعن', 'بعغيسد'];
    expect(hashWord(words[0] ?? '')).toBe(hashWord(words[1] ?? ''));
    expect(tokenize([...words, ...words].join(' ')).map(({ word }) => word)).toEqual([...words, ...words]);
  });

  it('read more words than are kept, and the first ones again', () => {
    const words = Array.from({ length: 70_000 }, (_, at) => `${at}`);
    const read = () => tokenize(words.join(' ')).map(({ word }) => word);
    expect(read()).toEqual(words);
    expect(read()).toEqual(words);
  });

  it('keep their own text where the canonical form is another', () => {
    const [marked, plain] = tokenize('قُتِل قتل');
    expect([marked?.text, plain?.text]).toEqual(['قُتِل', 'قتل']);
    expect(marked?.word).toBe(plain?.word);
  });

  it('read a hundred thousand letters in a row without trouble', () => {
    expect(tokenize('ا ل م '.repeat(50_000)).length).toBeGreaterThan(0);
  });
});

describe('offsets', () => {
  const dodged = fc.string({
    unit: fc.constantFrom(
      ...'\u0627\u0644\u0645\u062f\u0646\u064a\u0640\u0640 .*\u064e\ufefb\ufdfa\u06a9\u0665\n',
    ),
    maxLength: 80,
  });

  it('lead from every canonical letter to the letter it came from', () => {
    fc.assert(
      fc.property(dodged, (text) => {
        const { text: form, map } = canonical(text);
        for (let at = 0; at < form.length; at++) {
          const from = text[map[at] ?? 0] ?? '';
          expect(canonical(from).text.includes(form[at] ?? '') || from === '*').toBe(true);
        }
      }),
    );
  });

  it('are the same however the hidden word was hidden', () => {
    fc.assert(
      fc.property(dodged, (text) => {
        const once = canonical(text).text;
        expect(canonical(once).text).toBe(once);
      }),
    );
  });
});
