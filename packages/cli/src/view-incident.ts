import type { Incident, TimelineStep } from '@rasid/contracts';
import { bold, dim, isolate, pad, table, widthOf } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What the console says in the reader's language; it is loaded only by those who show it. */
export type Wording = Awaited<ReturnType<typeof loadWording>>;

export async function loadWording(
  language: 'ar' | 'en',
  sources: Parameters<typeof import('@rasid/console').createVoices>[0],
) {
  const { createFormat, createMessages, createVoices, placeNames, stepDetail } = await import(
    '@rasid/console'
  );
  const format = createFormat(language);
  const messages = createMessages(language);
  const voice = createVoices(sources, format.name);
  return {
    language,
    ...messages,
    format,
    voice,
    placeNames: (place: NonNullable<Incident['place']>) => placeNames({ language, format }, place),
    detail: (step: TimelineStep) => stepDetail(step, messages, voice),
  };
}

/** A record whose place a later revision has taken: the timeline still names it. */
export type Earlier = { recordId: string; outletId: string; originId: string };

const hang = 4; // columns by which the rest of a broken line stands in

/** Lines no wider than the terminal; as they are for a file or a pipe. */
const fitted = (lines: readonly string[], columns: number | null): string[] =>
  lines.flatMap((line) => {
    if (columns === null || widthOf(line) <= columns) return [line];
    const [first = '', ...rest] = wrap(line.trimStart(), columns - hang);
    return [
      ' '.repeat(line.length - line.trimStart().length) + first,
      ...rest.map((each) => ' '.repeat(hang) + each),
    ];
  });

/** An incident for a reader in a terminal of so many columns; null: a file or a pipe. */
export function viewIncident(
  incident: Incident,
  wording: Wording,
  earlier: readonly Earlier[] = [],
  columns: number | null = null,
): string {
  return fitted(linesOf(incident, wording, earlier, columns), columns).join('\n');
}

function linesOf(
  incident: Incident,
  wording: Wording,
  earlier: readonly Earlier[],
  columns: number | null,
): string[] {
  const { say, word, format } = wording;
  const facts: [string, string][] = [
    [say('col.type'), `${format.name(incident.label)} · ${word('modality', incident.modality)}`],
    [say('col.place'), placeOf(incident, wording)],
    [
      say('role.date'),
      [incident.date?.start, incident.date?.end].flatMap((day) => (day ? format.date(day) : [])).join(' – '),
    ],
    [say('role.actor'), incident.actors.map(({ text }) => isolate(text)).join(' · ')],
    [say('role.target'), incident.targets.map(({ text }) => isolate(text)).join(' · ')],
    [
      say('col.origins'),
      `${incident.origins.length}: ${incident.origins.map((id) => isolate(wording.voice(id))).join(' · ')}`,
    ],
    [say('col.revision'), String(incident.revision)],
  ];
  const told = facts.filter(([, value]) => value !== '');
  const width = Math.max(...told.map(([name]) => widthOf(name)));
  return [
    `${bold(isolate(incident.title))}  ${dim(incident.id)}`,
    ...told.map(([name, value]) => `${dim(pad(name, width))}  ${value}`),
    ...Object.entries(incident.counts).flatMap(([kind, summary]) => [
      '',
      ...viewCount(kind, summary, wording, columns),
    ]),
    '',
    bold(say('incident.timeline')),
    ...viewTimeline(incident, earlier, wording),
    '',
    bold(say('incident.reports')),
    ...(incident.unlisted
      ? [`  ${dim(`${say('incident.unlisted')}: ${format.number(incident.unlisted)}`)}`]
      : []),
    ...incident.reports.map(
      (report) =>
        `  ${dim(format.time(report.publishedAt))}  ${teller(report, wording)}  ${isolate(report.title)}  ${dim(report.recordId)}`,
    ),
  ];
}

const placeOf = ({ place }: Incident, { placeNames, language }: Wording): string =>
  place
    ? placeNames(place)
        .map(isolate)
        .join(language === 'ar' ? '، ' : ', ')
    : '';

/** Who printed it, and whose words they are where these are another's. */
function teller(
  { outletId, originId }: { outletId: string; originId: string },
  { voice, say }: Wording,
): string {
  const [outlet, origin] = [voice(outletId), voice(originId)];
  return outlet === origin
    ? isolate(outlet)
    : `${isolate(outlet)} (${say('incident.after')} ${isolate(origin)})`;
}

function viewCount(
  kind: string,
  summary: NonNullable<Incident['counts']['killed']>,
  wording: Wording,
  columns: number | null,
): string[] {
  const { count, word, format } = wording;
  const claims = summary.claims.map((claim) => {
    const row = [
      format.count(claim),
      isolate(claim.text),
      [claim.source && isolate(claim.source), teller(claim, wording)].filter(Boolean).join(' · '),
      format.time(claim.at),
    ];
    return claim.isCurrent ? row : row.map(dim); // said before: its outlet has another number now
  });
  return [
    `${bold(count(kind))} ${bold(isolate(format.count({ ...summary, text: '' })))}  ${dim(word('incident', summary.agreement))}`,
    ...claimLines(claims, columns).map((line) => `  ${line}`),
  ];
}

/** In columns where the terminal has room for them. */
function claimLines(claims: string[][], columns: number | null): string[] {
  const lines = table(['', '', '', ''], claims).split('\n').slice(1);
  const isWide = columns !== null && lines.some((line) => widthOf(line) + 2 > columns);
  return isWide ? claims.map((row) => row.filter((cell) => widthOf(cell) > 0).join(' · ')) : lines;
}

/** One line a report: all it brought to what was known. */
function viewTimeline(
  { timeline, reports }: Incident,
  earlier: readonly Earlier[],
  wording: Wording,
): string[] {
  const reportOf = new Map([...earlier, ...reports].map((report) => [report.recordId, report] as const));
  const lines = new Map<string, { at: string; recordId: string | null; said: Map<string, string[]> }>();
  for (const step of timeline) {
    const key = `${step.at} ${step.recordId}`;
    const line = lines.get(key) ?? { at: step.at, recordId: step.recordId, said: new Map() };
    const detail = wording.detail(step);
    line.said.set(step.reason, [...(line.said.get(step.reason) ?? []), ...(detail ? [isolate(detail)] : [])]);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ at, recordId, said }) => {
    const report = recordId === null ? undefined : reportOf.get(recordId);
    const words = [...said].map(([reason, details]) =>
      [wording.word('reason', reason), details.join(wording.language === 'ar' ? '، ' : ', ')]
        .filter(Boolean)
        .join(': '),
    );
    const who = report ? teller(report, wording) : (recordId ?? wording.say('incident.operator'));
    return `  ${dim(wording.format.time(at))}  ${words.join(' · ')}  ${dim(who)}`;
  });
}
