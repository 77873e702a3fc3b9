import { expect, it } from 'vitest';
import { linkArticle } from './link.ts';
import { splitByHand } from './operate.ts';
import { articleOf, bomb, createDesk } from './test-articles.ts';

const at = (hour: number) => `2026-08-10T${String(hour).padStart(2, '0')}:00:00Z`;

/** Two incidents that are weighed together, because an operator has split one. */
async function split() {
  const desk = createDesk();
  await desk.tell(
    bomb('sada-1', at(8), '2026-08-10', 5, 'سوق الخضار'),
    bomb('rafid-1', at(9), '2026-08-10', 5, 'سوق الخضار'),
  );
  const [incident] = desk.incidents();
  const home = desk.neighbourhoodOf(incident?.id ?? '');
  const record = incident?.reports[1]?.recordId ?? '';
  const apart = home && splitByHand(home, incident?.id ?? '', [record], at(10));
  if (!apart) throw new Error('one incident was told, of two reports');
  desk.write(apart);
  const neighbourhood = desk.neighbourhoodOf(incident?.id ?? '');
  if (!neighbourhood) throw new Error('it is still there');
  return { neighbourhood, before: desk.incidents() };
}

it('writes the incidents an article speaks of, and leaves the others of its neighbourhood as they stand', async () => {
  const { neighbourhood, before } = await split();
  const find = {
    near: async () => [neighbourhood],
    ofArticle: async () => ({ neighbourhoods: [], aside: [] }),
  };
  const { writing } = await linkArticle(
    articleOf(bomb('barq-1', at(11), '2026-08-10', 5, 'سوق الخضار')),
    find,
  );
  const [written] = writing.incidents;
  expect(writing.incidents).toHaveLength(1);
  expect(written?.reports).toHaveLength(2);
  const other = before.find(({ id }) => id !== written?.id);
  expect(writing.put.map(({ still }) => still)).toEqual([[other?.id]]);
});

it('writes all of them when a revision takes the place of what was told', async () => {
  const { neighbourhood } = await split();
  const find = {
    near: async () => [neighbourhood],
    ofArticle: async () => ({ neighbourhoods: [neighbourhood], aside: [] }),
  };
  const revised = { ...bomb('sada-1', at(8), '2026-08-10', 7, 'سوق الخضار'), revision: 2 };
  const { writing } = await linkArticle(articleOf(revised), find);
  expect(writing.put.map(({ still }) => still)).toEqual([[]]);
  expect(writing.incidents).toHaveLength(2);
});
