// SPDX-License-Identifier: Apache-2.0
"use strict";
// Fills the page from its data: tables, tiles and Vega-Lite charts for what is chosen. Nothing is
// estimated here; numbers are only written.
// Packed (gzip, base64), because a page of many scenarios would otherwise be read for seconds.
async function unpacked(text) {
  const packed = atob(text), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; ++i) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
const D = await unpacked(document.getElementById("data").textContent);
const state = { lang: D.lang, result: 0, alternative: 0, measure: D.results[0].first, show: "effect", province: null, outcome: 0 };
const el = (id) => document.getElementById(id);
const R = () => D.results[state.result];
const W = (key) => D.words[state.lang][key];
const T = (both) => both[state.lang];
const N = (name) => state.lang === "zh" && D.names[name] ? D.names[name]
  : state.lang === "en" && D.english[name] ? D.english[name] : (name.charAt(0).toUpperCase() + name.slice(1)).replace(/_/g, " ");
const compared = () => R().scenarios.length > 1;
const measure = () => R().measures[state.measure];
// Okabe and Ito's colours with dashes, so that lines stay apart in grey.
const COLOURS = ["#6b6b6b", "#d55e00", "#0072b2", "#009e73", "#b8559a", "#7a5a00"];
const DASHES = [[1, 0], [6, 2], [2, 2], [8, 2, 2, 2], [4, 4], [1, 2]];
const DIVERGING = ["#8c3b00", "#e08a3c", "#f4f1ec", "#5f9fc8", "#0b4a80"];
const SEQUENTIAL = ["#f3f0e0", "#b9d7c6", "#6fb0b5", "#2f7ca3", "#18406f"];

// A number as the program's tables print it.
function number(v) {
  if (v === null || v === undefined) return "–";
  const size = Math.abs(v);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return v.toExponential(2).replace(/\.?0+e/, "e").replace(/e([+-])(\d)$/, "e$10$2").replace(/-/g, "−");
  let text;
  if (size >= 999.95) text = rounded(v, 0).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  else if (Number.isInteger(v)) text = String(v === 0 ? 0 : v);
  else text = rounded(v, size >= 99.995 ? 1 : size >= 9.9995 ? 2 : size >= 0.99995 ? 3 : 4);
  return text.replace("-", "−");
}
// toFixed rounds halves away from zero, the program to even: only exact halves differ.
function rounded(v, digits) {
  if (digits === 0 && Math.abs(v % 1) === 0.5) return String(2 * Math.round(v / 2));
  return v.toFixed(digits);
}
const signed = (v) => (v > 0 ? "+" : "") + number(v);
const span = (q) => q[1] === null ? "–" : number(q[1]) + (state.lang === "zh" ? " 至 " : " to ") + number(q[2]);
const percent = (v) => v === null ? "–" : Math.round(100 * v) + " %";

function node(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  for (const child of children) made.append(child);
  return made;
}

// A table with its download. Cells that are numbers are {n: raw, t: text}.
function table(place, id, title, heads, rows) {
  const button = node("button", { type: "button", class: "csv", "data-csv": id,
    "aria-label": W("csv") + ": " + title }, W("csv"));
  button.addEventListener("click", () => download(id, heads, rows));
  const body = rows.map((row) => node("tr", {}, ...row.map((cell, c) => cell !== null && typeof cell === "object"
    ? node("td", { class: "n" }, cell.t)
    : node(c === 0 ? "th" : "td", c === 0 ? { scope: "row" } : {}, String(cell)))));
  const numeric = heads.map((_, c) => rows.length > 0 && rows[0][c] !== null && typeof rows[0][c] === "object");
  const made = node("table", { id }, node("caption", {}, title),
    node("thead", {}, node("tr", {}, ...heads.map((head, c) =>
      node("th", numeric[c] ? { scope: "col", class: "n" } : { scope: "col" }, head)))),
    node("tbody", {}, ...body));
  place.replaceChildren(button, node("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, made));
}
function download(name, heads, rows) {
  const quoted = (cell) => {
    const text = cell !== null && typeof cell === "object" ? (cell.n === null ? "" : String(cell.n)) : String(cell);
    return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };
  const text = [heads, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
  const link = node("a", { href: URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" })),
    download: name + ".csv" });
  document.body.append(link);
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); link.remove(); }, 1000);
}
const cell = (v, write = number) => ({ n: v, t: write(v) });
const spanCells = (q) => [cell(q[0]), cell(q[1]), cell(q[2])];

