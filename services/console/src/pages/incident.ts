import type { Incident } from '@rasid/contracts';
import { html, type Markup, webAddress } from '../html.ts';
import { stepDetail } from '../view/incident-words.ts';
import { countText, joined, own, partyName, placeText } from '../view/names.ts';
import { type View, when } from '../view/page.ts';

/** One incident: how it grew, who said which number, and the reports. */
export function incidentPage(view: View, incident: Incident, voice: (id: string) => string): Markup {
  const { say, format, word, count } = view;
  /** Who printed it, and whose words they are where these are another's. */
  const told = ({ outletId, originId }: { outletId: string; originId: string }) =>
    voice(outletId) === voice(originId)
      ? html`<bdi>${voice(outletId)}</bdi>`
      : html`<bdi>${voice(outletId)}</bdi> <span class="soft small">${say('incident.after')} <bdi>${voice(originId)}</bdi></span>`;
  const parties = [...incident.actors, ...incident.targets].map((each) => partyName(view, each));
  return html`<section class="card"><dl><dt>${say('col.type')}</dt><dd>${format.name(incident.label)} · ${word('modality', incident.modality)}</dd><dt>${say('col.place')}</dt><dd>${placeText(view, incident.place) ?? say('none')}</dd><dt>${say('role.date')}</dt><dd>${incident.date ? format.date(incident.date.start) : say('none')}</dd><dt>${say('incident.parties')}</dt><dd>${parties.length > 0 ? joined(parties, ' · ') : say('none')}</dd><dt>${say('col.origins')}</dt><dd>${format.number(incident.origins.length)}: ${joined(
    incident.origins.map((id) => html`<bdi>${voice(id)}</bdi>`),
    ' · ',
  )}</dd><dt>${say('col.revision')}</dt><dd>${format.number(incident.revision)}</dd></dl><p class="small"><a href="/api/incidents/${encodeURIComponent(incident.id)}">${say('record.json')}</a></p></section>
<div class="cols"><section class="card"><h2>${say('incident.timeline')}</h2><ol class="timeline">${incident.timeline.map(({ at, reason, recordId, detail }) => html`<li>${recordId ? html`<a href="/records/${encodeURIComponent(recordId)}">${word('reason', reason)}</a>` : word('reason', reason)}${detail ? html` <bdi>${stepDetail({ reason, detail }, view, voice)}</bdi>` : null}<br><span class="soft small">${format.time(at)}</span></li>`)}</ol></section>
<section class="card"><h2>${say('incident.claims')}</h2>${Object.keys(incident.counts).length === 0 ? html`<p class="soft">${say('incident.noCounts')}</p>` : null}${Object.entries(
    incident.counts,
  ).map(
    ([kind, summary]) =>
      html`<div class="scroll"><table><caption>${count(kind)} ${countText(view, { ...summary, text: '' })} <span class="chip">${word('incident', summary.agreement)}</span></caption><thead><tr><th scope="col">${say('col.value')}</th><th scope="col">${say('col.words')}</th><th scope="col">${say('col.said')}</th><th scope="col">${say('col.outlet')}</th></tr></thead><tbody>${summary.claims.map((claim) => html`<tr><td class="nw">${countText(view, claim)}</td><td>${own(view, claim.text)}</td><td>${claim.source ? own(view, claim.source) : say('none')}</td><td>${told(claim)}</td></tr>`)}</tbody></table></div>`,
  )}</section></div>
<section class="card"><div class="scroll"><table class="news"><caption>${say('incident.reports')}${incident.unlisted ? html` <span class="chip">${say('incident.unlisted')}: ${format.number(incident.unlisted)}</span>` : null}</caption><thead><tr><th scope="col">${say('col.time')}</th><th scope="col">${say('col.outlet')}</th><th scope="col">${say('col.title')}</th><th scope="col">${say('col.state')}</th></tr></thead><tbody>${incident.reports.map(
    (report) => {
      const address = webAddress(report.url);
      return html`<tr><td class="nw">${when(view, report.publishedAt)}</td><td>${told(report)}</td><td class="wide"><a href="/records/${encodeURIComponent(report.recordId)}">${own(view, report.title)}</a>${address ? html` <a class="small" href="${address}" rel="noreferrer noopener">↗</a>` : null}</td><td>${word('status', report.status)}</td></tr>`;
    },
  )}</tbody></table></div></section>`;
}
