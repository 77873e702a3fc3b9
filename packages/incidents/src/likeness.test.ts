import { describe, expect, it } from 'vitest';
import { createDesk, flood, type Told } from './test-articles.ts';

const toldBy = async (...articles: Told[]): Promise<string[]> => {
  const desk = createDesk();
  await desk.tell(...articles);
  return desk.incidents().map(({ reports }) => reports.map(({ outletId }) => outletId).join());
};

describe('happenings of one template stay apart', () => {
  it('by the names of those it was done to', async () => {
    const execution = (id: string, name: string, title: string, deed: string): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title,
      text: `نفذت وزارة الداخلية اليوم حكم القتل تعزيراً بمنطقة الرياض في ${name} ${deed}.`,
      events: [{ type: 'judicial_proceeding', place: ['SA', 'الرياض'], date: '2026-08-10', targets: [name] }],
    });
    const [first, second] = ['غيلان مطهر الشعفوري', 'تيمور خلجان بهرامي'];
    expect(
      await toldBy(
        execution(
          'sada-1',
          first,
          'تنفيذ حكم القتل تعزيراً في مهرب مخدرات',
          'لتهريبه حبوباً مخدرة إلى المملكة',
        ),
        execution('rafid-1', second, 'القتل تعزيراً لمهرب هيروين بالرياض', 'لتهريبه الهيروين في أحشائه'),
        execution('barq-1', first, 'القتل تعزيراً لمهرب مخدرات بالرياض', 'لتهريبه كمية من الحبوب المخدرة'),
      ),
    ).toEqual(['sada,barq', 'rafid']);
  });

  it('by a place that titles call by less than its full name', async () => {
    const blast = (id: string, admin1: string, town: string, killed: number): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title: `مقتل ${killed} أشخاص في انفجار عبوة ناسفة قرب سوق ${town}`,
      text: `قتل ${killed} أشخاص وأصيب آخرون بجروح اليوم إثر انفجار عبوة ناسفة قرب سوق شعبية في مدينة ${town}، وفق مديرية الصحة في المدينة.`,
      events: [{ type: 'bombing', place: ['PS', admin1], date: '2026-08-10', counts: { killed } }],
    });
    expect(
      await toldBy(blast('sada-1', 'قطاع غزة', 'غزة', 5), blast('rafid-1', 'نابلس', 'نابلس', 6)),
    ).toEqual(['sada', 'rafid']);
  });

  it('by the number in a series', async () => {
    const plane = (id: string, number: string): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title: `وصول الطائرة الإغاثية ${number} إلى مطار سقطرى`,
      text: `وصلت إلى مطار سقطرى الطائرة الإغاثية ${number} ضمن الجسر الجوي لإغاثة المتضررين من الإعصار، وعلى متنها أدوية وخيام.`,
      events: [{ type: 'humanitarian_aid', place: ['YE', 'سقطرى'], date: '2026-08-10' }],
    });
    expect(await toldBy(plane('sada-1', 'الثانية'), plane('rafid-1', 'الثالثة'))).toHaveLength(2);
  });

  it('by the guests of one host', async () => {
    const visit = (id: string, title: string, guest: string): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title,
      text: `استقبل الرئيس في القصر الجمهوري اليوم ${guest} والوفد المرافق له، وجرى خلال الاستقبال بحث العلاقات الثنائية وسبل تعزيزها في المجالات كافة.`,
      events: [{ type: 'diplomatic_meeting', place: ['TN'], date: '2026-08-10', actors: ['الرئيس', guest] }],
    });
    expect(
      await toldBy(
        visit('sada-1', 'الرئيس يستقبل وزير خارجية البرتغال', 'جواو غوميز كرافينيو'),
        visit('rafid-1', 'الرئيس يستقبل وزير خارجية سلوفينيا', 'تانيا فايون'),
        visit('barq-1', 'الرئيس يبحث العلاقات مع وزير خارجية البرتغال', 'جواو غوميز كرافينيو'),
      ),
    ).toEqual(['sada,barq', 'rafid']);
  });

  it('when prices rise in one and fall in the other', async () => {
    const market = (id: string, title: string): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title,
      text: 'أنهى المؤشر العام لسوق الأوراق المالية تعاملات اليوم عند 7421 نقطة وسط تداولات بلغت قيمتها 310 ملايين.',
      events: [{ type: 'economic_measure', place: ['EG'], date: '2026-08-10' }],
    });
    const [up, down] = ['ارتفاع المؤشر العام للسوق المالية', 'تراجع المؤشر العام للسوق المالية'];
    expect(await toldBy(market('sada-1', up), market('rafid-1', down))).toHaveLength(2);
    expect(await toldBy(market('sada-1', up), market('rafid-1', up))).toHaveLength(1);
  });

  it('when one tells of the dead and the other of the wounded alone', async () => {
    const shooting = (id: string, title: string, text: string, counts: Record<string, number>): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title,
      text,
      events: [{ type: 'violent_crime', place: ['JO', 'إربد', 'الرمثا'], date: '2026-08-09', counts }],
    });
    expect(
      await toldBy(
        shooting(
          'sada-1',
          'مقتل سائق طعناً في الرمثا',
          'طعن عامل سائقاً في الرمثا إثر خلاف على أجرة وفارق الحياة.',
          {
            killed: 1,
          },
        ),
        shooting(
          'rafid-1',
          'إصابة حارس مدرسة في الرمثا',
          'أطلق ملثمان النار على حارس مدرسة في الرمثا ولاذا بالفرار.',
          {
            wounded: 1,
          },
        ),
      ),
    ).toHaveLength(2);
  });
});

