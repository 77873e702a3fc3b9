import { type Incident, labelOf, type RasidRecord } from '@rasid/contracts';
import { html, type Markup } from '../html.ts';
import { own, placeText } from '../view/names.ts';
import { type View, when } from '../view/page.ts';
import { countChips, doubts } from '../view/slots.ts';

/** Records as a table: time, outlet, and what the first main event says. */
export function recordTable(view: View, records: readonly RasidRecord[], caption: string): Markup {
  const { say, format } = view;
  if (records.length === 0) return html`<h2>${caption}</h2><p class="soft">${say('records.none')}</p>`;
  return html`<div class="scroll"><table class="news"><caption>${caption}</caption>
<thead><tr><th scope="col">${say('col.time')}</th><th scope="col">${say('col.outlet')}</th><th scope="col">${say('col.type')}</th><th scope="col">${say('col.place')}</th><th scope="col">${say('col.counts')}</th><th scope="col">${say('col.title')}</th></tr></thead>
<tbody>${records.map((record) => {
    const event = record.events.find(({ status }) => status === 'main') ?? record.events[0];
    return html`<tr><td class="nw">${when(view, record.article.publishedAt)}</td><td>${format.name(record.article.outlet.name)}</td><td>${event ? html`${format.name(labelOf(event.type))}${doubts(view, event)}` : say('none')}</td><td>${event ? placeText(view, event.place) : null}</td><td>${event ? countChips(view, event.counts) : null}</td><td class="wide"><a href="/records/${encodeURIComponent(record.id)}">${own(view, record.article.title || record.id)}</a></td></tr>`;
  })}</tbody></table></div>`;
}

/** Incidents as a table. */
export function incidentTable(view: View, incidents: readonly Incident[], caption: string): Markup {
  const { say, format } = view;
  if (incidents.length === 0) return html`<h2>${caption}</h2><p class="soft">${say('incidents.none')}</p>`;
  return html`<div class="scroll"><table class="news"><caption>${caption}</caption>
<thead><tr><th scope="col">${say('incident.last')}</th><th scope="col">${say('col.type')}</th><th scope="col">${say('col.place')}</th><th scope="col">${say('col.counts')}</th><th scope="col" class="n">${say('col.reports')}</th><th scope="col" class="n">${say('col.origins')}</th><th scope="col">${say('col.title')}</th></tr></thead>
<tbody>${incidents.map(
    (incident) =>
      html`<tr><td class="nw">${when(view, incident.lastReportedAt)}</td><td>${format.name(incident.label)}${doubts(view, { modality: incident.modality })}</td><td>${placeText(view, incident.place)}</td><td>${countChips(view, incident.counts)}</td><td class="n">${format.number(incident.reports.length + (incident.unlisted ?? 0))}</td><td class="n">${format.number(incident.origins.length)}</td><td class="wide"><a href="/incidents/${encodeURIComponent(incident.id)}">${own(view, incident.title || incident.id)}</a></td></tr>`,
  )}</tbody></table></div>`;
}
