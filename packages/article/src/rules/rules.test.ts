import { describe, expect, it } from 'vitest';
import { boxEffectOf, isSiteSpeech } from '../text/boxes.ts';
import { kindOfName } from '../text/names.ts';
import { boxOpenings, siteSpeech } from './boxes.ts';
import { articleNames, junkNames } from './names.ts';

describe('a box opening', () => {
  it.each(boxOpenings)('%s has its effect (%s) on "%s" and none on "%s"', (opening, effect, line, other) => {
    expect(boxEffectOf(line), opening).toBe(effect);
    expect(boxEffectOf(other), opening).toBeNull();
  });
  it('is none in a paragraph', () => {
    const paragraph = `اقرأ أيضاً ما كتبه المراسل عن القرية، ${'وقد زارها مراراً في الأعوام الماضية، '.repeat(6)}`;
    expect(boxEffectOf(paragraph)).toBeNull();
  });
  it('stands only once in the list', () => {
    const openings = boxOpenings.map(([opening]) => opening);
    expect(openings.filter((opening, at) => openings.indexOf(opening) !== at)).toEqual([]);
  });
});

describe('what a site says of itself', () => {
  it.each(siteSpeech)('is known by "%s"', (_, line, other) => {
    expect([isSiteSpeech(line), isSiteSpeech(other)]).toEqual([true, false]);
  });
});

describe('a name of what surrounds articles', () => {
  it.each(junkNames)('%s is in %s, not in %s', (_, name, other) => {
    expect(kindOfName(name)).toBe('junk');
    expect(kindOfName(other)).not.toBe('junk');
  });
});

describe('a name of an article', () => {
  it.each(articleNames)('%s is in %s, not in %s', (_, name, other) => {
    expect(kindOfName(name)).toBe('article');
    expect(kindOfName(other)).not.toBe('article');
  });
});
