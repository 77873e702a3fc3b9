/** Hosts that links in boxes lead to, whatever the outlet: following, sharing, installing. */
const service =
  /(?:^|\.)(?:facebook|fb|twitter|x|instagram|youtube|youtu|t|telegram|whatsapp|wa|linkedin|pinterest|reddit|tiktok|snapchat|threads|vk|google|apple|microsoft|addtoany|addthis|nabd|flipboard|disqus|taboola|outbrain)\.[a-z]{2,4}(?:\.[a-z]{2})?$/;

/** Whether a link leads to a service of sharing and following. */
export const isService = (href: string | null): boolean => service.test(hostOf(href) ?? '');

/** Whether a link leads to another site than the page's own, and to no service of sharing and following. */
export function leadsAway(href: string | null, pageHost: string): boolean {
  const host = hostOf(href);
  if (host === null || pageHost === '' || service.test(host)) return false;
  return site(host) !== site(pageHost);
}

/** The host of an absolute address; null for a relative or unreadable one. */
export function hostOf(href: string | null): string | null {
  const match = /^(?:https?:)?\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,253})/i.exec(href ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}

/** The last two labels, or three where the second is a registry's ("com.eg", "gov.sa"). */
function site(host: string): string {
  const labels = host.split('.');
  const size = /^(?:com|co|net|org|gov|edu|ac|info)$/.test(labels[labels.length - 2] ?? '') ? 3 : 2;
  return labels.slice(-size).join('.');
}
