import { describe, expect, it } from 'vitest';
import { cleanPage } from '../index.ts';
import { agoExamples } from '../rules/ago.ts';
import { readAgo } from './ago.ts';

const fetched = { at: '2026-11-26T22:30:00Z', timeZone: 'Asia/Damascus' }; // half past one on the 27th there

describe('how long ago a line says it was', () => {
  it.each(agoExamples)('%s', (says, minutes, saysNothing) => {
    const expected = new Date(Date.parse(fetched.at) - minutes * 60_000).toISOString();
    expect(readAgo(says, fetched)?.iso).toBe(expected.replace('.000', ''));
    expect(readAgo(saysNothing, fetched)).toBe(null);
  });

  it.each([
    ['قبل يومين', '2026-11-25T00:00:00+03:00'],
    ['منذ 5 أيام', '2026-11-22T00:00:00+03:00'],
    ['منذ أسبوع', '2026-11-20T00:00:00+03:00'],
    ['قبل شهر', '2026-10-28T00:00:00+03:00'],
  ])('%s is a day, that of the outlet', (says, iso) => {
    expect(readAgo(says, fetched)).toMatchObject({ iso, precision: 'day' });
  });

  it.each([
    ['أمس 14:30', '2026-11-26T14:30:00+03:00'],
    ['اليوم الساعة 00:20', '2026-11-27T00:20:00+03:00'],
    ['اليوم', null],
  ])('%s', (says, iso) => expect(readAgo(says, fetched)?.iso ?? null).toBe(iso));
});

describe('a page that tells its time as time passed', () => {
  const text =
    'أعلنت مديرية الأمن في بلدة وادي الزيتون القبض على ثلاثة أشخاص يشتبه في سرقتهم أسلاك الكهرباء من المحطة الجديدة، وضبطت سيارتين كانتا محملتين بها.';
  const page = (line: string, more: Partial<Parameters<typeof cleanPage>[0]> = {}) => {
    const html = `<html lang="ar"><head><title>القبض على سارقي الأسلاك</title></head><body><article><h1>القبض على سارقي الأسلاك</h1>${line}<p>${text}</p></article></body></html>`;
    const asked = {
      html,
      url: 'https://news.example/a',
      timeZone: fetched.timeZone,
      fetchedAt: fetched.at,
      ...more,
    };
    const { article } = cleanPage(asked);
    return [article?.publishedAt, article?.publishedBasis];
  };
  it('is dated from when it was fetched', () => {
    expect(page('<time class="date">منذ 3 ساعات</time>')).toEqual(['2026-11-26T22:30:00+03:00', 'text']);
    expect(page('<div class="meta">مراسل الشمال | قبل يومين</div>')).toEqual([
      '2026-11-25T00:00:00+03:00',
      'text',
    ]);
  });
  it('has no date where nobody says when it was fetched, and a plain date stands over it', () => {
    expect(page('<div>منذ 3 ساعات</div>', { fetchedAt: null })).toEqual([null, null]);
    expect(page('<div>منذ 3 ساعات</div><div>24 تشرين الثاني 2026</div>')[0]).toBe(
      '2026-11-24T00:00:00+03:00',
    );
    expect(page('<div>منذ 3 ساعات</div>', { url: 'https://news.example/2026/11/20/a' })).toEqual([
      '2026-11-20T00:00:00+03:00',
      'url',
    ]);
  });
  it('is not dated by what its text tells', () => {
    expect(page('<p>قُتل الرجل قبل يومين.</p><p>منذ 3 ساعات والنار مشتعلة في المحطة.</p>')).toEqual([
      null,
      null,
    ]);
  });
});
