// Films in pieces, by tus-js-client: three at once, on after a lost line, a closed page, another day. All words stand in
// the page; without this file, or without JavaScript, the page's own field takes 30 MB.
"use strict";
(() => {
  const box = document.getElementById("uploads");
  if (!box || !window.tus || !window.tus.isSupported) return;
  const plain = document.getElementById("plain"), form = box.closest("form");
  const pick = document.getElementById("pick"), list = document.getElementById("list");
  const status = document.getElementById("status"), say = box.dataset;
  const VERSION = { "Tus-Resumable": "1.0.0" };
  const AT_ONCE = 3, PIECE = 20 * 1024 * 1024, MB = 1e6;
  const UNDER_WAY = ["runs", "waits", "lost"];
  const uploads = [], begun = new Map();
  let sent = false, offered = false, awake = null;

  box.hidden = false;
  plain.hidden = true;
  plain.querySelectorAll("input").forEach((input) => { input.disabled = true; });

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const mb = (bytes) => (bytes < MB ? 1 : Math.round(bytes / MB));
  const make = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // By what it is, not by its name or date: some telephones give the same film others each time it is chosen.
  async function fingerprint(file) {
    if (!window.crypto.subtle) return tus.defaultOptions.fingerprint(file, { endpoint: say.to });
    const ends = await new Blob([file.slice(0, MB), file.slice(-MB)]).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ends));
    return ["film", say.to, file.size, btoa(String.fromCharCode(...digest))].join("-");
  }

  const isUnderWay = () => uploads.some((one) => UNDER_WAY.includes(one.state));
  const HIDDEN = ["images", "asked_phone"];
  const isTyped = () => !sent && [...new FormData(form)].some(([name, typed]) => !HIDDEN.includes(name) && String(typed).trim());
  // That there are images, where none of them is here yet; or what can't come now.
  const isOwed = () => offered || (isUnderWay() && form.elements.images);

  function add(file) {
    const same = (one) => ["name", "size", "lastModified"].every((name) => one.file[name] === file[name]);
    if (uploads.some((one) => same(one) && [...UNDER_WAY, "done"].includes(one.state))) return;
    const one = { file, state: "waits", line: make("li", file.name, "film") };
    one.bar = make("progress");
    one.bar.max = file.size || 1;
    one.bar.value = 0;
    one.bar.setAttribute("aria-label", file.name);
    one.told = make("p", say.waits, "hint");
    one.button = make("button", say.stop, "quiet");
    one.button.type = "button";
    one.button.addEventListener("click", () => (UNDER_WAY.includes(one.state) ? stop(one) : again(one)));
    one.line.append(one.bar, one.told, one.button);
    list.append(one.line);
    one.upload = new tus.Upload(file, {
      endpoint: say.to,
      fingerprint,
      chunkSize: PIECE,
      retryDelays: [0, 1000, 2000, 3000, 5000, 5000, 10000, 10000, 20000, 30000, 60000, 60000, 60000, 60000],
      metadata: { filename: file.name, filetype: file.type },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const code = error.originalResponse ? error.originalResponse.getStatus() : 0;
        if (!code || code >= 500) waiting(one, code);
        return code < 400 || code >= 500 || code === 409 || code === 423;
      },
      onProgress: (sent) => progress(one, sent),
      onSuccess: () => { end(one, "done", say.done); if (file.type.startsWith("video/")) look(one, 40); },
      onError: (error) => failed(one, error),
    });
    uploads.push(one);
  }

  function next() {
    const running = uploads.filter((one) => one.state === "runs").length;
    for (const one of uploads.filter((one) => one.state === "waits").slice(0, Math.max(0, AT_ONCE - running))) {
      one.state = "runs";
      one.since = 0;
      one.upload.findPreviousUploads().then((before) => {
        if (before.length) {
          one.upload.resumeFromPreviousUpload(before[0]);
          begun.get(before[0].urlStorageKey)?.remove();
        }
        if (one.state === "runs") one.upload.start();
      });
    }
    const whole = uploads.some((one) => one.state === "done");
    status.textContent = isUnderWay() ? say.busy : !whole ? "" : isTyped() ? say.words : sent ? say.all : say.send;
    stayAwake();
  }

  // A telephone that goes to sleep sends nothing.
  async function stayAwake() {
    if (!isUnderWay()) {
      awake?.release().catch(() => {});
      awake = null;
    } else if (!awake || awake.released) {
      awake = (await navigator.wakeLock?.request("screen").catch(() => null)) || null;
    }
  }

  function waiting(one, code) {
    one.told.textContent = code ? say.crowded : say.lost;
    one.lost = true;
    one.since = 0; // what it took until now says nothing of the rest
  }

  function progress(one, sent) {
    const now = Date.now();
    if (!one.since) Object.assign(one, { since: now, first: sent });
    one.lost = false;
    const left = ((one.file.size - sent) * (now - one.since)) / Math.max(1, sent - one.first) / 60000;
    const known = now - one.since > 3000;
    const text = !known ? say.progress : left < 1 ? say.last : left < 90 ? say.left : say.hours;
    one.bar.value = sent;
    const n = Math.ceil(text === say.hours ? left / 60 : left);
    one.told.textContent = fill(text, { done: mb(sent), all: mb(one.file.size), n });
  }

  function end(one, state, text) {
    one.state = state;
    one.told.textContent = text;
    one.button.hidden = !["failed", "stopped"].includes(state);
    one.button.textContent = say.again;
    if (state === "done") one.bar.value = one.bar.max;
    next();
  }

  // Whether it opens is known once all of it was read there: who sent it can still send another.
  async function look(one, more) {
    await new Promise((wait) => setTimeout(wait, 3000));
    const answer = await fetch(one.upload.url, { method: "HEAD", headers: VERSION }).catch(() => null);
    const opens = answer && answer.headers.get("Film-Opens");
    if (opens === "no") {
      one.told.setAttribute("role", "alert");
      one.told.textContent = say.unread;
    } else if (!opens && more) look(one, more - 1);
  }

  function failed(one, error) {
    const answer = error.originalResponse, code = answer ? answer.getStatus() : 0;
    if (!code || code >= 500) {
      waiting(one, code);
      one.state = "lost";
      setTimeout(() => one.state === "lost" && again(one), 60000);
      return next();
    }
    const why = answer.getBody().trim().replaceAll("_", "-");
    const words = { "ask-first": say.askFirst, "file-too-large": say.fileTooLarge, "too-many": say.tooMany,
      "link-full": say.linkFull, "store-full": say.storeFull, empty: say.empty, program: say.program }[why];
    if (["ask-first", "file-too-large", "link-full", "store-full"].includes(why)) offer();
    end(one, words ? "refused" : "failed", words || say.failed);
  }

  // What can't come now is wanted all the same: the words tell that there are images.
  function offer() {
    offered = true;
    if (form.elements.images) return;
    const hidden = make("input");
    Object.assign(hidden, { type: "hidden", name: "images", value: say.has });
    form.append(hidden);
  }

  function again(one) {
    one.state = "waits";
    one.button.textContent = say.stop;
    next();
  }

  function stop(one) {
    if (one.state === "runs" || one.state === "lost") one.upload.abort(true).catch(() => {});
    end(one, "stopped", say.stopped);
  }

  pick.addEventListener("change", () => {
    Array.from(pick.files).forEach(add);
    pick.value = "";
    next();
  });
  // The line is back, or the telephone is in somebody's hand again: sooner than the next try.
  function wake() {
    uploads.filter((one) => one.state === "lost").forEach(again);
    uploads.filter((one) => one.state === "runs" && one.lost).forEach((one) => {
      one.upload.abort().then(() => one.state === "runs" && one.upload.start());
    });
    stayAwake();
  }

  addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
  form.addEventListener("input", next);
  addEventListener("beforeunload", (event) => {
    if (isUnderWay() || (uploads.length && isTyped())) event.preventDefault();
  });

  // What this device began to send over this link, as far as it is here.
  async function tellOf(key) {
    let before = null;
    try { before = JSON.parse(localStorage.getItem(key)); } catch { /* another program's */ }
    if (!before?.uploadUrl?.includes(`${say.to}/`)) return;
    const answer = await fetch(before.uploadUrl, { method: "HEAD", headers: VERSION }).catch(() => null);
    if (answer && [404, 410].includes(answer.status)) localStorage.removeItem(key);
    if (!answer?.ok) return;
    const done = Number(answer.headers.get("Upload-Offset")), all = before.size;
    const values = { name: before.metadata.filename, done: Math.round(done / MB), all: mb(all) };
    begun.set(key, make("li", fill(done === all ? say.came : say.goes, values), "film"));
    list.prepend(begun.get(key));
  }
  Object.keys(localStorage).filter((key) => key.startsWith("tus::")).forEach(tellOf);

  // Words are sent by themselves, and the page stays while films are on their way.
  form.addEventListener("submit", async (event) => {
    if (!uploads.some((one) => [...UNDER_WAY, "done"].includes(one.state))) return;
    event.preventDefault();
    if (!isTyped() && !isOwed()) return alone();
    const button = form.querySelector(":scope > button"), named = button.textContent;
    button.disabled = true;
    button.textContent = say.sending;
    const body = new FormData(form);
    body.append("uploading", "1");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    button.disabled = false;
    button.textContent = named;
    if (answer && answer.ok) return thanked(page);
    const told = page && page.querySelector(".summary");
    document.querySelectorAll(".summary").forEach((old) => old.remove());
    form.before(told ? document.importNode(told, true) : notSent());
    document.querySelector(".summary").scrollIntoView();
    if (page && page.querySelector("[name=asked_phone]") && !form.elements.asked_phone) {
      form.append(document.importNode(page.querySelector("[name=asked_phone]"), true));
    }
  });

  // Nothing was written: files speak for themselves.
  function alone() {
    sent = true;
    for (const part of form.children) if (part !== box) part.hidden = true;
    next();
    box.scrollIntoView();
  }

  // The page that thanks, with the films in it.
  function thanked(page) {
    sent = true;
    page.getElementById("more-images")?.remove();
    const parts = [...document.importNode(page.querySelector("main"), true).children];
    const title = parts.findIndex((part) => part.tagName === "H1");
    document.title = page.title;
    form.closest("main").replaceChildren(...parts.slice(0, title + 2), box, ...parts.slice(title + 2));
    window.scrollTo(0, 0);
    next();
  }

  function notSent() {
    const made = make("div", say.notSent, "summary");
    made.setAttribute("role", "alert");
    return made;
  }
})();
