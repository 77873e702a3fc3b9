// Keeps the page live: asks for it again while it is looked at and replaces the parts that changed.
const everyMs = 5000;
const stale = document.getElementById('stale');

async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: { 'x-rasid-live': '1' } });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(part.id);
      const isInUse = part.contains(document.activeElement) || part.querySelector('details[open]');
      if (!fresh || isInUse || fresh.outerHTML === part.outerHTML) continue;
      part.replaceWith(document.importNode(fresh, true));
    }
    stale.hidden = true;
  } catch {
    stale.hidden = false;
  }
}

setInterval(refresh, everyMs);
document.addEventListener('visibilitychange', refresh);
