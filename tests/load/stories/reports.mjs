import { skewed } from './words.mjs';

const span = { field: 'text', start: 0, end: 1, text: 'x' };

/** Makes articles as the link stage gets them: what they share with others of their happening, and words of their own. */
export function createReporter(words, next) {
  let count = 0;
  return function toReport({ type, place, words: shared, killed, at: time, outlet = next(40) }) {
    const at = new Date(time).toISOString();
    const id = `${count++}`;
    const title = `${shared.slice(0, 6).join(' ')} ${place}`;
    const text = `${shared.slice(4).join(' ')} في ${place} ${Array.from({ length: 12 }, () => skewed(words, next)).join(' ')}`;
    const spot = {
      country: 'SY',
      admin1: `${place}ا`,
      admin1Code: null,
      admin2: null,
      locality: place,
      relation: null,
      precision: 1,
      lat: null,
      lon: null,
      gazetteerId: null,
      candidates: [],
      span,
    };
    const event = {
      id: `evt_${id}`,
      type,
      label: { ar: '', en: '' },
      status: 'main',
      modality: 'asserted',
      aggregate: false,
      trigger: span,
      evidence: span,
      actors: [],
      targets: [],
      victims: [],
      source: null,
      place: spot,
      placesOther: [],
      date: { start: at.slice(0, 10), end: null, precision: 'day', basis: 'text', span },
      counts: { killed: { min: killed, max: killed, qualifier: 'exact', text: `${killed}`, span } },
    };
    const teller = { id: `o${outlet}`, name: { ar: '', en: '' }, country: null };
    const article = {
      id: `art_${id.padStart(20, '0')}`,
      title,
      text,
      url: '',
      publishedAt: at,
      outlet: teller,
      origin: { id: teller.id, basis: 'outlet' },
    };
    return {
      recordId: `rec_${id}`,
      revision: 1,
      article,
      story: { id: `sty_${id}` },
      genre: 'news',
      events: [event],
    };
  };
}