const CONFIG = { font: "DejaVu Sans, Noto Sans CJK SC, sans-serif", background: "white",
  view: { stroke: null }, axis: { labelColor: "#444", titleColor: "#444", titleFontWeight: "normal",
    gridColor: "#e2e2e2", domainColor: "#888", labelFontSize: 11, titleFontSize: 11, labelLimit: 190 },
  title: { anchor: "start", fontSize: 13 }, legend: { orient: "bottom", titleFontSize: 0, labelLimit: 360,
    symbolType: "stroke", symbolSize: 500, symbolOpacity: 1, symbolStrokeWidth: 2.5, columns: 2 } };
// Charts on their way, and those below what the reader sees, which are drawn once the rest stands.
const pending = new Set(), later = new Map();
function chart(id, spec, words) {
  const place = el(id);
  place.setAttribute("aria-label", words);
  later.delete(id);
  if (!spec) { place.replaceChildren(node("p", { class: "note" }, W("nothing"))); return; }
  const draw = () => {
    const done = vegaEmbed(place, { $schema: "https://vega.github.io/schema/vega-lite/v6.json", config: CONFIG,
      description: words,
      ...spec }, { ast: true, actions: false, renderer: "svg" })
      .catch((error) => { console.error(id + ": " + error); });
    pending.add(done);
    done.finally(() => pending.delete(done));
  };
  if (place.getBoundingClientRect().top > window.innerHeight) later.set(id, draw);
  else draw();
}
const titleOf = (s) => R().scenarios[s].title;

function drawSeries() {
  if (!R().series[state.measure]) { chart("series-chart", null, T(measure().title)); el("series-table").replaceChildren(); return; }
  const m = measure(), found = R().series[state.measure], effect = state.show === "effect" && compared();
  const chosen = effect ? [state.alternative + 1] : compared() ? [0, state.alternative + 1] : [0];
  const values = [];
  for (const s of chosen) {
    const [mean, low, high] = effect ? found.effect[s - 1] : found.level[s];
    found.time.forEach((time, i) => values.push({ time, mean: mean[i], low: low[i], high: high[i], scenario: titleOf(s) }));
  }
  const scale = { domain: chosen.map(titleOf), range: effect ? [COLOURS[1]] : COLOURS };
  const dash = { domain: scale.domain, range: effect ? [[1, 0]] : DASHES };
  const title = T(m.title) + (T(m.unit) ? ", " + T(m.unit) : "");
  const x = { field: "time", type: "quantitative", title: null, scale: { zero: false, nice: false }, axis: { format: "d", tickMinStep: 1, grid: false } };
  const y = { type: "quantitative", title: null, scale: { zero: effect } };
  const shared = { color: { field: "scenario", type: "nominal", scale, legend: chosen.length > 1 ? {} : null } };
  const layer = [
    { mark: { type: "area", opacity: 0.2 }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color: shared.color } },
    { mark: { type: "line", point: found.time.length < 30 }, encoding: { x, y: { ...y, field: "mean" }, ...shared,
      strokeDash: { field: "scenario", type: "nominal", scale: dash, legend: chosen.length > 1 ? {} : null },
      tooltip: ["scenario", "time", "mean", "low", "high"].map((field) => ({ field, type: field === "scenario" ? "nominal" : "quantitative" })) } }];
  if (effect) layer.unshift({ mark: { type: "rule", color: "#222" }, encoding: { y: { datum: 0, type: "quantitative" } } });
  chart("series-chart", { title: { text: title, subtitle: effect ? W("effect") + ", " + W("interval") + ": " + titleOf(chosen[0]) : W("band") },
    width: "container", height: 250, data: { values }, layer }, title);
  table(el("series-table"), "series", title, [W("scenario"), W("time"), W("mean"), W("low"), W("high")],
    values.map((v) => [v.scenario, cell(v.time, String), cell(v.mean), cell(v.low), cell(v.high)]));
}

