import { loadCatalogue } from '@rasid/sources';

export type KnownOutlet = { id: string; country: string | null; timeZone: string };

const unknown: KnownOutlet = { id: 'unknown', country: null, timeZone: 'Asia/Riyadh' }; // UTC+3: the middle of the region

let byName: Map<string, KnownOutlet> | null = null;

/** The outlet of the catalogue with this id or name, so that its country and zone help to read it. */
export function outletNamed(name: string | null): KnownOutlet {
  if (!name) return unknown;
  byName ??= index();
  return byName.get(name.trim().toLowerCase()) ?? { ...unknown, id: name };
}

function index(): Map<string, KnownOutlet> {
  const names = new Map<string, KnownOutlet>();
  for (const { outlet, timeZone } of loadCatalogue()) {
    const known = { id: outlet.id, country: outlet.country, timeZone };
    for (const name of [outlet.id, outlet.name.ar, outlet.name.en]) names.set(name.toLowerCase(), known);
  }
  return names;
}
