import { type Event, labelOf, type RasidRecord } from '@rasid/contracts';
import { html, type Markup, webAddress } from '../html.ts';
import { highlight, paragraphs, roles, supportsOf } from '../view/evidence.ts';
import { joined, own, partyName, placeText } from '../view/names.ts';
import type { View } from '../view/page.ts';
import { countChips } from '../view/slots.ts';

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

/** The slots of an event that are told, by name. */
function slotsOf(view: View, event: Event): [string, Markup | string | null][] {
  const { say, format, word } = view;
  const words = (text: string | null | undefined) => (text ? own(view, text) : null);
  const list = (parts: readonly Markup[]) => (parts.length > 0 ? joined(parts, ' · ') : null);
  const parties = (all: Event['actors']) =>
    list(
      all.map((party) =>
        party.sector
          ? html`${partyName(view, party)} (${word('sector', party.sector)})`
          : partyName(view, party),
      ),
    );
  const { acled, plover, cameo, iptc } = event.codes;
  const codes = [acled?.subEventType ?? acled?.eventType, plover?.type, ...cameo, ...iptc];
  const dates = [event.date?.start, event.date?.end].flatMap((day) => (day ? format.date(day) : []));
  const attributes = Object.entries(event.attributes).map(
    ([name, value]) => `${word('attribute', name)}: ${word('value', String(value))}`,
  );
  return [
    [say('role.trigger'), words(event.trigger.text)],
    [say('role.actor'), parties(event.actors)],
    [say('role.target'), parties(event.targets)],
    [say('role.victim'), parties(event.victims)],
    [say('role.place'), placeText(view, event.place)],
    [say('slot.otherPlaces'), list(event.placesOther.flatMap((place) => placeText(view, place) ?? []))],
    [say('role.date'), dates.join(' – ')],
    [say('role.source'), event.source && partyName(view, event.source)],
    [say('slot.instrument'), words(event.instrument)],
    [say('slot.object'), words(event.object)],
    [say('slot.topic'), words(event.topic)],
    [say('slot.attributes'), attributes.join(' · ')],
    [say('slot.codes'), html`<bdi dir="ltr">${codes.filter(Boolean).join(' · ')}</bdi>`],
    [say('slot.rules'), html`<bdi dir="ltr">${event.rules.join(' · ')}</bdi>`],
  ];
}

function eventCard(view: View, event: Event): Markup {
  const { say, format, word } = view;
  const slots = slotsOf(view, event).filter(([, value]) => value);
  return html`<div class="event ${event.status}"><header><h3>${format.name(labelOf(event.type))}</h3><span class="chip">${word('status', event.status)}</span><span class="chip">${word('modality', event.modality)}</span><span class="soft small">${say('slot.confidence')} ${format.percent(event.confidence)}</span></header>
<p>${countChips(view, event.counts)}</p><dl>${slots.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>${event.incidentId ? html`<p class="small"><a href="/incidents/${encodeURIComponent(event.incidentId)}">${say('slot.incident')}</a></p>` : null}</div>`;
}