function drawScenarios() {
  const m = measure();
  const rows = compared()
    ? R().effects[state.measure].map((q, a) => ({ scenario: titleOf(a + 1), mean: q[0], low: q[1], high: q[2], chosen: a === state.alternative }))
    : R().levels[state.measure].map((q, s) => ({ scenario: titleOf(s), mean: q[0], low: q[1], high: q[2], chosen: true }));
  const y = { field: "scenario", type: "nominal", title: null, sort: null, axis: { labelLimit: 230 } };
  const tone = { condition: { test: "datum.chosen", value: COLOURS[1] }, value: COLOURS[2] };
  const layer = [
    { mark: { type: "rule", strokeWidth: 2 }, encoding: { y, x: { field: "low", type: "quantitative", title: T(m.unit) || null, scale: { zero: false } }, x2: { field: "high" }, color: tone } },
    { mark: { type: "point", filled: true, size: 70, opacity: 1 }, encoding: { y, x: { field: "mean", type: "quantitative" }, color: tone,
      shape: { condition: { test: "datum.chosen", value: "square" }, value: "circle" },
      tooltip: [{ field: "scenario" }, { field: "mean", type: "quantitative" }, { field: "low", type: "quantitative" }, { field: "high", type: "quantitative" }] } }];
  if (compared()) layer.unshift({ mark: { type: "rule", color: "#222" }, encoding: { x: { datum: 0, type: "quantitative" } } });
  chart("scenarios-chart", rows.every((r) => r.mean === null) ? null : { title: { text: W("all"), subtitle: (compared() ? W("effect") + ", " : "") + (R().period ? R().period.from + " – " + R().period.to + ", " : "") + W("interval") },
    width: "container", height: (rows.length > 12 ? 18 : 30) * rows.length, data: { values: rows.filter((r) => r.mean !== null) }, layer }, W("all") + ": " + T(m.title));
}

const mix = (low, high, t) => "#" + [1, 3, 5].map((i) => {
  const a = parseInt(low.slice(i, i + 2), 16), b = parseInt(high.slice(i, i + 2), 16);
  return Math.round(a + (b - a) * t).toString(16).padStart(2, "0");
}).join("");
function colour(v, low, high, stops) {
  const t = Math.min(0.9999, Math.max(0, (v - low) / (high - low || 1))) * (stops.length - 1);
  return mix(stops[Math.floor(t)], stops[Math.floor(t) + 1], t % 1);
}
const bright = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).reduce((sum, v, i) => sum + v * [0.3, 0.59, 0.11][i], 0) > 140;

