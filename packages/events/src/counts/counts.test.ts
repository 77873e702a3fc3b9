import { describe, expect, it } from 'vitest';
import { tollIn as told } from '../test-article.ts';

describe('the counts of a sentence', () => {
  it('come from a killing, not from a court, a ruling or a word that looks like one', () => {
    expect(told('وأعلن الجيش القضاء على 14 مسلحا في الجبال.')).toBe('killed 14');
    expect(told('ودعا إلى تعاون القضاء والشرطة والمواطن في كشف الخلايا.')).toBe('');
    expect(told('وأصدر الملك مرسوما يقضي بتعيين العقيد نائبا لقائد الجيش.')).toBe('');
    expect(told('واستقبله بصفته رجل سلام.')).toBe('');
    expect(told('وصفته الشرطة بشخص يعتنق بعض الأفكار.')).toBe('');
  });

  it('leave out who survived, and hold the wounded among them', () => {
    expect(told('وجرى انتشال خمس جثث وتسعة ناجين بينهم أربعة مصابين.')).toBe('killed 5, wounded 4');
    expect(told('وأصيب 13 شخصا بينهم ثلاث إصابات خطيرة.')).toBe('wounded 13');
  });

  it('are as many of the other where the text says so', () => {
    expect(told('وأسفر الهجوم عن خمسة قتلى ومثلهم جرحى.')).toBe('killed 5, wounded 5');
    expect(told('وأسفر الهجوم عن خمسة قتلى ومثلهم مفقودين.')).toBe('killed 5');
  });

  it('are of the dead where the wounds were fatal', () => {
    expect(told('وعثرت الشرطة على شخصين مصابين بجروح مميتة والعديد من الجرحى.')).toBe('killed 2, wounded 3-');
    expect(told('وأصيب حارس بطلقات قاتلة أمام المصرف.')).toBe('killed 1');
    expect(told('وعثرت الشرطة على شخصين مصابين بجروح خطيرة.')).toBe('wounded 2');
  });

  it('are of the wounded only behind two who were killed', () => {
    expect(told('وقال إن رجلين قتلا وأصيب عدد من رواد المقهى.')).toBe('killed 2, wounded 2-');
  });

  it('take relatives by the number behind them', () => {
    expect(told('وأسفر الحادث عن وفاة رجل وإصابة زوجته وأطفاله الثلاثة.')).toBe('killed 1, wounded 4');
    expect(told('وأسفر الحادث عن وفاة رجل وإصابة زوجته وأطفاله.')).toBe('killed 1, wounded 1');
  });

  it('are not of somebody who is described as wounded', () => {
    expect(told('فنهض القائد وهو جريح.')).toBe('');
    expect(told('ونقل جريح إلى المستشفى.')).toBe('wounded 1');
  });

  it('are of those named before the verb, with what they are called by', () => {
    expect(told('وقالت الشرطة إن 22 فردا من قوات الأمن أصيبوا بجروح.')).toBe('wounded 22');
    expect(told('وقالت إن ثلاثة متظاهرين أصيبوا بحروق.')).toBe('wounded 3');
    expect(told('وقالت إن ثلاثة متظاهرين رفعوا لافتات.')).toBe('');
  });

  it('skip what killed them', () => {
    expect(told('وفي نيسان قتل انفجاران في المدينة 26 شخصا.')).toBe('killed 26');
    expect(told('ودمرت السيول حظائر وقتلت رؤوس ماشية وأجبرت عشرات السكان على النزوح.')).toBe('');
  });

  it('go on over an adjective, a hedge or a name', () => {
    expect(told('وأعلن مقتل 5 جنود مصريين و7 مسلحين في هجوم.')).toBe('killed 12');
    expect(told('وأعلن مقتل 8 جنود و14 جهاديا.')).toBe('killed 22');
    expect(told('وقتل 12 مدنيا على الأقل وجنديا في هجومين.')).toBe('killed 13-');
    expect(told('ومقتل القيادي أبو حسن وزوجته في غارة.')).toBe('killed 2');
    expect(told('ومقتل القيادي أبو حسن وزوجته نجت.')).toBe('killed 1');
    expect(told('وقتل نقيب شرطة ومجند وأصيب ثلاثة آخرون.')).toBe('killed 2, wounded 3');
    expect(told('وأصيب سائق الحافلة و11 راكبا بجروح.')).toBe('wounded 12');
    expect(told('واستشهاد 10 منهم وثلاثة من عمال المصنع وإصابة تسعة آخرين.')).toBe('killed 13, wounded 9');
    expect(told('واستشهاد 10 مواطنين منهم ثلاثة من العاملين بالموقع.')).toBe('killed 10');
    expect(told('وأصيب سائق الحافلة وقال 11 راكبا إنها انقلبت.')).toBe('wounded 1');
    expect(told('وأصيب 30 من رجال الشرطة و15 من المحتجين.')).toBe('wounded 45');
  });

  it('hold who fell beside the wounded, not who fell from a height', () => {
    expect(told('وسقط أكثر من 12 عنصرا من الميليشيا وأصيب آخرون.')).toBe('killed 13-, wounded 2-');
    expect(told('وسقط ثلاثة عمال من سطح مبنى وأصيب رابع.')).not.toContain('killed');
  });

  it('are of both where the text does not part them', () => {
    expect(told('وسقط العشرات من مقاتليها بين قتلى وجرحى.')).toBe('wounded 20-99');
  });

  it('are none of either where it says so, and unknown where nobody knows', () => {
    expect(told('ولم تنتج أي إصابات أو وفيات عن الحادث.')).toBe('killed 0, wounded 0');
    expect(told('ولم تتضح معلومات عما إذا كان الحادث أوقع ضحايا.')).toBe('');
    expect(told('ونقل قتلى ومصابين إلى المستشفى.')).toBe('killed 2-, wounded 2-');
  });

  it('take a bare plural where nobody denies it', () => {
    expect(told('وأشارت إلى وقوع إصابات.')).toBe('wounded 2-');
    expect(told('ولم ترد معلومات بعد عن وقوع إصابات.')).toBe('');
    expect(told('والأهم هو عدم وجود إصابات خطيرة.')).toBe('');
    expect(told('والأهم هو عدم وجود إصابات.')).toBe('wounded 0');
    expect(told('وأفادت بعدم وقوع إصابات أو ضحايا.')).toBe('killed 0, wounded 0');
  });

  it('are the latter of two where they rose, a range where they did not', () => {
    expect(told('وارتفعت حصيلة القتلى من 12 إلى 15.')).toBe('killed 15');
    expect(told('وقتل من 12 إلى 15 شخصا.')).toBe('killed 12-15');
  });

  it('hold whom a pronoun names behind what led to it', () => {
    expect(told('ما أدى لوفاته وإصابة زوجته.')).toBe('wounded 1, killed 1');
    expect(told('وقدم التعازي لوفاته.')).toBe('');
  });

  it('are of the incident, not of weeks that go on', () => {
    expect(told('وبهذا يرتفع عدد القتلى في التظاهرات المستمرة منذ أسبوعين إلى 28.')).toBe('');
    expect(told('وبهذا يرتفع عدد القتلى في تظاهرات أمس إلى 28.')).toBe('killed 28');
    expect(told('وأدى النزاع في البلاد إلى مقتل نحو عشرة آلاف شخص.')).toBe('');
    expect(told('وأدى القصف في البلاد إلى مقتل عشرة أشخاص.')).toBe('killed 10');
  });

  it('leaves out how badly some of the hurt are hurt', () => {
    expect(told('وأصيب 20 شخصا إصابات أربعة منهم بالغة.')).toBe('wounded 20');
    expect(told('وجرح 31 آخرون، حالة خمسة منهم خطيرة.')).toBe('wounded 31');
    expect(told('وأصيب 20 شخصا بجروح خمسة منهم في حالة حرجة.')).toBe('wounded 20');
    expect(told('وأصيب خمسة منهم بجروح خطيرة.')).toBe('wounded 5');
  });
  it('are told by what befell people behind them, over who some of them are', () => {
    expect(told('وقالت الوزارة إن 36 شخصا بينهم 32 سائحا لقوا حتفهم في حادث.')).toBe('killed 36');
    expect(told('وقالت إن 54 شخصا على الأقل، بينهم 28 مدنيا، قتلوا في غارة.')).toBe('killed 54-');
    expect(told('وقالت إن عشرات الأشخاص بينهم أطفال أصيبوا باختناق.')).toBe('wounded 20-99');
    expect(told('وغادر 300 جندي بينهم 50 أصيبوا في القصف.')).toBe('');
    expect(told('وقال إن خمسة منهم قتلوا بالرصاص.')).toBe('killed 5');
    expect(told('وقالت إن ستة مدنيين قتلوا السبت في قصف.')).toBe('killed 6');
    expect(told('وقال إن خمسة رجال قتلوا شرطيا.')).toBe('killed 1');
    expect(told('ونقلت الوكالة أن 100 مسلح لقوا حتفهم.')).toBe('killed 100');
    expect(told('وقال إنه علم منهم أن 40 شخصا لقوا حتفهم.')).toBe('killed 40');
  });

  it('are the figure of a tally, wherever it stands', () => {
    expect(told('وبلغ عدد المصابين 4 أشخاص.')).toBe('wounded 4');
    expect(told('وقال إن عدد الجرحى تجاوز 30 شخصا.')).toBe('wounded 31-');
    expect(told('وبذلك يرتفع إلى 27 عدد القتلى.')).toBe('killed 27');
    expect(told('وقال إن عدد القتلى والجرحى بلغ 5 أشخاص.')).toBe('wounded 5');
    expect(told('وقال إن عدد القتلى غير معروف.')).toBe('');
  });

  it('of some are of each fate told, a number is of all together', () => {
    expect(told('وقتل وجرح عدد من ميليشيات المتمردين.')).toBe('wounded 2-, killed 2-');
    expect(told('وعن مقتل وجرح العشرات من المسلحين.')).toBe('wounded 20-99, killed 20-99');
    expect(told('وأسفر عن مقتل وإصابة 40 شخصا.')).toBe('wounded 40');
    expect(told('وعن مقتل وإصابة عدد ممن كانوا فيها.')).toBe('killed 2-, wounded 2-');
  });

  it('are those of a family', () => {
    expect(told('وقتلت عائلة من ثلاثة أشخاص في القصف.')).toBe('killed 3');
    expect(told('ومقتل رب أسرة وإصابة أربعة من أبنائه.')).toBe('wounded 4, killed 1');
  });

  it('are not ended by a word that only begins like a measure', () => {
    expect(told('وإصابة 12 كما أفاد مصدر.')).toBe('wounded 12');
    expect(told('وسقطت القذيفة على بعد 12 كم من المدينة.')).toBe('');
  });

  it('take an officer of a service in the dual as two', () => {
    expect(told('وأعلن مقتل ضابطي شرطة في هجوم.')).toBe('killed 2');
    expect(told('وقتل ضابطا شرطة في هجوم استهدفهما.')).toBe('killed 2');
    expect(told('وقتل مجهولون ضابطا في الشرطة.')).toBe('killed 1');
  });

  it('are more than the one who is named beside some others', () => {
    expect(told('وقتل ضابط وعدد من الجنود في كمين.')).toBe('killed 3-');
    expect(told('وقتل ضابط ونجا عدد من الجنود في كمين.')).toBe('killed 1');
  });

  it('of dead and wounded under one number are the number of both', () => {
    expect(told('وسقط أكثر من 60 قتيلا وجريحا من المهاجمين.')).toBe('wounded 61-');
    expect(told('وسقط ثلاثة قتلى وجريح في موقع الحادث.')).toBe('killed 3, wounded 1');
  });

  it('are "at least" so many, wherever it stands', () => {
    expect(told('ولقي على الأقل ستة أشخاص حتفهم في الحريق.')).toBe('killed 6-');
    expect(told('ولقي ستة أشخاص على الأقل حتفهم في الحريق.')).toBe('killed 6-');
  });

  it('are not those who are sought, who shot, who died long before, or a year', () => {
    expect(told('ولقي ثلاثة جنود حتفهم خلال مداهمة لمجموعة من المطلوبين.')).toBe('killed 3');
    expect(told('وتسبب الانهيار في مقتل مجموعة من العمال.')).toBe('killed 2-');
    expect(told('واغتال مسلحون مجهولون أحد موظفي الإغاثة.')).not.toContain('killed 2');
    expect(told('وقتلت برصاص الشرطي كمال عيسى.')).toBe('');
    expect(told('وطالبت بإعادة رفات جنديين تحتجزهما الجماعة.')).toBe('');
    expect(told('ويعتقد أنهما قتلا في حرب 2014.')).toBe('');
    expect(told('وقال إن 167 مدنيا قتلوا منذ ذلك التاريخ.')).toBe('');
    expect(told('ولم يتحدث أي من الجانبين عن وقوع ضحايا.')).toBe('');
  });

  it('are of another fate than those among whom some were told of', () => {
    expect(told('وقتل أربعة شبان بينهم طفل وجرح مئات آخرون.')).toBe('killed 4, wounded 200-999');
    expect(told('وقتل أربعة شبان بينهم طفل ومسعفان.')).toBe('killed 4');
  });

  it('are of the wounded where people are treated', () => {
    expect(told('وقال مسعفون إن 25 شخصا يتلقون العلاج في المستشفى.')).toBe('wounded 25');
    expect(told('ويتلقى رجلان في العشرينات الرعاية الطبية في المدينة.')).toBe('wounded 2');
    expect(told('وقال إن 25 شخصا يتلقون دروسا في المركز.')).toBe('');
  });

  it('are no state somebody is in', () => {
    expect(told('وما زال الرجل وابنته في حالة حرجة.')).toBe('');
    expect(told('ووصلت ثلاث حالات حرجة إلى المستشفى.')).toBe('wounded 3');
  });

  it('are those of a case by the word before it', () => {
    expect(told('ووجود وفاة شخصين وإصابة حالتين بإصابات متوسطة.')).toBe('killed 2, wounded 2');
    expect(told('ووفاة 15 حالة بسبب الحر.')).toBe('killed 15');
    expect(told('وتسجيل 15 حالة بسبب الحر.')).toBe('');
  });

  it('are of one more, whatever day follows', () => {
    expect(told('وقتل ثلاثة جنود وأصيب آخر أمس بانفجار عبوة.')).toBe('killed 3, wounded 1');
    expect(told('وقتل جندي وأصيب اثنان مساء السبت برصاص.')).toBe('killed 1, wounded 2');
  });

  it('are of both figures of one tally', () => {
    expect(told('وقال إن عدد المتوفين 12 والمصابين 30.')).toBe('killed 12, wounded 30');
    expect(told('وشكر المسعفين والمصابين 30 مرة.')).toBe('');
  });

  it('are of a tally that came to its figure', () => {
    expect(told('ووصل عدد المصابين في الحادث إلى نحو 40 شخصا.')).toBe('wounded 40');
  });

  it('are whom somebody killed, whatever he is called by', () => {
    expect(told('وقتل مشتبه به انتحاري 26 شخصا في السوق.')).toBe('killed 26');
    expect(told('وقتل شاب في 10 أيار.')).toBe('killed 1');
    expect(told('وقالت إن طفلة قتلت وأصيب عشرة آخرون.')).toBe('killed 1, wounded 10');
  });

  it('are of nobody where a title says so', () => {
    expect(told('غارات على القطاع ولا إصابات')).toBe('wounded 0');
    expect(told('ولا يزال هناك جرحى في المستشفى.')).toBe('wounded 2-');
  });

  it('hold one of some service as one', () => {
    expect(told('وقتل جنديان وأصيب عدد منهم بجروح.')).toBe('killed 2, wounded 2-');
  });

  it('count once who died of wounds', () => {
    expect(told('وأصيب الصحفي سالم ناجي برصاصة قبل أن يموت متأثرا بجراحه.')).toBe('killed 1');
    expect(told('وأصيب الصحفي سالم ناجي برصاصة وبدا متأثرا بما رأى.')).toBe('wounded 1');
  });
});
