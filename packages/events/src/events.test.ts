import { ExtractedEvent } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { lexicon } from './data.ts';
import { explainEvents, extractEvents } from './index.ts';
import { marks, readMarks } from './marks.ts';
import { eventsIn, sampleArticle, typesIn } from './test-article.ts';
import { readArticle } from './text/reading.ts';
import { compilePattern } from './wordings/pattern.ts';
import { matchesOf } from './wordings/triggers.ts';

const shelling = sampleArticle(
  'قتل ثلاثة مدنيين وأصيب خمسة آخرون أمس الأحد بقصف مدفعي لقوات النظام على بلدة سرمين في ريف إدلب. وقال الدفاع المدني السوري إن فرقه انتشلت الضحايا.',
  'قتلى بقصف مدفعي على ريف إدلب',
);
const operation = sampleArticle(
  'نفذت قوى الأمن الداخلي عملية أمنية ضد خلية لتنظيم داعش في مدينة تدمر وأسفرت عن اعتقال أربعة عناصر.',
  '',
  null,
);
const match = sampleArticle(
  'قصف الفريق مرمى خصمه في المباراة وسجل اللاعب هدفا في الدقيقة الأخيرة من الدوري أمام جماهير الملعب.',
  'الهلال يفوز',
);

const triggersIn = (text: string) =>
  readArticle(sampleArticle(text)).flatMap((each) => matchesOf(each, []).map(({ entry }) => entry.id));

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

describe('extractEvents', () => {
  it('takes a time of publication that nobody can read for none', () => {
    const past = 'وكانت بغداد شهدت في 3 شباط 2025 تفجيرا انتحاريا أوقع 12 قتيلا.';
    const article = { ...shelling, text: `${shelling.text}\n${past}` };
    expect(extractEvents({ ...article, publishedAt: 'yesterday' })).toEqual(
      extractEvents({ ...article, publishedAt: null }),
    );
  });
  it('codes a shelling with its toll, place, date and actor', () => {
    const [event] = extractEvents(shelling).events;
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
    const { events } = extractEvents(operation);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'security_operation', counts: { arrested: { min: 4, max: 4 } } });
  });
  it('counts a store of weapons under a damaged word, and keeps a campaign elsewhere apart', () => {
    const text =
      'نفذت قوى الأمن الداخلي عملية أمنية ضد خلية لتنظيم داعش في مدينة تدمر بريف حمص وضبطت مستودع أقمشة فيه ذخائر وقنابل.\nأعلنت وزارة الداخلية السورية تنفيذ عمليات أمنية بالتعاون مع المخابرات السورية في عدة محافظات أخرى ضد تنظيم داعش.';
    const events = eventsIn(text, '', null);
    expect(events.map(({ type, status }) => [type, status])).toEqual([
      ['security_operation', 'main'],
      ['security_operation', 'secondary'],
    ]);
    expect(events[0]?.counts.seized_weapons).toMatchObject({ min: 1, max: 1 });
  });
  it('counts what was seized as things alone, though the same verb arrests people', () => {
    const pills = 'ضبطت مديرية الجمارك 70 ألف حبة مخدرة كانت مخبأة داخل شحنة أثاث في معبر حدودي.';
    const events = eventsIn(pills, 'ضبط 70 ألف حبة مخدرة');
    expect(Object.keys(events[0]?.counts ?? {})).toEqual(['seized_drugs']);
  });
  it('takes the strike of "hours ago" for the one of last night', () => {
    const types = typesIn(
      'شنّ الطيران الإسرائيلي المسيّر غارة على سيارة في بلدة كفررمان جنوب لبنان، ليل أمس، ما أدى إلى مقتل رجلين.\n\nوقال الجيش الإسرائيلي إن الغارة استهدفت مسؤولاً ميدانياً.\n\nوأكد الدفاع المدني اللبناني انتشال جثتين من حطام السيارة، قائلاً إن الغارة وقعت على مقربة من مدرسة خلت من تلاميذها قبل ساعات.',
      'قتيلان بغارة على سيارة في كفررمان',
    );
    expect(types).toEqual(['air_drone_strike']);
  });
  it('keeps to the guideline’s eight events in a text of any length', () => {
    const long = Array.from(
      { length: 400 },
      (_, at) => `${shelling.text} وفي قرية رقم ${at} قتل ثلاثة.`,
    ).join('\n');
    const events = eventsIn(long, shelling.title);
    expect(events.filter(({ status }) => status !== 'background').length).toBeLessThanOrEqual(8);
  });
  it('finds nothing in sport', () => {
    expect(extractEvents(match)).toEqual({ genre: 'sport', events: [] });
  });
  it('says which rules fired', () => {
    expect(explainEvents(shelling).fired.map(({ rule }) => rule)).toContain('shell-by');
  });
  it('never throws on broken text', () => {
    for (const text of ['', ' ', '\n\n', 'x', '\u0640'.repeat(500), 'قصف '.repeat(5000), '«'.repeat(3000)])
      expect(() => eventsIn(text, text.slice(0, 50))).not.toThrow();
  });
  it.each([shelling, operation].map((each) => [each.text.slice(0, 30), each] as const))(
    'keeps to the contract and the text: %s',
    (_, each) => {
      const { events } = extractEvents(each);
      expect(events).not.toEqual([]);
      for (const event of events) {
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
