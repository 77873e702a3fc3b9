import { describe, expect, it } from 'vitest';
import { typedIn } from '../candidates.ts';
import { explainEvents } from '../index.ts';
import { sampleArticle, typesIn } from '../test-article.ts';
import { readArticle } from '../text/reading.ts';
import { cluesOfOpening, relevanceOf } from './relevance.ts';

const openingOf = (...article: Parameters<typeof sampleArticle>) =>
  readArticle(sampleArticle(...article)).map((sentence) => ({ sentence, typed: typedIn(sentence, []) }));

const strike = [
  'قال مسعفون إن غارة جوية أصابت سوقا شعبية في أطراف المدينة ظهر الأحد. وأضافوا أن ستة أشخاص قتلوا.',
  'قتلى في غارة على سوق شعبية',
] as const;
const match = [
  'قاد المهاجم فريقه إلى الفوز في افتتاح الدوري، وسجل هدفين في الشوط الثاني أمام آلاف المشجعين. وقال المدرب إن الهجوم كان رائعا.',
  'المهاجم يقود فريقه إلى الفوز في الدوري',
] as const;

describe('how an article opens', () => {
  it('tells one of events from one of sport', () => {
    expect(relevanceOf(openingOf(...strike))).toBeGreaterThan(1);
    expect(relevanceOf(openingOf(...match))).toBeLessThan(-1);
  });
  it('is read in title and lead apart from the rest, with the rules that match', () => {
    const clues = cluesOfOpening(openingOf(...strike));
    const word = [...clues].find((clue) => clue.startsWith('title:') && !clue.includes('!')) ?? '';
    expect(word.slice('title:'.length).length).toBeGreaterThan(1);
    expect(clues).toContain(word.slice('title:'.length));
    expect(clues).toContain('title:!air_drone_strike');
    expect(clues).toContain('lead:!air_drone_strike');
  });
  it('does not reach beyond the opening', () => {
    const far = `${'وقال التقرير ذلك أيضا في فقرة أخرى منه. '.repeat(8)}قصفت الطائرات قرية نائية.`;
    expect([...cluesOfOpening(openingOf(far))]).not.toContain('!air_drone_strike');
  });
});

describe('an article that opens like one without events', () => {
  const aid = 'ووزعت الجمعية مساعدات غذائية على الأسر.';
  const advice = [
    `يؤكد خبراء التغذية أن تناول العسل يوميا يحسن صحة القلب. وينصح الأطباء بملعقة صغيرة في الصباح. ${aid}`,
    'فوائد العسل لصحة القلب',
  ] as const;

  it('tells none, however likely one is alone, and the explanation says why', () => {
    expect(typesIn(aid)).toEqual(['humanitarian_aid']);
    expect(typesIn(...advice)).toEqual([]);
    const { blocked } = explainEvents(sampleArticle(...advice));
    expect(blocked.some(({ why }) => why.endsWith('in an article that tells no event'))).toBe(true);
  });
});
