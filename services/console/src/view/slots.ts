import type { Count, Event } from '@rasid/contracts';
import { html, type Markup } from '../html.ts';
import { countText } from './names.ts';
import type { View } from './page.ts';

/** What a list must say of an event beside its type: that it was denied, is only planned, is recalled. */
export function doubts({ word }: View, { modality, status }: Partial<Pick<Event, 'modality' | 'status'>>) {
  const said = [
    modality && modality !== 'asserted' ? word('modality', modality) : '',
    status === 'background' ? word('status', status) : '',
  ];
  return html`${said.filter(Boolean).map((name) => html` <span class="chip">${name}</span>`)}`;
}

/** Counts as chips: the kind and its range. */
export const countChips = (
  view: View,
  counts: Partial<Record<string, Pick<Count, 'min' | 'max'> & { text?: string }>>,
): Markup =>
  html`${Object.entries(counts).map(([kind, value]) =>
    value
      ? html`<span class="chip">${view.count(kind)} <b>${countText(view, { text: '', ...value })}</b></span> `
      : null,
  )}`;
