/** Class, id and role words of what is no article, in English and in transcription. */
export const junkWords =
  /(?:^|[\s_-])(?:nav|navbar|menu|sidebar|side-bar|aside|footer|header-top|breadcrumbs?|share|sharing|social|related|recommend(?:ed|ations)?|more-news|read-?more|also-read|comments?|comment-list|respond|disqus|newsletter|subscribe|subscription|cookie|consent|gdpr|banner|advert|advertisement|ads?|adv|promo|sponsor(?:ed)?|popup|modal|tags?|tag-list|author-box|author-bio|widget|ticker|pagination|pager|toolbar|print|most-read|most-popular|trending|taboola|outbrain|login|search|skip-link|caption|credit|copyright|rating|poll|hidden|visually-hidden|sr-only|screen-reader-text|post-meta|entry-meta|byline)(?=$|[\s_\d-])/i;

/** Words that make a container likely the article's, whatever else its name says. */
export const articleWords =
  /(?:^|[\s_-])(?:article(?:-?body|-?content|-?text)?|articlebody|story(?:-?body|-?content|-?text)?|post-?content|post-?body|entry-?content|entry-?body|news-?(?:body|content|text|details?)|content-?body|body-?content|details?-?(?:body|content|text)|main-?content|page-?content|td-post-content|field-name-body|text-?body|lblbody|lbldetails)(?=$|[\s_\d-])/i;

/** Tags that hold no text of an article. */
export const junkTags = new Set(
  'script style noscript template svg canvas iframe object embed nav aside footer button select option textarea input label menu dialog video audio map math figcaption form-x head'.split(
    ' ',
  ),
);

/** Tags that begin a block of their own. */
export const blockTags = new Set(
  'address article blockquote body center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Openings of lines that are boxes inside an article, by lookup key. */
export const boxOpenings = [
  'اقرا ايضا',
  'اقرا المزيد',
  'اقرا كذلك',
  'شاهد ايضا',
  'شاهد :',
  'طالع ايضا',
  'قد يهمك',
  'مواضيع ذات صله',
  'موضوعات ذات صله',
  'اخبار ذات صله',
  'ذات صله',
  'مواضيع متعلقه',
  'تابعنا',
  'تابعونا',
  'تابع اخر',
  'للمزيد من',
  'اشترك في',
  'انضم الي',
  'حمل تطبيق',
  'شارك الخبر',
  'شارك المقال',
  'شاركها',
  'التعليقات',
  'اضف تعليق',
  'اترك تعليق',
  'الكلمات المفتاحيه',
  'كلمات دلاليه',
  'كلمات مفتاحيه',
  'وسوم',
  'الوسوم',
  'المصدر :',
  'مصدر الصوره',
  'صدر الصوره',
  'اعلان',
  'جميع الحقوق محفوظه',
  'نسخ الرابط',
  'طباعه',
  'الاكثر قراءه',
  'the post',
  'read more',
  'read also',
  'related',
  'advertisement',
  'subscribe',
  'sign up',
  'follow us',
  'share this',
  'copyright',
  'all rights reserved',
  'photo:',
  'image source',
  'loading',
];
