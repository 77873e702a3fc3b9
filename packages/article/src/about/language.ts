import { detectLanguage } from '@rasid/arabic';

const sampleLength = 2_000; // letters: more say nothing new
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Function words by language, written with Arabic kaf and yeh. A word that two languages share is in neither. */
const functionWords: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'ar',
    words(
      'في من على إلى الى أن إن التي الذي هذا هذه ذلك قال كما بين بعد قبل عن مع لم لن كان كانت وقد قد حيث خلال ما لا أو او ثم',
    ),
  ],
  [
    'fa',
    words(
      'است که را این آن به از با برای شد شده می های کرد خود بود یک تا هم نیز اینکه در وی شود'
        .replaceAll('ک', 'ك')
        .replaceAll('ی', 'ي'),
    ),
  ],
  ['ur', words('كے كى كي نے سے كا كو میں پر اور ہے ہیں كہ گیا تھا'.replaceAll('ی', 'ي'))],
];

/** Letters of other languages in Arabic script that none of the named ones writes: Sindhi, Kashmiri, Berber and more. */
const otherLetters =
  /[\u0672-\u0678\u067a\u067b\u067d\u067f\u0680\u0682-\u0684\u0687\u068a-\u0692\u0694\u0697\u069b-\u06a3\u06a5-\u06a8\u06ac-\u06b4\u06b6-\u06b9\u06bb\u06bd\u06bf\u06c2-\u06c5\u06c9\u06ca\u06cf]/g;
const otherShare = 0.03; // of the letters
const muchMore = 3; // times as many words of one language as of the other
const minWords = 3; // function words that prove a language

/**
 * The language of a text by its letters first; where those leave a doubt, by its function words: Arabic outlets in Iran
 * write Persian kaf and yeh, Persian is typed on Arabic keyboards.
 */
export function languageOf(text: string, declared: string | null): string {
  const sample = text.slice(0, sampleLength);
  const { language } = detectLanguage(sample);
  if (language === 'ar' || language === 'fa') return byWords(sample, language);
  if (language !== 'other' && language !== 'und') return language;
  const own = declared?.slice(0, 2).toLowerCase();
  return own && own !== 'ar' ? own : language; // a template may say "ar" around a text that is not
}

function byWords(sample: string, language: string): string {
  if ((sample.match(otherLetters)?.length ?? 0) > sample.length * otherShare) return 'other';
  const tokens = sample
    .replaceAll('\u06a9', '\u0643') // keheh
    .replaceAll('\u06cc', '\u064a') // farsi yeh
    .split(/[^\p{L}\p{M}]+/u);
  const counts = functionWords.map(([name, list]) => ({
    name,
    count: tokens.reduce((sum, token) => sum + (list.has(token) ? 1 : 0), 0),
  }));
  const own = counts.find(({ name }) => name === language)?.count ?? 0;
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count >= minWords && best.count > own * muchMore ? best.name : language;
}
