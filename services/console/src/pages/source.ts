import type { Drift } from '@rasid/article';
import type { RasidRecord } from '@rasid/contracts';
import type { Activity } from '@rasid/runtime';
import type { SourceFacts } from '../facts/sources.ts';
import { html, type Markup, webAddress } from '../html.ts';
import type { ConsoleSource } from '../options.ts';
import { diagnosis } from '../view/diagnosis.ts';
import { outcomeChips, type View, when } from '../view/page.ts';
import { rhythmChart } from '../view/rhythm.ts';
import { recordTable } from './lists.ts';
import { sourceButtons, stateCell } from './sources.ts';

export type SourceShown = {
  facts: SourceFacts;
  source: ConsoleSource;
  /** In what the outlet's latest pages differ from its usual ones. */
  drifts: readonly Drift[];
  polls: readonly Activity[];
  records: readonly RasidRecord[];
};

/** One source: how it is, what it usually writes, how it was asked lately, what came of it. */
export function sourcePage(
  view: View,
  { facts, source, drifts, polls, records }: SourceShown,
  canPause: boolean,
): Markup {
  const { say, format } = view;
  return html`<div class="cols" id="source" data-live>
<section class="card"><h2>${say('source.now')}</h2><dl><dt>${say('col.state')}</dt><dd>${stateCell(view, facts)}</dd><dt>${say('col.lastNew')}</dt><dd>${when(view, facts.lastNewAt)}</dd><dt>${say('source.newest')}</dt><dd>${when(view, facts.newestAt)}</dd><dt>${say('col.lastPoll')}</dt><dd>${when(view, facts.lastPollAt)}</dd><dt>${say('col.nextPoll')}</dt><dd>${when(view, facts.nextPollAt)}${facts.everyWhy ? html` <span class="soft small">(${view.word('why', facts.everyWhy)})</span>` : null}</dd><dt>${say('source.polls')}</dt><dd>${format.number(facts.polls)}</dd><dt>${say('col.items')}</dt><dd>${format.number(facts.seen)}</dd>${facts.lies ? html`<dt>304</dt><dd>${say('source.lies')}</dd>` : null}${drifts.length > 0 ? html`<dt>${say('source.drift')}</dt><dd class="bad">${drifts.map((drift) => say(`drift.${drift}`)).join(' · ')}</dd>` : null}</dl>
${outcomeChips(view, facts.outcomes)}<p class="buttons">${sourceButtons(view, facts, source, canPause)}</p></section>
<section class="card"><h2>${say('source.settings')}</h2>${settings(view, source, facts.feed)}</section></div>
<section class="card" id="rhythm" data-live><h2>${say('rhythm.title')}</h2><p class="soft small">${say('rhythm.about')} <bdi>${source.timeZone ?? 'UTC'}</bdi>${facts.perDay === null ? null : html` · ${format.number(Math.round(facts.perDay * 10) / 10)} ${say('rhythm.perDay')}`}</p>${facts.hours ? rhythmChart(view, facts.hours, source.timeZone) : html`<p class="soft">${say('rhythm.none')}</p>`}</section>
<section class="card" id="polls" data-live>${pollTable(view, polls)}</section>
<section class="card" id="records" data-live>${recordTable(view, records, say('source.records'))}</section>`;
}

function settings({ say, format }: View, source: ConsoleSource, feed: string | null): Markup {
  const address = webAddress(feed ?? '');
  const list = (words: readonly string[] | undefined) =>
    words && words.length > 0 ? html`<bdi>${words.join(' · ')}</bdi>` : say('none');
  const { include = [], exclude = [] } = source.sections ?? {};
  return html`<dl><dt>${say('source.feed')}</dt><dd>${address ? html`<a href="${address}" rel="noreferrer noopener"><bdi dir="ltr">${address}</bdi></a>` : say('none')}</dd><dt>${say('source.tags')}</dt><dd>${list(source.tags)}</dd>${
    source.minIntervalMs && source.maxIntervalMs
      ? html`<dt>${say('source.bounds')}</dt><dd>${format.duration(source.minIntervalMs)} – ${format.duration(source.maxIntervalMs)}</dd>`
      : null
  }<dt>${say('source.only')}</dt><dd>${list(include)}</dd><dt>${say('source.except')}</dt><dd>${list(exclude)}</dd><dt>${say('source.headers')}</dt><dd>${list(Object.keys(source.headers ?? {}))}</dd>${source.note ? html`<dt>${say('source.note')}</dt><dd><bdi>${source.note}</bdi></dd>` : null}</dl>`;
}

function pollTable(view: View, polls: readonly Activity[]): Markup {
  const { say, format, word, language } = view;
  if (polls.length === 0) return html`<h2>${say('source.lastPolls')}</h2><p class="soft">${say('none')}</p>`;
  return html`<div class="scroll"><table><caption>${say('source.lastPolls')}</caption><thead><tr><th scope="col">${say('col.time')}</th><th scope="col">${say('source.result')}</th><th scope="col" class="n">${say('source.entries')}</th><th scope="col" class="n">${say('source.fresh')}</th><th scope="col" class="n">${say('source.took')}</th><th scope="col">${say('col.nextPoll')}</th></tr></thead>
<tbody>${polls.map(({ at, ms, notes }) => {
    const failed = notes.failed ?? null;
    const result = failed ?? notes.result ?? notes.skipped ?? (notes.new ? 'new' : 'known');
    return html`<tr><td class="nw">${when(view, at)}</td><td>${failed ? html`<span class="bad">${word('poll', String(failed))}</span> <span class="small soft"><bdi dir="auto">${diagnosis(language, String(notes.why ?? ''))}</bdi></span>` : word('poll', String(result))}${notes.problems ? html` <span class="small soft"><bdi dir="auto">${diagnosis(language, String(notes.problems))}</bdi></span>` : null}</td><td class="n">${notes.entries === undefined ? say('none') : format.number(Number(notes.entries))}</td><td class="n">${notes.new === undefined ? say('none') : format.number(Number(notes.new))}</td><td class="n nw">${format.milliseconds(ms)}</td><td class="nw">${notes.nextMs ? format.duration(Number(notes.nextMs)) : say('none')}${notes.nextWhy ? html` <span class="small soft">${word('why', String(notes.nextWhy))}</span>` : null}</td></tr>`;
  })}</tbody></table></div>`;
}