describe('what follows a happening', () => {
  it('is told apart from it: a search, a visit to the wounded', async () => {
    const visit: Told = {
      id: 'rafid-1',
      at: '2026-08-11T08:00:00Z',
      title: 'المحافظ يزور مصابي فيضانات وادي سردد ويوجه بصرف تعويضات',
      text: 'زار محافظ الحديدة المصابين في مستشفى الثورة ووجه بصرف تعويضات عاجلة لأسرهم وبناء سد ترابي.',
      events: [{ type: 'government_decision', place: ['YE', 'الحديدة'], date: '2026-08-11' }],
    };
    expect(await toldBy(flood('sada-1', '2026-08-10T08:00:00Z', 122), visit)).toHaveLength(2);
  });

  it('recalls what lies days back, and does not tell it', async () => {
    const desk = createDesk();
    await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122), {
      id: 'rafid-1',
      at: '2026-08-13T08:00:00Z',
      title: 'وصول قافلة مساعدات إلى الحديدة',
      text: 'وصلت قافلة مساعدات إلى المحافظة. وأودت فيضانات وادي سردد في مديرية باجل بحياة 122 قتيلاً.',
      events: [
        { type: 'humanitarian_aid', place: ['YE', 'الحديدة'], date: '2026-08-13' },
        {
          type: 'natural_disaster',
          status: 'secondary',
          place: ['YE', 'الحديدة', 'باجل'],
          date: '2026-08-10',
          counts: { killed: 122 },
          evidence: 'وأودت فيضانات وادي سردد في مديرية باجل بحياة 122 قتيلاً',
        },
      ],
    });
    const [incident] = desk.incidents();
    expect(incident?.reports.map(({ outletId, status }) => `${outletId} ${status}`)).toEqual([
      'sada main',
      'rafid background',
    ]);
  });
});

it('a toll of many is one, told for days, each time as of today', async () => {
  const days = (id: string, at: string, killed: number) => {
    const told = flood(id, at, killed);
    return { ...told, events: (told.events ?? []).map((event) => ({ ...event, date: at.slice(0, 10) })) };
  };
  expect(
    await toldBy(days('sada-1', '2026-08-10T08:00:00Z', 122), days('rafid-1', '2026-08-11T08:00:00Z', 141)),
  ).toEqual(['sada,rafid']);
});

it('a happening in the city that a text names as one is told from those elsewhere in its governorate', async () => {
  const march = (id: string, title: string, text: string, isPlaceSure: boolean): Told => ({
    id,
    at: '2026-08-10T12:00:00Z',
    title,
    text,
    events: [
      {
        type: 'protest',
        place: ['IQ', 'البصرة', 'البصرة', 'gn:99532'],
        isPlaceSure,
        date: '2026-08-10',
      },
    ],
  });
  const both = (isPlaceSure: boolean) =>
    toldBy(
      march(
        'sada-1',
        'احتجاج على البطالة وتأخر التعيينات في البصرة',
        'احتشد نحو 400 شاب من حملة الشهادات في مدينة البصرة العراقية احتجاجاً على البطالة.',
        isPlaceSure,
      ),
      march(
        'rafid-1',
        'وقفة احتجاجية لخريجين في البصرة',
        'نفذ عشرات من خريجي كليات الهندسة وقفة احتجاجية في مدينة البصرة العراقية اليوم.',
        isPlaceSure,
      ),
    );
  expect(await both(true)).toEqual(['sada,rafid']);
  expect(await both(false)).toEqual(['sada', 'rafid']);
});
