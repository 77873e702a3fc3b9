/** How many ids are remembered: a queue holds no more messages than this (see maxWaiting of the runtime). */
const rememberIds = 100_000;

/** What the replay handed over and the queue may hold too: each id is dropped once, for an operator may send it again. */
export function createReplayed() {
  const ids = new Set<string>();
  return {
    /** Whether the id was replayed; it is forgotten with the answer. */
    take: (id: string): boolean => ids.delete(id),
    add(id: string) {
      ids.add(id);
      if (ids.size > rememberIds) ids.delete(ids.values().next().value ?? ''); // a Set keeps its order: this is the oldest
    },
  };
}
