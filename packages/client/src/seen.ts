/** How many message ids are remembered to drop doubles between replay and queue. */
const rememberIds = 100_000;

/** The ids that were handed over last. */
export function createSeen() {
  const ids = new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    add(id: string) {
      ids.add(id);
      if (ids.size > rememberIds) ids.delete(ids.values().next().value ?? ''); // a Set keeps its order: this is the oldest
    },
  };
}
