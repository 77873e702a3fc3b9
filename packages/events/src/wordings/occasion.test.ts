import { describe, expect, it } from 'vitest';
import { typesIn } from '../test-article.ts';

describe('what is the news of a clause', () => {
  it.each([
    [
      'the shot, not the raid it fell in',
      'استشهد فتى برصاص قوات الاحتلال خلال اقتحامها بلدة بيت أمر',
      'armed_attack',
    ],
    [
      'the arrest, not the deed it is for',
      'أعلنت الشرطة القبض على رجل يشتبه في تنفيذه عملية طعن في بون',
      'arrest',
    ],
    ['the protest, not what it is against', 'مظاهرات في مدن سورية تنديدا بالغارات', 'protest'],
    [
      'a fight, where the attacked shot back',
      'أطلق مسلحون النار على دورية للدرك فردت عناصر الدورية بالمثل',
      'armed_clash',
    ],
    [
      'an attack, where unknown men shot at a family',
      'أطلق مجهولون النار على رجل وبرفقته زوجته في بنغازي',
      'armed_attack',
    ],
    ['a crime, where it is kin', 'أطلق رجل النار على شقيقه في بنغازي', 'violent_crime'],
    ['nothing, where a film tells it', 'يحكي الفيلم قصة خطف طفلة على يد عصابة', undefined],
    [
      'a demolition, though its noun stands after a preposition',
      'شرعت آليات الاحتلال بهدم منزل في الخليل',
      'property_destruction',
    ],
  ])('is %s', (_what, text, type) => {
    expect(typesIn(`${text}.`)).toEqual(type ? [type] : []);
  });
});
