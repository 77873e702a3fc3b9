import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencies, families, voiceName } from './data.ts';
import { findOrigin } from './origin.ts';
import { fingerprint, keysOf, packedSimilarity, packSamples, packSignature } from './signature.ts';
import { findCopied } from './verdict.ts';

const words = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `كلمة${(from + at).toString().replace(/\d/g, (digit) => 'ابتثجحخدذر'.charAt(Number(digit)))}`,
  ).join(' ');
const known = (articleId: string, text: string) => {
  const print = fingerprint(text);
  return {
    articleId,
    storyId: `sty_${articleId}`,
    exact: print.exact,
    signature: packSignature(print.signature),
    shingles: print.shingles,
    samples: packSamples(print.samples),
  };
};
const copyOf = (text: string, ...others: string[]) =>
  findCopied(
    known('own', text),
    others.map((other, at) => known(`${at}`, other)),
  );

describe('a fingerprint', () => {
  it('is the same whatever marks, spacing and letter forms the text has', () => {
    const plain = fingerprint('مقتل ثلاثة أشخاص في قصف على المدينة');
    expect(fingerprint('مقتــل  ثلاثةُ أشخاص، في قصفٍ على المدينة!').exact).toBe(plain.exact);
  });

  it('estimates the Jaccard similarity of two texts within a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 280 }), (shared) => {
        const [a, b] = [
          fingerprint(words(0, 300)),
          fingerprint(`${words(0, shared)} ${words(1000, 1300 - shared)}`),
        ];
        const jaccard = (shared - 2) / (2 * 298 - (shared - 2));
        const estimate = packedSimilarity(packSignature(a.signature), packSignature(b.signature));
        expect(Math.abs(estimate - jaccard)).toBeLessThan(0.14); // three standard errors of 128 slots
      }),
    );
  });

  it('shares a key with any text that is like it by eight parts of ten', () => {
    const missed = Array.from({ length: 200 }, (_, at) => {
      const from = at * 400;
      const [a, b] = [
        words(from, from + 200),
        `${words(from, from + 182)} ${words(from + 90_000, from + 90_018)}`,
      ];
      const keys = new Set(keysOf(fingerprint(a)));
      return keysOf(fingerprint(b)).some((key) => keys.has(key)) ? 0 : 1;
    }).reduce((sum: number, one) => sum + one, 0);
    expect(missed).toBeLessThanOrEqual(2);
  });
});

describe('a copy', () => {
  it('is the same text, and one with a few words changed', () => {
    expect(copyOf(words(0, 100), words(0, 100))?.similarity).toBe(1);
    expect(copyOf(`${words(0, 95)} خمس كلمات غير هذه هنا`, words(0, 100))?.of.articleId).toBe('0');
  });

  it('is a wire text cut to its beginning or padded with words of its own', () => {
    const [wire, cut] = [words(0, 400), words(0, 120)];
    expect(copyOf(cut, wire)).not.toBe(null);
    expect(copyOf(wire, cut)).not.toBe(null);
    const shared = new Set(keysOf(fingerprint(wire)));
    expect(keysOf(fingerprint(cut)).some((key) => shared.has(key))).toBe(true);
  });

  it('is a short wire text padded to three times its length, and a part of a very long text', () => {
    expect(copyOf(words(0, 50), `${words(700, 750)} ${words(0, 100)}`)).not.toBe(null);
    expect(copyOf(words(300, 700), words(0, 2_000))).not.toBe(null);
  });

  it('is found when cut or padded in nineteen of twenty, and two thirds of a text in none of twenty', () => {
    const found = (kept: number, at: number) => {
      const from = at * 1_000;
      const part = `${words(from, from + kept)} ${words(from + 90_000, from + 90_150 - kept)}`;
      return copyOf(part, words(from, from + 400)) !== null;
    };
    const count = (kept: number) =>
      Array.from({ length: 60 }, (_, at) => found(kept, at)).filter(Boolean).length;
    expect(count(147)).toBeGreaterThanOrEqual(57);
    expect(count(100)).toBeLessThanOrEqual(3);
  });

  it('is no text that shares half of its words, and no short one that is contained by chance', () => {
    expect(copyOf(words(0, 200), `${words(0, 100)} ${words(500, 600)}`)).toBe(null);
    expect(copyOf(words(0, 20), words(0, 400))).toBe(null);
  });
});

describe('the origin of a text', () => {
  const origin = (text: string, authors: string[] = []) => findOrigin({ text, authors, outletId: 'outlet' });

  it.each(agencies)('$id: is seen in its sentence and not in the other', ({ id, example, nearMiss }) => {
    expect(origin(example)).toEqual({ id, basis: 'dateline' });
    expect(origin(nearMiss)).toEqual({ id: 'outlet', basis: 'outlet' });
  });

  it('is the agency of byline, dateline, closing mark or the one that is quoted', () => {
    const body =
      'أعلنت السلطات نتائج التحقيق في الحادث الذي وقع أمس وأسفر عن مقتل ثلاثة أشخاص في المدينة، وقالت إنها أوقفت سائق الشاحنة وأحالته إلى القضاء بانتظار استكمال الإجراءات';
    expect(origin(body, ['رويترز'])).toEqual({ id: 'reuters', basis: 'byline' });
    expect(origin(`واس – الرياض: ${body}`)).toEqual({ id: 'spa', basis: 'dateline' });
    expect(origin(`القاهرة (أ ش أ) - ${body}`)).toEqual({ id: 'mena', basis: 'dateline' });
    expect(origin(`${body}. (أ ف ب)`)).toEqual({ id: 'afp', basis: 'byline' });
    expect(origin(`${body}.\nالمصدر: الأناضول`)).toEqual({ id: 'anadolu', basis: 'byline' });
    expect(origin(`نقلاً عن وكالة سانا، ${body}`)).toEqual({ id: 'sana', basis: 'byline' });
    expect(origin(`ذكرت وكالة الأنباء السعودية أن ${body}`)).toEqual({ id: 'spa', basis: 'byline' });
    expect(origin(body)).toEqual({ id: 'outlet', basis: 'outlet' });
  });

  it('has a name in both languages', () => {
    for (const { id } of [...agencies, ...families])
      expect(voiceName(id)).toEqual({
        ar: expect.stringMatching(/\p{Script=Arabic}/u),
        en: expect.stringMatching(/[a-z]/i),
      });
    expect(voiceName('outlet')).toBe(null);
  });

  it('is one for the outlets of one publisher', () => {
    for (const { id, outlets } of families)
      for (const outletId of outlets) expect(findOrigin({ text: 'نص', authors: [], outletId }).id).toBe(id);
  });
});