function drawMap() {
  const found = R().map[state.measure], effect = state.show === "effect" && compared(), place = el("tiles");
  if (!found) {
    place.replaceChildren(node("p", { class: "note" }, W("regional_none")));
    el("map-key").replaceChildren();
    el("map-table").replaceChildren();
    drawProvince();
    return;
  }
  const regions = R().regions;
  const at = (r) => effect ? found.effect[state.alternative][r] : [found.level[compared() ? state.alternative + 1 : 0][r], null, null];
  const finite = regions.map((_, r) => found.hidden[r] ? null : at(r)[0]).filter((v) => v !== null);
  let low = Math.min(...finite), high = Math.max(...finite);
  if (effect) { high = Math.max(Math.abs(low), Math.abs(high)) || 1; low = -high; }
  const stops = effect ? DIVERGING : SEQUENTIAL, write = effect ? signed : number;
  place.replaceChildren(...regions.filter((name) => D.tiles[name]).map((name) => {
    const r = regions.indexOf(name), q = at(r), tile = D.tiles[name], few = found.hidden[r] || q[0] === null;
    const tone = few ? null : colour(q[0], low, high, stops);
    const unsure = effect && q[1] !== null && q[1] <= 0 && q[2] >= 0;
    const button = node("button", { type: "button", class: (few ? "few" : "") + (unsure ? " unsure" : ""), "data-region": name,
      "aria-pressed": String(state.province === name),
      "aria-label": T(tile) + ": " + (few ? "–" : write(q[0]) + " " + T(measure().unit) + (q[1] === null ? "" : ", " + W("interval") + " " + span(q))) });
    button.append(T(tile), node("b", {}, few ? "–" : compact(q[0], effect)));
    if (T(tile).split(" ").some((part) => part.length > 8)) button.style.fontSize = "8.5px";
    button.style.gridRow = tile.row + 1;
    button.style.gridColumn = tile.column + 1;
    if (tone) { button.style.background = tone; button.style.color = bright(tone) ? "#222" : "#fff"; }
    button.addEventListener("click", () => { state.province = state.province === name ? null : name; drawMap(); el("tiles").querySelector(`[data-region="${name}"]`).focus(); });
    return button;
  }));
  const bar = node("span", { class: "bar", role: "img", "aria-hidden": "true" });
  bar.style.background = "linear-gradient(to right," + stops.join(",") + ")";
  el("map-key").replaceChildren(write(low), bar, write(high) + " " + T(measure().unit));
  table(el("map-table"), "provinces", T(measure().title), [W("province"), W("mean"), W("low"), W("high")],
    regions.map((name, r) => found.hidden[r] ? [T(D.tiles[name] || { en: name, zh: name }), { n: null, t: "–" }, { n: null, t: "–" }, { n: null, t: "–" }]
      : [T(D.tiles[name] || { en: name, zh: name }), ...spanCells(at(r))]));
  drawProvince();
}
function compact(v, effect) {
  const sizes = state.lang === "zh" ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "bn"], [1e6, "m"], [1e3, "k"]];
  const [size, word] = sizes.find(([s]) => Math.abs(v) >= s) || [1, ""];
  const text = (v / size).toPrecision(Math.abs(v) < 0.0005 ? 1 : 2);
  const short = Math.abs(v / size) >= 100 ? String(Math.round(v / size)) : /e/.test(text) ? Number(text).toFixed(4) : text;
  return ((effect && v > 0 ? "+" : "") + short + word).replace("-", "−");
}
function drawProvince() {
  const place = el("province");
  if (state.province === null) { place.replaceChildren(node("p", { class: "note" }, W("pick"))); return; }
  const r = R().regions.indexOf(state.province), rows = [];
  R().measures.forEach((m, i) => {
    const found = R().map[i];
    if (!found) return;
    const name = T(m.title) + (T(m.unit) ? ", " + T(m.unit) : "");
    const level = found.level[0][r], q = compared() ? found.effect[state.alternative][r] : [null, null, null];
    rows.push(found.hidden[r] ? [name, { n: null, t: "–" }, { n: null, t: "–" }, "–"]
      : [name, cell(level), cell(q[0], signed), span(q)]);
  });
  const box = node("div");
  place.replaceChildren(node("h3", { id: "province-name" }, T(D.tiles[state.province])), box);
  table(box, "province", T(D.tiles[state.province]) + (compared() ? ": " + titleOf(state.alternative + 1) : ""),
    [W("measure"), W("base"), W("difference"), W("interval")], rows);
}

function drawHeadline() {
  const rows = R().measures.map((m, i) => {
    const base = R().levels[i][0];
    if (!compared()) return [T(m.title), m.name, cell(base[0]), span(base), T(m.unit)];
    const q = R().effects[i][state.alternative], odds = R().likelihood[i][state.alternative];
    return [T(m.title), m.name, cell(base[0]), cell(q[0], signed), span(q), cell(q[3], percent), odds ? word(odds.term) : "–", T(m.unit)];
  });
  const heads = compared() ? [W("measure"), W("name"), W("base"), W("difference"), W("interval"), W("below"), W("likelihood"), W("unit")]
    : [W("measure"), W("name"), W("mean"), W("interval"), W("unit")];
  table(el("headline-table"), "headline", compared() ? titleOf(state.alternative + 1) : titleOf(0), heads, rows);
}
const word = (term) => state.lang === "zh" ? D.names[term] : term;

