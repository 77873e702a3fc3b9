import type { LedgerSum } from '@rasid/runtime';
import type { Facts } from '../facts/read.ts';
import { html, type Markup } from '../html.ts';
import { button, outcomeChips, type View, when } from '../view/page.ts';
import { flowBand } from './overview.ts';

export function queuesPage(
  view: View,
  { stages, dead, subscribers }: Awaited<ReturnType<Facts['queues']>>,
): Markup {
  const { say, format, word } = view;
  return html`<section class="card" id="flow" data-live><h2>${say('flow.title')}</h2>${flowBand(view, stages)}
<ul class="chips">${stages.map(({ stage, paused }) => html`<li>${word('stage', stage)} ${button(`/api/stages/${stage}/${paused ? 'resume' : 'pause'}`, say(paused ? 'queues.resume' : 'queues.pause'))}</li>`)}</ul></section>
<section class="card" id="dead" data-live><h2>${say('dead.title')} (${format.number(dead.length)})</h2><p class="soft small">${say('dead.about')}</p>${dead.length === 0 ? html`<p>${say('dead.none')}</p>` : null}
${dead.map((letter) => {
  const path = `/api/dead/${encodeURIComponent(letter.id)}`;
  return html`<div class="event"><header><b>${word('stage', letter.stage)}</b><span class="chip">${word('cause', letter.cause)}</span><span class="soft small">${say('col.attempts')} ${format.number(letter.attempts)} · ${letter.sourceId} · ${when(view, letter.at)}</span>${button(`${path}/retry`, say('dead.retry'))}${button(`${path}/remove`, say('dead.remove'), true)}</header>
<p><bdi dir="auto">${letter.reason}</bdi></p><details><summary class="small">${say('dead.data')} <code>${letter.id}</code></summary><pre>${JSON.stringify(letter.data, null, 2)}</pre></details></div>`;
})}</section>
<section class="card"><h2>${say('subscribers.title')}</h2>${subscribers.length === 0 ? html`<p class="soft">${say('subscribers.none')}</p>` : null}<ul class="chips">${subscribers.map(
    ({ name, waiting, isLagging }) =>
      html`<li><code>${name}</code> ${format.number(waiting)} ${say('flow.waiting')}${isLagging ? html` <b class="bad">${say('subscribers.lagging')}</b>` : null}</li>`,
  )}</ul></section>`;
}

export function ledgerPage(view: View, sum: LedgerSum): Markup {
  const { say, format, word } = view;
  return html`<section class="card" id="ledger" data-live><p class="soft small">${say('ledger.about')}</p><p class="sum"><span><b>${format.number(sum.seen)}</b> ${say('ledger.seen')}</span><i>=</i><span><b>${format.number(sum.ended)}</b> ${say('ledger.ended')}</span><i>+</i><span><b>${format.number(sum.open)}</b> ${say('ledger.open')}</span></p>
<p class="state ${sum.balanced ? 'good' : 'bad'}">${say(sum.balanced ? 'ledger.balanced' : 'ledger.unbalanced')}</p>${outcomeChips(view, sum.outcomes)}
<div class="scroll"><table class="ledger"><caption>${say('ledger.rows')}</caption><thead><tr><th scope="col">${say('col.stage')}</th><th scope="col" class="n">${say('ledger.in')}</th><th scope="col" class="n">${say('ledger.passed')}</th><th scope="col">${say('ledger.ends')}</th><th scope="col" class="n">${say('ledger.waiting')}</th></tr></thead>
<tbody>${sum.rows.map((row, at) => html`${row.source === sum.rows[at - 1]?.source ? null : html`<tr><th scope="rowgroup" colspan="5"><code>${row.source}</code></th></tr>`}<tr><td>${word('stage', row.stage)}</td><td class="n">${format.number(row.in)}</td><td class="n">${format.number(row.passed)}</td><td>${outcomeChips(view, row.ends)}</td><td class="n${row.waiting < 0 ? ' bad' : ''}">${format.number(row.waiting)}</td></tr>`)}</tbody></table></div></section>`;
}
