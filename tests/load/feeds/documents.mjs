import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const paragraph =
  '<p>قال المجلس المحلي إن الجسر الجديد فُتح أمام السيارات صباح اليوم، وإن العمل فيه استمر عاماً &amp; نصفاً.</p>';
const item = (at, paragraphs) => `<item>
<title><![CDATA[خبر رقم ${at}: افتتاح جسر جديد]]></title>
<link>https://sada.example/a/${at}</link><guid isPermaLink="false">sada-${at}</guid>
<dc:creator><![CDATA[ليلى النجار]]></dc:creator><category>محليات</category><category>اقتصاد</category>
<pubDate>Tue, 02 Dec 2025 10:05:${String(at % 60).padStart(2, '0')} +0300</pubDate>
<description><![CDATA[${paragraph}]]></description>
<content:encoded><![CDATA[${paragraph.repeat(paragraphs)}]]></content:encoded>
<enclosure url="https://sada.example/i/${at}.jpg" length="1200" type="image/jpeg"/>
</item>`;

const feed = (items, paragraphs) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صدى الوادي</title><link>https://sada.example/</link><description>أخبار</description><language>ar</language>${Array.from({ length: items }, (_, at) => item(at, paragraphs)).join('\n')}</channel></rss>`;

/** Captured feeds of a folder given by RASID_EVAL, or feeds of our own of the same sizes. */
export function sets() {
  const own = [
    { name: 'teasers, 30 items', documents: [feed(30, 1)] },
    { name: 'whole articles, 50 items', documents: [feed(50, 12)] },
    { name: 'whole articles, 500 items', documents: [feed(500, 12)] },
  ];
  const folder = join(process.env.RASID_EVAL ?? '', 'feeds', 'arabic');
  if (!process.env.RASID_EVAL || !existsSync(folder)) return own;
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.xml'));
  return [
    ...own,
    {
      name: `${files.length} captured feeds`,
      documents: files.map((file) => readFileSync(join(folder, file), 'utf8')),
    },
  ];
}