function drawGroups() {
  drawPeople();
  const effect = compared() && state.show === "effect", values = [], rows = [];
  for (const by of R().groups) by.labels.forEach((label, g) => {
    const q = effect ? by.effect[state.alternative][g] : by.level[compared() ? state.alternative + 1 : 0][g];
    if (q[0] === null) return;
    values.push({ measure: T(by.title) + (T(by.unit) ? " (" + T(by.unit) + ")" : ""), label: N(by.dimension) + " " + T(label), order: values.length, mean: q[0], low: q[1] ?? q[0], high: q[2] ?? q[0] });
    rows.push([T(by.title), N(by.dimension), T(label), ...spanCells(q), T(by.unit)]);
  });
  const y = { field: "label", type: "nominal", title: null, sort: { field: "order" } };
  chart("groups-chart", values.length ? { data: { values }, facet: { field: "measure", type: "nominal", title: null, sort: null, header: { labelLimit: 240, labelFontWeight: "bold", labelAnchor: "start" } }, columns: 3,
    spec: { width: 210, height: { step: 17 }, layer: [
      ...(effect ? [{ mark: { type: "rule", color: "#888" }, encoding: { x: { datum: 0, type: "quantitative" } } }] : []),
      { mark: { type: "rule", strokeWidth: 2, color: COLOURS[2] }, encoding: { y, x: { field: "low", type: "quantitative", title: null, scale: { zero: false }, axis: { tickCount: 4 } }, x2: { field: "high" } } },
      { mark: { type: "point", filled: true, color: COLOURS[2], size: 45, opacity: 1 }, encoding: { y, x: { field: "mean", type: "quantitative" }, tooltip: [{ field: "label" }, { field: "mean", type: "quantitative" }] } }] },
    resolve: { scale: { x: "independent" } } } : null, W("groups"));
  table(el("groups-table"), "groups", W("groups"), [W("measure"), W("group"), W("label"), W("mean"), W("low"), W("high"), W("unit")], rows);
}

const PART_COLOURS = ["#0b4a80", "#e0a03c", "#7fb3a6", "#8c3b00", "#b8559a", "#9bbbd4", "#4a4a4a", "#c9c27a"], REST_COLOUR = "#d9d9d9";

// The parts with most money, largest first; what has no colour of its own is put together under one name.
function largestParts(values) {
  const sums = new Map();
  for (const v of values) sums.set(v.part, (sums.get(v.part) ?? 0) + Math.abs(v.paid));
  const parts = [...sums.keys()].sort((a, b) => sums.get(b) - sums.get(a));
  if (parts.length <= PART_COLOURS.length) return parts;
  const named = parts.slice(0, PART_COLOURS.length), rest = W("the_rest");
  for (const v of values) if (!named.includes(v.part)) v.part = rest;
  return [...named, rest];
}

function drawLedger() {
  const found = R().ledger;
  el("ledger-note").textContent = found ? W("ledger_note") : W("no_ledger");
  if (!found) { chart("ledger-chart", null, W("pays")); return; }
  const s = compared() ? state.alternative + 1 : 0, effect = compared() && state.show === "effect";
  const worth = (row) => (row.paid[s] - (effect ? row.paid[0] : 0)) / found.years / 1e9;
  const values = found.rows.map((row) => ({ payer: N(row.payer), part: N(row.instrument) + " · " + N(row.kind), paid: worth(row) })).filter((v) => v.paid !== 0);
  const parts = largestParts(values);
  for (const v of values) v.rank = parts.indexOf(v.part);
  chart("ledger-chart", values.length ? { title: { text: effect ? W("effect") : W("level"), subtitle: W("per_year") }, width: "container", height: 26 * new Set(values.map((v) => v.payer)).size, data: { values },
    mark: { type: "bar", stroke: "white" }, encoding: { y: { field: "payer", type: "nominal", title: null, sort: null }, x: { field: "paid", type: "quantitative", aggregate: "sum", title: null },
      color: { field: "part", type: "nominal", sort: parts, scale: { domain: parts, range: [...PART_COLOURS.slice(0, parts.length), REST_COLOUR] }, legend: { symbolType: "square", symbolSize: 120, columns: 3 } },
      order: { field: "rank", type: "quantitative" },
      tooltip: [{ field: "payer" }, { field: "part" }, { field: "paid", type: "quantitative", aggregate: "sum", format: ",.3f" }] } } : null, W("pays"));
  const heads = compared() ? ["payer", "base", "difference", "interval", "below", "net_base", "net", "interval"] : ["payer", "mean", "interval", "net_base"];
  table(el("payer-table"), "payers", W("paid_year"), heads.map(W), found.payers.map((p) => {
    if (!compared()) return [T(p.title), cell(p.level[0][0]), span(p.level[0]), cell(p.net_level[0][0])];
    const q = p.effect[state.alternative], net = p.net_effect[state.alternative];
    return [T(p.title), cell(p.level[0][0]), cell(q[0], signed), span(q), cell(q[3], percent), cell(p.net_level[0][0]), cell(net[0], signed), span(net)];
  }));
  table(el("ledger-table"), "ledger", W("paid"), [W("payer"), W("instrument"), W("kind"), ...(compared() ? [W("base"), titleOf(s)] : [titleOf(0)])],
    found.rows.map((row) => [N(row.payer), N(row.instrument), N(row.kind), ...(compared() ? [cell(row.paid[0]), cell(row.paid[s])] : [cell(row.paid[0])])]));
}

