import { expect, it } from 'vitest';
import { failureText, maskSecrets } from './failure.ts';

it.each([
  ['https://reader:secret@paper.example/rss', 'https://***@paper.example/rss'],
  ['no answer from redis://:secret@127.0.0.1:6379', 'no answer from redis://***@127.0.0.1:6379'],
  ['https://secret-token@paper.example', 'https://***@paper.example'],
  ['https://reader:a@b:secret@paper.example', 'https://***@paper.example'],
  ['https://paper.example?mail=a@b.example', 'https://paper.example?mail=a@b.example'],
  ['https://paper.example/@desk', 'https://paper.example/@desk'],
])('%s is shown as %s', (text, shown) => {
  expect(maskSecrets(text)).toBe(shown);
});

it('says what failed and why, innermost last, without passwords', () => {
  const cause = Object.assign(new Error('connect failed to https://a:secret@b'), { code: 'ECONNREFUSED' });
  expect(failureText(new Error('The feed is away', { cause }))).toBe(
    'The feed is away \u2190 connect failed to https://***@b (ECONNREFUSED)',
  );
});
