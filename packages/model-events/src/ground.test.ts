import { ExtractedEvent } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { groundEvents } from './ground.ts';
import { article, shelling } from './test-article.ts';

/** What is left of an answer with these events, through the text an endpoint would send. */
function ground(...events: object[]) {
  const answer = readAnswer(JSON.stringify({ events }));
  return groundEvents(answer?.events ?? [], article, 'm');
}

describe('a true answer', () => {
  const { events, dropped } = ground(shelling);
  const [event] = events;

  it('becomes an event of the record, whose rule is the model', () => {
    expect(dropped).toEqual([]);
    expect(ExtractedEvent.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      type: 'shelling_missile',
      status: 'main',
      rules: ['model:m'],
      object: 'سوقا',
    });
    expect(event?.codes.acled?.eventType).toBe('Explosions/Remote violence');
  });
  it('has place, date and counts as our engines read the quoted words', () => {
    expect(event?.place).toMatchObject({ country: 'SY', admin1: 'إدلب', locality: 'أريحا', precision: 1 });
    expect(event?.place?.gazetteerId).not.toBeNull();
    expect(event?.date).toMatchObject({ start: '2026-02-10', precision: 'day', basis: 'text' });
    expect(event?.counts).toMatchObject({ killed: { min: 4, max: 4 }, wounded: { min: 7, max: 7 } });
  });
  it('cuts every span out of the article', () => {
    for (const span of spansIn(event))
      expect(article[span.field].slice(span.start, span.end)).toBe(span.text);
    expect(spansIn(event).length).toBeGreaterThan(5);
  });
});

describe('a lying answer', () => {
  it('loses the values that are not in the article, and says which', () => {
    const { events, dropped } = ground({
      ...shelling,
      actors: ['الجيش الروسي'],
      place: 'مدينة سراقب',
      date: 'أمس الاثنين',
      counts: [{ kind: 'killed', text: 'تسعة مدنيين' }, ...shelling.counts.slice(1)],
    });
    expect(events[0]).toMatchObject({ actors: [], place: null, date: null });
    expect(Object.keys(events[0]?.counts ?? {})).toEqual(['wounded']);
    expect(dropped.map(({ slot, why }) => [slot, why])).toEqual(
      ['killed', 'actors', 'place', 'date'].map((slot) => [slot, 'not in the article']),
    );
    expect(events[0]?.confidence).toBeLessThan(ground(shelling).events[0]?.confidence ?? 0);
  });
  it('gets no place, date or count from words that say none', () => {
    const { events } = ground({
      ...shelling,
      place: 'الأسواق',
      date: 'ساعات',
      counts: [{ kind: 'killed', text: 'سكان' }],
    });
    expect(events[0]).toMatchObject({ place: null, date: null, counts: {} });
  });
  it('cannot make dead of the wounded, nor a kind its type does not count', () => {
    const { events } = ground({
      ...shelling,
      counts: [
        { kind: 'killed', text: 'سبعة آخرون' },
        { kind: 'arrested', text: 'ثلاثة أشخاص' },
      ],
    });
    expect(events[0]?.counts).toEqual({});
  });
  it.each([
    ['evidence', { evidence: 'دوّت انفجارات في العاصمة' }, /evidence is not in the article/],
    ['trigger', { trigger: 'غارة جوية' }, /trigger is neither/],
    ['trigger within another word', { type: 'armed_attack', trigger: 'تهم' }, /trigger is neither/],
    ['trigger of another sentence', { trigger: 'القبض' }, /trigger is neither/],
    ['empty words', { evidence: ' ', trigger: '' }, /evidence is not in the article/],
  ])('is no event without its %s', (_, change, why) => {
    const { events, dropped } = ground({ ...shelling, ...change });
    expect(events).toEqual([]);
    expect(dropped[0]?.why).toMatch(why);
  });
  it('is no event when only its trigger is true', () => {
    const lie = { ...shelling, victims: [], place: 'باريس', date: null, counts: [] };
    expect(ground(lie).events).toEqual([]);
  });
  it('cannot announce in the body what is the main event, nor tell one event twice', () => {
    const arrest = {
      ...shelling,
      type: 'arrest',
      status: 'main',
      trigger: 'القبض',
      evidence: 'القبض على ثلاثة أشخاص بتهمة تهريب الآثار',
      place: 'حلب',
      actors: ['وزارة الداخلية'],
      counts: [{ kind: 'arrested', text: 'ثلاثة أشخاص' }],
    };
    const { events } = ground(shelling, shelling, arrest, { ...shelling, trigger: 'قصف', status: 'main' });
    expect(events.map(({ type }) => type)).toEqual(['shelling_missile', 'arrest']);
    expect(events.filter(({ status }) => status === 'main')).toHaveLength(1);
    expect(events[1]).toMatchObject({ place: { locality: 'حلب' }, counts: { arrested: { min: 3 } } });
  });
});

describe('words written another way', () => {
  it('are found by their letters, and the record has those of the article', () => {
    const { events } = ground({
      ...shelling,
      evidence: 'قتل اربعة مدنيين واصيب سبعة آخرون',
      place: 'مدينه اريحا',
    });
    expect(events[0]?.place?.span.text).toContain('أريحا');
    expect(events[0]?.evidence.text).toContain('قُتل أربعة');
  });
});

describe('readAnswer', () => {
  it.each([
    ['thought aloud', (json: string) => `<think>Perhaps {"events": []}? No.</think>\n${json}`],
    ['as code after a word', (json: string) => `Here it is:\n\`\`\`json\n${json}\n\`\`\`\nThat is all.`],
  ])('finds the answer of a model that %s', (_, say) => {
    const json = JSON.stringify({ events: [shelling] });
    expect(readAnswer(say(json))?.events).toHaveLength(1);
  });
  it('takes code fences off, fills fields left out and keeps the events that fit', () => {
    const events = [{ type: 'arrest', trigger: 'ا', evidence: 'ب' }, { type: 'party' }, null];
    const answer = readAnswer(`\`\`\`json\n${JSON.stringify({ events })}\n\`\`\``);
    expect(answer?.events.map(({ type, actors }) => [type, actors])).toEqual([['arrest', []]]);
    expect(answer?.misfits).toBe(2);
  });
  it.each(['', 'I cannot help', '{"events": [{"type": "arr', '[]', 'null', '{"events": {}}'])(
    '%j is no answer',
    (text) => {
      expect(readAnswer(text)).toBeNull();
    },
  );
});

type AnySpan = { field: 'title' | 'text'; start: number; end: number; text: string };
function spansIn(value: unknown): AnySpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'field' in value && 'start' in value ? [value as AnySpan] : []; // that is what has these two
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
