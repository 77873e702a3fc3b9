import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, compilePhrases, findDates, findNumbers, splitSentences, tokenize } from './index.ts';

const matcher = compilePhrases([{ phrase: 'ا ا ا', value: 1 }], { proclitics: true });
const reference = { publishedAt: '2025-12-03T09:00:00Z', timeZone: 'UTC' };

/** Everything that reads a text; a step that looks back or ahead without bound would not come to its end. */
function readAll(text: string) {
  const tokens = tokenize(text);
  return {
    tokens,
    numbers: findNumbers(text, tokens),
    dates: findDates(text, tokens, reference),
    sentences: splitSentences(text, tokens),
    phrases: matcher.find(tokens),
  };
}

describe('a text that repeats one thing fifty thousand times', () => {
  it.each(
    [
      ...[
        'ا ',
        'ـ.',
        'ا.',
        '*ا',
        '" ',
        '1,',
        'و ',
        '\u0654',
        '(1) ',
        '. . ',
        '!',
        '«',
        '3 و',
        '000 ',
        'مليون ',
      ],
      ...[
        '1 مارس الموافق ',
        '1-',
        '1/',
        'منذ ',
        'خمسة وعشرون و',
        'فجر ',
        'ليلة الاثنين ',
        'بين 3 و',
        'شهر ',
        'ألف و',
      ],
      ...['\ufdfa', 'وبال', 'الساعة ', 'قبل أكثر من ', 'نوفمبر/', 'أحد '],
    ].map((unit) => [unit]),
  )('%j is read to its end', (unit) => {
    const { tokens, sentences } = readAll(unit.repeat(50_000));
    expect(sentences.length).toBeLessThanOrEqual(tokens.length);
  });
});

describe('spans', () => {
  const news = fc
    .array(
      fc.constantFrom(
        ...'قتل ثلاثة مدنيين وأصيب 12 آخرون في قصف يوم الخميس الماضي ، . : " « » ( ) 3,500 ألف و بين إلى - / الموافق 5 رجب 1446 آذار منذ فجر عدة نحو على الأقل ؟ \n \u0640 \u064e \ufdfa \u{1f534} ا.ل.م.د.ن'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(' '));

  it('cut their own text out of the original and stay in order', () => {
    fc.assert(
      fc.property(news, (text) => {
        const { tokens, numbers, dates, sentences } = readAll(text);
        for (const { start, end, text: own } of [...tokens, ...numbers, ...dates])
          expect(text.slice(start, end)).toBe(own);
        for (const list of [tokens, numbers, dates, sentences])
          for (let at = 1; at < list.length; at++)
            expect(list[at]?.start).toBeGreaterThanOrEqual(list[at - 1]?.start ?? 0);
      }),
    );
  });

  it('lie within one sentence with all its clauses', () => {
    fc.assert(
      fc.property(news, (text) => {
        for (const { start, end, clauses } of readAll(text).sentences) {
          expect(clauses[0]?.start).toBe(start);
          expect(clauses.at(-1)?.end).toBe(end);
        }
      }),
    );
  });

  it('bound what they count', () => {
    fc.assert(
      fc.property(news, (text) => {
        for (const { min, max } of readAll(text).numbers) {
          expect(min ?? max).not.toBe(null);
          if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});

describe('analysis', () => {
  it('spells the word again from its parts', () => {
    const stem = fc.constantFrom('قصف', 'لجنة', 'يشن', 'بيت');
    const parts = fc.tuple(fc.constantFrom('', 'و', 'ف'), fc.constantFrom('', 'ب', 'ك'), stem);
    fc.assert(
      fc.property(parts, ([conjunction, preposition, form]) => {
        const found = analyse(conjunction + preposition + form, new Set<string>([form]));
        expect(found).toContainEqual(expect.objectContaining({ form, conjunction, preposition }));
      }),
    );
  });
});