function drawPlane() {
  const found = R().cost, plane = found && found.planes[state.measure];
  if (!plane) { chart("plane-chart", null, W("effectiveness")); chart("accept-chart", null, W("accept")); el("plane-table").replaceChildren(); return; }
  const extra = found.extra[state.alternative], values = plane.effect[state.alternative].map((effect, i) => ({ draw: i, effect, cost: extra[i] / 1e9 }));
  const unit = T(measure().title) + (T(measure().unit) ? ", " + T(measure().unit) : "");
  const zero = { type: "rule", color: "#888" };
  chart("plane-chart", { title: { text: W("plane"), subtitle: titleOf(state.alternative + 1) }, width: "container", height: 230, data: { values }, layer: [
    { mark: zero, encoding: { x: { datum: 0, type: "quantitative" } } }, { mark: zero, encoding: { y: { datum: 0, type: "quantitative" } } },
    { mark: { type: "point", filled: true, size: 60, color: COLOURS[2], opacity: 0.75 }, encoding: { x: { field: "effect", type: "quantitative", title: W("deffect") + ": " + unit },
      y: { field: "cost", type: "quantitative", title: W("dcost") }, tooltip: [{ field: "draw" }, { field: "effect", type: "quantitative" }, { field: "cost", type: "quantitative" }] } }] }, W("plane"));
  const accept = plane.accept[state.alternative];
  chart("accept-chart", accept ? { title: { text: W("accept"), subtitle: titleOf(state.alternative + 1) }, width: "container", height: 230, data: { values: accept[0].map((worth, i) => ({ worth, share: accept[1][i] })) },
    mark: { type: "line", interpolate: "step-after", color: COLOURS[1], strokeWidth: 2.5 }, encoding: { x: { field: "worth", type: "quantitative", title: W("worth"), axis: { format: "~s" } },
      y: { field: "share", type: "quantitative", title: W("share_axis"), scale: { domain: [0, 1] }, axis: { format: "%" } } } } : null, W("accept"));
  table(el("plane-table"), "draws", W("plane"), [W("draw"), W("deffect"), W("dcost")], values.map((v) => [String(v.draw), cell(v.effect), cell(v.cost)]));
}

