import { Message } from '@rasid/contracts';

/** Checks one message against its schema; throws with the path of the first thing that does not fit. */
export function parseMessage(data: unknown): Message {
  const parsed = Message.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TypeError(`Not a Rasid message: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
