/**
 * Invented sources with the habits of real ones. What they are modelled on: section feeds of two Arabic outlets give
 * 2.6 to 112 items a day, median 10; of the feeds that lists on the web name, about one in ten is dead.
 */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** mulberry32: the same numbers in every run. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean) => {
    if (mean > 30) return Math.max(0, Math.round(mean + normal() * Math.sqrt(mean)));
    let count = 0;
    for (let left = Math.exp(-mean), product = uniform(); product > left; product *= uniform()) count++;
    return count;
  };
  const pick = (values) => values[Math.floor(uniform() * values.length)];
  return { uniform, normal, poisson, pick };
}

const bump = (at, centre, width) => {
  const away = Math.min(Math.abs(at - centre), 24 - Math.abs(at - centre));
  return Math.exp(-((away / width) ** 2) / 2);
};

/** How the day goes: a morning and an evening top and a night; one in seven puts its paper out at one hour. */
function dayShape(random) {
  const zone = random.pick([0, 1, 2, 3, 3, 3, 4]);
  const isPaper = random.uniform() < 0.15;
  const night = 0.03 + 0.25 * random.uniform() ** 2;
  const [first, second] = [9 + 3 * random.uniform(), 18 + 3 * random.uniform()];
  const shape = Array.from({ length: 24 }, (_, utc) => {
    const local = (utc + zone) % 24;
    const usual = night + bump(local, first, 2.5) + 0.8 * bump(local, second, 3);
    return isPaper ? 0.2 * usual + 12 * bump(local, 1, 0.5) : usual;
  });
  const mean = shape.reduce((total, value) => total + value, 0) / 24;
  return shape.map((value) => value / mean);
}

/** Hours in which something happens that many write about. */
function breakingNews(random, days) {
  return Array.from({ length: Math.round(days / 4) }, () => {
    const from = random.uniform() * days * day;
    return { from, to: from + (2 + 4 * random.uniform()) * hour, factor: 2 + 3 * random.uniform() };
  });
}

/** One source: when it publishes over `days` (from -14 days on), what it carries, and what it says of itself. */
function newsroom(random, days, news) {
  const isDead = random.uniform() < 0.11;
  const perDay = isDead ? 0 : Math.min(10 * Math.exp(1.3 * random.normal()), 600);
  const diesAt = random.uniform() < 0.03 ? random.uniform() * days * day : Number.POSITIVE_INFINITY;
  const shape = dayShape(random);
  const weekend = 0.4 + 0.6 * random.uniform();
  const perPost = random.uniform() < 0.2 ? 3 : 1; // one in five posts several at once
  const own = breakingNews(random, days);
  const heard = news.filter(() => random.uniform() < 0.4);
  const times = [];
  for (let start = -14 * day; start < Math.min(days * day, diesAt); start += hour) {
    const weekday = ((Math.floor(start / day) % 7) + 7) % 7;
    const busy = [...own, ...heard].find(({ from, to }) => start >= from && start < to)?.factor ?? 1;
    const utc = ((Math.floor(start / hour) % 24) + 24) % 24;
    const mean = (perDay / 24) * shape[utc] * (weekday === 5 || weekday === 6 ? weekend : 1) * busy;
    for (let posts = random.poisson(mean / perPost); posts > 0; posts--) {
      const at = start + random.uniform() * hour;
      const items = perPost === 1 ? 1 : 1 + random.poisson(perPost - 1);
      for (let item = 0; item < items; item++) times.push(at + item * 20_000 * random.uniform());
    }
  }
  return { perDay, times: times.sort((a, b) => a - b), ...manners(random) };
}

/** Length of the feed, whether its dates can be believed, its cache, its wishes, and when it is away. */
function manners(random) {
  const cached = random.uniform();
  const wishes = random.uniform();
  return {
    carried: random.pick([10, 20, 20, 25, 30, 50, 50, 100]),
    isDated: random.uniform() < 0.85,
    // One in three stands behind a cache that gives the same bytes for a while, and two thirds of those say so.
    cacheMs: cached < 0.35 ? random.pick([2, 5, 5, 10, 15]) * minute : 0,
    saysMaxAge: random.uniform() < 0.66,
    // WordPress writes "hourly" whatever the site does; others write a ttl.
    wishMs: wishes < 0.3 ? hour : wishes < 0.42 ? random.pick([5, 15, 30, 60, 60]) * minute : null,
    outages: Array.from({ length: random.poisson(random.uniform() < 0.1 ? 8 : 0.7) }, () => {
      const from = random.uniform() * 30 * day;
      return { from, to: from + Math.exp(random.normal() * 1.3) * 1.5 * hour };
    }),
  };
}

/** All sources of a run. */
export function newsrooms(count, days, seed) {
  const random = randomFrom(seed);
  const news = breakingNews(random, days);
  return Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    phase: random.uniform(),
    ...newsroom(random, days, news),
  }));
}
