// @ts-check
// Improves the page and is never needed: keeps a draft, sends again when sending failed, answers number keys.
(() => {
  const form = document.querySelector('form[data-draft]');
  if (!(form instanceof HTMLFormElement)) return;
  const status = form.querySelector('[role=status]');
  const say = (/** @type {string | undefined} */ text) => {
    if (status) status.textContent = text ?? '';
  };
  document.getElementById('summary')?.focus();

  const store = () => {
    try {
      const { draft } = form.dataset;
      return draft === 'browser' ? localStorage : draft === 'tab' ? sessionStorage : null;
    } catch {
      return null;
    }
  };
  const name = `draft:${location.pathname}`;
  const dayInMs = 86_400_000;

  const keep = () => {
    const values = Object.fromEntries(
      [...new FormData(form)].map(([key, value]) => [key, String(value)]),
    );
    try {
      store()?.setItem(name, JSON.stringify({ at: Date.now(), values }));
    } catch {
      // A full or forbidden store only costs the draft.
    }
  };
  const forget = () => {
    try {
      store()?.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  };
  const restore = () => {
    /** @type {{ at: number, values: Record<string, string> } | null} */
    let draft = null;
    try {
      draft = JSON.parse(store()?.getItem(name) ?? 'null');
    } catch {
      forget();
    }
    if (!draft || Date.now() - draft.at > dayInMs) return forget();
    if (document.getElementById('summary')) return;
    for (const [key, value] of Object.entries(draft.values)) {
      const field = form.elements.namedItem(key);
      if (
        field instanceof RadioNodeList ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLInputElement
      ) {
        field.value = value;
      }
    }
    if (Object.entries(draft.values).some(([key, value]) => key !== 'submission_key' && value)) {
      say(form.dataset['restored']);
    }
  };
  restore();
  form.addEventListener('input', keep);

  let waiting = 0;
  let sending = false;
  const later = (/** @type {string | undefined} */ text, /** @type {number} */ wait) => {
    say(text);
    clearTimeout(waiting);
    waiting = window.setTimeout(send, wait);
  };
  let attempts = 0;
  const send = async () => {
    if (sending) return;
    sending = true;
    clearTimeout(waiting);
    say(form.dataset['sending']);
    try {
      const body = new URLSearchParams(
        [...new FormData(form)].map(([key, value]) => [key, String(value)]),
      );
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout?.(20_000) ?? null,
      });
      if (response.status >= 500 || response.status === 429)
        throw new Error(String(response.status));
      if (response.redirected) {
        forget();
        location.assign(response.url);
      } else {
        // The server has something to say about the answers: let it say so on a page of its own.
        form.submit();
      }
    } catch {
      const wait = Math.min(60_000, 2_000 * 2 ** attempts++);
      later(navigator.onLine ? form.dataset['retrying'] : form.dataset['offline'], wait);
    } finally {
      sending = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep();
    void send();
  });
  window.addEventListener('online', () => {
    if (waiting) void send();
  });

  // Number keys choose an answer while a scale has the focus; 1 and 0 in quick succession choose 10.
  let typed = '';
  let typedAt = 0;
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const radios = form.elements.namedItem(target.name);
    if (!(radios instanceof RadioNodeList)) return;
    const find = (/** @type {string} */ value) =>
      [...radios].find((radio) => radio instanceof HTMLInputElement && radio.value === value);
    const both = event.timeStamp - typedAt < 800 ? typed + event.key : event.key;
    const radio = find(both) ?? find(event.key);
    if (radio instanceof HTMLInputElement) {
      radio.checked = true;
      radio.focus();
      keep();
    }
    typed = event.key;
    typedAt = event.timeStamp;
    event.preventDefault();
  });
})();
