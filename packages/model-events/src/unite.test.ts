import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { groundEvents } from './ground.ts';
import { article, shelling } from './test-article.ts';
import { uniteEvents } from './unite.ts';

const rules = extractEvents(article).events;
const model = (...events: object[]) =>
  groundEvents(readAnswer(JSON.stringify({ events }))?.events ?? [], article, 'm').events;
const arrest = {
  type: 'arrest',
  trigger: 'القبض',
  evidence: 'أعلنت وزارة الداخلية القبض على ثلاثة أشخاص',
  place: 'حلب',
};

describe('the union of both engines', () => {
  const byRules = rules.find(({ type }) => type === 'shelling_missile');
  const found = (events: typeof rules) => events.filter(({ type }) => type === 'shelling_missile');

  it('has an event both found once, named by both and more certain', () => {
    const [event, ...others] = found(uniteEvents(rules, model(shelling)));
    expect(others).toEqual([]);
    expect(event?.rules).toEqual([...(byRules?.rules ?? []), 'model:m']);
    expect(event?.confidence).toBeGreaterThan(byRules?.confidence ?? 1);
  });
  it('has the news once where one read it in the title and the other in the lead, unless its places are two', () => {
    const title = { field: 'title' as const, start: 0, end: 9, text: article.title.slice(0, 9) };
    const inTitle = rules.map((event) =>
      event.type === 'shelling_missile'
        ? { ...event, status: 'main' as const, trigger: title, evidence: title }
        : event,
    );
    const united = (place: string) => uniteEvents(inTitle, model({ ...shelling, status: 'main', place }));
    expect(found(united('أريحا'))).toHaveLength(1);
    expect(found(united('حلب'))).toHaveLength(2);
  });
  it('keeps the slots of the rules and fills those they left empty', () => {
    const bare = rules.map((event) => ({ ...event, place: null, object: null, victims: [] }));
    const [event] = found(uniteEvents(bare, model(shelling)));
    expect(event?.place?.locality).toBe('أريحا');
    expect(event?.object).toBe('سوقا');
    expect(event?.counts).toEqual(byRules?.counts);
    expect(event?.id).toBe(byRules?.id);
  });
  it('codes an event by what both know of it', () => {
    const byModel = model({ ...arrest, counts: [{ kind: 'arrested', text: 'ثلاثة أشخاص' }] });
    const [known] = byModel;
    if (!known) throw new Error('no event');
    const many = { ...known, counts: { arrested: { ...known.counts.arrested, min: 30, max: 30 } } };
    const bare = rules.map((event) => ({ ...event, counts: {} }));
    const united = uniteEvents(bare, [many as typeof known]); // a count that the rules are taken to have missed
    const [event] = united.filter(({ type }) => type === 'arrest');
    expect(event?.attributes.significant).toBe(true);
    expect(event?.codes.acled?.subEventType).toBe('Arrests');
  });
  it('lowers what the model did not find, and adds what only it found', () => {
    const others = rules.filter(({ type }) => type !== 'arrest');
    const united = uniteEvents(others, model(arrest));
    expect(united.at(-1)).toMatchObject({ type: 'arrest', status: 'secondary', rules: ['model:m'] });
    expect(found(united)[0]?.confidence).toBeLessThan(byRules?.confidence ?? 0);
  });
  it('does not hold a model’s silence against what stands behind the part it reads', () => {
    const late = rules.map((event) => ({
      ...event,
      trigger: { ...event.trigger, field: 'text' as const, end: 13_000 },
    }));
    expect(uniteEvents(late, []).map(({ confidence }) => confidence)).toEqual(
      rules.map(({ confidence }) => confidence),
    );
  });
  it('has one event where the types differ: that of the rules, marked', () => {
    const other = { ...shelling, type: 'air_drone_strike', trigger: byRules?.trigger.text };
    const united = uniteEvents(rules, model(other));
    expect(united).toHaveLength(rules.length);
    expect(found(united)[0]?.rules).toContain('differs:model:m:air_drone_strike');
  });
  it('is one main event', () => {
    const united = uniteEvents(
      rules,
      model({ ...shelling, type: 'bombing', trigger: 'مقتل', status: 'main' }),
    );
    expect(united.filter(({ status }) => status === 'main')).toHaveLength(1);
  });
});
