import { describe, expect, it } from 'vitest';
import { type EventTypeId, topicRules } from '../data.ts';
import { readArticle } from '../index.ts';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { topicOf, wordsOf } from './topic.ts';

const told = (type: EventTypeId, key: string, text: string) => {
  const [sentence] = readArticle(sampleArticle(text));
  const mentions = sentence ? [{ sentence, trigger: { from: 0, to: 1 } }] : [];
  return key === 'topic' ? topicOf(type, mentions) : (wordsOf(type, mentions)[key] ?? null);
};

describe('what an event is about', () => {
  it.each(topicRules.map(({ type, key, example, topic }) => [type, key, example, topic] as const))(
    '%s %s: %s',
    (type, key, example, wanted) => {
      expect(told(type, key, example)).toBe(wanted);
    },
  );
  it.each(topicRules.map(({ type, key, nearMiss }) => [type, key, nearMiss] as const))(
    '%s without a %s: %s',
    (type, key, nearMiss) => {
      expect(told(type, key, nearMiss)).toBeNull();
    },
  );
});

/** "object | instrument" of the first event of a sentence. */
const things = (text: string) => {
  const [event] = eventsIn(text);
  return event ? `${event.object ?? '-'} | ${event.instrument ?? '-'}` : 'no event';
};

describe('what it was done to, and with what', () => {
  it.each([
    [
      'استهدفت طائرة مسيرة منزلا سكنيا في بلدة حاريص جنوب لبنان وقتل ثلاثة مدنيين',
      'منزلا سكنيا | طائرة مسيرة',
    ],
    ['قصفت قوات النظام بقذائف الهاون مسجد الروضة في مدينة سرمين', 'مسجد الروضة | قذائف الهاون'],
    ['أصيب مدنيان في هجوم بسكين داخل مقهى في مدينة ليون', 'مقهى | سكين'],
    ['ضبطت الجمارك كمية من الحبوب المخدرة في مطار بيروت', 'كمية من الحبوب المخدرة | -'],
    ['قتل أربعة مدنيين بانفجار سيارة مفخخة في سوق شعبي بمدينة عفرين', 'سوق شعبي | سيارة مفخخة'],
    // nobody's house, and no weapon but the raid itself
    ['قتل ثلاثة مدنيين بغارة جوية على مدينة إدلب', '- | -'],
    ['شهدت المدينة إطلاق نار وأصيب مدني قرب الساحة', '- | -'],
  ])('%s', (text, expected) => {
    expect(things(text)).toBe(expected);
  });
  it('takes every one from the text as it stands', () => {
    const text =
      'استهدفت مدفعية قوات النظام بقذائف ثقيلة مدرسة "الأمل" في بلدة سرمين بريف إدلب، احتجاجا على الاتفاق.';
    const told = eventsIn(text).flatMap(({ object, topic: about, instrument }) => [
      object,
      about,
      instrument,
    ]);
    const words = told.filter((each) => each !== null);
    expect(words).not.toEqual([]);
    for (const each of words) expect(text).toContain(each);
  });
});
