type Sign = { pattern: RegExp; is: string; isNot: string };

/** What pages say that stand between a reader and a site, in place of the document; each with what it must not meet. */
export const challengeSigns: readonly Sign[] = [
  { pattern: /just a moment/i, is: '<title>Just a moment...</title>', isNot: 'this moment is just' },
  { pattern: /attention required/i, is: 'Attention Required! | Cloudflare', isNot: 'pay attention' },
  {
    pattern: /checking your browser/i,
    is: 'Checking your browser before accessing',
    isNot: 'your browser is old',
  },
  {
    pattern: /cf-chl|challenge-platform|cf_captcha/i,
    is: '/cdn-cgi/challenge-platform/h/b',
    isNot: 'a challenge',
  },
  { pattern: /captcha/i, is: '<div class="g-recaptcha">', isNot: 'the captain' },
  {
    pattern: /access denied|access to this page has been denied/i,
    is: '<h1>Access Denied</h1>',
    isNot: 'he denied it',
  },
  {
    pattern: /request (?:was )?(?:blocked|rejected)|request unsuccessful/i,
    is: 'Request unsuccessful. Incapsula incident',
    isNot: 'a request',
  },
  { pattern: /pardon our interruption/i, is: 'Pardon Our Interruption...', isNot: 'an interruption' },
  { pattern: /one moment,? please/i, is: 'One moment, please...', isNot: 'moments' },
  {
    pattern:
      /are you (?:a )?(?:human|robot)|not a robot|verify(?:ing)? (?:that )?you(?:'| a)re (?:a )?human/i,
    is: 'Verifying you are human',
    isNot: 'human rights',
  },
  {
    pattern: /ddos[- ]?(?:protection|guard)/i,
    is: 'DDoS protection by',
    isNot: 'a DDoS attack hit the site',
  },
  {
    pattern: /enable (?:javascript|cookies)/i,
    is: 'Please enable JavaScript and cookies to continue',
    isNot: 'JavaScript',
  },
  { pattern: /unusual traffic/i, is: 'unusual traffic from your computer network', isNot: 'traffic jam' },
  { pattern: /too many requests|rate limit/i, is: '<h1>429 Too Many Requests</h1>', isNot: 'many requests' },
  {
    pattern:
      /location\.(?:reload|replace|href)[^<]{0,400}document\.cookie|document\.cookie[^<]{0,400}location\./i,
    is: 'document.cookie="a=1";location.reload();',
    isNot: 'document.cookie="a"',
  },
];

export const isChallenge = (text: string): boolean =>
  challengeSigns.some(({ pattern }) => pattern.test(text));
