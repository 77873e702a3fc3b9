import { describe, expect, it } from 'vitest';
import { bomb, createDesk, flood, type Told } from './test-articles.ts';

describe('one happening', () => {
  it('stays one incident while its toll rises', async () => {
    const desk = createDesk();
    await desk.tell(
      flood('sada-1', '2026-08-10T08:00:00Z', 122),
      flood('rafid-1', '2026-08-10T17:00:00Z', 141),
      flood('barq-1', '2026-08-11T06:00:00Z', 179),
    );
    const [incident, ...others] = desk.incidents();
    expect(others).toEqual([]);
    expect(incident?.counts.killed).toMatchObject({ min: 122, max: 179, agreement: 'differ' });
    expect(incident?.timeline.map(({ reason, detail }) => [reason, detail])).toEqual([
      ['first-report', null],
      ['toll-raised', 'killed 122 \u2192 141'],
      ['toll-raised', 'killed 141 \u2192 179'],
    ]);
    expect(desk.changes.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'created first-report',
      'updated toll-raised',
      'updated toll-raised',
    ]);
  });

  it('keeps the latest word of an outlet current, and the earlier one as history', async () => {
    const desk = createDesk();
    await desk.tell(
      flood('sada-1', '2026-08-10T08:00:00Z', 122),
      flood('sada-2', '2026-08-10T19:00:00Z', 150),
    );
    const killed = desk.incidents()[0]?.counts.killed;
    expect(killed).toMatchObject({ min: 150, max: 150, agreement: 'single' });
    expect(killed?.claims.map(({ max, isCurrent }) => [max, isCurrent])).toEqual([
      [122, false],
      [150, true],
    ]);
  });

  it('keeps contradictory tolls both, each with who said it', async () => {
    const desk = createDesk();
    await desk.tell(
      bomb('sada-1', '2026-08-10T08:00:00Z', '2026-08-10', 5, 'سوق الخضار'),
      bomb('rafid-1', '2026-08-10T09:00:00Z', '2026-08-10', 8, 'سوق الخضار'),
    );
    const [incident] = desk.incidents();
    expect(incident?.counts.killed?.claims.map(({ outletId, max }) => `${outletId} ${max}`)).toEqual([
      'sada 5',
      'rafid 8',
    ]);
    expect(incident?.counts.killed?.agreement).toBe('differ');
  });

  it('counts a text that two outlets carry as one voice, and tells subscribers nothing of the copy', async () => {
    const desk = createDesk();
    await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122));
    const heard = await desk.tell(flood('rafid-1', '2026-08-10T09:00:00Z', 122, { origin: 'sada' }));
    expect(heard).toEqual([]);
    const [incident] = desk.incidents();
    expect(incident?.origins).toEqual(['sada']);
    expect(incident?.counts.killed?.agreement).toBe('single');
    expect(incident?.reports.map(({ outletId }) => outletId)).toEqual(['sada', 'rafid']);
  });

  it('names the perpetrator and the village when a later report does', async () => {
    const desk = createDesk();
    const told = (id: string, at: string, event: NonNullable<Told['events']>[number]): Told => ({
      id,
      at,
      title: 'مسلحون يهاجمون حافلة ركاب على طريق أثريا',
      text: 'هاجم مسلحون حافلة ركاب على طريق أثريا خناصر في البادية وقتلوا سبعة من ركابها.',
      events: [event],
    });
    await desk.tell(
      told('sada-1', '2026-08-10T08:00:00Z', {
        type: 'armed_attack',
        place: ['SY', 'حماة'],
        counts: { killed: 7 },
      }),
      told('rafid-1', '2026-08-10T10:00:00Z', {
        type: 'armed_attack',
        place: ['SY', 'حماة', 'أثريا'],
        counts: { killed: 7 },
        actors: ['تنظيم داعش'],
      }),
    );
    const [incident] = desk.incidents();
    expect(incident?.place?.locality).toBe('أثريا');
    expect(incident?.actors.map(({ text }) => text)).toEqual(['تنظيم داعش']);
    expect(incident?.timeline.map(({ reason }) => reason)).toEqual([
      'first-report',
      'place-refined',
      'perpetrator-named',
    ]);
    expect(incident?.claims.place?.agreement).toBe('differ');
    expect(incident?.claims.type?.agreement).toBe('agree');
  });

  it('knows a town by its entry, whatever an outlet calls it', async () => {
    const raid = (outlet: string, town: string, ...entry: [string?]): Told => ({
      id: `${outlet}-1`,
      at: '2026-08-10T08:00:00Z',
      title: `مقتل عنصرين بطائرة مسيرة قرب ${town}`,
      text: `قتل عنصران من الأسايش في استهداف طائرة مسيرة سيارة لهما قرب ${town} بحسب مصدر محلي.`,
      events: [
        {
          type: 'air_drone_strike',
          place: ['SY', 'حلب', town, ...entry],
          date: '2026-08-10',
          counts: { killed: 2 },
        },
      ],
    });
    const [known, unknown] = [createDesk(), createDesk()];
    await known.tell(raid('sada', 'كوباني', 'gn:170'), raid('rafid', 'عين العرب', 'gn:170'));
    await unknown.tell(raid('sada', 'كوباني'), raid('rafid', 'عين العرب'));
    expect([known.incidents().length, unknown.incidents().length]).toEqual([1, 2]);
  });

  it('takes in an article in which no event was found when its words say the same', async () => {
    const desk = createDesk();
    await desk.tell(
      flood('sada-1', '2026-08-10T08:00:00Z', 122),
      flood('rafid-1', '2026-08-10T09:00:00Z', 122, { events: [] }),
    );
    const [incident, ...others] = desk.incidents();
    expect(others).toEqual([]);
    expect(incident?.reports.map(({ outletId, eventId }) => [outletId, eventId !== null])).toEqual([
      ['sada', true],
      ['rafid', false],
    ]);
  });

  it('is told to nobody before an event was found', async () => {
    const desk = createDesk();
    expect(await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122, { events: [] }))).toEqual([]);
    expect(desk.incidents()).toEqual([]);
    const heard = await desk.tell(flood('rafid-1', '2026-08-10T09:00:00Z', 122));
    expect(heard.map(({ kind, incident }) => [kind, incident.reports.length])).toEqual([['created', 2]]);
  });

  it('is taken back when the only outlet withdraws it', async () => {
    const desk = createDesk();
    await desk.tell(flood('sada-1', '2026-08-10T08:00:00Z', 122));
    const heard = await desk.tell(
      flood('sada-1', '2026-08-10T08:00:00Z', 122, {
        revision: 2,
        title: 'تصحيح: لا ضحايا',
        text: 'تعتذر الوكالة عن خبر سابق.',
        events: [],
      }),
    );
    expect(heard.map(({ kind, reason }) => [kind, reason])).toEqual([['retracted', 'withdrawn']]);
  });

  it('gathers what later articles recall of it, and what is told late', async () => {
    const desk = createDesk();
    await desk.tell(
      flood('sada-1', '2026-08-10T08:00:00Z', 122),
      {
        id: 'rafid-9',
        at: '2026-09-20T08:00:00Z',
        title: 'وصول قافلة مساعدات إلى الحديدة',
        text: 'وصلت قافلة مساعدات إلى المحافظة. وكانت فيضانات وادي سردد في مديرية باجل أودت بحياة 122 شخصاً في آب.',
        events: [
          { type: 'humanitarian_aid', place: ['YE', 'الحديدة'] },
          {
            type: 'natural_disaster',
            status: 'background',
            place: ['YE', 'الحديدة', 'باجل'],
            date: '2026-08-10',
            counts: { killed: 122 },
            evidence: 'وكانت فيضانات وادي سردد في مديرية باجل أودت بحياة 122 قتيلاً في آب',
          },
        ],
      },
      flood('barq-1', '2026-08-09T23:00:00Z', 100),
    );
    const [incident, ...others] = desk.incidents();
    expect(others.map(({ type }) => type)).toEqual(['humanitarian_aid']);
    expect(incident?.reports.map(({ outletId, status }) => `${outletId} ${status}`)).toEqual([
      'barq main',
      'sada main',
      'rafid background',
    ]);
  });
});

