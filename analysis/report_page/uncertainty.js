// SPDX-License-Identifier: Apache-2.0
// Where uncertainty comes from: shares of the variance of an outcome or a paired effect that are due
// to structures, parameters and chance, as tandem sensitivity found them.
function drawUncertainty() {
  const found = D.sensitivity.filter((one) => one.outcomes);
  el("uncertainty-section").hidden = found.length === 0;
  const name = (of) => N(of.name) + ": " + of.scenario + (of.base ? " − " + of.base : "");
  const ids = [];
  el("uncertainty").replaceChildren(...found.flatMap((one, f) => one.outcomes.map((of, o) => {
    const id = `parts-${f}-${o}`, box = node("div"), parts = of.parts.filter((part) => part.share.value !== null);
    const values = parts.map((part) => ({ source: W("part_" + part.name), ...part.share }));
    ids.push([id, name(of), values]);
    table(box, id, name(of), [W("source_of"), W("variance"), W("interval"), W("share"), W("interval")],
      of.parts.map((part) => [W("part_" + part.name), ...[part.variance, part.share].flatMap((q) => [cell(q.value), span([q.value, q.low, q.high])])]));
    return node("div", {}, node("h3", {}, name(of)), node("figure", {}, node("div", { id: id + "-chart", role: "group" })),
      node("ul", {}, ...of.words.map((words) => node("li", { lang: "en" }, words))), node("details", {}, node("summary", {}, W("table")), box));
  })));
  for (const [id, title, values] of ids) {
    const y = { field: "source", type: "nominal", title: null, sort: null, axis: { labelLimit: 260 } };
    chart(id + "-chart", values.length ? { width: "container", height: 24 * values.length, data: { values }, layer: [
      { mark: { type: "bar", color: "#9bbbd4" }, encoding: { y, x: { field: "value", type: "quantitative", title: W("share_variance"), axis: { format: "%" } } } },
      { mark: { type: "rule", strokeWidth: 1.6 }, encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } } }] } : null, title);
  }
}
