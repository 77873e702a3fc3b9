import { beforeAll, describe, expect, it } from 'vitest';
import { mostHeld, mostTogether } from './aside.ts';
import { composeIncident } from './compose.ts';
import { mergeByHand } from './operate.ts';
import { reportsOf } from './report.ts';
import { articleOf, createDesk, flood, type Told } from './test-articles.ts';

const time = (minute: number) => new Date(Date.parse('2026-08-10T08:00:00Z') + minute * 60_000).toISOString();

/** A flood told by twelve outlets for a day, whose toll rises now and then. */
const many = (count: number): Told[] =>
  Array.from({ length: count }, (_, at) =>
    flood(`outlet${at % 12}-${at}`, time(at * 5), 20 + 3 * Math.floor(at / 25)),
  );
const told = many(mostHeld + 30);
const said = ({ counts, ...rest }: NonNullable<ReturnType<typeof composeIncident>>) => ({
  ...rest,
  ...{ id: '', revision: 0, aliases: [], claims: {}, reports: [], unlisted: 0 },
  counts: Object.entries(counts).map(([kind, { claims: _, ...summary }]) => ({ kind, ...summary })),
});

describe('an incident that all outlets tell for days', () => {
  const desk = createDesk();
  beforeAll(() => desk.tell(...told).then(() => {}));
  const incident = () => {
    const [only, ...others] = desk.incidents();
    if (!only || others.length > 0) throw new Error(`one incident was told, not ${others.length + 1}`);
    return only;
  };
  const home = () => desk.neighbourhoodOf(incident().id);

  it('holds a hundred reports, and says how many more there are', () => {
    expect(incident().reports).toHaveLength(mostHeld);
    expect(incident().unlisted).toBe(30);
    expect(home()?.reports).toHaveLength(mostHeld);
  });

  it('says what it would say if it held them all', () => {
    const whole = composeIncident(
      { id: '', revision: 0, aliases: [], log: [] },
      told.flatMap((each) => reportsOf(articleOf(each))),
    );
    expect(said(incident())).toEqual(whole && said(whole));
  });

  it('tells subscribers of changes only, as before', () => {
    const reasons = desk.changes.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'toll-raised')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'withdrawn')).toEqual([]);
  });

  it('takes a report back when its article is revised, and another leaves', async () => {
    const listed = new Set(incident().reports.map(({ articleId }) => articleId));
    const left = told.find((each) => !listed.has(articleOf(each).article.id));
    if (!left) throw new Error('thirty are set aside');
    await desk.tell({ ...flood(left.id, left.at, 95), revision: 2 });
    expect(incident().counts.killed?.claims.map(({ max }) => max)).toContain(95);
    expect(
      incident().reports.filter(({ articleId }) => articleId === articleOf(left).article.id),
    ).toHaveLength(1);
    expect([incident().reports.length, incident().unlisted]).toEqual([mostHeld, 30]);
  });

  it('is merged by an operator with all it holds and all that was set aside', async () => {
    await desk.tell({
      id: 'barq-fire',
      at: time(60),
      title: 'حريق يلتهم مخازن الميناء في عدن',
      text: 'اندلع حريق كبير في مخازن ميناء عدن وأتى على بضائع كثيرة بحسب الدفاع المدني.',
      events: [{ type: 'accident', place: ['YE', 'عدن', 'عدن'], date: '2026-08-10' }],
    });
    const [one, two] = desk.incidents().map(({ id }) => id);
    const homes = [one, two].map((id) => desk.neighbourhoodOf(id ?? ''));
    if (!one || !two || !homes[0] || !homes[1]) throw new Error('two incidents were told');
    const merged = mergeByHand([homes[0], homes[1]], [one, two], time(900));
    if (merged) desk.write(merged);
    expect(incident().reports.length + (incident().unlisted ?? 0)).toBe(told.length + 1);
    expect(incident().reports).toHaveLength(mostHeld);
  });
});

it('does not grow with the revisions of one article', async () => {
  const desk = createDesk();
  for (let revision = 1; revision <= mostHeld + 20; revision++)
    await desk.tell({ ...flood('sada-1', time(revision), 20 + (revision % 2)), revision });
  const [incident] = desk.incidents();
  expect(incident?.reports).toHaveLength(1);
  expect(incident?.unlisted).toBe(undefined);
  expect(desk.neighbourhoodOf(incident?.id ?? '')?.reports.length).toBeLessThanOrEqual(mostHeld);
});

it('bounds a neighbourhood of many like incidents, and loses none of them', async () => {
  const desk = createDesk();
  const towns = ['باجل', 'الزهرة', 'اللحية', 'زبيد', 'الخوخة', 'حيس', 'التحيتا', 'المراوعة'];
  for (let at = 0; at < mostTogether + 40; at++) {
    const town = towns[at % towns.length] ?? '';
    await desk.tell({
      id: `outlet${at % 12}-${at}`,
      at: time(at),
      title: `${5 + (at % towns.length)} قتلى بسيول جرفت منازل في مديرية ${town}`,
      text: `قالت السلطات المحلية إن السيول التي جرفت منازل في مديرية ${town} أوقعت قتلى وجرحى وقطعت الطرق.`,
      events: [
        {
          type: 'natural_disaster',
          place: ['YE', 'الحديدة', town],
          date: '2026-08-10',
          counts: { killed: 5 + (at % towns.length) },
        },
      ],
    });
  }
  expect(desk.incidents()).toHaveLength(towns.length);
  const sizes = desk.incidents().map(({ reports, unlisted = 0 }) => reports.length + unlisted);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(mostTogether + 40);
  for (const { id } of desk.incidents())
    expect(desk.neighbourhoodOf(id)?.reports.length).toBeLessThanOrEqual(mostTogether);
});
