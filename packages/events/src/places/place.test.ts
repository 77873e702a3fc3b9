import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

describe('where an event happened', () => {
  it('takes the unit of the sentence before where its own names none', () => {
    const events = eventsIn(
      'ألقت الشرطة القبض أمس على ثلاثة متهمين بالسرقة في مدينة سكيكدة شرقي الجزائر. وفي سياق آخر قال والي المدينة إن الأشغال مستمرة. وتظاهر مئات السكان احتجاجا على انقطاع المياه.',
    );
    expect(events.find(({ type }) => type === 'protest')?.place).toMatchObject({
      country: 'DZ',
      admin1: 'سكيكدة',
      locality: null,
      precision: 3,
    });
  });

  it('takes the West Bank for a unit, and no one village where it was all over it', () => {
    const [raid] = eventsIn(
      'اعتقلت قوات الاحتلال فجر اليوم 17 شابا من مناطق متفرقة في الضفة الغربية. واعتقلت قوات الاحتلال خمسة منهم في بلدة جماعين.',
    );
    expect(raid?.place).toMatchObject({
      country: 'PS',
      admin1: 'الضفة الغربية',
      locality: null,
      precision: 3,
    });
    const [fire] = eventsIn('أضرم مستوطنون النار أمس في مسجد بقرية دوما شمال الضفة الغربية.');
    expect(fire?.place).toMatchObject({ country: 'PS', admin1: 'نابلس', locality: 'دوما' });
  });

  it('takes the province, not the city it lies west of', () => {
    const [event] = eventsIn(
      'دمرت وحدة من الجيش أمس مخبأ للإرهابيين بولاية عين الدفلى غربي العاصمة الجزائرية، وفق بيان الوزارة.',
    );
    expect(event?.place).toMatchObject({ country: 'DZ', admin1: 'عين الدفلى', locality: null });
  });

  it('takes no sanctioned country for where sanctions are laid', () => {
    const [event] = eventsIn(
      'قرر الاتحاد الأوروبي أول من أمس تمديد عقوباته الاقتصادية على بيلاروسيا عاما آخر.',
    );
    expect(event).toMatchObject({ type: 'sanctions_rupture', place: null });
  });

  it('takes the country of the parties where no place is told', () => {
    const [event] = eventsIn(
      'أعلن الاتحاد العام التونسي للشغل عن تنظيم إضراب عام يوم الخميس المقبل احتجاجا على تجميد الأجور.',
    );
    expect(event?.place).toMatchObject({ country: 'TN', precision: 4 });
  });

  it('takes a reception for one at home', () => {
    const [event] = eventsIn(
      'استقبل وزير الخارجية السعودي أمس نظيره الهندي، وبحثا العلاقات بين البلدين وسبل تطويرها.',
    );
    expect(event).toMatchObject({ type: 'diplomatic_meeting', place: { country: 'SA' } });
  });

  it('takes what a governor decides for his region, what a ministry decides for the state', () => {
    const decree = 'وجه أمير منطقة القصيم أمس بتشكيل لجنة لمتابعة مشاريع السيول في المنطقة.';
    expect(eventsIn(decree)[0]?.place).toMatchObject({ admin1: 'القصيم', locality: null });
    const law = 'قررت وزارة التعليم السعودية أمس تعليق الدراسة في مدارس بريدة.';
    expect(eventsIn(law)[0]?.place).toMatchObject({ country: 'SA', admin1: null });
  });

  it('takes the place of a lead before a state that the title only mentions', () => {
    const [event] = eventsIn(
      'انطلقت أمس مناورات عسكرية في المنطقة الشرقية بالسعودية تحت اسم "درع الخليج" بمشاركة قوات من عشر دول.',
      'علم مصر على شعار مناورات "درع الخليج"',
    );
    expect(event?.place).toMatchObject({ country: 'SA', admin1: 'المنطقة الشرقية' });
  });

  it('does not put a protest where an embassy moves to', () => {
    const [event] = eventsIn('خرجت احتجاجات حاشدة في رام الله تزامنت مع انتقال سفارة غواتيمالا إلى القدس.');
    expect(event).toMatchObject({ type: 'protest', place: { locality: 'رام الله' } });
  });

  it('reads Gaza alone as the Strip, and the city where it is called so', () => {
    const placeIn = (where: string) =>
      eventsIn(`قتل ثلاثة فلسطينيين أمس في غارة إسرائيلية على منزل في ${where}.`)[0]?.place;
    expect(placeIn('غزة')).toMatchObject({ admin1: 'قطاع غزة', locality: null, precision: 3 });
    expect(placeIn('مدينة غزة')).toMatchObject({ admin1: 'قطاع غزة', locality: 'غزة' });
  });
});
