import { describe, expect, it } from 'vitest';
import type { EventTypeId } from '../data.ts';
import { incidentsIn } from '../test-article.ts';

/** Doers of the first incident of a type in a sentence, before it is decided which are events. */
const doers = (text: string, type: EventTypeId) =>
  incidentsIn(text)
    .flatMap(({ mentions }) => mentions)
    .find((each) => each.type === type)
    ?.parties.actors.map(({ text: name }) => name);

describe('who does it', () => {
  it.each([
    // behind a verb with the pronoun of what was done
    ['أصيب 12 جنديا في هجمات عنيفة شنتها حركة طالبان على قاعدة عسكرية', 'armed_clash', ['حركة طالبان']],
    ['قتل ثلاثة أشخاص في هجوم نفذه سوينغ هوي تشو في الجامعة', 'armed_attack', ['سوينغ هوي تشو']],
    // who stands first in a list is one of them
    [
      'قالت الوزارة إن الولايات المتحدة وكوريا الجنوبية علقتا مناورات عسكرية مشتركة',
      'force_deployment',
      ['كوريا الجنوبية', 'الولايات المتحدة'],
    ],
    // a second verb goes on with the subject of the first
    [
      'اعتقلت السلطات الإيرانية 67 شخصا ومنعت أكثر من 100 موظف من السفر',
      'restriction_closure',
      ['السلطات الإيرانية'],
    ],
    ['فتحت الشرطة الفرنسية النار على رجل اقتحم بسيارته طوقا أمنيا', 'armed_attack', ['الشرطة الفرنسية']],
    ['شهدت المدينة استنفارا في صفوف مقاتلي تنظيم القاعدة', 'force_deployment', ['مقاتلي تنظيم القاعدة']],
    // talks with a possessor are those of who speaks
    [
      'وقال أردوغان إنه بحث خلال لقائه الرئيس الروسي بوتين الأزمة السورية',
      'diplomatic_meeting',
      ['بوتين', 'أردوغان'],
    ],
    // whose a body is takes no part itself
    [
      'وزع برنامج الأغذية العالمي التابع للأمم المتحدة مساعدات على النازحين',
      'humanitarian_aid',
      ['برنامج الأغذية العالمي'],
    ],
    [
      'اشتبكت القوات التركية والفصائل الموالية لها مع قوات النظام قرب البلدة',
      'armed_clash',
      ['القوات التركية', 'الفصائل الموالية لها', 'قوات النظام'],
    ],
    // who is appointed does not appoint, and no office appoints itself
    ['أعلن البيت الأبيض تعيين جون سميث سفيرا لدى الأمم المتحدة', 'leadership_change', ['البيت الأبيض']],
    // who did it stands inside the words of the rule
    [
      'أصيب سبعة مدنيين جراء قصف شنته مليشيات الحوثيين بالمدفعية على الأحياء',
      'shelling_missile',
      ['مليشيات الحوثيين'],
    ],
    // whose fire it was
    ['قتل رصاص الجيش الإسرائيلي فتى قرب رام الله', 'armed_attack', ['الجيش الإسرائيلي']],
    // what follows a deed has its subject, and whoever it is fought against is a side
    [
      'تمكنت قوات الجيش من التقدم باتجاه مبنى إدارة المرور بعد اشتباكات عنيفة مع مليشيات الحوثي',
      'armed_clash',
      ['قوات الجيش', 'مليشيات الحوثي'],
    ],
    [
      'تمكن الجيش الليبي من السيطرة على البلدة، عقب اشتباكات قوية مع تنظيم داعش',
      'armed_clash',
      ['الجيش الليبي', 'تنظيم داعش'],
    ],
    [
      'قتل تسعة عناصر من قوات حكومة الوفاق في معارك ضد القوات الموالية للمشير خليفة حفتر',
      'armed_clash',
      ['قوات حكومة الوفاق', 'القوات الموالية للمشير خليفة حفتر'],
    ],
    // a subject apart from its verb, and people who burn
    ['قالت الشرطة إن عصابة مسلحة في الريف الشرقي، اختطفت مدنيا من منزله', 'abduction', ['عصابة مسلحة']],
    ['خطفت عصابة مسلحة مدنيا من منزله في البلدة', 'abduction', ['عصابة مسلحة']],
    ['أضرم مستوطنون النار في مسجد قرب نابلس', 'property_destruction', ['مستوطنون']],
    // what is shot down does nothing, who leaves does it
    ['أسفرت العملية عن إسقاط طائرة مسيرة مفخخة قرب المطار', 'interception_defusal', []],
    [
      'احتج المواطنون مما أدى إلى استقالة وزير الداخلية سامر الحسن الأسبوع الماضي',
      'leadership_change',
      ['سامر الحسن'],
    ],
    ['قبل الملك أمس استقالة رئيس الوزراء عمر الرزاز', 'leadership_change', ['الملك']],
    // offices behind a name, one after another
    [
      'وصل الأمير منصور بن متعب، وزير الدولة، عضو مجلس الوزراء، مستشار الملك، اليوم إلى جمهورية المالديف',
      'diplomatic_meeting',
      ['منصور بن متعب', 'المالديف'],
    ],
    // forces with a possessor are those of who speaks, and so are the dead
    [
      'قالت حركة الشباب الصومالية إن مقاتليها هاجموا أمس قاعدة عسكرية',
      'armed_clash',
      ['حركة الشباب الصومالية'],
    ],
    ['أعلن الجيش التركي مقتل ثمانية من جنوده في اشتباكات بمدينة عفرين', 'armed_clash', ['الجيش التركي']],
    [
      'تقول فرنسا وبريطانيا إن قواتها الجوية شنت أمس ضربات على مواقع في سوريا',
      'air_drone_strike',
      ['فرنسا', 'بريطانيا'],
    ],
    // members of a group are it
    [
      'قتل 30 مسلحا من ميليشيات الحوثي في مواجهات مع ألوية العمالقة في جبهة البرح',
      'armed_clash',
      ['ميليشيات الحوثي', 'ألوية العمالقة'],
    ],
    // a position told in a noun is that of who speaks
    ['قال البيت الأبيض إن روسيا ما تزال تشكل تهديدا للعالم', 'official_stance', ['البيت الأبيض']],
    // "with" of another noun
    ['أعلن ذلك اثر اجتماع مع نظرائه القلقين من الاتفاق النووي مع ايران', 'diplomatic_meeting', []],
    // a town that has the name of a capital
    ['دهمت قوات الاحتلال بلدتي الدوحة وبيت فجار في محافظة بيت لحم', 'security_operation', ['قوات الاحتلال']],
    // whose dead a clash is told of is a side of it
    [
      'قتل 53 عنصرا من ميليشيا الحوثي في مواجهات مع قوات المقاومة الوطنية قرب البلدة',
      'armed_clash',
      ['ميليشيا الحوثي', 'قوات المقاومة الوطنية'],
    ],
    // who backs a side, and both sides of "بين"
    [
      'تدور معارك بين الجيش الوطني اليمني، مسنودا بقوات من تحالف دعم الشرعية من جهة، ومليشيا الحوثي من جهة أخرى',
      'armed_clash',
      ['الجيش الوطني اليمني', 'تحالف دعم الشرعية', 'مليشيا الحوثي'],
    ],
    // an adjective that is a group's name
    ['قتل ثلاثة مدنيين بقصف حوثي على القرية', 'shelling_missile', ['حوثي']],
    // what states deploy they do not publish
    ['نشرت الولايات المتحدة أمس مقاتلات في قاعدة جوية', 'force_deployment', ['الولايات المتحدة']],
    // who gave a venue its name, and places joined to places, take no part
    [
      'وصل الوزير إلى مطار الملك خالد الدولي والتقى رئيس الحكومة',
      'diplomatic_meeting',
      ['الوزير', 'رئيس الحكومة'],
    ],
    [
      'بحث الرئيس الفرنسي إيمانويل ماكرون ونظيره المصري عبد الفتاح السيسي خلال اتصال هاتفي الحرب في سوريا والعراق',
      'diplomatic_meeting',
      ['إيمانويل ماكرون', 'عبد الفتاح السيسي'],
    ],
    // bodies that teach and heal sign and meet
    [
      'وقعت جامعة الشرق العربية مذكرة تفاهم مع جامعة الغرب الأردنية',
      'agreement',
      ['جامعة الشرق العربية', 'جامعة الغرب الأردنية'],
    ],
    // some of a body stand for it; an object with its ending is no doer
    ['شنت فصائل من المعارضة المسلحة هجوما على قرية في الجبل', 'armed_attack', ['المعارضة المسلحة']],
    [
      'قال الموقع إن الزعيم كيم جونغ أون أعدم ضابطا رميا بالرصاص',
      'detainee_abuse_execution',
      ['كيم جونغ أون'],
    ],
    // what two spoke of is no third
    [
      'التقى أمس وزير الخارجية الأميركي أنتوني بلينكن رئيس الوزراء بنيامين نتنياهو لطمأنة إسرائيل بشأن الهدنة',
      'diplomatic_meeting',
      ['أنتوني بلينكن', 'بنيامين نتنياهو'],
    ],
    [
      'أصدر وزير الشؤون البلدية والقروية المهندس سامي آل الشيخ قرارا بتشكيل لجنة',
      'government_decision',
      ['سامي آل الشيخ'],
    ],
    ['قتل جندي تركي وأصيب آخر في هجوم شنه مسلحون ينتمون لحزب معارض في البلدة', 'armed_attack', ['مسلحون']],
    ['ضبط رجال القوة الخاصة لأمن الطرق مواطنا استغل سيارته للتهريب', 'arrest', ['رجال القوة الخاصة']],
    // who leaves an office does it
    ['استقالت الحكومة المصرية أمس', 'leadership_change', ['الحكومة المصرية']],
    // a body that goes on about itself
    [
      'ذكرت الولايات المتحدة أنها كثفت حملة جوية ضد التنظيم بسلسلة من الضربات على مدينة الرقة',
      'air_drone_strike',
      ['الولايات المتحدة'],
    ],
    [
      'وصلت شاحنات المساعدات الإغاثية مقدمة من الهلال الأحمر الكويتي',
      'humanitarian_aid',
      ['الهلال الأحمر الكويتي'],
    ],
    [
      'يلتقي وزير الخارجية الإيراني في فيينا ممثلي بريطانيا والصين وفرنسا لبحث الاتفاق النووي',
      'diplomatic_meeting',
      ['وزير الخارجية الإيراني', 'ممثلي بريطانيا', 'الصين', 'فرنسا'],
    ],
    // one id, two forces
    [
      'شهدت بغداد انتشارا واسعا لقوات الجيش والشرطة قبل التظاهرات',
      'force_deployment',
      ['قوات الجيش', 'الشرطة'],
    ],
  ] as const)('%s', (text, type, expected) => {
    expect(doers(text, type)).toEqual(expected);
  });
  it.each([
    ['قالت إن القوى المتحالفة مع التحالف الذي تقوده السعودية اعتقلت قياديا كبيرا', 'arrest', 'السعودية'],
    ['أوقفت السلطات زوجة أكاديمي قتل أربعة من زملائه في إطلاق نار في الجامعة', 'violent_crime', 'السلطات'],
    ['قتلت القوات خمسة من المسلحين في اشتباكات في الجزء الجنوبي من الصومال', 'armed_clash', 'الصومال'],
    ['أدين شاب تدرب على يد تنظيم داعش بالسجن عشرين عاما', 'judicial_proceeding', 'تنظيم داعش'],
    ['قالت الوزارة إن أربعة مواطنين إيطاليين خطفوا في ليبيا', 'abduction', 'مواطنين إيطاليين'],
    ['قالت السفارة الفرنسية إنها تتعرض لهجوم مسلح منذ الصباح', 'armed_attack', 'السفارة الفرنسية'],
    ['لقي شخصان مصرعهما في هجوم بسكين قبل أن تقتل الشرطة المهاجم', 'armed_attack', 'الشرطة'],
  ] as const)('%s', (text, type, other) => {
    expect(doers(text, type) ?? []).not.toContain(other);
  });
});
