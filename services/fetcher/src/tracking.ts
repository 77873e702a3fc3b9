/**
 * Parts of a query that say where a reader came from, not what is read: never asked for. By the service that adds them:
 * analytics, advertising clicks, newsletters, social networks, AT Internet, Piwik, marketing suites.
 */
export const trackingParameters = new RegExp(
  `^(?:${[
    'utm_.*',
    '_ga',
    '_gl',
    'gclid',
    'gclsrc',
    'dclid',
    'wbraid',
    'gbraid',
    'srsltid',
    'fbclid',
    'igshid',
    'igsh',
    'twclid',
    'ttclid',
    'yclid',
    'msclkid',
    'mc_[ce]id',
    'xtor',
    'xtref',
    'at_(?:medium|campaign|custom\\d?|format|link.*|ptr_name|creation|recipient.*)',
    'ns_(?:source|mchannel|campaign|linkname|fee)',
    'p(?:iwi)?k_(?:campaign|kwd|source|medium)',
    'mtm_.*',
    'mkt_tok',
    '_hs(?:enc|mi)',
    'vero_id',
    'oly_(?:enc|anon)_id',
    '__twitter_impression',
    'ref_(?:src|url)',
    'cmpid',
    'smid',
    'ocid',
    'traffic_source',
    'guccounter',
    'guce_referrer.*',
  ].join('|')})(?:=.*)?$`,
  'i',
);

/**
 * Parameters that some sites need to answer but that make no other article: left out of the identity only, and not when
 * the value looks like a number of an article.
 */
export const softParameters =
  /^(?:ref|source|src|feature|ito|share|print|output|outputtype|amp|mobile)(?:=(?!.*\d{3}).*)?$/i;
