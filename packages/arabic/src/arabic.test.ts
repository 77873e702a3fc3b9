import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  compilePhrases,
  detectLanguage,
  findDates,
  findNumbers,
  lookupKey,
  parseDateTime,
  splitSentences,
  tokenize,
} from './index.ts';

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

  it('read a hundred thousand letters in a row without trouble', () => {
    expect(tokenize('ا ل م '.repeat(50_000)).length).toBeGreaterThan(0);
  });
});

describe('sentences', () => {
  it('end at points and lines, not after a title', () => {
    const text = 'قال د. أحمد إنه غادر. ثم عاد\nوانتهى الأمر';
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'قال د. أحمد إنه غادر.',
      'ثم عاد',
      'وانتهى الأمر',
    ]);
  });
});

describe('phrases', () => {
  const matcher = compilePhrases(
    [
      { phrase: 'القوات الخاصة', value: 1 },
      { phrase: 'حماة', value: 2 },
    ],
    { proclitics: true },
  );
  it.each([
    ['وصلت للقوات الخاصة', [1]],
    ['في حماه وبحماة', [2, 2]],
    ['القوات وحدها', []],
  ])('%s', (text, wanted) => expect(matcher.find(tokenize(text)).map(({ value }) => value)).toEqual(wanted));
});

describe('numbers', () => {
  it.each([
    ['ثلاثة عناصر', 3, 3, 'exact'],
    ['15 قتيلاً', 15, 15, 'exact'],
    ['١٢ جريحاً', 12, 12, 'exact'],
    ['خمسة وعشرون شخصاً', 25, 25, 'exact'],
    ['ثلاثة عشر مدنياً', 13, 13, 'exact'],
    ['مئة وعشرون قتيلا', 120, 120, 'exact'],
    ['3 آلاف و500 نازح', 3500, 3500, 'exact'],
    ['قتيلان', 2, 2, 'exact'],
    ['طفلتين', 2, 2, 'exact'],
    ['أكثر من 20 قتيلاً', 21, null, 'at_least'],
    ['ما لا يقل عن عشرة أشخاص', 10, null, 'at_least'],
    ['أقل من 20 شخصا', null, 19, 'at_most'],
    ['نحو 40 عائلة', 40, 40, 'approx'],
    ['عدد من الجرحى', 2, null, 'vague'],
    ['عشرات القتلى', 20, 99, 'vague'],
    ['بضعة أشخاص', 3, 9, 'vague'],
    ['1,200 شخص', 1200, 1200, 'exact'],
    ['ألفان نازح', 2000, 2000, 'exact'],
  ])('%s', (text, min, max, qualifier) => {
    expect(findNumbers(text, tokenize(text))[0]).toMatchObject({ min, max, qualifier });
  });

  it('names what counts nothing', () => {
    for (const text of ['طفل عمره 12 عاماً', 'المادة 14', 'مسافة 3 كيلومترات', '500 دولار']) {
      expect(findNumbers(text, tokenize(text)).find(({ kind }) => kind === 'digits')?.trap).toBeTypeOf(
        'string',
      );
    }
  });
});

describe('dates', () => {
  const reference = { publishedAt: '2025-12-03T09:00:00Z', timeZone: 'Asia/Damascus' }; // a Wednesday
  it.each([
    ['أمس', '2025-12-02', 'day'],
    ['أول من أمس', '2025-12-01', 'day'],
    ['الثلاثاء', '2025-12-02', 'day'],
    ['الأربعاء الماضي', '2025-11-26', 'day'],
    ['يوم الخميس المقبل', '2025-12-04', 'day'],
    ['3 كانون الأول 2024', '2024-12-03', 'day'],
    ['15 نوفمبر', '2025-11-15', 'day'],
    ['في مارس 2019', '2019-03', 'month'],
    ['14/11/2025', '2025-11-14', 'day'],
    ['عام 2014', '2014', 'year'],
    ['الأسبوع الماضي', '2025-11-24', 'week'],
    ['الشهر الماضي', '2025-11', 'month'],
    ['1 رجب 1446', '2025-01-01', 'day'],
  ])('%s', (text, start, precision) => {
    expect(findDates(text, tokenize(text), reference)[0]?.value).toMatchObject({ start, precision });
  });

  it('does not read the name of a newspaper or of a day that stands for an event', () => {
    expect(findDates('صحيفة تشرين', tokenize('صحيفة تشرين'), reference)).toEqual([]);
    expect(findDates('منذ 7 أكتوبر', tokenize('منذ 7 أكتوبر'), reference)[0]?.value).toBe(null);
  });

  it.each([
    ['Tue, 02 Dec 2025 10:05:00 +0300', '2025-12-02T10:05:00+03:00', 'stated'],
    ['2025-12-02T10:05:00Z', '2025-12-02T10:05:00Z', 'stated'],
    ['02/12/2025 10:05', '2025-12-02T10:05:00+03:00', 'assumed'],
    ['الثلاثاء ٢ كانون الأول ٢٠٢٥ - ١٠:٠٥ م', '2025-12-02T22:05:00+03:00', 'assumed'],
    ['2 ديسمبر 2025', '2025-12-02T00:00:00+03:00', 'assumed'],
    ['December 2, 2025 4:30 pm', '2025-12-02T16:30:00+03:00', 'assumed'],
    ['Tue, 2 Dec 25 10:05:00 GMT', '2025-12-02T10:05:00Z', 'stated'],
  ])('a feed or page date: %s', (text, iso, zone) => {
    expect(parseDateTime(text, { timeZone: 'Asia/Damascus' })).toMatchObject({ iso, zone });
  });

  it('answers null for what is no date', () => {
    for (const text of ['', 'اليوم', 'soon', '99/99/2025'])
      expect(parseDateTime(text, { timeZone: 'UTC' })).toBe(null);
  });
});

describe('language', () => {
  it.each([
    ['نفذت قوى الأمن الداخلي عملية في مدينة صوران بريف حماة', 'ar'],
    ['نیروهای امنیتی در شهر حماه عملیات گسترده‌ای انجام دادند', 'fa'],
    ['سیکیورٹی فورسز نے شہر میں بڑا آپریشن کیا ہے', 'ur'],
    ['هێزە ئەمنییەکان ئۆپەراسیۆنێکیان ئەنجام دا لە شارەکە', 'ckb'],
    ['The security forces carried out an operation', 'other'],
  ])('%s', (text, language) => expect(detectLanguage(text).language).toBe(language));
});
