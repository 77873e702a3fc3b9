import type { Incident } from '@rasid/contracts';
import type { IncidentStore, StoredAside, StoredNeighbourhood } from './incidents.ts';
import { leastShared, mostNear, mostPerKey, type Probe } from './near.ts';

/** The twin for tests and the command line. */
export function createMemoryIncidentStore<
  N extends StoredNeighbourhood = StoredNeighbourhood,
>(): IncidentStore<N> {
  const incidents = new Map<string, Incident>();
  const neighbourhoods = new Map<string, N>();
  const byKey = new Map<string, Set<string>>();
  const byArticle = new Map<string, Set<string>>();
  const homes = new Map<string, string>();
  const asides = new Map<string, Map<string, StoredAside<N>>>(); // by article, then by the report's key
  let written = 0;
  const outboxes = new Map<string, string>();
  let unsent: string[] = [];
  const load = (ids: Iterable<string>): N[] => [...ids].flatMap((id) => neighbourhoods.get(id) ?? []);
  const read = (id: string): Incident | null => incidents.get(id) ?? null;

  return {
    async get(id) {
      const home = neighbourhoods.get(homes.get(id) ?? '');
      const head = home?.heads.find(({ aliases }) => aliases.includes(id));
      return read(id) ?? (head ? read(head.id) : null);
    },
    near: async (probes) => load(nearest(probes, byKey)),
    async ofArticle(articleId) {
      const aside = [...(asides.get(articleId)?.values() ?? [])];
      const led = aside.flatMap(({ incidentId }) => homes.get(incidentId) ?? []);
      return { neighbourhoods: load(new Set([...(byArticle.get(articleId) ?? []), ...led])), aside };
    },
    ofIncident: async (id) => neighbourhoods.get(homes.get(id) ?? '') ?? null,
    standing: async () => ({
      clock: written,
      unsent: unsent.map((id) => ({ id, messages: outboxes.get(id) ?? '[]' })),
    }),
    async commit(
      { put, drop, incidents: composed, aside = [], back = [] },
      outbox,
      standing,
      { isUnsent = false } = {},
    ) {
      if (standing.clock !== written) return false;
      written++;
      for (const { id, keys } of drop) {
        neighbourhoods.delete(id);
        for (const key of keys) byKey.get(key)?.delete(id);
      }
      for (const { neighbourhood, keys, articles } of put) {
        const { id, heads } = neighbourhood;
        neighbourhoods.set(id, neighbourhood);
        for (const key of keys) enter(byKey, key, id);
        for (const articleId of articles) enter(byArticle, articleId, id);
        for (const head of heads.flatMap(({ id: own, aliases }) => [own, ...aliases])) homes.set(head, id);
        for (const alias of heads.flatMap(({ aliases }) => aliases)) incidents.delete(alias);
      }
      for (const incident of composed) incidents.set(incident.id, incident);
      for (const { report } of back) asides.get(report.articleId)?.delete(report.key);
      for (const each of aside) {
        const known = asides.get(each.report.articleId) ?? new Map<string, StoredAside<N>>();
        asides.set(each.report.articleId, known.set(each.report.key, each));
      }
      outboxes.set(outbox.id, outbox.messages);
      unsent = unsent.filter((id) => !standing.unsent.some((taken) => taken.id === id));
      if (isUnsent) unsent.push(outbox.id);
      return true;
    },
    sent: async (outboxId) => {
      unsent = unsent.filter((id) => id !== outboxId);
    },
    recent: async (limit) =>
      [...incidents.values()]
        .sort((a, b) => Date.parse(b.lastReportedAt) - Date.parse(a.lastReportedAt))
        .slice(0, limit),
    count: async () => incidents.size,
    outbox: async (id) => outboxes.get(id) ?? null,
  };
}

function enter(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set) set.add(id);
  else sets.set(key, new Set([id]));
}

function nearest(probes: readonly Probe[], byKey: ReadonlyMap<string, Set<string>>): string[] {
  const shared = new Map<string, { sum: number; mark: string }>();
  for (const { key, mark, weight } of probes) {
    const ids = byKey.get(key);
    if (!ids || ids.size > mostPerKey) continue;
    for (const id of ids) {
      const known = shared.get(id);
      if (known?.mark !== mark) shared.set(id, { sum: (known?.sum ?? 0) + weight, mark });
    }
  }
  return [...shared]
    .filter(([, { sum }]) => sum >= leastShared)
    .sort(([one, a], [two, b]) => b.sum - a.sum || (one < two ? -1 : 1))
    .slice(0, mostNear)
    .map(([id]) => id);
}
