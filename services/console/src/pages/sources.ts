import type { CoolingHost } from '@rasid/storage';
import { countStates } from '../facts/overview.ts';
import { type SourceFacts, type SourceState, sourceStates } from '../facts/sources.ts';
import { html, type Markup } from '../html.ts';
import type { ConsoleSource } from '../options.ts';
import { diagnosis } from '../view/diagnosis.ts';
import type { MessageKey } from '../view/messages.ts';
import { button, type View, when } from '../view/page.ts';
import { rhythmBars } from '../view/rhythm.ts';

export const tones: Record<SourceState, string> = {
  healthy: 'good',
  failing: 'bad',
  rejected: 'bad',
  silent: 'warn',
  stale: 'warn',
  shrinking: 'warn',
  'never-polled': '',
  paused: '',
};

export type SourcesShown = {
  sources: readonly SourceFacts[];
  /** The same sources as the catalogue has them. */
  known: readonly ConsoleSource[];
  cooling: readonly CoolingHost[];
  problem: string | null;
  canPause: boolean;
  asked: { state?: string | undefined; q?: string | undefined; tag?: string | undefined };
  /** Rows of the page. */
  limit: number;
};

/** Every source: what it writes, how it is, when it was and will be asked. */
export function sourcesPage(view: View, shown: SourcesShown): Markup {
  const { say, format } = view;
  const { sources, cooling, problem } = shown;
  if (sources.length === 0 && !problem) return html`<p class="card soft">${say('sources.none')}</p>`;
  const all = sources.filter((source) => fits(source, shown.asked));
  const fitting = all.slice(0, shown.limit);
  return html`<div id="trouble" data-live>${problem ? html`<section class="card alert" role="alert"><h2>${say('sources.problem')}</h2><pre>${problem}</pre><p class="small">${say('sources.problemNext')}</p></section>` : null}${coolingCard(view, cooling)}</div>
<section class="card">${filters(view, shown)}
<div class="scroll" id="sources" data-live><table class="sources"><caption>${say('sources.title')} (${fitting.length < all.length ? `${format.number(fitting.length)} / ` : ''}${format.number(all.length)})</caption>
<thead><tr><th scope="col">${say('col.source')}</th><th scope="col">${say('col.state')}</th><th scope="col">${say('rhythm.title')}</th><th scope="col" class="n">${say('col.perDay')}</th><th scope="col">${say('col.lastNew')}</th><th scope="col">${say('col.lastPoll')}</th><th scope="col">${say('col.nextPoll')}</th><th scope="col" class="n">${say('col.items')}</th><th scope="col">${say('col.action')}</th></tr></thead>
<tbody>${fitting.map((source) => row(view, source, shown))}</tbody></table>${fitting.length < all.length ? html`<p class="small"><a href="?${query({ ...shown.asked, limit: String(shown.limit * 2) })}">${say('records.more')}</a></p>` : null}${fitting.length === 0 ? html`<p class="soft">${say('sources.noneFit')}</p>` : null}</div></section>`;
}

function row(view: View, source: SourceFacts, shown: SourcesShown): Markup {
  const { say, format } = view;
  const known = shown.known.find(({ id }) => id === source.id);
  const cell = (name: MessageKey, body: Markup | string, kind = '') =>
    html`<td class="cell ${kind}" data-name="${say(name)}">${body}</td>`;
  return html`<tr class="row"><td class="cell"><a href="/sources/${encodeURIComponent(source.id)}"><bdi>${format.name(source.outlet.name)}</bdi></a><br><code class="soft">${source.id}</code></td>
<td class="cell">${stateCell(view, source)}</td><td class="cell" data-name="${say('rhythm.title')}">${rhythmBars(view, source.hours, known?.timeZone)}</td>${cell('col.perDay', source.perDay === null ? say('none') : format.number(roughly(source.perDay)), 'n')}
${cell('col.lastNew', when(view, source.lastNewAt), 'nw')}${cell('col.lastPoll', when(view, source.lastPollAt), 'nw')}${cell('col.nextPoll', html`${when(view, source.nextPollAt)}${pauseWords(view, source)}`, 'nw')}${cell('col.items', format.number(source.seen), 'n')}
<td class="cell nw">${sourceButtons(view, source, known, shown.canPause)}</td></tr>`;
}

