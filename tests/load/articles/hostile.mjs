/** Pages of up to 5 MB that are made to hurt: what each is, and how it is written. */
const megabytes = 5_000_000;
const filled = (piece, size = megabytes) => piece.repeat(Math.floor(size / Buffer.byteLength(piece)));
const sentence = 'قال المتحدث إن العمل مستمر، وإن النتائج ستعلن قريباً. ';

export const hostilePages = {
  'nested divs': () => filled('<div>'),
  'nested divs with stray closings': () => filled('<div>', megabytes / 2) + filled('</b>', megabytes / 2),
  'nested tables': () => filled('<table><tr><td>س'),
  'nested links': () => filled('<a href="/x">س<span>'),
  'nested lists with words': () => filled(`<ul><li>${sentence}`),
  'siblings of one letter': () => filled('<p>س</p>'),
  'siblings with names': () =>
    filled('<div class="post-item share related" id="a"><a href="/b">خبر</a></div>'),
  'paragraphs of sentences': () => filled(`<p>${sentence.repeat(4)}</p>`),
  'cards of other articles': () =>
    filled(
      `<div class="c"><h3><a href="/n">عنوان خبر آخر من القائمة</a></h3><p>${sentence.repeat(3)}</p></div>`,
    ),
  'one endless text': () => filled(sentence),
  'one endless word': () => filled('س'),
  'line breaks': () => filled('<br>س'),
  'open angle brackets': () => filled('<'),
  'open comments': () => filled('<!-- '),
  'attributes without end': () => `<div ${filled('a=b ')}`,
  'quotation marks without end': () => filled('<a href="'),
  'one element of many attributes': () => `<p ${filled('class="x" id=y data-a ')}>${sentence}</p>`,
  'classes without end': () => `<div class="${filled('post-share related ')}">${sentence}</div>`,
  'a class for each element': () =>
    Array.from({ length: 90_000 }, (_, at) => `<i class="k${at} share-${at}">س</i>`).join(''),
  entities: () => filled('&amp;&lt;&#1587;&notanentity;&#xFFFFFFF;'),
  ampersands: () => filled('&'),
  'scripts without end': () => `<script>${filled('var a = "<p>";')}`,
  scripts: () => filled('<script>window.__A__ = {"body": "x"};</script>'),
  'state without end': () => `<script>window.__STATE__ = {"body":"${filled('س\\"')}`,
  'deep state': () =>
    `<script id="__NEXT_DATA__" type="application/json">${filled('{"a":[', 2_900_000)}</script>`,
  'wide state': () =>
    `<script type="application/json">[${filled('{"body":"x","a":{"text":"y"}},', 2_900_000)}0]</script>`,
  'linked data': () =>
    filled('<script type="application/ld+json">{"@type":"NewsArticle","headline":"س"}</script>'),
  'meta elements': () => filled('<meta property="og:title" content="س">'),
  headings: () => filled('<h1>انهيار جزئي في سد وادي النمل</h1>'),
  dates: () => filled('<span>الثلاثاء 2 كانون الأول 2025 - 10:05</span><br>'),
  mojibake: () => filled('Ø§Ù„Ø£Ù…Ù† ÙˆØ§Ù„Ù„'),
  'half mojibake': () => filled('Ø§Ù„ x Ø\u00a7Ù '),
  'tatweel and dots': () => filled('قـ.ـتـ ـل '),
  'tables of figures': () => filled('<table><tr><td>1</td><td>2</td><td>س</td></tr></table>'),
  drawings: () => filled('<svg><path d="M0"/></svg>'),
  'zero bytes': () => filled('\u0000<p>\u0000'),
};
