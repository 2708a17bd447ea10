// SPDX-License-Identifier: Apache-2.0
// Winners and losers: bars to both sides for each group, the net share with its interval, and
// every group in a table.
function drawPeople() {
  const found = R().people, place = el("people-table");
  el("people-box").hidden = !found;
  el("people-none").hidden = Boolean(found);
  if (!found) { el("people-chart").replaceChildren(); place.replaceChildren(); return; }
  const o = Math.min(state.outcome, found.outcomes.length - 1), a = state.alternative, chosen = found.outcomes[o];
  el("people-outcome").replaceChildren(...found.outcomes.map((one, i) => node("option", { value: String(i) }, T(one.title))));
  el("people-outcome").value = String(o);
  el("people-meaning").textContent = chosen.meaning;
  const at = (part, g) => found.values[part][a][o][g];
  const name = (group) => T(group.title) + (group.dimension ? " " + T(group.label) : "");
  const drawn = found.groups.map((group, g) => ({ group, g })).filter(({ group, g }) => group.is_drawn && at("gain", g)[0] !== null);
  const bars = drawn.flatMap(({ group, g }) => [
    { label: name(group), part: W("gain"), share: at("gain", g)[0] }, { label: name(group), part: W("lose"), share: -at("lose", g)[0] }]);
  const nets = drawn.map(({ group, g }) => { const q = at("net", g); return { label: name(group), net: q[0], low: q[1] ?? q[0], high: q[2] ?? q[0] }; });
  const y = { field: "label", type: "nominal", title: null, sort: null, axis: { labelLimit: 260 } };
  const x = (field) => ({ field, type: "quantitative", title: W("share_people"), axis: { format: "%" } });
  chart("people-chart", bars.length ? { title: { text: T(chosen.title), subtitle: titleOf(a + 1) + "; " + W("net_people") + ", " + W("interval") }, width: "container", height: 22 * drawn.length, layer: [
    { data: { values: bars }, mark: { type: "bar", opacity: 0.75 }, encoding: { y, x: x("share"),
      color: { field: "part", type: "nominal", scale: { domain: [W("lose"), W("gain")], range: ["#e08a3c", "#5f9fc8"] }, legend: { symbolType: "square", symbolSize: 120 } },
      tooltip: [{ field: "label" }, { field: "part" }, { field: "share", type: "quantitative", format: ".3%" }] } },
    { mark: { type: "rule", color: "#222" }, encoding: { x: { datum: 0, type: "quantitative" } } },
    { data: { values: nets }, mark: { type: "rule", strokeWidth: 2, color: "#222" }, encoding: { y, x: x("low"), x2: { field: "high" } } },
    { data: { values: nets }, mark: { type: "point", filled: true, size: 50, color: "#222", opacity: 1 }, encoding: { y, x: x("net"),
      tooltip: [{ field: "label" }, { field: "net", type: "quantitative", format: ".3%" }] } }] } : null, W("people") + ": " + T(chosen.title));
  table(place, "people", W("people") + ": " + T(chosen.title), [W("group"), W("label"), W("gain"), W("lose"), W("net_people"), W("interval"), W("count")],
    found.groups.map((group, g) => [T(group.title), T(group.label), cell(at("gain", g)[0]), cell(at("lose", g)[0]),
      cell(at("net", g)[0], signed), span(at("net", g)), cell(at("people", g)[0])]));
}
on("people-outcome", "change", () => { state.outcome = Number(el("people-outcome").value); drawPeople(); });
