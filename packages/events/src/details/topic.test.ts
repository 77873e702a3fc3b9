import { describe, expect, it } from 'vitest';
import { type EventTypeId, topicRules } from '../data.ts';
import { readArticle } from '../index.ts';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { topicOf } from './topic.ts';

const topic = (type: EventTypeId, text: string) => {
  const [sentence] = readArticle(sampleArticle(text));
  return sentence ? topicOf(type, [{ sentence, trigger: { from: 0, to: 1 } }]) : null;
};

describe('what an event is about', () => {
  it.each(topicRules.map(({ type, example, topic: wanted }) => [type, example, wanted] as const))(
    '%s: %s',
    (type, example, wanted) => {
      expect(topic(type, example)).toBe(wanted);
    },
  );
  it.each(topicRules.map(({ type, nearMiss }) => [type, nearMiss] as const))(
    '%s without a topic: %s',
    (type, nearMiss) => {
      expect(topic(type, nearMiss)).toBeNull();
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
