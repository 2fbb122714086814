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

  // What was typed stays with this entry of the browser's history: it outlives a reload and a way there and back, and
  // nobody who opens the address anew on the same device meets it.
  /** @returns {{ draft?: Record<string, string>, sent?: string }} */
  const known = () =>
    typeof history.state === 'object' && history.state !== null ? history.state : {};
  const remember = (/** @type {{ draft?: Record<string, string>, sent?: string }} */ facts) => {
    try {
      history.replaceState(facts, '');
    } catch {
      // A browser that refuses only costs the draft.
    }
  };
  // Opened anew at its own address, the entry of the history stays and holds what somebody else typed.
  const [opening] = performance.getEntriesByType('navigation');
  if (opening instanceof PerformanceNavigationTiming && opening.type === 'navigate') remember({});
  const leadOn = () => {
    const { sent } = known();
    if (sent) location.replace(sent);
  };
  // Back to a page that was sent: it leads to its thanks again, and nothing is sent a second time.
  window.addEventListener('pageshow', leadOn);
  leadOn();

  const values = () =>
    Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]));
  const keepsDraft = form.dataset['draft'] === 'entry';
  let keptAt = -Infinity;
  let keeping = 0;
  const keep = () => {
    clearTimeout(keeping);
    keeping = 0;
    if (!keepsDraft || known().sent) return;
    keptAt = performance.now();
    remember({ draft: values() });
  };
  // Browsers refuse to be told after every key.
  const keepSoon = () => {
    const wait = 500 - (performance.now() - keptAt);
    if (wait <= 0) keep();
    else if (!keeping) keeping = window.setTimeout(keep, wait);
  };
  window.addEventListener('pagehide', () => {
    if (keeping) keep();
  });

  const fill = (/** @type {Record<string, string>} */ draft) => {
    for (const [key, value] of Object.entries(draft)) {
      const field = form.elements.namedItem(key);
      if (
        field instanceof RadioNodeList ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLInputElement
      ) {
        field.value = value;
      }
    }
    if (Object.entries(draft).some(([key, value]) => key !== 'submission_key' && value)) {
      say(form.dataset['restored']);
    }
  };
  // The other language is another page: what was typed goes along, once.
  const carried = `carried:${location.pathname}`;
  for (const link of document.querySelectorAll('a[hreflang]')) {
    link.addEventListener('click', () => {
      try {
        sessionStorage.setItem(carried, JSON.stringify(values()));
      } catch {
        // Then it stays with the page that is left.
      }
    });
  }
  const restore = () => {
    let along = null;
    try {
      along = sessionStorage.getItem(carried);
      sessionStorage.removeItem(carried);
      // Where drafts were kept before.
      localStorage.removeItem(`draft:${location.pathname}`);
      if (along) fill(JSON.parse(along));
    } catch {
      // Nothing was kept.
    }
    const { draft } = known();
    if (draft && !along && !document.getElementById('summary')) fill(draft);
  };
  restore();
  form.addEventListener('input', keepSoon);

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
        clearTimeout(keeping);
        remember({ sent: response.url });
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
