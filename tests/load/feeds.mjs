import { parseFeed as feedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { sets } from './feeds/documents.mjs';

// Items a second of Rasid's reader beside rss-parser and feedsmith: CPU time, rounds taken in turn, median of nine.
await bootstrap();
const { parseFeed } = await import('../../packages/feeds/dist/index.js');
const { readXml } = await import('../../packages/feeds/dist/readers/read-xml.js');
const { mendXml } = await import('../../packages/feeds/dist/xml/mend.js');
const { finish } = await import('../../packages/feeds/dist/finish.js');

const readers = {
  'rss-parser': (xml) => new RssParser().parseString(xml),
  feedsmith: (xml) => feedsmith(xml),
  'Rasid (rss-parser and its own reader)': (xml) => parseFeed({ bytes: xml, url: null }),
  'its own reader alone': (xml) =>
    finish(readXml(mendXml(xml).text).feed, { bytes: xml, url: null }, new Set()),
};

async function cpuMs(read, documents, turns) {
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) for (const xml of documents) await read(xml);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / turns;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const { name, documents } of sets()) {
  const items = documents.reduce((sum, xml) => sum + xml.split('<item>').length - 1, 0);
  const megabytes = documents.reduce((sum, xml) => sum + Buffer.byteLength(xml), 0) / 1e6;
  const turns = Math.max(1, Math.round(4 / megabytes));
  const times = Object.fromEntries(Object.keys(readers).map((reader) => [reader, []]));
  for (let round = 0; round < 12; round++)
    for (const [reader, read] of Object.entries(readers)) {
      const ms = await cpuMs(read, documents, turns);
      if (round >= 3) times[reader].push(ms); // the first three warm up
    }
  console.log(`\n${name}: ${items} items, ${megabytes.toFixed(2)} MB`);
  const peer = median(times['rss-parser']);
  for (const [reader, values] of Object.entries(times)) {
    const ms = median(values);
    console.log(
      `${reader.padEnd(40)} ${Math.round((items / ms) * 1000)} items/s  ${(peer / ms).toFixed(2)} of rss-parser  ${(median(times.feedsmith) / ms).toFixed(2)} of feedsmith`,
    );
  }
}

console.log('\nms a megabyte, by size: a reading that is linear keeps its figure');
for (const [name, piece] of Object.entries({
  'tags within tags': '<a>',
  'openings without end': '<a',
  'comments without end': '<!--',
  'quotes across tags': '<a b="< ',
  ampersands: '&a',
})) {
  const figures = [];
  for (const megabytes of [1, 2, 4, 8]) {
    const xml = `<rss><channel><item><title>${piece.repeat((megabytes * 1e6) / piece.length)}`;
    figures.push(((await cpuMs(readers['its own reader alone'], [xml], 1)) / megabytes).toFixed(0));
  }
  console.log(`${name.padEnd(24)} ${figures.join(' ')}`);
}
