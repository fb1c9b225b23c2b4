// The map beside the form: it shows what the form says, and draws into it. All counting is the server's. Without this
// file, or without JavaScript, the form has a radius and streets, and a button that counts.
"use strict";
(() => {
  const box = document.getElementById("map"), form = document.getElementById("area");
  if (!box || !form || !window.L || !L.PM) return;
  const told = document.getElementById("told"), corners = form.elements.corners, say = box.dataset;
  const place = [Number(say.lat), Number(say.lon)];
  const LINE = { color: "#0b4f8a", weight: 3, fillOpacity: 0.12 };
  const PAUSE_MS = 200;
  const parts = [...form.querySelectorAll("[data-of]")];
  let shown = null, asked = null, timer = 0;

  box.hidden = false;
  document.getElementById("draws").hidden = false;
  document.getElementById("dot").hidden = false;
  document.getElementById("count").hidden = true;

  const map = L.map(box, { zoomControl: false, attributionControl: true, zoomSnap: 0.5 });
  map.attributionControl.setPrefix("");
  L.control.zoom({ zoomInTitle: say.plus, zoomOutTitle: say.minus }).addTo(map);
  const tiles = say.tiles || `${location.pathname}/tegel/{z}/{x}/{y}`;
  L.tileLayer(tiles, { minZoom: 13, maxZoom: 19, attribution: say.attribution }).addTo(map);
  map.setView(place, 16);
  L.circleMarker(place, { radius: 7, color: "#fff", weight: 2, fillColor: "#b3261e", fillOpacity: 1, pmIgnore: true, interactive: false }).addTo(map);

  const kind = () => form.elements.kind.value;
  const radius = () => Number(form.elements.radius.value);

  function show(layer) {
    if (shown) shown.remove();
    shown = layer;
    if (layer) layer.addTo(map);
  }

  const showRings = (rings) => show(rings.length ? L.polygon(rings, { ...LINE, pmIgnore: true, interactive: false }) : null);

  function fit() {
    if (shown) map.fitBounds(shown.getBounds(), { padding: [20, 20], maxZoom: 17, animate: false });
  }

  // What was drawn can be pulled at by its corners; each change is counted anew.
  function draw(rings) {
    show(L.polygon(rings, LINE));
    shown.pm.enable({ snappable: false, allowSelfIntersection: true, preventMarkerRemoval: false });
    shown.on("pm:edit pm:markerdragend pm:vertexremoved pm:vertexadded", taken);
    taken();
  }

  function taken() {
    const ring = shown.getLatLngs()[0] || [];
    corners.value = JSON.stringify(ring.map((corner) => [Number(corner.lat.toFixed(6)), Number(corner.lng.toFixed(6))]));
    count();
  }

  function begin() {
    show(null);
    corners.value = "";
    say_([say.nothing], false);
    map.pm.enableDraw("Polygon", { snappable: false, tooltips: false, allowSelfIntersection: true, templineStyle: LINE, hintlineStyle: { ...LINE, dashArray: "6 6" }, pathOptions: LINE });
    box.classList.add("draws");
  }

  map.on("pm:create", (made) => {
    box.classList.remove("draws");
    const ring = made.layer.getLatLngs()[0];
    made.layer.remove();
    draw([ring]);
  });

  function say_(lines, wrong) {
    told.classList.toggle("wrong", wrong);
    told.classList.remove("waits");
    told.replaceChildren(...lines.map((line) => {
      const p = document.createElement("p");
      p.textContent = line;
      return p;
    }));
  }

  function count() {
    clearTimeout(timer);
    told.classList.add("waits");
    timer = setTimeout(ask, PAUSE_MS);
  }

  // What was asked last is shown, however late an earlier answer comes.
  async function ask() {
    if (asked) asked.abort();
    const mine = asked = new AbortController();
    const of = kind();
    try {
      const answer = await fetch(`${location.pathname}/telling`, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: mine.signal });
      if (answer.status === 403 || answer.status === 404) { location.reload(); return; }
      if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
      const said = await answer.json();
      say_(said.error ? [said.error] : said.told, Boolean(said.error));
      if (of === "streets" && kind() === "streets") { showRings(said.rings || []); fit(); }
    } catch (error) {
      if (error.name !== "AbortError") say_([say.failed], true);
    }
  }

  function turn(first) {
    const now = kind();
    for (const part of parts) part.hidden = part.dataset.of !== now;
    if (map.pm.globalDrawModeEnabled()) { map.pm.disableDraw(); box.classList.remove("draws"); }
    if (now === "circle") { show(L.circle(place, { ...LINE, radius: radius() || 300, pmIgnore: true, interactive: false })); fit(); }
    if (now === "streets") showRings(first ? JSON.parse(say.rings) : []);
    if (now === "drawn") {
      const before = corners.value ? JSON.parse(corners.value) : [];
      if (before.length) { draw([before]); fit(); } else { begin(); return; }
    }
    fit();
    if (!first) count();
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "kind" || event.target.name === "radius") turn(false);
    if (event.target.name === "street") count();
  });
  document.getElementById("anew").addEventListener("click", begin);
  // Corners are pulled at by mouse and finger; who works by keyboard has streets and a radius.
  new MutationObserver(() => {
    for (const corner of box.querySelectorAll(".marker-icon[tabindex]")) {
      corner.removeAttribute("tabindex");
      corner.removeAttribute("role");
      corner.setAttribute("aria-hidden", "true");
    }
  }).observe(map.getPane("markerPane"), { childList: true });
  new ResizeObserver(() => map.invalidateSize()).observe(box);
  turn(true);
})();
