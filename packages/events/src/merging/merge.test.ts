import { describe, expect, it } from 'vitest';
import { incidentsIn } from '../test-article.ts';

const countOf = (type: string, text: string, title = '') =>
  incidentsIn(text, title).filter(({ head }) => head.type === type).length;

describe('one incident or two', () => {
  it('takes the same great toll for the same incident, however its place is named', () => {
    const first = 'قتل 14 جنديا اليوم الاثنين في غارة جوية على معسكر قرب مدينة غزنة.';
    const again =
      'وقال حاكم المنطقة إن طائرتين قصفتا حاجزا للجيش في مدينة جلال آباد ما أدى إلى مقتل 14 جنديا.';
    expect(countOf('air_drone_strike', `${first}\n${again}`)).toBe(1);
    expect(countOf('air_drone_strike', `${first}\n${again.replace('14', '9')}`)).toBe(2);
  });
  it('takes a great toll told again for the incident that has it, not for the one told last', () => {
    const told = (last: string) =>
      `قتل 18 شخصا أمس في انفجار سيارة مفخخة في مدينة مقديشو.\nونفذ انتحاري تفجيرا آخر في مدينة بلدوين.\nوقال مسعف إن الانفجار أسفر عن ${last}.`;
    const mentions = (last: string) =>
      incidentsIn(told(last)).find(({ head }) => head.type === 'bombing')?.mentions.length;
    expect(mentions('مقتل 18 شخصا وإصابة 20')).toBe((mentions('أضرار') ?? 0) + 1);
  });
  it('takes those hurt "in the accident" for those of the accident told before', () => {
    const crash = 'تحطمت طائرة صغيرة أمس قرب مدينة فولدا.';
    const told = (where: string) =>
      countOf('accident', `${crash}\nوأضافت الشرطة أن عددا من الأشخاص أصيبوا ${where} شمال مدينة ميونيخ.`);
    expect(told('في الحادث الذي وقع')).toBe(1);
  });
  it('takes the village of the lead for the place that the title tells it is beside', () => {
    const lead = 'اندلعت معارك عنيفة أمس بين الجيش والمسلحين في بلدة الراهدة في محافظة تعز.';
    expect(countOf('armed_clash', lead, 'معارك عنيفة جنوب تعز')).toBe(1);
  });
  it('takes the morrow of what happened for the day after it', () => {
    const told = (when: string) =>
      incidentsIn(`أعلنت السلطات الحداد السبت ${when} تحطم طائرة ركاب قرب العاصمة.`).find(
        ({ head }) => head.type === 'accident',
      )?.head.date?.start;
    expect(Date.parse(told('بسبب') ?? '') - Date.parse(told('غداة') ?? '')).toBe(86_400_000);
  });
  it('keeps apart two explosions of one town and day that each have their own toll', () => {
    const told = (last: string) =>
      `هز انفجار وسط مدينة كابل أمس.\nوقالت الشرطة إنها تبحث عن الجناة.\nوقتل 20 شرطيا أمس في تفجير انتحاري في كابل.\n${last}`;
    const other = told('وقتل 15 شخصا أمس في انفجار سيارة مفخخة في سوق مدينة كابل.');
    const same = told('وقتل 15 شخصا أمس في الانفجار في مدينة كابل بحسب وزارة الصحة.');
    expect(countOf('bombing', other)).toBe(countOf('bombing', same) + 1);
  });
  it('keeps what is answered apart from the answer', () => {
    const told = (why: string) =>
      `قصفت طائرات حربية أمس ثلاثة مواقع في مدينة غزة.\nوقال الجيش إن القصف جاء ${why} تفجير عبوة ناسفة.`;
    expect(countOf('bombing', told('ردا على'))).toBe(1);
    expect(countOf('bombing', told('خلال'))).toBe(0);
  });
  it('turns to another one with "on the other hand", unless the noun is definite', () => {
    const text = (turn: string) =>
      `قتل ثلاثة جنود في انفجار عبوة ناسفة في مدينة درنة.\nوقالت الشرطة إنها تبحث عن الجناة.\n${turn} مقتل جندي في انفجار عبوة ناسفة.`;
    const count = (turn: string) => countOf('bombing', text(turn));
    for (const turn of ['من جهة أخرى، أفادت الشرطة عن', 'وفي حادث منفصل، أعلن', 'إلى ذلك، أعلن'])
      expect(count(turn), turn).toBe(2);
    expect(count('وأفادت الشرطة عن')).toBe(1);
    expect(countOf('bombing', text('من جهة أخرى، أعلن').replace('انفجار عبوة ناسفة.', 'الانفجار.'))).toBe(1);
  });
  it('takes a sentence that a page says again for the same, even where it turns to something else', () => {
    const arrest = 'وفي سياق منفصل، أوقفت الشرطة ستة أشخاص في مدينة طرابلس أمس.';
    const shelling = 'قتل ثلاثة مدنيين أمس بقصف مدفعي على بلدة سرمين.';
    expect(countOf('arrest', [shelling, arrest, shelling, arrest].join('\n'))).toBe(1);
    const other = arrest.replace('ستة', 'أربعة').replace('طرابلس', 'صيدا');
    expect(countOf('arrest', [shelling, arrest, other].join('\n'))).toBe(2);
  });
  it('takes "from the other side" for the sides of a fight, no turn', () => {
    const text =
      'اندلعت اشتباكات في مدينة درنة أمس.\nوقالت الشرطة إنها تبحث عن الجناة.\nودارت الاشتباكات بين الجيش من جهة وتنظيم داعش من جهة أخرى وخلفت اشتباكات أمس ثلاثة قتلى.';
    expect(countOf('armed_clash', text)).toBe(1);
  });
  it('keeps apart who leaves an office and who is called to it, not who dismisses and appoints', () => {
    const text = (first: string) =>
      `${first} أمس في العاصمة.\nوقال الوزير إن الوضع صعب.\nوكلف الملك وزير التربية بتشكيل الحكومة الجديدة.`;
    expect(countOf('leadership_change', text('استقال رئيس الوزراء'))).toBe(2);
    expect(countOf('leadership_change', text('أقال الملك رئيس الوزراء'))).toBe(1);
  });
  it('takes the minister of the title for the one the lead names', () => {
    const text = 'استقبل الملك سلمان أمس في قصره بجدة آشتون كارتر وزير الدفاع الأمريكي.';
    const title = 'الملك سلمان يبحث العلاقات مع وزير الدفاع الأمريكي';
    expect(countOf('diplomatic_meeting', text, title)).toBe(1);
    const other = title.replace('وزير الدفاع الأمريكي', 'رجب طيب أردوغان');
    expect(countOf('diplomatic_meeting', text, other)).toBe(2);
  });
  it('takes "the meeting" for the one told, whoever else its sentence names', () => {
    const text = (noun: string) =>
      `التقى الرئيس السوداني عمر البشير ونظيره سلفا كير أمس في أديس أبابا.\nوقال وزير إن الأجواء كانت طيبة.\nوجرى ${noun} بين مجلس الأمن الدولي والاتحاد الأفريقي.`;
    expect(countOf('diplomatic_meeting', text('الاجتماع'))).toBe(1);
    expect(countOf('diplomatic_meeting', text('اجتماع'))).toBe(2);
  });
  it('takes "the raids" of the lead for those before, with their toll and their village', () => {
    const text = (noun: string) =>
      `دمرت مقاتلات التحالف أمس بغارتين منصة إطلاق صواريخ في مدينة مأرب.\nوقال مصدر عسكري إن ${noun} استهدفت مواقع في صرواح غرب مأرب وأسفرت عن مقتل سبعة.`;
    expect(countOf('air_drone_strike', text('الغارات'))).toBe(1);
    expect(countOf('air_drone_strike', text('غارات'))).toBe(2);
  });
  it('takes "a similar attack" for another one', () => {
    const text =
      'قتل ثلاثة جنود في هجوم مسلح على حاجز في مدينة درنة.\nوقالت الشرطة إنها تبحث عن الجناة.\nونفذ مسلحون هجوما مماثلا على حاجز في المدينة.';
    expect(countOf('armed_attack', text)).toBe(2);
    expect(countOf('armed_attack', text.replace('هجوما مماثلا', 'الهجوم'))).toBe(1);
  });
  it('keeps what it looks back at apart from what it tells', () => {
    const text = (next: string) =>
      `ضرب زلزال قوي جزيرة جاوة أمس وأدى إلى انهيار مبان.\nوقال شهود إن السكان خرجوا إلى الشوارع.\n${next}`;
    const before = text('وعاد الخوف إلى السكان بعد أسبوع من زلزال أوقع 17 قتيلا.');
    expect(countOf('natural_disaster', before)).toBe(2);
    expect(countOf('natural_disaster', text('وعاد الخوف إلى السكان بعد الزلزال الذي أوقع 17 قتيلا.'))).toBe(
      1,
    );
  });
  it('counts one stance a speaker behind a title of several', () => {
    const text =
      'أدانت باكستان بشدة الهجوم الإرهابي على مسجد في منطقة عسير.\nكما أدانت ألمانيا الهجوم الإرهابي على المسجد.';
    const title = 'باكستان ودول أخرى تدين الهجوم في عسير';
    expect(countOf('official_stance', text, title)).toBe(2);
    expect(countOf('official_stance', text.replace('ألمانيا', 'باكستان'), title)).toBe(1);
  });
  it('parts protests by their towns', () => {
    const text =
      'تظاهر مئات المواطنين أمس أمام مقر البلدية في مدينة البصرة للمطالبة بالخدمات.\nوقال شهود إن الشرطة انتشرت.\nوتظاهر عشرات الخريجين أمس في مدينة القرنة للمطالبة بالتوظيف.';
    expect(countOf('protest', text)).toBe(2);
    expect(countOf('protest', text.replace('القرنة', 'البصرة'))).toBe(1);
  });
  it('keeps a step of a court apart from the arrest before it', () => {
    const text = (next: string) =>
      `ألقت الشرطة القبض على مدير المصرف أمس.\nوقالت الشرطة إنها فتشت مكتبه.\n${next}`;
    expect(countOf('judicial_proceeding', text('وقضت المحكمة بسجن المدير.'))).toBe(1);
    expect(countOf('judicial_proceeding', text('وعاد المدير إلى مكتبه.'))).toBe(0);
  });
  it('keeps what a mob does apart from the march beside it', () => {
    const text = (next: string) => `تظاهر مئات المواطنين في مدينة البصرة أمس.\n${next}`;
    expect(countOf('riot', text('واقتحم المتظاهرون مقر البلدية.'))).toBe(1);
    expect(countOf('riot', text('ووصل المتظاهرون إلى مقر البلدية.'))).toBe(0);
  });
  it('keeps the fire of guns apart from the raids of planes before it', () => {
    const text = (next: string) => `شن الطيران غارات على معسكر في مدينة زنجبار أمس.\n${next}`;
    expect(countOf('shelling_missile', text('كما قصفت مدفعية الجيش مواقع المسلحين في المدينة.'))).toBe(1);
    expect(countOf('shelling_missile', text('كما قصفت القوات مواقع المسلحين في المدينة.'))).toBe(0);
  });
  it('gives what is denied no share in what happened beside it', () => {
    const told = incidentsIn(
      'قتل جنديان جراء انفجار عبوة ناسفة استهدفت سيارة عسكرية قرب بلدة نوى، وفق ما أفاد مصدر عسكري. ونفى المتحدث باسم الجيش وقوع غارات جوية على البلدة. وكان مسلحون مجهولون اغتالوا ضابطا في المدينة الاثنين الماضي.',
      'مقتل جنديين بانفجار عبوة ناسفة قرب نوى',
    );
    const denied = told.filter(({ head }) => head.status.modality === 'denied');
    expect(denied.map(({ mentions }) => mentions.length)).toEqual([1]);
  });
  it('reads no link to the story', () => {
    const told = 'شن الطيران غارات على معسكر في مدينة زنجبار أمس.\nولم تعرف الخسائر بعد في المعسكر.';
    const link = 'رابط الخبر بصحيفة المساء: طائرات تقصف معسكرا في مدينة لودر وتقتل خمسة';
    expect(countOf('air_drone_strike', `${told}\n${link}`)).toBe(1);
    expect(countOf('air_drone_strike', `${told}\n${link.replace('رابط الخبر بصحيفة المساء: ', '')}`)).toBe(2);
  });

  it('takes clashes with the police for what became of the protest a text opens with', () => {
    const protest = 'تظاهر مئات الخريجين في مدينة البصرة مطالبين بفرص عمل.';
    const clashesAfter = (text: string) => countOf('armed_clash', `${protest}\n${text}`);
    expect(clashesAfter('وأصيب سبعة أشخاص في اشتباكات مع الشرطة أمام مبنى المحافظة.')).toBe(0);
    expect(clashesAfter('وأصيب سبعة جنود في اشتباكات مع مسلحين شمالي المحافظة.')).toBe(1);
  });
});