describe('two happenings', () => {
  it('in one place on two days are two incidents', async () => {
    const desk = createDesk();
    await desk.tell(
      bomb('sada-1', '2026-08-10T08:00:00Z', '2026-08-10', 5, 'سوق الخضار'),
      bomb('rafid-1', '2026-08-11T09:00:00Z', '2026-08-11', 2, 'كراج المفرق'),
    );
    expect(desk.incidents()).toHaveLength(2);
  });

  it('told by one template are two: two executions', async () => {
    const execution = (id: string, name: string, place: string): Told => ({
      id,
      at: '2026-08-10T12:00:00Z',
      title: `تنفيذ حكم القتل قصاصاً في أحد الجناة بمنطقة ${place}`,
      text: `أصدرت وزارة الداخلية بياناً بشأن تنفيذ حكم القتل قصاصاً في أحد الجناة بمنطقة ${place} جاء فيه: أقدم ${name} على قتل مواطن بإطلاق النار عليه إثر خلاف بينهما.`,
      events: [{ type: 'judicial_proceeding', place: ['SA', place], date: '2026-08-10' }],
    });
    const desk = createDesk();
    await desk.tell(
      execution('sada-1', 'ناصر بن فهد السهلي', 'القصيم'),
      execution('rafid-1', 'جابر بن علي الفيفي', 'جازان'),
    );
    expect(desk.incidents()).toHaveLength(2);
  });

  it('told by one template are two: two quakes of 5.1', async () => {
    const quake = (id: string, at: string, place: [string, string], words: string): Told => ({
      id,
      at,
      title: `زلزال بقوة 5.1 درجات يضرب ${words}`,
      text: `ضرب زلزال بقوة 5.1 درجات على مقياس ريختر ${words}، ولم ترد أنباء عن ضحايا، وفق هيئة المسح الجيولوجي.`,
      events: [{ type: 'natural_disaster', place, date: at.slice(0, 10) }],
    });
    const desk = createDesk();
    await desk.tell(
      quake('sada-1', '2026-08-10T12:00:00Z', ['TR', 'ملاطية'], 'ولاية ملاطية التركية'),
      quake('rafid-1', '2026-08-10T18:00:00Z', ['IR', 'هرمزجان'], 'سواحل هرمزجان الإيرانية'),
    );
    expect(desk.incidents()).toHaveLength(2);
  });

  it('of one round-up go each to its own incident', async () => {
    const desk = createDesk();
    await desk.tell(
      bomb('sada-1', '2026-08-10T08:00:00Z', '2026-08-10', 5, 'سوق الخضار'),
      flood('rafid-1', '2026-08-10T09:00:00Z', 122),
      {
        id: 'barq-1',
        at: '2026-08-10T20:00:00Z',
        title: 'حصاد اليوم: تفجير في العراق وسيول في اليمن',
        text: 'قتل 5 أشخاص بانفجار عبوة ناسفة في سوق الخضار وسط مدينة بعقوبة. وفي اليمن جرفت السيول وادي سردد.',
        events: [
          {
            type: 'bombing',
            place: ['IQ', 'ديالى', 'بعقوبة'],
            date: '2026-08-10',
            counts: { killed: 5 },
          },
          {
            type: 'natural_disaster',
            status: 'secondary',
            place: ['YE', 'الحديدة', 'باجل'],
            date: '2026-08-10',
            counts: { killed: 122 },
            evidence: 'وفي اليمن جرفت السيول وادي سردد في مديرية باجل وارتفع عدد الضحايا إلى 122 قتيلاً',
          },
        ],
      },
    );
    expect(
      desk.incidents().map(({ reports }) =>
        reports
          .map(({ outletId }) => outletId)
          .sort()
          .join(),
      ),
    ).toEqual(['barq,sada', 'barq,rafid']);
  });

  it('that a reaction is about stay apart from the reaction', async () => {
    const desk = createDesk();
    await desk.tell(bomb('sada-1', '2026-08-10T08:00:00Z', '2026-08-10', 5, 'سوق الخضار'), {
      id: 'rafid-1',
      at: '2026-08-10T15:00:00Z',
      title: 'الجامعة العربية تدين تفجير بعقوبة',
      text: 'أدانت جامعة الدول العربية تفجير سوق الخضار في بعقوبة، وقدم أمينها العام التعازي إلى أسر الضحايا.',
      events: [{ type: 'official_stance', actors: ['جامعة الدول العربية'] }],
    });
    expect(desk.incidents()).toHaveLength(2);
  });
});
