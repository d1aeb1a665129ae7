"use strict";
// Draws the picture from the data block. Text of documents reaches the page by textContent and the canvas alone.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const entities = data.entities;
  const labels = {};
  const colors = {};
  for (const row of [...data.types, ...data.relations]) {
    labels[row.name] = row.label;
    colors[row.name] = row.color;
  }

  // Paints a box: our own, because vis-network leaves no space between lines of text.
  function painter({ ctx, id, x, y, state }) {
    const node = original.get(id);
    const look = node.look;
    const faded = dimmed !== null && !dimmed.has(id);
    const left = x - look.width / 2;
    const top = y - look.height / 2;
    const drawNode = () => {
      ctx.save();
      ctx.globalAlpha = faded ? 0.22 : 1;
      if (look.fill) {
        ctx.beginPath();
        ctx.roundRect(left, top, look.width, look.height, 5);
        ctx.fillStyle = "#ffffff";  // lines pass behind the box, also where it is faded
        ctx.fill();
        ctx.fillStyle = look.fill;
        ctx.fill();
        ctx.lineWidth = state.selected || state.hover ? 2.5 : 1;
        ctx.strokeStyle = state.selected || state.hover ? "#111827" : look.stripe;
        ctx.stroke();
        if (!look.center) {
          ctx.beginPath();
          ctx.roundRect(left, top, 5, look.height, [5, 0, 0, 5]);
          ctx.fillStyle = look.stripe;
          ctx.fill();
        }
      }
      if (look.size * network.getScale() >= 5) {
        const step = look.size * data.lineHeight;
        ctx.font = `${look.fill && !look.center ? 400 : 500} ${look.size}px ${data.font}`;
        ctx.fillStyle = look.ink;
        ctx.textBaseline = "middle";
        ctx.textAlign = look.center ? "center" : "left";
        const textX = look.center ? x : left + (look.fill ? 13 : 0);
        look.lines.forEach((line, row) => {
          ctx.fillText(line, textX, y + (row - (look.lines.length - 1) / 2) * step);
        });
      }
      ctx.restore();
    };
    return { drawNode, nodeDimensions: { width: look.width, height: look.height } };
  }

  for (const fact of data.facts) {
    const { from, to, relation } = data.edges[fact.edge];
    Object.assign(fact, { from, to, relation });
  }
  let dimmed = null;  // the ids that stay bright while something is selected
  const original = new Map(data.nodes.map((node) => [node.id, node]));
  const originalEdges = new Map(data.edges.map((edge) => [edge.id, edge]));
  for (const node of data.nodes) if (node.look) node.ctxRenderer = painter;

  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const container = byId("picture");
  const network = new vis.Network(container, { nodes, edges }, data.options);

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function swatch(className, color) {
    const mark = make("span", className);
    mark.style.background = color;
    return mark;
  }

  // What is in sight

  const READABLE = 0.66;  // below this scale labels of ordinary size are too small to read
  const MARGIN = 26;

  // Boxes know their extent beforehand; for them vis-network's own fit would count the points alone.
  function bounds() {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of data.nodes) {
      const at = network.getPosition(node.id);
      const [half, tall] = node.look ? [node.look.width / 2, node.look.height / 2] : [70, 40];
      box.left = Math.min(box.left, at.x - half);
      box.right = Math.max(box.right, at.x + half);
      box.top = Math.min(box.top, at.y - tall);
      box.bottom = Math.max(box.bottom, at.y + tall);
    }
    return box;
  }

  function show(whole) {
    const box = bounds();
    const [width, height] = [container.clientWidth, container.clientHeight];
    const fitting = Math.min((width - 2 * MARGIN) / (box.right - box.left), (height - 2 * MARGIN) / (box.bottom - box.top));
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    if (whole || !data.focus || fitting >= READABLE) {
      network.moveTo({ position: middle, scale: Math.min(fitting, 1.15) });
      return;
    }
    // Too much for one screen: begin where reading begins, at the entity that the view is about.
    const focus = network.getPosition(data.focus);
    const wide = width / READABLE;
    const x = box.right - box.left < wide ? middle.x : box.left - MARGIN / READABLE + wide / 2;
    network.moveTo({ position: { x, y: focus.y }, scale: READABLE });
  }

  // Labels of hubs are large from afar; coming nearer must not blow them up over what stands beside them.

  const hubs = data.nodes.filter((node) => node.hub);
  let sizedFor = 0;

  function labelFont(node) {
    const first = original.get(node.id).font;
    if (!original.get(node.id).hub) return first;
    const size = Math.min(first.size, data.largestLabel / network.getScale());
    return { ...first, size, strokeWidth: size / 4 };
  }

  function sizeLabels() {
    if (!hubs.length || sizedFor === network.getScale()) return;
    sizedFor = network.getScale();
    nodes.update(hubs.map((node) => {
      const { size, strokeWidth } = labelFont(node);
      return { id: node.id, font: { ...nodes.get(node.id).font, size, strokeWidth } };
    }));
  }

  network.on("zoom", () => requestAnimationFrame(sizeLabels));

  // Filters: the legend

  const off = { types: new Set(), relations: new Set() };

  function applyFilters() {
    const gone = new Set();
    nodes.update(data.nodes.filter((node) => entities[node.id]).map((node) => {
      const hidden = off.types.has(entities[node.id].type);
      if (hidden) gone.add(node.id);
      return { id: node.id, hidden };
    }));
    edges.update(data.edges.map((edge) => ({
      id: edge.id,
      hidden: off.relations.has(edge.relation) || gone.has(edge.from) || gone.has(edge.to),
    })));
  }

  function fillLegend(kind, markClass) {
    for (const row of data[kind]) {
      const button = make("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.append(swatch(markClass, row.color), make("span", "", row.label), make("span", "count", String(row.count)));
      button.addEventListener("click", () => {
        const shown = !off[kind].delete(row.name);
        if (shown) off[kind].add(row.name);
        button.setAttribute("aria-pressed", String(!shown));
        applyFilters();
      });
      byId(kind).append(button);
    }
    byId(kind).hidden = data[kind].length === 0;
  }

  // Highlighting

  function highlight(keptNodes, keptEdges) {
    const dim = keptNodes !== null;
    dimmed = keptNodes;
    nodes.update(data.nodes.filter((node) => !node.look).map((node) => {
      const faded = dim && !keptNodes.has(node.id);
      const font = labelFont(node);
      return {
        id: node.id,
        opacity: faded ? 0.18 : 1,
        font: { ...font, color: faded ? "rgba(100,116,139,0.35)" : font.color },
      };
    }));
    edges.update(data.edges.map((edge) => {
      const first = originalEdges.get(edge.id);
      const strong = dim && keptEdges.has(edge.id);
      const opacity = !dim ? first.color.opacity : strong ? 0.95 : 0.06;
      return { id: edge.id, color: { ...first.color, opacity }, width: strong ? 2.2 : first.width };
    }));
  }

  function highlightNode(id) {
    const keptNodes = new Set([id]);
    const keptEdges = new Set();
    for (const edge of data.edges) {
      if (edge.from === id || edge.to === id) {
        keptNodes.add(edge.from).add(edge.to);
        keptEdges.add(edge.id);
      }
    }
    highlight(keptNodes, keptEdges);
  }

  // The panel

  function partyButton(id) {
    const button = make("button", "party", entities[id].label);
    button.type = "button";
    button.addEventListener("click", () => select(id, true));
    return button;
  }

  function quote(fact) {
    const parts = [];
    if (fact.text) parts.push(make("blockquote", "", fact.text));
    if (fact.qualifiers.length) {
      parts.push(make("div", "said", fact.qualifiers.map(([name, value]) => `${name} ${value}`).join(" · ")));
    }
    const confidence = typeof fact.confidence === "number" ? ` · 置信度 ${fact.confidence}` : "";
    const place = Number.isInteger(fact.line) ? ` · 第 ${fact.line} 行` : "";
    if (fact.source) parts.push(make("div", "where", `${fact.source}${place}${confidence}`));
    return parts;
  }

  // One block for all of whom a sentence says the same, and for all sentences that say the same of them.
  function factGroup(heading, color, rows) {
    const group = document.createDocumentFragment();
    const title = make("h3");
    const parties = new Set(rows.map((row) => row.other)).size;
    title.append(swatch("stroke", color), make("span", "", heading), make("span", "count", String(parties)));
    group.append(title);
    const sentences = new Map();
    for (const row of rows) {
      const key = JSON.stringify([row.fact.source, row.fact.start, row.fact.end, row.fact.qualifiers]);
      if (!sentences.has(key)) sentences.set(key, { fact: row.fact, others: new Set() });
      sentences.get(key).others.add(row.other);
    }
    const blocks = new Map();
    for (const { fact, others } of sentences.values()) {
      const key = JSON.stringify([...others].sort());
      if (!blocks.has(key)) {
        const block = make("div", "fact");
        block.append(...[...others].map(partyButton));
        blocks.set(key, block);
      }
      blocks.get(key).append(...quote(fact));
    }
    group.append(...blocks.values());
    return group;
  }

  function openPanel(...children) {
    const panel = byId("panel");
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  }

  function showEntity(id) {
    const entity = entities[id];
    const meta = make("p", "meta");
    const tag = make("span", "tag", labels[entity.type] || entity.type);
    tag.style.background = colors[entity.type] || "#4b5563";
    meta.append(tag, make("span", "", entity.place));
    const children = [make("h2", "", entity.label), meta];
    if (entity.aliases.length) children.push(make("div", "where", `又名 ${entity.aliases.join("、")}`));
    const groups = new Map();
    for (const fact of data.facts) {
      if (fact.from !== id && fact.to !== id) continue;
      const out = fact.from === id;
      const key = `${fact.relation} ${out}`;
      if (!groups.has(key)) groups.set(key, { relation: fact.relation, out, rows: [] });
      groups.get(key).rows.push({ fact, other: out ? fact.to : fact.from });
    }
    const rank = (group) => data.relations.findIndex((row) => row.name === group.relation);
    for (const group of [...groups.values()].sort((a, b) => rank(a) - rank(b))) {
      const label = labels[group.relation] || group.relation;
      children.push(factGroup(group.out ? `${label} →` : `← ${label}`, colors[group.relation], group.rows));
    }
    if (framed) {
      openPanel(...children);
      return;
    }
    const links = make("div", "links");
    const link = make("button", "", "复制链接");
    link.type = "button";
    link.addEventListener("click", () => {
      const copied = navigator.clipboard
        ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error("no clipboard"));
      copied.then(
        () => { link.textContent = "已复制"; },
        () => { link.textContent = "请从地址栏复制"; },
      );
    });
    links.append(link);
    openPanel(...children, links);
  }

  function showEdge(edge) {
    const rows = data.facts.filter(
      (fact) => fact.from === edge.from && fact.to === edge.to && fact.relation === edge.relation,
    );
    openPanel(
      partyButton(edge.from),
      factGroup(`${labels[edge.relation] || edge.relation} →`, colors[edge.relation],
        rows.map((fact) => ({ fact, other: edge.to }))),
    );
    highlight(new Set([edge.from, edge.to]), new Set([edge.id]));
  }

  function showSummary() {
    const children = [make("h2", "", data.title), make("p", "meta", `${data.shown} 个节点 · ${data.facts.length} 条事实`)];
    children.push(make("p", "", "点击节点或连线，查看事实和原文。 Click a node or a line to read its sentences."));
    const counts = new Map();
    for (const fact of data.facts) {
      for (const id of new Set([fact.from, fact.to])) counts.set(id, (counts.get(id) || 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 20);
    if (most.length) children.push(make("h3", "", "事实最多"));
    for (const [id, count] of most) {
      const row = make("div", "row");
      row.append(swatch("dot", colors[entities[id].type] || "#4b5563"), partyButton(id), make("span", "kind", String(count)));
      children.push(row);
    }
    openPanel(...children);
  }

  // Selecting, and the address

  const framed = location.protocol === "about:";  // in a notebook's cell, which has no address to link to

  function setAddress(address) {
    if (!framed) history.replaceState(null, "", address);
  }

  const fragment = (id) => (id.startsWith(data.base) ? id.slice(data.base.length) : encodeURIComponent(id));

  function fromAddress() {
    const wanted = location.hash.slice(1);
    return wanted ? Object.keys(entities).find((id) => fragment(id) === wanted || id === wanted) : undefined;
  }

  function select(id, move) {
    if (move) {
      const scale = Math.max(network.getScale(), 1);  // near enough for every label to be drawn
      network.moveTo({ position: network.getPosition(id), scale });
      sizeLabels();
    }
    network.selectNodes([id], false);
    showEntity(id);
    highlightNode(id);
    if (location.hash.slice(1) !== fragment(id)) setAddress("#" + fragment(id));
  }

  function clear() {
    network.unselectAll();
    highlight(null, null);
    if (location.hash) setAddress(location.pathname + location.search);
    if (data.focus) showEntity(data.focus); else showSummary();
  }

  network.on("click", (event) => {
    const id = event.nodes.find((node) => entities[node]);
    if (id) select(id, false);
    else if (event.nodes.length === 0 && event.edges.length) showEdge(edges.get(event.edges[0]));
    else clear();
  });
  window.addEventListener("hashchange", () => {
    const id = fromAddress();
    if (id) select(id, true);
  });

  // The whole name of what the pointer is on: labels may be cut, and from afar most are not drawn

  network.on("hoverNode", (event) => {
    const entity = entities[event.node];
    if (!entity) return;
    const hint = byId("hint");
    hint.textContent = entity.label;
    hint.hidden = false;
    const at = network.canvasToDOM(network.getPosition(event.node));
    hint.style.left = `${Math.min(at.x + 12, container.clientWidth - hint.offsetWidth - 8)}px`;
    hint.style.top = `${Math.max(at.y - hint.offsetHeight - 16, 4)}px`;
  });
  for (const name of ["blurNode", "dragStart", "zoom"]) {
    network.on(name, () => { byId("hint").hidden = true; });
  }

  // Search

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  const haystack = Object.entries(entities).map(([id, entity]) => (
    { id, entity, words: [entity.label, ...entity.aliases, entity.place + entity.label].map(folded) }
  ));

  function search() {
    const wanted = folded(byId("query").value);
    const hits = byId("hits");
    hits.hidden = !wanted;
    if (!wanted) return;
    const rank = (row) => (row.words[0] === wanted ? 0 : row.words[0].startsWith(wanted) ? 1 : 2);
    const found = haystack.filter((row) => row.words.some((word) => word.includes(wanted)));
    found.sort((a, b) => rank(a) - rank(b) || a.words[0].length - b.words[0].length);
    hits.replaceChildren(...found.slice(0, 30).map(({ id, entity }) => {
      const button = make("button");
      button.type = "button";
      button.append(swatch("dot", colors[entity.type] || "#4b5563"), make("span", "name", entity.label),
        make("span", "kind", labels[entity.type] || entity.type));
      button.addEventListener("click", () => {
        hits.hidden = true;
        select(id, true);
      });
      const item = make("li");
      item.append(button);
      return item;
    }));
    if (!found.length) hits.append(make("li", "none", "图中没有。 Not in this picture."));
  }

  byId("query").addEventListener("input", search);
  byId("query").addEventListener("focus", search);
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = byId("hits").querySelector("button");
    if (first) first.click();
  });
  document.addEventListener("click", (event) => {
    if (!byId("search").contains(event.target)) byId("hits").hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      byId("hits").hidden = true;
      clear();
    } else if (event.key === "/" && document.activeElement !== byId("query")) {
      event.preventDefault();
      byId("query").focus();
    }
  });

  // Buttons

  byId("fit").addEventListener("click", () => {
    show(true);
    sizeLabels();
  });
  byId("png").addEventListener("click", () => {
    const canvas = container.querySelector("canvas");
    const paper = document.createElement("canvas");
    paper.width = canvas.width;
    paper.height = canvas.height;
    const pen = paper.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.drawImage(canvas, 0, 0);
    paper.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${document.title}.png`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  });

  fillLegend("types", "dot");
  fillLegend("relations", "stroke");
  if (data.total > data.shown) {
    byId("notice").textContent = `图中 ${data.shown} 个节点，共 ${data.total} 个；要看更多，加 --limit ${data.total}。 ` +
      `${data.shown} of ${data.total} nodes shown: add --limit ${data.total} for more.`;
    byId("notice").hidden = false;
  }

  const wanted = fromAddress();
  show(false);
  if (wanted) select(wanted, true);
  else if (data.focus) showEntity(data.focus);
  else showSummary();

  window.govgraph = { network, nodes, edges, select };  // for tests and for people at the console
}());
