import type { Incident } from '@rasid/contracts';
import { expect, it } from 'vitest';
import { listIncidents } from './list-incidents.ts';
import { widthOf } from './terminal.ts';
import { loadWording, viewIncident } from './view-incident.ts';

const outlets = [
  { outlet: { id: 'sidra', name: { ar: 'سدرة', en: 'Sidra' }, country: 'IQ' } },
  { outlet: { id: 'rafid', name: { ar: 'الرافد', en: 'Al-Rafid' }, country: 'IQ' } },
];
const claim = (recordId: string, killed: number, outletId: string, originId: string) => ({
  min: killed,
  max: killed,
  qualifier: 'exact' as const,
  text: `${killed} قتلى`,
  source: null,
  outletId,
  originId,
  recordId,
  at: '2026-11-24T09:00:00Z',
  isCurrent: true,
});
const report = (recordId: string, outletId: string, originId: string) => ({
  recordId,
  eventId: 'evt_1',
  articleId: 'art_1',
  storyId: 'sty_1',
  outletId,
  originId,
  title: 'تفجير في السوق',
  url: '',
  publishedAt: '2026-11-24T09:00:00Z',
  status: 'main' as const,
});
const incident: Incident = {
  schema: 'rasid.incident/1',
  id: 'inc_1',
  revision: 2,
  aliases: [],
  type: 'bombing',
  label: { ar: 'تفجير', en: 'Bombing' },
  title: 'تفجير في السوق',
  place: null,
  date: null,
  actors: [],
  targets: [],
  counts: {
    killed: {
      min: 5,
      max: 6,
      agreement: 'differ',
      claims: [claim('rec_1', 5, 'sidra', 'sidra'), claim('rec_2', 6, 'rafid', 'reuters')],
    },
  },
  modality: 'asserted',
  claims: {},
  origins: ['reuters', 'sidra'],
  reports: [report('rec_1', 'sidra', 'sidra'), report('rec_2', 'rafid', 'reuters')],
  timeline: [
    { at: '2026-11-24T08:00:00Z', reason: 'first-report', recordId: 'rec_0', detail: null },
    { at: '2026-11-24T09:00:00Z', reason: 'toll-raised', recordId: 'rec_2', detail: 'killed 5 \u2192 6' },
    { at: '2026-11-24T09:00:00Z', reason: 'toll-raised', recordId: 'rec_2', detail: 'wounded 1 \u2192 2' },
    { at: '2026-11-24T10:00:00Z', reason: 'withdrawn', recordId: 'rec_9', detail: 'unlisted' },
    { at: '2026-11-24T11:00:00Z', reason: 'merged', recordId: null, detail: 'inc_2' },
  ],
  firstReportedAt: '2026-11-24T08:00:00Z',
  lastReportedAt: '2026-11-24T09:00:00Z',
};
/** Without the controls that keep each piece in its direction. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const view = async (language: 'ar' | 'en') =>
  plain(
    viewIncident(incident, await loadWording(language, outlets), [
      { recordId: 'rec_0', outletId: 'sidra', originId: 'sidra' },
    ]),
  );

it('names outlets and agencies in the reader’s language, and whose words an outlet carries', async () => {
  expect(await view('en')).toContain('2: Reuters · Sidra');
  expect(await view('en')).toMatch(/6 {2}6 قتلى {2}Al-Rafid \(after Reuters\)/);
  expect(await view('ar')).toContain('2: رويترز · سدرة');
  expect(await view('ar')).toContain('الرافد (نقلاً عن رويترز)');
});

it('tells a report’s news in one line, in the words of the language', async () => {
  const english = await view('en');
  expect(english).toMatch(/first report {2}Sidra/);
  expect(english).toMatch(/toll raised: killed 5 → 6, wounded 1 → 2 {2}Al-Rafid/);
  expect(english).toMatch(/withdrawn: unlisted {2}rec_9/);
  expect(english).toMatch(/merged: inc_2 {2}operator/);
  expect(await view('ar')).toContain('ارتفعت الحصيلة: قتلى 5 → 6، جرحى 1 → 2');
});

it('says how many reports it does not list', async () => {
  const wording = await loadWording('en', outlets);
  expect(plain(viewIncident({ ...incident, unlisted: 512 }, wording))).toContain('Not listed: 512');
  expect(await view('en')).not.toContain('Not listed');
});

it('lists incidents in a table, and as blocks where the terminal is narrower than it', async () => {
  const wording = await loadWording('en', outlets);
  const piped = listIncidents([incident, incident], wording, null).split('\n');
  expect(piped).toHaveLength(3);
  expect(piped[1]).toMatch(/^inc_1 .*Bombing .*killed \u20685–6\u2069 +2 +2 {2}\u2068تفجير في السوق\u2069$/);
  const denied = listIncidents([{ ...incident, modality: 'denied' }], wording, null);
  expect(denied).toContain('Bombing (denied)');
  const narrow = listIncidents([incident, incident], wording, 40).split('\n');
  expect(narrow.filter((line) => widthOf(line) > 40)).toEqual([]);
  expect(narrow.slice(1, 5)).toEqual([
    '  Bombing',
    '  killed \u20685–6\u2069 · Reports 2 · Independent',
    '  origins 2',
    '  \u2068تفجير في السوق\u2069',
  ]);
});

it('shows an incident in a narrow terminal without a line that is wider', async () => {
  const wording = await loadWording('en', outlets);
  const wide = viewIncident(incident, wording).split('\n');
  const lines = viewIncident(incident, wording, [], 40).split('\n');
  expect(wide.some((line) => widthOf(line) > 40)).toBe(true);
  expect(lines.filter((line) => widthOf(line) > 40)).toEqual([]);
  expect(lines).toContain('  6 · \u20686 قتلى\u2069 · \u2068Al-Rafid\u2069 (after');
});
