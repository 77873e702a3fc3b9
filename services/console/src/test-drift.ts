import type { PageHabits } from '@rasid/article';
import type { Runtime } from '@rasid/runtime';
import { createRedisPageHabitStore } from '@rasid/storage';

/** One outlet whose latest texts are a tenth of their usual length. */
export async function seedDrift({ redis, address }: Runtime): Promise<void> {
  const look = { letters: 1_500, arabicShare: 1, otherShare: 0.4, dated: 1, articles: 1 };
  await createRedisPageHabitStore<PageHabits>(redis, address.prefix).set('nahda', {
    pages: 200,
    usual: look,
    lately: { ...look, letters: 150 },
  });
}
