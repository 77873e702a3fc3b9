const waitMs = 200; // little beside what a group is made for; who writes line by line and waits for answers is not held up

/** What comes in groups of at most `size`: as much as follows at once, so that a slow source is answered one by one. */
export async function* inGroups<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  const items = source[Symbol.asyncIterator]();
  const take = () => {
    const next = items.next();
    next.catch(() => undefined); // it is awaited below, and may fail before
    return next;
  };
  let next = take();
  for (;;) {
    const first = await next;
    if (first.done) return;
    const group = [first.value];
    next = take();
    const late = timer(waitMs);
    while (group.length < size) {
      const more = await Promise.race([next, late.over]).catch(() => null); // the group goes out first
      if (!more || more.done) break;
      group.push(more.value);
      next = take();
    }
    late.stop();
    yield group;
  }
}

function timer(ms: number) {
  let stop = () => {};
  const over = new Promise<null>((resolve) => {
    const timeout = setTimeout(() => resolve(null), ms);
    stop = () => clearTimeout(timeout);
  });
  return { over, stop: () => stop() };
}
