import { type Codes, eventTypeIds, labelOf } from '@rasid/contracts';
import { expect, it } from 'vitest';
import { codeRules, typeEntry } from '../data.ts';

const head = `# Codes

This page is made from \`packages/events/data\`: \`types.jsonl\` holds the codes of a type, \`codes.tsv\` what an attribute, a count or a
party asks for. Of the lines of a type whose conditions all hold the first that says something gives a column; \`=\` leaves it to the
lines below and at last to the type, \`–\` is no code. A scheme that has no code for a happening gets none.

- **ACLED** (codebook 2023): event type and sub-event type; the disorder type follows from them.
- **PLOVER** (manual 0.8): event type and mode. **CAMEO** (1.1b3). **IPTC**: media topics, to be read behind \`medtop:\`.
- Conditions are attributes (\`packages/events/data/attributes.tsv\`), and: \`count:killed=true\`, the event has such a count; \`arrested\`,
  \`some\` from 3 and \`many\` from 10; \`armed=true\`, a party bears arms; \`doer=true\`, somebody does it; \`gainer\`, whether the doer is of
  the state the place lies in; \`modality\`.

## ACLED's export

\`rasid extract --codes acled\` writes the columns of ACLED's export in their order, UTF-8, quoted as RFC 4180 says; \`--bom\` for Excel. A cell that a
spreadsheet would run as a formula begins with an apostrophe.

| column | holds |
|---|---|
| \`event_id_cnty\` | the id of the event in Rasid |
| \`event_date\`, \`time_precision\` | the day of the text (1), the first day of a range or week (2), the middle of a month (3); an undated event of the present has the day of its article (2) |
| \`actor1\`, \`actor2\` | the words of the article; "Protesters", "Rioters", "Civilians", "Unidentified Armed Group" with the country and "Unidentified Military Forces" as ACLED calls them, with the article's words in \`assoc_actor_1\`, \`assoc_actor_2\` |
| \`inter1\`, \`inter2\`, \`interaction\` | the numbers of the codebook, 1 state forces to 8 external forces; 0 for no side; forces of another state than the place's are external |
| \`iso\`, \`region\`, \`country\` | ISO 3166-1 numeric, ACLED's regions and English names; \`admin1\`, \`admin2\` and \`location\` are in Arabic |
| \`geo_precision\` | 1 the town, 2 near it, 3 a larger unit or the country |
| \`fatalities\` | the least the text says; several 3, dozens 12, hundreds 100; 0 where none are told |
| \`tags\` | crowd size, the article's id (\`id\` of a list, name of a file), status, modality unless asserted, confidence |
| \`admin3\`, \`source_scale\`, \`timestamp\` | empty |

Events outside ACLED's scope, planned or denied ones, undated ones of the past and those known by year alone give no row; how many is said on standard error.

## Types
`;

const acledText = (acled: Codes['acled']): string =>
  acled?.eventType ? `${acled.eventType} > ${acled.subEventType}` : '–';
const ploverText = (plover: Codes['plover']): string =>
  plover ? [plover.type, plover.mode].filter(Boolean).join('/') : '–';
const listText = (list: readonly string[]): string => list.join(' ') || '–';
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const or = <T>(value: T | undefined, text: (value: T) => string): string =>
  value === undefined ? '=' : text(value);

it('docs/codes.md is the codes of every type and line', async () => {
  const sections = eventTypeIds.map((id) => {
    const { acled, plover, cameo, iptc } = typeEntry(id);
    const lines = codeRules
      .filter(({ type }) => type === id)
      .map((rule) =>
        row(
          rule.when.map((fact) => `\`${fact}\``).join(' ') || 'else',
          or(rule.acled, acledText),
          or(rule.plover, ploverText),
          or(rule.cameo, listText),
          or(rule.iptc, listText),
        ),
      );
    return [
      `### ${id}: ${labelOf(id).en}\n`,
      row('when', 'ACLED', 'PLOVER', 'CAMEO', 'IPTC'),
      row('---', '---', '---', '---', '---'),
      ...lines,
      row('the type', acledText(acled), ploverText(plover), listText(cameo), listText(iptc)),
    ].join('\n');
  });
  await expect(`${head}\n${sections.join('\n\n')}\n`).toMatchFileSnapshot('../../../../docs/codes.md');
});
