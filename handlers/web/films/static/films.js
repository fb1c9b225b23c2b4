// Films in pieces, by tus-js-client: three at once, on after a lost line, a closed page, another day. All words stand in
// the page; without this file, or without JavaScript, the page's own field takes 30 MB.
"use strict";
(() => {
  const box = document.getElementById("uploads");
  if (!box || !window.tus || !window.tus.isSupported) return;
  const plain = document.getElementById("plain"), form = box.closest("form");
  const pick = document.getElementById("pick"), list = document.getElementById("list");
  const status = document.getElementById("status"), say = box.dataset;
  const AT_ONCE = 3, PIECE = 20 * 1024 * 1024, MB = 1e6;
  const uploads = [];

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

  function add(file) {
    const one = { file, state: "waits", line: make("li", file.name, "film") };
    one.bar = make("progress");
    one.bar.max = file.size || 1;
    one.bar.value = 0;
    one.bar.setAttribute("aria-label", file.name);
    one.told = make("p", say.waits, "hint");
    one.button = make("button", say.stop, "quiet");
    one.button.type = "button";
    one.button.addEventListener("click", () => (one.state === "failed" ? again(one) : stop(one)));
    one.line.append(one.bar, one.told, one.button);
    list.append(one.line);
    one.upload = new tus.Upload(file, {
      endpoint: say.to,
      chunkSize: PIECE,
      retryDelays: [0, 1000, 2000, 3000, 5000, 5000, 10000, 10000, 20000, 30000, 60000, 60000, 60000, 60000],
      metadata: { filename: file.name, filetype: file.type },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const code = error.originalResponse ? error.originalResponse.getStatus() : 0;
        if (!code) one.told.textContent = say.lost;
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
        if (before.length) one.upload.resumeFromPreviousUpload(before[0]);
        if (one.state === "runs") one.upload.start();
      });
    }
    const busy = uploads.some((one) => ["runs", "waits", "lost"].includes(one.state));
    const whole = uploads.some((one) => one.state === "done");
    status.textContent = busy ? say.busy : whole ? say.all : "";
  }

  function progress(one, sent) {
    const now = Date.now();
    if (!one.since) Object.assign(one, { since: now, first: sent });
    const left = ((one.file.size - sent) * (now - one.since)) / Math.max(1, sent - one.first) / 60000;
    const known = now - one.since > 3000;
    const text = !known ? say.progress : left < 1 ? say.last : say.left;
    one.bar.value = sent;
    one.told.textContent = fill(text, { done: mb(sent), all: mb(one.file.size), n: Math.ceil(left) });
  }

  function end(one, state, text) {
    one.state = state;
    one.told.textContent = text;
    one.button.hidden = state !== "failed";
    one.button.textContent = say.again;
    if (state === "done") one.bar.value = one.bar.max;
    next();
  }

  // Whether it opens is known once all of it was read there: who sent it can still send another.
  async function look(one, more) {
    await new Promise((wait) => setTimeout(wait, 3000));
    const answer = await fetch(one.upload.url, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => null);
    const opens = answer && answer.headers.get("Film-Opens");
    if (opens === "no") {
      one.told.setAttribute("role", "alert");
      one.told.textContent = say.unread;
    } else if (!opens && more) look(one, more - 1);
  }

  function failed(one, error) {
    const answer = error.originalResponse, code = answer ? answer.getStatus() : 0;
    if (!code || code >= 500) {
      one.told.textContent = say.lost;
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
  addEventListener("online", () => uploads.filter((one) => one.state === "lost").forEach(again));
  addEventListener("beforeunload", (event) => {
    if (uploads.some((one) => ["runs", "waits", "lost"].includes(one.state))) event.preventDefault();
  });

  // What this device began to send over this link, and did not end.
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith("tus::"))) {
    try {
      const before = JSON.parse(localStorage.getItem(key));
      if (before.uploadUrl.includes(say.to)) list.append(make("li", fill(say.goes, { name: before.metadata.filename })));
    } catch { /* another program's */ }
  }

  // Words are sent by themselves, and the page stays while films are on their way.
  form.addEventListener("submit", async (event) => {
    if (!uploads.some((one) => ["runs", "waits", "lost", "done"].includes(one.state))) return;
    event.preventDefault();
    const body = new FormData(form);
    body.append("uploading", "1");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (answer && answer.ok) {
      for (const part of form.children) if (part !== box) part.hidden = true;
      form.before(note(say.sent, "note"));
      return;
    }
    const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page && page.querySelector(".summary");
    form.before(told ? document.importNode(told, true) : note(say.notSent, "summary"));
    if (page && page.querySelector("[name=asked_phone]") && !form.elements.asked_phone) {
      form.append(document.importNode(page.querySelector("[name=asked_phone]"), true));
    }
  });

  function note(text, className) {
    document.querySelectorAll(".summary, .note").forEach((old) => old.remove());
    const made = make("div", text, className);
    made.setAttribute("role", "alert");
    return made;
  }
})();
