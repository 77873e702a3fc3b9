import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';

/** "doers > whom | harmed" of the first event of an article of one sentence. */
const roles = (text: string) => {
  const [event] = extractEvents({
    title: '',
    text,
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'Asia/Amman',
    outlet: { id: 'sample', country: null },
  }).events;
  const names = (list: { text: string }[] = []) => list.map((each) => each.text).join(' + ');
  return `${names(event?.actors)} > ${names(event?.targets)} | ${names(event?.victims)}`;
};

describe('who did it to whom', () => {
  it.each([
    // sides
    [
      'اندلعت اشتباكات عنيفة بين قوات النظام من جهة وفصائل الجيش الوطني من جهة أخرى قرب مدينة تادف بريف حلب',
      'قوات النظام + فصائل الجيش الوطني >  | ',
    ],
    [
      'دارت اشتباكات بين "قسد" و"مجلس منبج العسكري" التابع لها في بلدة العريمة',
      'قسد + مجلس منبج العسكري >  | ',
    ],
    // a genitive with an object behind it does it, without one it suffers it
    [
      'قتل سبعة مواطنين جراء استهداف الجيش الإسرائيلي منزلا في مدينة رفح بالطائرات',
      'الجيش الإسرائيلي >  | مواطنين',
    ],
    ['أصيب مدنيان في استهداف دورية للجيش التركي بعبوة ناسفة قرب مدينة الباب', ' > جيش التركي | مدنيان'],
    // things struck stand for their owner
    [
      'قصفت القوات التركية بالمدفعية نقاطا للنظام السوري في قرية العريمة بريف منبج',
      'القوات التركية > نظام السوري | ',
    ],
    // the harmed: members of a force are its loss, people are victims each for themselves
    [
      'قتل طفل وأصيبت امرأة بقصف مدفعي لقوات النظام على قرية الكفير بريف إدلب',
      'قوات النظام >  | طفل + امرأة',
    ],
    [
      'أصيب 7 عناصر من قوات النظام جراء قصف صاروخي نفذته القوات التركية على قرية العريمة',
      'القوات التركية > قوات النظام | ',
    ],
    ['قتل ثلاثة مدنيين وأصيب خمسة آخرون بغارة إسرائيلية على مدينة بعلبك', 'إسرائيلية >  | مدنيين'],
    // offices before a name
    [
      'التقى وزير الدولة, وزير الشؤون الخارجية والجالية بالخارج, أحمد عطاف, نظيره الأردني أيمن الصفدي في عمان',
      'أحمد عطاف + أيمن الصفدي >  | ',
    ],
    // who holds the ground takes no part, but who fires from it does
    [
      'قصفت القوات التركية بالمدفعية قرية أبين ضمن مناطق سيطرة قوات سوريا الديمقراطية بريف حلب',
      'القوات التركية >  | ',
    ],
    // lists go on with the role of what they are joined to
    [
      'شنت طائرات التحالف غارات جوية على مواقع تنظيم داعش وجبهة النصرة في ريف دير الزور',
      'طائرات التحالف > تنظيم داعش + جبهة النصرة | ',
    ],
    // the subject of what is suffered is the target
    ['تعرضت القنصلية الأمريكية في إسطنبول لهجوم من قبل مسلحين مجهولين', 'مسلحين مجهولين >  | '],
    ['تعرضت دورية أمنية في مدينة تلعفر لهجوم من قبل مسلحين مجهولين', 'مسلحين مجهولين > دورية أمنية | '],
    // people are arrested, forces arrest
    ['واعتقل الصحفي سامر القاسم في مطار بيروت يوم الأحد', ' > سامر القاسم | '],
    ['اعتقل الجيش اللبناني الصحفي سامر القاسم في مطار بيروت', 'الجيش اللبناني > سامر القاسم | '],
    // who announces an execution does not carry it out
    ['أعلنت وزارة الداخلية تنفيذ حكم القتل قصاصا في مواطن أدين بالقتل بمدينة تبوك', ' > مواطن | '],
    // the place of the report is no doer
    ['الجزائر - أصيب أربعة أشخاص في هجوم مسلح على متجر بمدينة وهران', ' >  | '],
    // people harmed before the verb, and nobody in particular
    ['لقي نحو 40 مدنيا مصرعهم في هجوم لقوات الدعم السريع على قرية الحاج', 'قوات الدعم السريع >  | مدنيا'],
    ['أفادت الشرطة بأن عشرة أشخاص قتلوا في إطلاق نار داخل متجر بمدينة بافالو', ' >  | '],
    // crowds
    ['أصيب عشرات المحتجين برصاص الشرطة خلال مظاهرات في مدينة البصرة', 'المحتجين > الشرطة | '],
  ])('%s', (text, expected) => {
    expect(roles(text)).toBe(expected);
  });
});
