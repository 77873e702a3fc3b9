import { describe, expect, it } from 'vitest';
import { decideVoice, type VoiceCue, voiceMarkerAt } from './index.ts';

const cue = (kind: VoiceCue['kind'], gender?: 'm' | 'f'): VoiceCue => ({ kind, ...(gender && { gender }) });
const he = { voice: 'either', gender: 'm', number: 'singular' } as const;
const she = { voice: 'either', gender: 'f', number: 'singular' } as const;

describe('voice', () => {
  it.each([
    ['أصيب ثلاثة', { ...he, voice: 'passive' } as const, null, [cue('number')], 'passive', 'letters'],
    ['قتل ثلاثة مدنيين', he, null, [cue('number'), cue('victim')], 'passive', 'victim-first'],
    ['قتل مدني بقصف', he, null, [cue('victim'), cue('cause')], 'passive', 'cause'],
    ['قتل الجيش ثلاثة', he, null, [cue('actor'), cue('number')], 'active', 'actor-first'],
    ['قصف الطيران البلدة', he, null, [cue('actor'), cue('object')], 'active', 'actor-first'],
    ['قصفت إسرائيل', she, null, [cue('actor', 'f')], 'active', 'feminine'],
    ['قتلت طفلة', she, null, [cue('victim', 'f')], 'passive', 'feminine'],
    ['قتل جنود جراء انفجار', he, null, [cue('actor'), cue('cause')], 'passive', 'cause'],
    ['اعتقل شاب على يد قوات', he, null, [cue('victim'), cue('agent'), cue('actor')], 'passive', 'agent'],
    ['قتل شاب والده', he, null, [cue('victim'), cue('object')], 'active', 'victim-first'],
    ['ثلاثة أشخاص قتلوا', he, cue('victim'), [], 'passive', 'before'],
    ['الجيش قتل', he, cue('actor'), [cue('other')], 'active', 'before'],
    ['قتل', he, null, [], 'unknown', 'none'],
  ])('%s', (_, verb, before, after, voice, rule) => {
    expect(decideVoice(verb, before, after)).toEqual({ voice, rule });
  });

  it('finds the words that name an agent or a cause', () => {
    expect(voiceMarkerAt(['قتل', 'علي', 'يد'], 1)).toBe('agent');
    expect(voiceMarkerAt(['جراء'], 0)).toBe('cause');
    expect(voiceMarkerAt(['علي', 'الطريق'], 0)).toBe(null);
  });
});
