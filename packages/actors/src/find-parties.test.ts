import { describe, expect, it } from 'vitest';
import { findParties, type PartyContext } from './index.ts';

/** "text {canon sector country}" of every mention; persons with their titles before a slash. */
const read = (text: string, context: PartyContext = { outletCountry: 'JO' }) =>
  findParties(text, undefined, context).map(({ text: name, kind, office }) =>
    [kind, ...(office ? [office.text] : []), name].join(' / '),
  );
const first = (text: string, context: PartyContext = {}) => findParties(text, undefined, context)[0];

describe('where a phrase begins and ends', () => {
  it.each([
    ['قصفت قوات الدعم السريع أحياء أم درمان', ['registered / قوات الدعم السريع']],
    ['نفذ الجيش السوداني غارات', ['registered / الجيش السوداني']],
    ['اعتقلت الشرطة الماليزية ستة مهاجرين', ['institution / الشرطة الماليزية', 'generic / مهاجرين']],
    ['قضت محكمة فرندة بالسجن', ['institution / محكمة فرندة']],
    ['أفادت شرطة منطقة القصيم بالحادث', ['institution / شرطة منطقة القصيم']],
    ['أعلنت وزارة التربية والتعليم العالي تأجيل الامتحان', ['institution / وزارة التربية والتعليم العالي']],
    [
      'أعلنت الهيئة العامة للسياحة والتراث العمراني',
      ['institution / الهيئة العامة للسياحة والتراث العمراني'],
    ],
    ['احتج أهالي الجنود المخطوفين', ['generic / أهالي الجنود المخطوفين']],
    ['مقتل ثلاثة عناصر من تنظيم داعش', ['registered / تنظيم داعش']],
    ['داهمت القوة خلية إرهابية مرتبطة بتنظيم داعش', ['group / خلية إرهابية مرتبطة بتنظيم داعش']],
    ['أطلق مسلحون مجهولون النار', ['group / مسلحون مجهولون']],
    ['قال شهود عيان إنهم فروا', ['generic / شهود عيان']],
    ['أكد مصدر في وزارة الزراعة الخبر', ['generic / مصدر في وزارة الزراعة']],
    [
      'اعتقلت عناصر تنظيم “الدولة الإسلامية” شابا',
      ['group / عناصر تنظيم “الدولة الإسلامية”', 'generic / شابا'],
    ],
    ['ذكرت صحيفة "يني أولوس" التركية', ['institution / صحيفة "يني أولوس" التركية']],
    ['استهدف قصف الجيش المدنيين', ['institution / الجيش', 'generic / المدنيين']],
    ['اشتباكات بين القوات العراقية والمسلحين', ['registered / القوات العراقية', 'group / المسلحين']],
    ['أصيب 75 تونسيا', ['generic / تونسيا']],
    ['اعتدى المستوطنون على رعاة الأغنام', ['registered / المستوطنون', 'generic / رعاة الأغنام']],
    ['رحل الأتراك والأكراد', ['generic / الأتراك', 'group / الأكراد']],
    ['أضرار بقصف تشادي', ['adjective / تشادي']],
    ['تحدث الوزير عن العمل الإرهابي', ['office / الوزير']],
    ['خاضت قوات #الجيش_السوداني معارك', ['institution / قوات #الجيش_السوداني']],
    ['تقدم #الجيش_السوداني في أم درمان', ['registered / الجيش_السوداني']],
    ['قال خوسيه مانويل ألباريس ذلك', ['person / خوسيه مانويل ألباريس']],
    ['وأفاد مصدر في قيادة عمليات الأنبار', ['generic / مصدر في قيادة عمليات الأنبار']],
    ['وقال سلاح الجو إن المقاتلة تحطمت', ['institution / سلاح الجو', 'generic / المقاتلة']],
    ['رحب بالقرار القاضي ببطلان الانتخابات', []],
    ['قال القاضي بلهجة حادة', ['office / القاضي']],
    ['وذكرت تقارير صحفية ذلك', ['institution / تقارير صحفية']],
    ['ضبط شاب هدد بقتل نفسه', ['generic / شاب']],
    ['جرى نزاع مسلح في الإقليم', []],
    ['نفى المكتب السياسي لحركة حماس الخبر', ['institution / المكتب السياسي لحركة حماس']],
    ['هاجمت الفرقة الأولى التابعة للجيش السوري الحر', ['group / الفرقة الأولى التابعة للجيش السوري الحر']],
    ['قدم تقريرا للجنة الأمنية', ['institution / لجنة الأمنية']],
    ['سلمت الوثائق للجيش اليمني', ['registered / جيش اليمني']],
    ['وصلت مساعدات للاجئين', ['generic / لاجئين']],
    ['مقتل 27 عنصرا في كمين', ['group / عنصرا']],
    ['قتلت زوجته أمس', ['generic / زوجته']],
    ['ذكرت جماعة (أنصار الزيتون) الخبر', ['group / جماعة (أنصار الزيتون)']],
    ['طالب الوزير بالاستقالة', ['office / الوزير']],
    ['تحسنت حركة المرور', []],
    ['تكلم أمام الناس', ['generic / الناس']],
    ['هدد الرئيس بقطع المساعدات', ['office / الرئيس']],
    ['أضرب أجراء المصنع', ['generic / أجراء المصنع']],
    ['طالبوا بإجراء تحقيق', []],
    ['ترأس مدير المصرف، نوليزا رويكانا، الجلسة', ['person / مدير المصرف / نوليزا رويكانا']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('persons', () => {
  it.each([
    [
      'قال رئيس الوزراء العراقي محمد شياع السوداني',
      ['registered / رئيس الوزراء العراقي / محمد شياع السوداني'],
    ],
    ['استقبل الأمير محمد بن سلمان بن عبدالعزيز', ['registered / الأمير / محمد بن سلمان بن عبدالعزيز']],
    [
      'قال المتحدث باسم وزارة الداخلية العميد خالد المحنا',
      ['person / المتحدث باسم وزارة الداخلية العميد / خالد المحنا'],
    ],
    ['أوضح اللواء الركن الدكتور سعد معن أن', ['person / اللواء الركن الدكتور / سعد معن']],
    ['وقال عمر الكسواني إن', ['person / عمر الكسواني']],
    ['التقى وفيق بن ناصر ولد أحمد', ['person / وفيق بن ناصر ولد أحمد']],
    ['عزت وفاة الشيخ عبد الرحمن أبو زيد', ['person / الشيخ / عبد الرحمن أبو زيد']],
    ['صرحت الناشطة هيلين كورفيتش من لندن', ['person / الناشطة / هيلين كورفيتش']],
    ['خطف المواطن التونسي بوعلي بن عمر لحمر', ['person / المواطن التونسي / بوعلي بن عمر لحمر']],
    ['وقال جيم كرافت قائد الشرطة في لافايت', ['person / قائد الشرطة / جيم كرافت']],
    ['قال الناطق باسم البلدية، خالد شواني، في تصريح', ['person / الناطق باسم البلدية / خالد شواني']],
    ['وأعلن كلينسمان أن النادي', ['person / كلينسمان']],
    ['اعتقال صمويل دوبوسي صباحا', ['person / صمويل دوبوسي']],
    ['قال مسؤولون إن الطريق مغلق', ['office / مسؤولون']],
    [
      'قال الناطق باسم الشرطة بمدينة الزهراء النقيب حسن عمر',
      ['person / الناطق باسم الشرطة بمدينة الزهراء النقيب / حسن عمر'],
    ],
    ['زار جعفر حسان رئيس الوزراء المدرسة', ['registered / رئيس الوزراء / جعفر حسان']],
    ['الرئيس صادق على القانون', ['office / الرئيس']],
    ['وصل الدكتور متأخرا', []],
    ['قرار صالح للتطبيق', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  it('are known by the family name alone once the full name stands in the article', () => {
    expect(read('أوقفت النيابة روبرت ستادلر، ونفى ستادلر التهمة').slice(-1)).toEqual(['person / ستادلر']);
    const known = findParties('اعتقال روبرت ستادلر');
    expect(read('ونفى ستادلر التهمة', { known })).toEqual(['person / ستادلر']);
    expect(read('ونفى ستادلر التهمة')).toEqual([]);
  });
  it('take sector, country and weight from their office', () => {
    const person = first('قال وزير الدفاع الكندي هاري ولسن');
    expect([person?.sector, person?.country, person?.sourceType]).toEqual(['MIL', 'CA', 'military_police']);
    const member = first('صرح عضو المكتب السياسي لحركة حماس سامر دلول');
    expect([member?.text, member?.sector, member?.office?.canon]).toEqual(['سامر دلول', 'REB', 'hamas']);
  });
});

describe('whose it is', () => {
  it.each([
    ['خلايا تابعة لتنظيم داعش', 'isis'],
    ['دوريات من الجيش التركي', 'tr_army'],
    ['طائرات التحالف الدولي', 'us_coalition'],
    ['قيادي في حركة حماس', 'hamas'],
    ['مسلحون مجهولون', 'unidentified_gunmen'],
    ['المتحدث باسم الجيش الأردني', 'jo_army'],
  ])('%s is of %s', (text, canon) => {
    expect(first(text)?.canon).toBe(canon);
  });
  it('a definite noun points back to the party named before', () => {
    const [, back] = findParties('هاجم تنظيم داعش القرية، ثم انسحب التنظيم منها');
    expect([back?.text, back?.canon]).toEqual(['التنظيم', 'isis']);
    expect(findParties('انسحب التنظيم منها')).toEqual([]);
    const [, watch] = findParties('قال المرصد السوري لحقوق الإنسان إن القصف توقف. وأضاف المرصد أنه عاد');
    expect([watch?.text, watch?.canon]).toEqual(['المرصد', 'sohr']);
    expect(findParties('وأضاف المرصد أنه عاد')[0]?.canon).toBeNull();
  });
  it('an adjective, a country nearby, most of the text or the outlet says whose police it is', () => {
    const police = (text: string, context: PartyContext = {}) => {
      const found = findParties(text, undefined, context).find(({ rule }) => rule === 'police');
      return [found?.canon, found?.countryBasis];
    };
    expect(police('الشرطة الإيطالية تعتقل ثلاثة')).toEqual(['it_police', 'phrase']);
    expect(police('حادث في كينيا، والشرطة تحقق')).toEqual(['ke_police', 'near']);
    expect(police('الشرطة تحقق', { outletCountry: 'TN' })).toEqual(['tn_police', 'outlet']);
    expect(police('الشرطة تحقق')).toEqual([null, null]);
    const places = [{ start: 20, end: 25, country: 'MA' }];
    expect(police('الشرطة تحقق في حادث وجدة', { outletCountry: 'TN', places })).toEqual([
      'ma_police',
      'near',
    ]);
  });
  it('nobody says whose "a drone" is: not the country it strikes in', () => {
    const [drone] = findParties('استهدفت طائرة مسيرة سيارة في صيدا جنوب لبنان');
    expect([drone?.text, drone?.canon, drone?.country]).toEqual(['طائرة مسيرة', null, null]);
    const [owned] = findParties('استهدفت طائرة مسيرة إسرائيلية سيارة في صيدا جنوب لبنان');
    expect(owned?.country).toBe('IL');
  });
  it('a capital is the government when it speaks, not when something happens there', () => {
    expect(first('دمشق تدين الهجوم')?.canon).toBe('SY');
    expect(first('أدانت الرباط الهجوم')?.canon).toBe('MA');
    expect(findParties('انفجار في دمشق')).toEqual([]);
    expect(findParties('أمطار على الرباط صباحا')).toEqual([]);
  });
});

describe('what a party can be', () => {
  it.each([
    ['أفاد مصدر أمني', 'COP', 'military_police'],
    ['أفاد مصدر طبي', 'MED', 'medical'],
    ['نقلت وكالة الأناضول', 'JRN', 'agency'],
    ['ذكر المرصد السوري لحقوق الإنسان', 'NGO', 'ngo_monitor'],
    ['ذكر ناشطون', 'CVL', 'social_media'],
    ['ذكرت مصادر محلية', 'CVL', 'local_source'],
    ['ذكر شهود عيان', 'CVL', 'witness'],
    ['أعلنت حركة حماس', 'REB', 'party_to_conflict'],
  ])('%s speaks as %s, %s', (text, sector, sourceType) => {
    expect([first(text)?.sector, first(text)?.sourceType, first(text)?.canSpeak]).toEqual([
      sector,
      sourceType,
      true,
    ]);
  });
  it('counts the head', () => {
    expect(['قتل مدني', 'قتل مدنيان', 'قتل مدنيين'].map((text) => first(text)?.number)).toEqual([
      'one',
      'two',
      'many',
    ]);
  });
});
