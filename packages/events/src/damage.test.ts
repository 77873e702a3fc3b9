import { ExtractedEvent } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { type ArticleInput, extractEvents } from './index.ts';
import { sampleArticle } from './test-article.ts';

const title = 'مقتل ثلاثة مدنيين بقصف مدفعي على سرمين';
const paragraphs = [
  'إدلب - وكالة سدرة',
  'قتل ثلاثة مدنيين وأصيب خمسة آخرون بجروح، أمس الأحد، بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب الشرقي، وفق ما أفاد الدفاع المدني السوري في بيان.',
  'وفي سياق منفصل، أعلنت وزارة الداخلية اللبنانية توقيف ستة أشخاص في طرابلس بتهمة تهريب المخدرات، بعد مراقبة دامت أسبوعين.',
  'وكانت بغداد شهدت في 3 شباط 2025 تفجيرا انتحاريا أوقع 12 قتيلا.',
];
const joining = '[\u0628\u062A-\u062E\u0633-\u063A\u0641-\u0647\u064A]'; // letters that join the next one
const text = paragraphs.join('\n');

/** What happens to a text on its way, none of which changes what it says. */
const damages: Record<string, (whole: string) => string> = {
  'Windows line ends': (whole) => whole.replaceAll('\n', '\r\n'),
  'old line ends': (whole) => whole.replaceAll('\n', '\r'),
  'stretched letters': (whole) =>
    whole.replace(new RegExp(`(${joining})(?=[\u0621-\u064A])`, 'gu'), '$1\u0640'),
  'vowel signs': (whole) => whole.replace(new RegExp(`(${joining})`, 'gu'), '$1\u064E'),
  'split letters (NFD)': (whole) => whole.normalize('NFD'),
  'Persian yeh and kaf': (whole) => whole.replaceAll('\u064A', '\u06CC').replaceAll('\u0643', '\u06A9'),
  'ligatures of lam and alef': (whole) => whole.replaceAll('\u0644\u0627', '\uFEFB'),
  'no-break spaces': (whole) => whole.replaceAll(' ', '\u00A0'),
  'zero-width joiners': (whole) => whole.replaceAll('\u0629 ', '\u0629\u200C '),
  'direction marks': (whole) => `\u202B${whole.replaceAll(' ', '\u200F \u200E')}\u202C`,
  emoji: (whole) => `\u{1F534} ${whole.replaceAll('قتل', '\u{1F4A5}قتل')}`,
  'half surrogates': (whole) => `\uD83D${whole}\uDCA5`,
  'null bytes': (whole) => whole.replaceAll(' ', ' \u0000'),
  'a list': (whole) =>
    whole
      .split('\n')
      .map((line, at) => `${at + 1}- ${line}`)
      .join('\n'),
  'all said twice': (whole) => `${whole}\n${whole}`,
};

type AnySpan = { field: 'title' | 'text'; start: number; end: number; text: string };
function spansIn(value: unknown): AnySpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'field' in value && 'start' in value ? [value as AnySpan] : []; // that is what has these two
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
/** An event without the letters it stands in. */
const gist = ({ type, status, counts, place, date }: ExtractedEvent) => ({
  type,
  status,
  counts: Object.entries(counts).map(([kind, { min, max }]) => `${kind} ${min} ${max}`),
  place: place && [place.country, place.admin1, place.gazetteerId],
  date: date?.start ?? null,
});

describe('a damaged article', () => {
  const whole = extractEvents(sampleArticle(text, title)).events;
  it('tells three events while it is whole', () => {
    expect(whole.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'shelling_missile main',
      'arrest secondary',
      'bombing background',
    ]);
  });
  it.each(Object.keys(damages))('tells the same with %s, in its own letters', (name) => {
    const article = sampleArticle(damages[name]?.(text) ?? '', title);
    const { events } = extractEvents(article);
    expect(events.map(gist)).toEqual(whole.map(gist));
    for (const event of events) {
      expect(ExtractedEvent.parse(event)).toEqual(event);
      const spans = spansIn(event);
      expect(spans.length).toBeGreaterThan(2);
      for (const { field, start, end, text: words } of spans)
        expect(article[field].slice(start, end)).toBe(words);
      const { charge } = event.attributes;
      if (event.type === 'arrest') expect(typeof charge).toBe('string');
      for (const words of [event.object, event.instrument, event.topic, charge])
        if (typeof words === 'string') expect(article.title + article.text).toContain(words);
    }
  });
  it.each([
    ['no title', sampleArticle(text), 3],
    ['no day of publication', sampleArticle(text, title, null), 3],
    ...['+275760-09-13T00:00:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z'].map(
      (day): [string, ArticleInput, number] => [
        `the day of publication ${day}`,
        sampleArticle(text, title, day),
        3,
      ],
    ),
    ['one sentence', sampleArticle(paragraphs[1] ?? ''), 1],
    ['a title alone, without a verb', sampleArticle('', '3 قتلى و5 جرحى بانفجار في البصرة'), 1],
    ['two hundred sentences', sampleArticle(Array(50).fill(text).join('\n'), title), 3],
    ['Latin letters', sampleArticle('Three civilians were killed in Sarmin.', 'Shelling'), 0],
    ['digits', sampleArticle('12 345 ٦٧٨ '.repeat(40), '9'), 0],
    ['nothing', sampleArticle(''), 0],
    ['a title as long as a book', sampleArticle(text, `${title}. `.repeat(4_000)), 3],
    ['far more letters than are read', sampleArticle(`${text}\n`.repeat(4_000), title), 3],
  ])('with %s tells so many events', (_, article, wanted) => {
    const { events } = extractEvents(article);
    expect(events).toHaveLength(wanted);
    for (const event of events) expect(ExtractedEvent.parse(event)).toEqual(event);
    for (const { field, start, end, text: words } of spansIn(events))
      expect(article[field].slice(start, end)).toBe(words);
  });
});
