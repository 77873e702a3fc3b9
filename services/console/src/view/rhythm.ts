import { html, type Markup } from '../html.ts';
import type { View } from './page.ts';

const hourMs = 3_600_000;

/** Whole hours that a zone is ahead of UTC; 0 for a zone nobody knows. */
export function hoursAhead(timeZone: string | undefined, nowMs: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
      nowMs,
    );
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return Math.round((Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1));
  } catch {
    return 0;
  }
}

/** The hours of the day as they are in the outlet's zone, from midnight on. */
export const localHours = (utc: readonly number[], ahead: number): number[] =>
  utc.map((_, hour) => utc[(((hour - ahead) % 24) + 24) % 24] ?? 0);

const [width, height, gap] = [120, 26, 1];

/** What a source writes over its day, as 24 bars; the present hour stands out. */
export function rhythmBars(view: View, utc: readonly number[] | null, zone: string | undefined): Markup {
  if (utc === null) return html`<span class="soft">${view.say('none')}</span>`;
  const ahead = hoursAhead(zone, view.nowMs);
  const hours = localHours(utc, ahead);
  const top = Math.max(...hours, 0.2); // a source of four items a day fills a fifth of the height
  const present = (((Math.floor(view.nowMs / hourMs) + ahead) % 24) + 24) % 24;
  const step = width / 24;
  const label = `${view.say('rhythm.label')} (${zone ?? 'UTC'})`;
  const bar = (rate: number, hour: number) => {
    const tall = Math.max(1, (rate / top) * (height - 2)).toFixed(1);
    return `M${(hour * step).toFixed(0)},${height}v-${tall}h${(step - gap).toFixed(0)}v${tall}z`;
  };
  return html`<svg class="bars" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><title>${label}</title><path d="${hours.map(bar).join('')}"/><path class="now" d="${bar(hours[present] ?? 0, present)}"/></svg>`;
}

/** The same, large, with the numbers. */
export function rhythmChart(view: View, utc: readonly number[], zone: string | undefined): Markup {
  const hours = localHours(utc, hoursAhead(zone, view.nowMs));
  const top = Math.max(...hours, 0.2);
  const [wide, tall, foot] = [720, 150, 22];
  const step = wide / 24;
  return html`<svg class="chart" viewBox="0 0 ${wide} ${tall + foot}" role="img" aria-label="${view.say('rhythm.label')}">${hours.map(
    (rate, hour) => {
      const size = Math.max(1, (rate / top) * (tall - 18));
      const middle = (hour + 0.5) * step;
      return html`<g><title>${String(hour).padStart(2, '0')}:00 · ${view.format.number(rate)} ${view.say('rhythm.perHour')}</title><rect x="${(hour * step + 2).toFixed(1)}" y="${(tall - size).toFixed(1)}" width="${(step - 4).toFixed(1)}" height="${size.toFixed(1)}"/>${rate === Math.max(...hours) ? html`<text x="${middle.toFixed(1)}" y="${(tall - size - 5).toFixed(1)}">${view.format.number(rate)}</text>` : null}${hour % 3 === 0 ? html`<text x="${middle.toFixed(1)}" y="${tall + 16}">${String(hour).padStart(2, '0')}</text>` : null}</g>`;
    },
  )}</svg>`;
}
