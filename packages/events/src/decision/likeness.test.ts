import { describe, expect, it } from 'vitest';
import { typedIn } from '../candidates.ts';
import { candidatesIn, sampleArticle } from '../test-article.ts';
import { readArticle, type Sentence } from '../text/reading.ts';
import { typeSaid, wordingModel } from './learned.ts';
import { among, cluesOf, likenessOf, proposalOf } from './likeness.ts';
import { surroundingsOf } from './surroundings.ts';

function sentenceOf(text: string): Sentence {
  const [first] = readArticle(sampleArticle(text));
  if (!first) throw new Error('no sentence');
  return first;
}
const likenessIn = (text: string) => likenessOf(sentenceOf(text), []);

describe('the likeness of a sentence to a type', () => {
  it('is greatest to what its words tell, without any rule', () => {
    const { own, rival } = among(likenessIn('شن الطيران الحربي غارات على القرية فجرا.'), 'air_drone_strike');
    expect(own).toBeGreaterThan(rival);
  });
  it('does not grow with words it knows nothing of', () => {
    const text = 'شن الطيران الحربي غارات على القرية';
    const plain = among(likenessIn(text), 'air_drone_strike').own;
    expect(among(likenessIn(`${text} قكظط ضغثذ`), 'air_drone_strike').own).toBeCloseTo(plain, 5);
  });
  it('takes one name for another', () => {
    for (const town of ['حلب', 'حمص'])
      expect(cluesOf(sentenceOf(`زار وفد مدينة ${town} السورية.`), [])).toContain('%place');
  });
  it('counts a word said twice once', () => {
    const [once, twice] = ['شن الطيران غارات على القرية', 'شن الطيران غارات غارات على القرية'].map(
      likenessIn,
    );
    expect(twice).toEqual(once);
  });
  it('knows the types its clues speak for', () => {
    expect(wordingModel.bias.length).toBe(wordingModel.types.length);
    for (const entry of wordingModel.said) expect(typeSaid(entry)).toBeLessThan(wordingModel.types.length);
  });
});

describe('a happening no rule reads', () => {
  it('is proposed only of a type the rules do not read there', () => {
    const sentence = sentenceOf('وأمطرت الطائرات الحربية القرية بالصواريخ والقنابل.');
    const typed = typedIn(sentence, []);
    const proposal = proposalOf(sentence, likenessOf(sentence, typed), typed);
    expect(proposal?.type).toBe('air_drone_strike');
    expect(typed.map(({ type }) => type)).toEqual(['shelling_missile']);
  });
  it('is not proposed where nothing is like it', () => {
    const sentence = sentenceOf('تناول الأطفال الحلوى في الحديقة.');
    expect(proposalOf(sentence, likenessOf(sentence, []), [])).toBeNull();
  });
});

describe('what stands around a trigger', () => {
  it('tells the words before it from those after it', () => {
    const found = candidatesIn('أعلنت الوزارة القبض على ثلاثة لصوص في بغداد.');
    const clues = surroundingsOf(found.filter(({ type }) => type === 'arrest'));
    expect(clues).toContain('!arrest');
    expect(clues.some((clue) => clue.startsWith('<') && clue.includes('وزار'))).toBe(true);
    expect(clues.some((clue) => clue.startsWith('>'))).toBe(true);
  });
});