/** The state in words, and under it what an operator needs to know of it. */
export function stateCell(view: View, source: SourceFacts): Markup {
  const { word, format, say } = view;
  const detail = source.error
    ? html`<bdi dir="auto">${diagnosis(view.language, word('poll', source.error))}</bdi>`
    : source.state === 'rejected'
      ? html`${format.number(source.rejections)} ${say('source.inARow')}`
      : source.state === 'stale'
        ? html`${say('source.newest')} ${when(view, source.newestAt)}`
        : source.movedTo
          ? html`${say('source.moved')} <bdi dir="ltr">${source.movedTo}</bdi>`
          : null;
  return html`<span class="state ${tones[source.state]}">${word('source', source.state)}</span>${detail ? html`<div class="err small soft">${detail}</div>` : null}`;
}

/** "every 12 min · habit" below the next poll. */
function pauseWords({ say, format, word }: View, { everyMs, everyWhy, state }: SourceFacts): Markup | null {
  if (!everyMs || state === 'paused') return null;
  return html`<br><span class="small soft">${say('col.every')} ${format.duration(everyMs)}${everyWhy ? ` · ${word('why', everyWhy)}` : ''}</span>`;
}

export function sourceButtons(
  { say }: View,
  { id }: SourceFacts,
  known: ConsoleSource | undefined,
  canPause: boolean,
): Markup {
  const path = `/api/sources/${encodeURIComponent(id)}`;
  const isSample = known?.tags?.includes('sample') === true; // not of the catalogue's file
  const verb = known?.paused ? 'resume' : 'pause';
  return html`${button(`${path}/poll`, say('action.poll'))}${canPause && !isSample ? html` ${button(`${path}/${verb}`, say(verb === 'pause' ? 'queues.pause' : 'queues.resume'))}` : null}`;
}

function filters(view: View, { sources, asked }: SourcesShown): Markup {
  const { say, word, format } = view;
  const counts = countStates(sources);
  const tags = [...new Set(sources.flatMap(({ tags }) => tags))].sort();
  const link = (state: string, label: string, count: number, tone: string) =>
    html`<li><a href="?${query({ ...asked, state })}"${(asked.state ?? '') === state ? html` aria-current="true"` : null}><span class="${tone ? `state ${tone}` : ''}">${label}</span> <b>${format.number(count)}</b></a></li>`;
  return html`<form class="filters" method="get" action="/sources"><input type="search" name="q" value="${asked.q ?? ''}" placeholder="${say('sources.search')}" aria-label="${say('sources.search')}">${asked.state ? html`<input type="hidden" name="state" value="${asked.state}">` : null}${
    tags.length > 0
      ? html`<select name="tag" aria-label="${say('sources.tag')}"><option value="">${say('sources.anyTag')}</option>${tags.map((tag) => html`<option${tag === asked.tag ? html` selected` : null}>${tag}</option>`)}</select>`
      : null
  }<button>${say('sources.find')}</button></form>
<ul class="chips links" id="states" data-live>${link('', say('sources.all'), sources.length, '')}${sourceStates
    .filter((state) => counts[state] > 0)
    .map((state) => link(state, word('source', state), counts[state], tones[state] || 'plain'))}</ul>`;
}

/** What is asked for, as the end of an address. */
const query = (asked: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  ).toString();

function fits(source: SourceFacts, { state, q, tag }: SourcesShown['asked']): boolean {
  if (state && source.state !== state) return false;
  if (tag && !source.tags.includes(tag)) return false;
  const words = [
    source.id,
    source.outlet.name.ar,
    source.outlet.name.en,
    source.feed ?? '',
    source.outlet.country ?? '',
  ];
  return !q || words.some((word) => word.toLowerCase().includes(q.trim().toLowerCase()));
}

function coolingCard(view: View, cooling: readonly CoolingHost[]): Markup | null {
  const { say, format } = view;
  if (cooling.length === 0) return null;
  return html`<section class="card"><h2>${say('cooling.title')}</h2><p class="soft small">${say('cooling.about')}</p><ul class="chips">${cooling.map(
    ({ host, until, strikes }) =>
      html`<li><code>${host}</code> ${when(view, until)} · ${say('cooling.strikes')} <b>${format.number(strikes)}</b> ${button(`/api/hosts/${encodeURIComponent(host)}/resume`, say('cooling.resume'))}</li>`,
  )}</ul></section>`;
}

/** A habit is no count: two digits say enough. */
const roughly = (value: number): number => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
