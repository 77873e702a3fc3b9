import { type Event, labelOf, type RasidRecord } from '@rasid/contracts';
import { html, type Markup, webAddress } from '../html.ts';
import { highlight, paragraphs, roles, supportsOf } from '../view/evidence.ts';
import type { View } from '../view/page.ts';
import { countChips, placeText } from '../view/slots.ts';

/** One record: the article with the words that support each value, and a card for each event. */
type Told = { withdrawnAt: string | null; voice: (id: string) => string };

export function recordPage(view: View, record: RasidRecord, { withdrawnAt, voice }: Told): Markup {
  const { say, format, word } = view;
  const { article, events, story } = record;
  const supports = supportsOf(events);
  const address = webAddress(article.url);
  const dir = article.language === 'ar' ? 'rtl' : 'auto';
  return html`<div class="reading"><section class="card">
<ul class="chips" aria-label="${say('record.legend')}">${roles.map((role) => html`<li><mark class="r-${role}">${word('role', role)}</mark></li>`)}</ul>
<article class="text" lang="${article.language}" dir="${dir}"><h2>${highlight(article, 'title', supports, view)}</h2>${paragraphs(article, supports, view)}</article></section>
<div><section class="card"><h2>${say('record.article')}</h2><dl><dt>${say('col.outlet')}</dt><dd>${format.name(article.outlet.name)}</dd><dt>${say('record.published')}</dt><dd>${format.time(article.publishedAt)} <span class="soft small">(${word('basis', article.publishedBasis)})</span></dd><dt>${say('record.origin')}</dt><dd><bdi>${article.origin.id === article.outlet.id ? format.name(article.outlet.name) : voice(article.origin.id)}</bdi> <span class="soft small">(${word('basis', article.origin.basis)})</span></dd><dt>${say('record.genre')}</dt><dd>${word('genre', record.genre)}</dd><dt>${say('record.story')}</dt><dd>${word('story', story.verdict)} <code>${story.id}</code></dd>${withdrawnAt ? html`<dt>${say('outcome.withdrawn')}</dt><dd class="bad">${format.time(withdrawnAt)} <span class="soft small">${say('record.withdrawn')}</span></dd>` : null}</dl>
<p class="small">${address ? html`<a href="${address}" rel="noreferrer noopener">${say('record.original')}</a> · ` : null}<a href="/api/records/${encodeURIComponent(record.id)}">${say('record.json')}</a></p></section>
<section class="card"><h2>${say('record.events')} (${format.number(events.length)})</h2>${events.length === 0 ? html`<p class="soft">${say('record.noEvents')}</p>` : events.map((event) => eventCard(view, event))}</section></div></div>`;
}

function eventCard(view: View, event: Event): Markup {
  const { say, format, word } = view;
  const names = (parties: Event['actors']) =>
    parties
      .map(({ text, sector }) => (sector ? `\u2068${text}\u2069 (${word('sector', sector)})` : text))
      .join(' · ');
  const { acled, plover, cameo, iptc } = event.codes;
  const codes = [acled?.subEventType ?? acled?.eventType, plover?.type, ...cameo, ...iptc];
  const slots: [string, string][] = [
    [say('role.trigger'), event.trigger.text],
    [say('role.actor'), names(event.actors)],
    [say('role.target'), names(event.targets)],
    [say('role.victim'), names(event.victims)],
    [say('role.place'), placeText(view, event.place)],
    [say('slot.otherPlaces'), event.placesOther.map((place) => placeText(view, place)).join(' · ')],
    [
      say('role.date'),
      event.date
        ? `${format.date(event.date.start)}${event.date.end ? ` – ${format.date(event.date.end)}` : ''}`
        : '',
    ],
    [say('role.source'), event.source?.text ?? ''],
    [say('slot.instrument'), event.instrument ?? ''],
    [say('slot.object'), event.object ?? ''],
    [say('slot.topic'), event.topic ?? ''],
    [
      say('slot.attributes'),
      Object.entries(event.attributes)
        .map(([name, value]) => `${word('attribute', name)}: ${word('value', String(value))}`)
        .join(' · '),
    ],
    [say('slot.codes'), codes.filter(Boolean).join(' · ')],
    [say('slot.rules'), event.rules.join(' · ')],
  ];
  return html`<div class="event ${event.status}"><header><h3>${format.name(labelOf(event.type))}</h3><span class="chip">${word('status', event.status)}</span><span class="chip">${word('modality', event.modality)}</span><span class="soft small">${say('slot.confidence')} ${format.percent(event.confidence)}</span></header>
<p>${countChips(view, event.counts)}</p><dl>${slots.filter(([, value]) => value !== '').map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>${event.incidentId ? html`<p class="small"><a href="/incidents/${encodeURIComponent(event.incidentId)}">${say('slot.incident')}</a></p>` : null}</div>`;
}
