import type { Incident, RasidRecord } from '@rasid/contracts';
import type { StageFacts } from '../facts/overview.ts';
import type { Facts } from '../facts/read.ts';
import { sourceStates } from '../facts/sources.ts';
import { html, type Markup } from '../html.ts';
import { type Dot, mapSize, placeDots } from '../map.ts';
import { placeLabel } from '../view/names.ts';
import { outcomeChips, type View } from '../view/page.ts';
import { incidentTable, recordTable } from './lists.ts';
import { tones } from './sources.ts';

type Shown = {
  facts: Awaited<ReturnType<Facts['overview']>>;
  records: readonly RasidRecord[];
  incidents: readonly Incident[];
  /** The countries; null when only the live parts are asked for. */
  land: Markup | null;
};

const tableRows = 12; // fits a screen below the flow

export function overviewPage(view: View, { facts, records, incidents, land }: Shown): Markup {
  const { say, format } = view;
  const { ledger, hour, sources } = facts;
  return html`<section class="card" id="flow" data-live><h2>${say('flow.title')}</h2>${flowBand(view, facts.stages)}</section>
<div class="cols" id="sums" data-live>
<section class="card"><h2>${say('ledger.title')}</h2><p class="soft small">${say('ledger.about')}</p>
<p class="sum"><span><b>${format.number(ledger.seen)}</b> ${say('ledger.seen')}</span><i>=</i><span><b>${format.number(ledger.ended)}</b> ${say('ledger.ended')}</span><i>+</i><span><b>${format.number(ledger.open)}</b> ${say('ledger.open')}</span></p>
<p class="${ledger.balanced ? 'state good' : 'state bad'}">${say(ledger.balanced ? 'ledger.balanced' : 'ledger.unbalanced')}</p>${outcomeChips(view, ledger.outcomes)}</section>
<section class="card"><h2>${say('nav.sources')}</h2><ul class="chips links">${sourceStates.map((state) => (sources[state] > 0 ? html`<li><a href="/sources?state=${state}"><span class="state ${tones[state]}">${view.word('source', state)}</span> <b>${format.number(sources[state])}</b></a></li>` : null))}</ul>
<p><a href="/sources">${say('nav.sources')}</a></p></section>
<section class="card"><h2>${say('hour.title')}</h2><p class="sum"><span><b>${hour.isAtLeast ? '≥ ' : ''}${format.number(hour.published)}</b> ${say('hour.records')}</span></p><p class="soft small">${format.number(hour.jobs)} ${say('hour.jobs')}</p>
<p><a href="/queues">${say('dead.title')}</a> <b>${format.number(facts.dead)}</b></p></section>
</div>
<section class="card"><h2>${say('map.title')}</h2><p class="soft small">${say('map.about')}</p>
<svg class="map" viewBox="0 0 ${mapSize.width} ${mapSize.height}" role="img" aria-label="${say('map.about')}">${land}<g id="dots" data-live>${placeDots(records).map((dot) => mapDot(view, dot))}</g></svg>
<p class="soft small">${say('footer.map')}</p></section>
<section class="card" id="latest" data-live>${recordTable(view, records.slice(0, tableRows), say('records.latest'))}</section>
<section class="card" id="newest" data-live>${incidentTable(view, incidents, say('incidents.latest'))}</section>`;
}

/** The seven stages side by side. */
export function flowBand({ word, say, format }: View, stages: readonly StageFacts[]): Markup {
  return html`<ol class="flow">${stages.map(
    ({ stage, waiting, active, delayed, failed, done, paused }) =>
      html`<li class="${paused ? 'paused' : failed > 0 ? 'stuck' : ''}"><span class="name">${word('stage', stage)}</span><b>${format.number(done)}</b><span>${say('flow.done')} · ${format.number(waiting)} ${say('flow.waiting')} · ${format.number(active)} ${say('flow.active')} · ${format.number(delayed)} ${say('flow.delayed')}${paused ? ` · ${say('flow.paused')}` : ''}</span></li>`,
  )}</ol>`;
}

const mapDot = (view: View, { x, y, events, group, label, place }: Dot): Markup => {
  const { format, say } = view;
  return html`<circle class="dot g-${group}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(3.5 + Math.sqrt(events) * 1.5).toFixed(1)}"><title>${placeLabel(view, place)} · ${format.name(label)}${events > 1 ? ` · ${format.number(events)} ${say('map.more')}` : ''}</title></circle>`;
};