function drawRest() {
  const r = R();
  el("texts").replaceChildren(...r.scenarios.flatMap((s) => [node("h3", {}, s.title), node("pre", { lang: "en" }, s.text)]));
  drawParameters();
  el("validation-summary").textContent = T(r.validation.summary);
  el("validation-tables").replaceChildren(...r.validation.tables.map((t, i) => {
    const box = node("div");
    table(box, "validation-" + i, t.title, t.head, t.rows);
    return box;
  }));
  table(el("provenance-table"), "provenance", W("provenance"), [W("name"), W("value")],
    [["file", r.file], ...Object.entries(r.attributes)]);
  el("commands").textContent = r.sweep ? "tandem sweep EXPERIMENT.yaml -o FOLDER" : "tandem inspect " + r.file + "\ntandem reproduce " + r.file;
  el("missing").textContent = r.missing.length ? W("missing") + ": " + r.missing.map((m) => "/" + m).join(", ") : "";
  el("pilot-section").hidden = !r.pilot;
  if (r.pilot) table(el("pilot-table"), "pilot", W("pilot"), r.pilot.columns, r.pilot.rows.map((row) => row.map((v) => typeof v === "number" ? cell(v) : v)));
}
// A collected sweep: every point with its factors, and the measure along the first factor that is a number.
function drawSweep() {
  const found = R().sweep;
  el("sweep-section").hidden = !found;
  for (const id of ["map-head", "gains-head", "pays-head"]) el(id).closest("section").hidden = Boolean(found);
  if (!found) return;
  const m = measure(), levels = R().levels[state.measure], title = T(m.title) + (T(m.unit) ? ", " + T(m.unit) : "");
  const along = found.values.findIndex((v) => typeof v[0] === "number" && new Set(v).size > 1);
  const others = (p) => found.factors.map((f, i) => i === along ? "" : N(f.name) + " " + found.values[i][p]).filter(Boolean).join(", ") || R().scenarios[0].title.split(",")[0];
  const values = levels.map((q, p) => ({ x: along < 0 ? p : found.values[along][p], mean: q[0], low: q[1] ?? q[0], high: q[2] ?? q[0], group: others(p) })).filter((v) => v.mean !== null);
  const groups = [...new Set(values.map((v) => v.group))], x = { field: "x", type: "quantitative", title: along < 0 ? null : N(found.factors[along].name), scale: { zero: false } };
  const y = { type: "quantitative", title: null, scale: { zero: false } };
  const color = { field: "group", type: "nominal", scale: { domain: groups, range: COLOURS }, legend: groups.length > 1 ? {} : null };
  chart("sweep-chart", values.length && along >= 0 && groups.length <= COLOURS.length ? { title: { text: title, subtitle: W("interval") }, width: "container", height: 250, data: { values }, layer: [
    { mark: { type: "rule", strokeWidth: 1.6 }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color } },
    { mark: { type: "line", point: true }, encoding: { x, y: { ...y, field: "mean" }, color, strokeDash: { field: "group", type: "nominal", scale: { domain: groups, range: DASHES }, legend: groups.length > 1 ? {} : null } } }] } : null, title);
  table(el("sweep-table"), "sweep", title, [...found.factors.map((f) => N(f.name)), W("mean"), W("low"), W("high")],
    levels.map((q, p) => [...found.values.map((v) => typeof v[p] === "number" ? cell(v[p]) : String(v[p])), ...spanCells(q)]));
}
// What tandem sensitivity found: a table per measure, bars for the total or mean effect.
function drawSensitivity() {
  const indices = D.sensitivity.filter((one) => one.measures);
  el("sensitivity-section").hidden = indices.length === 0;
  el("sensitivity").replaceChildren(...indices.flatMap((found, f) => found.measures.map((m, i) => {
    const parts = found.design === "sobol" ? ["first", "total"] : ["mu_star"], box = node("div"), place = node("figure", {}, node("div", { id: `indices-${f}-${i}-chart`, role: "group" }));
    const lead = parts[parts.length - 1], factors = [...m.factors].sort((a, b) => b[lead].value - a[lead].value);
    const heads = [W("factor"), ...parts.flatMap((p) => [W(p), W("interval")]), ...(parts.length === 1 ? [W("mu"), W("sigma")] : [])];
    table(box, `indices-${f}-${i}`, N(m.name), heads, factors.map((k) => [k.name,
      ...parts.flatMap((p) => [cell(k[p].value), span([k[p].value, k[p].low, k[p].high])]), ...(parts.length === 1 ? [cell(k.mu), cell(k.sigma)] : [])]));
    return node("div", {}, node("h3", {}, N(m.name)), place, box, node("ul", {}, ...(m.words || []).map((words) => node("li", { lang: "en" }, words))));
  })));
  indices.forEach((found, f) => found.measures.forEach((m, i) => {
    const lead = found.design === "sobol" ? "total" : "mu_star", values = [...m.factors].sort((a, b) => b[lead].value - a[lead].value).map((k) => ({ factor: k.name, ...k[lead] }));
    const y = { field: "factor", type: "nominal", title: null, sort: values.map((v) => v.factor) };
    chart(`indices-${f}-${i}-chart`, { width: "container", height: 22 * values.length, data: { values }, layer: [
      { mark: { type: "bar", color: "#9bbbd4" }, encoding: { y, x: { field: "value", type: "quantitative", title: W(lead) } } },
      { mark: { type: "rule", strokeWidth: 1.6 }, encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } } }] }, N(m.name));
  }));
}
function drawParameters() {
  if (!R().parameters) { el("parameter-table").replaceChildren(); return; }
  const wanted = el("filter").value.toLowerCase();
  table(el("parameter-table"), "parameters", W("parameters"), [W("name"), W("value"), W("unit"), W("range"), W("mark"), W("source"), W("meaning")],
    R().parameters.filter((row) => !wanted || row.join(" ").toLowerCase().includes(wanted))
      .map((row) => [...row.slice(0, 4), D.marks[row[4]] ? T(D.marks[row[4]]) : row[4], ...row.slice(5)]));
}

