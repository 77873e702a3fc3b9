import { typesRelated } from '../data.ts';

/** Whether a happening of the first type takes one of the second in the same clause. */
export const absorbs = typesRelated('takes');
