"use strict";
// The data block with ids in place of numbers: what is drawn, what is held back, and the facts of each.
const carried = (function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const named = (value) => (typeof value === "number" ? data.ids[value] : value);
  const entities = new Map(data.ids.map((id, number) => [id, data.entities[number]]));
  const nodes = new Map();
  const lines = new Map();
  const facts = new Map(data.ids.map((id) => [id, []]));  // by either end
  const beside = new Map(data.ids.map((id) => [id, new Set()]));  // neighbours by any line that is carried
  const labels = {};
  const colors = {};

  for (const row of [...data.types, ...data.relations]) {
    labels[row.name] = row.label;
    colors[row.name] = row.color;
  }
  for (const node of [...data.nodes, ...data.spare.nodes]) {
    node.id = named(node.id);
    if (!node.look) {  // names below dots are drawn by the page itself, see graph_labels.js
      node.names = node.label.split("\n");
      node.label = undefined;
      delete node.font;
    }
    nodes.set(node.id, node);
  }
  for (const line of [...data.edges, ...data.spare.edges]) {
    line.from = named(line.from);
    line.to = named(line.to);
    if (line.tasks) line.tasks = line.tasks.map(named);
    lines.set(line.id, line);
    beside.get(line.from).add(line.to);
    beside.get(line.to).add(line.from);
  }
  for (const fact of data.facts) {
    const { from, to, relation } = lines.get(fact.edge);
    const [source, document] = data.places[fact.in] || ["", ""];
    const [number, start, end] = fact.at || [];
    const around = fact.at ? data.paragraphs[number] : fact.text;
    Object.assign(fact, {
      from, to, relation, source, document,
      before: fact.at ? around.slice(0, start) : "",
      words: fact.at ? around.slice(start, end) : around,
      after: fact.at ? around.slice(end) : "",
      qualifiers: fact.qualifiers || [],
    });
    facts.get(from).push(fact);
    if (to !== from) facts.get(to).push(fact);
  }
  return {
    data, entities, nodes, lines, facts, beside, labels, colors,
    label: (name) => labels[name] || name,
    color: (name) => colors[name] || "#4b5563",
  };
}());