function words() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  for (const item of document.querySelectorAll("[data-word]")) item.textContent = W(item.dataset.word);
  const options = (id, labels, chosen) => {
    el(id).replaceChildren(...labels.map((label, i) => node("option", { value: String(i) }, label)));
    el(id).value = String(chosen);
  };
  options("result", D.results.map((r) => r.file), state.result);
  el("result-choice").hidden = D.results.length < 2;
  const titles = R().scenarios.map((s) => s.title);
  options("scenario", compared() ? titles.slice(1) : titles, state.alternative);
  options("measure", R().measures.map((m) => T(m.title)), state.measure);
  el("show").replaceChildren(...(compared() ? ["effect", "level"] : ["level"]).map((v) => node("option", { value: v }, W(v))));
  el("show").value = compared() ? state.show : "level";
}
function drawAnswer() {
  for (const block of document.querySelectorAll(".block")) {
    block.hidden = !(Number(block.dataset.result) === state.result && Number(block.dataset.alternative) === state.alternative
      && (block.lang === "zh-CN") === (state.lang === "zh"));
  }
  el("headline-box").open = !compared();
  el("title").textContent = compared() ? titleOf(state.alternative + 1) : titleOf(0);
  drawHeadline();
}
function drawMeasure() {
  el("meaning").textContent = measure().description;
  drawSeries(); drawScenarios(); drawSweep(); drawMap(); drawPlane();
}
function redraw() {
  words(); drawAnswer(); drawMeasure(); drawGroups(); drawLedger(); drawRest(); drawSensitivity(); drawUncertainty();
}
// ready: what is seen stands. drawn: all of it.
let round = 0;
async function act(change) {
  const mine = ++round;  // a later act takes over what this one has left to draw
  delete document.body.dataset.ready;
  delete document.body.dataset.drawn;
  change();
  await settled();
  if (mine !== round) return;
  document.body.dataset.ready = "yes";
  while (later.size) {
    await new Promise((resume) => setTimeout(resume));
    if (mine !== round) return;
    const [[id, draw]] = later;
    later.delete(id);
    draw();
    await settled();
  }
  if (mine === round) document.body.dataset.drawn = "yes";
}
async function settled() {
  while (pending.size) await Promise.all([...pending]);
}
const on = (id, event, change) => el(id).addEventListener(event, () => act(change));
on("result", "change", () => { Object.assign(state, { result: Number(el("result").value), alternative: 0, measure: D.results[Number(el("result").value)].first, province: null }); redraw(); });
on("scenario", "change", () => { state.alternative = Number(el("scenario").value); drawAnswer(); drawMeasure(); drawGroups(); drawLedger(); });
on("measure", "change", () => { state.measure = Number(el("measure").value); drawMeasure(); });
on("show", "change", () => { state.show = el("show").value; drawMeasure(); drawGroups(); drawLedger(); });
on("language", "click", () => { state.lang = state.lang === "en" ? "zh" : "en"; redraw(); });
el("filter").addEventListener("input", drawParameters);
el("print").addEventListener("click", () => window.print());
window.addEventListener("beforeprint", () => {
  for (const draw of later.values()) draw();
  later.clear();
  for (const box of document.querySelectorAll("details")) if (box.id !== "parameters-box") box.open = true;
});
act(redraw);
