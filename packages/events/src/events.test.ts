import { ExtractedEvent } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { attributeRules, lexicon } from './data.ts';
import { type ArticleInput, explainEvents, extractEvents } from './index.ts';
import { marks, readMarks } from './marks.ts';
import { compilePattern, standsAt } from './pattern.ts';
import { readArticle } from './reading.ts';
import { matchesOf, wordList } from './triggers.ts';

const article = (
  title: string,
  text: string,
  publishedAt: string | null = '2025-03-10T12:00:00Z',
): ArticleInput => ({
  title,
  text,
  publishedAt,
  timeZone: 'Asia/Riyadh',
  outlet: { id: 'sample', country: null },
});

const samples = [
  article(
    'قتلى بقصف مدفعي على ريف إدلب',
    'قتل ثلاثة مدنيين وأصيب خمسة آخرون أمس الأحد بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب. وقال الدفاع المدني السوري إن فرقه انتشلت الضحايا.',
  ),
  article(
    '',
    'نفذت قوى الأمن الداخلي عملية أمنية ضد خلية لتنظيم داعش في مدينة تدمر وأسفرت عن اعتقال أربعة عناصر.',
    null,
  ),
  article(
    'الهلال يفوز',
    'قصف الفريق مرمى خصمه في المباراة وسجل اللاعب هدفا في الدقيقة الأخيرة من الدوري أمام جماهير الملعب.',
  ),
];

const triggersIn = (text: string) =>
  readArticle(article('', text)).flatMap((each) => matchesOf(each, []).map(({ entry }) => entry.id));

describe('the lexicon', () => {
  it('refuses a gap of two digits, which would be read as a word', () => {
    expect(() => compilePattern('قتل ~10 رجل', new Map())).toThrow('~10');
  });
  it('is sorted by id, and no id comes twice', () => {
    const ids = lexicon.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
  it.each(lexicon.map(({ id, example }) => [id, example] as const))('%s matches: %s', (id, example) => {
    expect(triggersIn(example)).toContain(id);
  });
  it.each(lexicon.flatMap(({ id, nearMiss }) => (nearMiss ? [[id, nearMiss] as const] : [])))(
    '%s stays silent in: %s',
    (id, nearMiss) => {
      expect(triggersIn(nearMiss)).not.toContain(id);
    },
  );
});

describe('the marks of rules', () => {
  it.each(Object.keys(marks))('%s is on a rule', (mark) => {
    expect(lexicon.flatMap((each) => each.marks)).toContain(mark);
  });
  it('are refused where nobody asks for them', () => {
    expect(() => readMarks('meet-visit', 'travel journey')).toThrow('"journey" of meet-visit');
  });
});

describe('attributes', () => {
  it.each(
    attributeRules.map(({ type, key, value, words, example }) => [type, key, value, words, example] as const),
  )('%s %s=%s is told by its words', (_type, _key, _value, words, example) => {
    const list = wordList(words);
    const [sentence] = readArticle(article('', example));
    const { readings = [] } = sentence?.field ?? {};
    expect(readings.some((_, at) => standsAt(list, readings, at, readings.length))).toBe(true);
  });
});

describe('extractEvents', () => {
  it('codes a shelling with its toll, place, date and actor', () => {
    const [event] = extractEvents(samples[0] ?? article('', '')).events;
    expect(event).toMatchObject({
      type: 'shelling_missile',
      status: 'main',
      place: { country: 'SY', admin1: 'إدلب', locality: 'سرمين' },
      date: { start: '2025-03-09' },
      counts: { killed: { min: 3, max: 3 }, wounded: { min: 5, max: 5 } },
    });
    expect(event?.actors.map(({ canon }) => canon)).toEqual(['syr_gov_army']);
  });
  it('codes an operation with its arrests as one event', () => {
    const { events } = extractEvents(samples[1] ?? article('', ''));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'security_operation', counts: { arrested: { min: 4, max: 4 } } });
  });
  it('counts a store of weapons under a damaged word, and keeps a campaign elsewhere apart', () => {
    const text =
      'نفذت قوى الأمن الداخلي عملية أمنية ضد خلية لتنظيم داعش في مدينة تدمر بريف حمص وضبطت مستودع أقمشة فيه ذخائر وقنابل.\nأعلنت وزارة الداخلية السورية تنفيذ عمليات أمنية بالتعاون مع المخابرات السورية في عدة محافظات أخرى ضد تنظيم داعش.';
    const { events } = extractEvents(article('', text, null));
    expect(events.map(({ type, status }) => [type, status])).toEqual([
      ['security_operation', 'main'],
      ['security_operation', 'secondary'],
    ]);
    expect(events[0]?.counts.seized_weapons).toMatchObject({ min: 1, max: 1 });
  });
  it('counts what was seized as things alone, though the same verb arrests people', () => {
    const pills = 'ضبطت مديرية الجمارك 70 ألف حبة مخدرة كانت مخبأة داخل شحنة أثاث في معبر حدودي.';
    const { events } = extractEvents(article('ضبط 70 ألف حبة مخدرة', pills));
    expect(Object.keys(events[0]?.counts ?? {})).toEqual(['seized_drugs']);
  });
  it('takes the strike of "hours ago" for the one of last night', () => {
    const { events } = extractEvents(
      article(
        'قتيلان بغارة على سيارة في كفررمان',
        'شنّ الطيران الإسرائيلي المسيّر غارة على سيارة في بلدة كفررمان جنوب لبنان، ليل أمس، ما أدى إلى مقتل رجلين.\n\nوقال الجيش الإسرائيلي إن الغارة استهدفت مسؤولاً ميدانياً.\n\nوأكد الدفاع المدني اللبناني انتشال جثتين من حطام السيارة، قائلاً إن الغارة وقعت على مقربة من مدرسة خلت من تلاميذها قبل ساعات.',
      ),
    );
    expect(events.map(({ type }) => type)).toEqual(['air_drone_strike']);
  });
  it('keeps to the guideline’s eight events in a text of any length', () => {
    const long = Array.from(
      { length: 400 },
      (_, at) => `${samples[0]?.text} وفي قرية رقم ${at} قتل ثلاثة.`,
    ).join('\n');
    const { events } = extractEvents(article(samples[0]?.title ?? '', long));
    expect(events.filter(({ status }) => status !== 'background').length).toBeLessThanOrEqual(8);
  });
  it('finds nothing in sport', () => {
    expect(extractEvents(samples[2] ?? article('', ''))).toEqual({ genre: 'sport', events: [] });
  });
  it('says which rules fired', () => {
    expect(explainEvents(samples[0] ?? article('', '')).fired.map(({ rule }) => rule)).toContain('shell-by');
  });
  it('never throws on broken text', () => {
    for (const text of ['', ' ', '\n\n', 'x', '\u0640'.repeat(500), 'قصف '.repeat(5000), '«'.repeat(3000)])
      expect(() => extractEvents(article(text.slice(0, 50), text))).not.toThrow();
  });
  it.each(samples.map((each) => [each.text.slice(0, 30), each] as const))(
    'keeps to the contract and the text: %s',
    (_, each) => {
      for (const event of extractEvents(each).events) {
        expect(ExtractedEvent.parse(event)).toEqual(event);
        const spans = [event.trigger, event.evidence, event.place?.span, event.date?.span, event.source?.span]
          .concat([...event.actors, ...event.targets, ...event.victims].map(({ span }) => span))
          .concat(Object.values(event.counts).map(({ span }) => span));
        for (const span of spans)
          if (span) expect(each[span.field].slice(span.start, span.end)).toBe(span.text);
      }
    },
  );
});
