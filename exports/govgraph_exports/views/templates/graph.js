"use strict";
// Draws the picture from the data block. Text of documents reaches the page by textContent and the canvas alone.
(function () {
  const { data, entities, lines, beside, label, color } = carried;
  const { make, button, swatch, party, heading } = panel;
  const byId = (id) => document.getElementById(id);
  const drawn = new Set(data.nodes.map((node) => node.id));  // in the picture now
  const owners = new Map();  // who has brought what into the picture
  let dimmed = null;  // the ids that stay bright while something is selected
  let bright = new Set();  // and the lines

  // Paints a box: our own, because vis-network leaves no space between lines of text.
  function painter({ ctx, id, x, y, state }) {
    const { look } = carried.nodes.get(id);
    const left = x - look.width / 2;
    const top = y - look.height / 2;
    const marked = state.selected || state.hover;
    const drawNode = () => {
      ctx.save();
      if (look.fill) {
        ctx.beginPath();
        ctx.roundRect(left, top, look.width, look.height, 5);
        ctx.fillStyle = "#ffffff";  // lines pass behind the box, also where it is faded
        ctx.fill();
      }
      ctx.globalAlpha = dimmed !== null && !dimmed.has(id) ? 0.22 : 1;
      if (look.fill) {
        ctx.fillStyle = look.fill;
        ctx.fill();
        ctx.lineWidth = marked ? 2.5 : 1;
        ctx.strokeStyle = marked ? "#111827" : look.stripe;
        ctx.stroke();
        if (!look.center) {
          ctx.beginPath();
          ctx.roundRect(left, top, 5, look.height, [5, 0, 0, 5]);
          ctx.fillStyle = look.stripe;
          ctx.fill();
        }
      }
      if (look.size * network.getScale() >= 5) {
        const notes = look.notes || [];
        const rows = [...look.lines.map((text) => [text, look.size, look.ink]), ...notes.map((text) => [text, look.noteSize, look.noteInk])];
        let at = y - rows.reduce((sum, [, size]) => sum + size * data.lineHeight, 0) / 2;
        ctx.textBaseline = "middle";
        ctx.textAlign = look.center ? "center" : "left";
        const textX = look.center ? x : left + (look.fill ? 13 : 0);
        for (const [text, size, ink] of rows) {
          ctx.font = `${look.fill && !look.center ? 400 : 500} ${size}px ${data.font}`;
          ctx.fillStyle = ink;
          if (!look.fill) {  // a heading stands on no box that would hide the lines behind it
            ctx.lineWidth = 5;
            ctx.strokeStyle = "#ffffff";
            ctx.strokeText(text, textX, at + size * data.lineHeight / 2);
          }
          ctx.fillText(text, textX, at + size * data.lineHeight / 2);
          at += size * data.lineHeight;
        }
      }
      ctx.restore();
    };
    return { drawNode, nodeDimensions: { width: look.width, height: look.height } };
  }

  for (const node of carried.nodes.values()) if (node.look) node.ctxRenderer = painter;
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const container = byId("picture");
  const network = new vis.Network(container, { nodes, edges }, data.options);

  function extentOf({ look, extent }) {
    return extent || [look.width / 2, look.width / 2, look.height / 2, look.height / 2];
  }

  // Names of dots

  const byWeight = (a, b) => Number(b.hub) - Number(a.hub) || b.size - a.size || (a.id < b.id ? -1 : 1);
  let named = [];

  function rankNames() {
    named = [...drawn].map((id) => carried.nodes.get(id)).filter((node) => node.names).sort(byWeight);
  }

  network.on("afterDrawing", (ctx) => {
    const kept = named.filter(({ id }) => (dimmed === null || dimmed.has(id)) && !network.body.nodes[id].options.hidden);
    if (!kept.length) return;
    const selected = new Set(network.getSelectedNodes());
    const dots = kept.map((node) => {
      const { x, y } = network.body.nodes[node.id];
      return { id: node.id, x, y, radius: node.size, names: node.names, hub: node.hub || selected.has(node.id), wanted: selected.has(node.id) };
    });
    if (selected.size) dots.sort((a, b) => Number(b.wanted) - Number(a.wanted));
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    names.draw(ctx, dots, network.getScale(), { left, top, right, bottom }, data.font);
  });

  // What is in sight

  const READABLE = 0.66;  // below this scale what stands in boxes is too small to read
  const MARGIN = data.focus ? 26 : 44;  // names stand beyond dots

  function boxOf(id) {
    return room.around(network.body.nodes[id], extentOf(nodes.get(id)));
  }

  // Boxes know their extent beforehand; for them vis-network's own fit would count the points alone.
  function bounds(ids) {
    const boxes = ids.map(boxOf);
    return {
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  const middle = (box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

  function fitting(box) {
    const [width, height] = [container.clientWidth, container.clientHeight];
    return Math.min((width - 2 * MARGIN) / (box.right - box.left), (height - 2 * MARGIN) / (box.bottom - box.top));
  }

  function show(whole) {
    const box = bounds(nodes.getIds());
    const scale = fitting(box);
    if (whole || !data.focus || scale >= READABLE) {
      network.moveTo({ position: middle(box), scale: Math.min(scale, 1.15) });
      return;
    }
    // Too much for one screen: begin where reading begins, at the entity that the view is about.
    const focus = network.getPosition(data.focus);
    const wide = container.clientWidth / READABLE;
    const x = box.right - box.left < wide ? middle(box).x : Math.max(box.left - MARGIN / READABLE + wide / 2, focus.x - wide / 4);
    network.moveTo({ position: { x, y: focus.y }, scale: READABLE });
  }

  // Filters: the legend

  const off = { types: new Set(), relations: new Set() };
  const counts = new Map();  // by row of the legend the element that tells how many are in the picture

  function applyFilters() {
    const gone = new Set();
    nodes.update(nodes.get().filter((node) => entities.has(node.id)).map((node) => {
      const hidden = off.types.has(entities.get(node.id).type);
      if (hidden) gone.add(node.id);
      return { id: node.id, hidden };
    }));
    edges.update(edges.get().map((edge) => ({
      id: edge.id,
      hidden: off.relations.has(edge.relation) || gone.has(edge.from) || gone.has(edge.to),
    })));
    paint();
  }

  function fillLegend(kind, markClass) {
    for (const row of data[kind]) {
      const count = make("span", "count");
      const switched = button("", "", () => {
        const shown = !off[kind].delete(row.name);
        if (shown) off[kind].add(row.name);
        switched.setAttribute("aria-pressed", String(!shown));
        applyFilters();
      });
      switched.setAttribute("aria-pressed", "true");
      switched.append(swatch(markClass, row.color), make("span", "", row.label), count);
      counts.set(row, { switched, count });
      byId(kind).append(switched);
    }
  }

  function recount() {
    const found = { types: new Map(), relations: new Map() };
    const add = (kind, name) => found[kind].set(name, (found[kind].get(name) || 0) + 1);
    for (const id of drawn) if (entities.has(id)) add("types", entities.get(id).type);
    for (const line of edges.get()) add("relations", line.relation);
    for (const kind of ["types", "relations"]) {
      for (const row of data[kind]) {
        const { switched, count } = counts.get(row);
        const number = found[kind].get(row.name) || 0;
        count.textContent = String(number);
        switched.hidden = number === 0;
      }
      byId(kind).hidden = found[kind].size === 0;
    }
  }

  // Highlighting: the options of what is drawn, for an update of the data takes a second for 5,000 lines

  function paint() {
    for (const edge of Object.values(network.body.edges)) {
      const strong = dimmed !== null && bright.has(edge.id);
      const first = lines.get(edge.id);
      edge.options.color.opacity = dimmed === null ? first.color.opacity : strong ? 0.95 : 0.06;
      edge.options.width = strong ? Math.max(2.2 / Math.min(network.getScale(), 1), first.width) : first.width;
    }
    for (const { id } of named) network.body.nodes[id].options.opacity = dimmed !== null && !dimmed.has(id) ? 0.18 : 1;
    network.redraw();
  }

  function highlight(keptNodes, keptLines) {
    dimmed = keptNodes;
    bright = keptLines;
    paint();
  }

  function highlightNode(id) {
    const near = Object.keys(network.body.edges).map((line) => lines.get(Number(line))).filter((line) => line.from === id || line.to === id);
    highlight(new Set([id, ...near.flatMap((line) => [line.from, line.to])]), new Set(near.map((line) => line.id)));
  }

  // Expanding: neighbours that the page holds back are placed beside a node, and taken away again

  const held = (id) => [...beside.get(id)].filter((other) => !drawn.has(other));
  const brought = (id) => [...owners].filter(([, owner]) => owner === id).map(([other]) => other);

  function settle() {
    const hosts = new Set(owners.values());
    const live = ({ from, to }) => drawn.has(from) && drawn.has(to) && [from, to].some((id) => owners.has(id) || hosts.has(id));
    const wanted = data.spare.edges.filter(live);
    const keep = new Set(wanted.map((line) => line.id));
    edges.remove(data.spare.edges.filter((line) => !keep.has(line.id)));
    edges.add(wanted.filter((line) => !edges.get(line.id)));
    rankNames();
    recount();
    if (off.types.size || off.relations.size) applyFilters();
  }

  function bring(id, others) {
    const boxes = nodes.getIds().map(boxOf);
    nodes.add(others.map((other) => {
      const node = carried.nodes.get(other);
      const point = room.place(network.getPosition(id), extentOf(node), boxes);
      boxes.push(room.around(point, extentOf(node)));
      return { ...node, ...point };
    }));
    for (const other of others) {
      owners.set(other, id);
      drawn.add(other);
    }
    settle();
  }

  function expand(id) {
    const fresh = held(id);
    bring(id, fresh);
    const box = bounds([id, ...fresh]);
    const scale = data.focus ? Math.min(network.getScale(), fitting(box)) : Math.min(1.1, fitting(box));
    const sight = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight })];
    if (!data.focus || box.left < sight[0].x || box.top < sight[0].y || box.right > sight[1].x || box.bottom > sight[1].y) {
      network.moveTo({ position: middle(box), scale });
    }
  }

  function drop(id) {
    const gone = [];
    for (const waiting = brought(id); waiting.length;) {
      const other = waiting.pop();
      waiting.push(...brought(other));
      gone.push(other);
      owners.delete(other);
      drawn.delete(other);
    }
    settle();
    nodes.remove(gone);
  }

  function toggle(id) {
    if (held(id).length) {
      expand(id);
    } else {
      drop(id);
    }
    select(id, false);
  }

  // What is held back comes into the picture beside the first of its neighbours that is there.
  function reveal(id) {
    if (drawn.has(id)) return;
    const near = [...beside.get(id)];
    const host = near.find((other) => drawn.has(other)) || near[0];
    reveal(host);
    bring(host, [id]);
  }

  // The panel

  const order = (relation) => data.relations.findIndex((row) => row.name === relation);

  function links(id) {
    const row = make("div", "links");
    const waiting = held(id).length;
    if (waiting) row.append(button("expand", `展开相邻 ${waiting}`, () => toggle(id)));
    else if (brought(id).length) row.append(button("expand", "收起相邻", () => toggle(id)));
    if (!framed) {
      const link = button("link", "复制链接", () => {
        const copied = navigator.clipboard
          ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error("no clipboard"));
        copied.then(
          () => { link.textContent = "已复制"; },
          () => { link.textContent = "请从地址栏复制"; },
        );
      });
      row.append(link);
    }
    row.hidden = !row.childNodes.length;
    return row;
  }

  function showEntity(id) {
    const entity = entities.get(id);
    const meta = make("p", "meta");
    const tag = make("span", "tag", label(entity.type));
    tag.style.background = color(entity.type);
    meta.append(tag, make("span", "", entity.place));
    const children = [make("h2", "", entity.label), meta];
    if (entity.aliases.length) children.push(make("div", "where", `又名 ${entity.aliases.join("、")}`));
    children.push(links(id));
    const pairs = edges.get({ filter: (line) => line.tasks && (line.from === id || line.to === id) });
    if (pairs.length) children.push(heading(label(pairs[0].relation), color(pairs[0].relation), pairs.length));
    for (const line of pairs.sort((a, b) => b.weight - a.weight)) {
      const row = make("div", "row");
      const other = line.from === id ? line.to : line.from;
      row.append(button("party", entities.get(other).label, () => showLine(line.id)), make("span", "kind", `${line.weight} 项`));
      children.push(row);
    }
    children.push(...panel.groups(id, order));
    if (entity.left) {
      children.push(make("p", "left", `另有 ${entity.left} 个相邻对象不在此页；看全部：govgraph view graph ${entity.label}`));
    }
    panel.open(...children);
  }

  // Between two bodies: the tasks that they share, each with the words about the one and the other.
  function sharedTasks(line) {
    const { from, to } = line;
    const children = [heading(`${label(line.relation)}`, color(line.relation), line.weight)];
    for (const task of line.tasks) {
      const block = make("div", "task");
      block.append(party(task));
      const said = carried.facts.get(task).filter((fact) => [from, to].includes(fact.from));
      for (const relation of new Set(said.map((fact) => fact.relation))) {
        const rows = said.filter((fact) => fact.relation === relation);
        block.append(panel.group(label(relation), color(relation), rows.map((fact) => ({ fact, other: fact.from }))));
      }
      children.push(block);
    }
    if (line.tasks.length < line.weight) {
      children.push(make("p", "left", `另有 ${line.weight - line.tasks.length} 项不在此页。`));
    }
    return children;
  }

  function showLine(id) {
    const line = lines.get(id);
    if (line.tasks) {
      const title = make("h2");
      title.append(party(line.from), party(line.to));
      panel.open(title, ...sharedTasks(line));
    } else {
      const rows = carried.facts.get(line.from).filter((fact) => fact.edge === id);
      panel.open(party(line.from), panel.group(`${label(line.relation)} →`, color(line.relation),
        rows.map((fact) => ({ fact, other: line.to }))));
    }
    highlight(new Set([line.from, line.to]), new Set([id]));
  }

  function showSummary() {
    const said = edges.get().reduce((sum, line) => sum + (line.weight ? 0 : 1), 0);
    const children = [make("h2", "", data.title), make("p", "meta", [`${data.shown} 个节点`, said && `${said} 条连线`].filter(Boolean).join(" · "))];
    children.push(make("p", "", "点击节点或连线，查看事实和原文；双击节点，展开相邻。 Click to read the sentences, double-click for neighbours."));
    const near = new Map(data.nodes.map((node) => [node.id, 0]));
    for (const { from, to, weight } of data.edges) for (const id of [from, to]) near.set(id, near.get(id) + (weight || 1));
    const most = [...near].sort((a, b) => b[1] - a[1]).slice(0, 20);
    children.push(heading("连线最多"));
    for (const [id, count] of most) {
      const row = make("div", "row");
      row.append(swatch("dot", color(entities.get(id).type)), party(id), make("span", "kind", String(count)));
      children.push(row);
    }
    panel.open(...children);
  }

  // Selecting, and the address

  const framed = location.protocol === "about:";  // in a notebook's cell, which has no address to link to
  const fragment = (id) => (id.startsWith(data.base) ? id.slice(data.base.length) : encodeURIComponent(id));

  function setAddress(address) {
    if (!framed && location.hash !== address) history.pushState(null, "", address || location.pathname + location.search);
  }

  function fromAddress() {
    const wanted = location.hash.slice(1);
    return wanted ? data.ids.find((id) => fragment(id) === wanted || id === wanted) : undefined;
  }

  function look(id, move) {
    reveal(id);
    network.selectNodes([id], false);
    if (move) network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 1) });
    showEntity(id);
    highlightNode(id);
  }

  function select(id, move) {
    look(id, move);
    setAddress(`#${fragment(id)}`);
  }

  function home() {
    if (data.focus) showEntity(data.focus); else showSummary();
  }

  function rest() {
    network.unselectAll();
    highlight(null, new Set());
    home();
  }

  function clear() {
    rest();
    setAddress("");
  }

  panel.whenChosen((id) => select(id, true));
  window.addEventListener("popstate", () => {
    const id = fromAddress();
    if (id) look(id, true); else rest();
  });

  network.on("click", (event) => {
    const { x, y } = event.pointer.canvas;
    const id = event.nodes.find((node) => entities.has(node)) || names.at(x, y, network.getScale());
    if (id) select(id, false);
    else if (event.nodes.length === 0 && event.edges.length) showLine(event.edges[0]);
    else clear();
  });
  network.on("doubleClick", (event) => {
    const id = event.nodes.find((node) => entities.has(node));
    if (id) toggle(id);
  });

  // The whole name of what the pointer is on: names may be cut, and from afar most are not drawn

  network.on("hoverNode", (event) => {
    const entity = entities.get(event.node);
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
  const haystack = [...entities].map(([id, entity]) => (
    { id, entity, words: [entity.label, ...entity.aliases, entity.place + entity.label].map(folded) }
  ));

  function search() {
    const wanted = folded(byId("query").value);
    const hits = byId("hits");
    hits.hidden = !wanted;
    if (!wanted) return;
    const rank = (row) => (row.words[0] === wanted ? 0 : row.words[0].startsWith(wanted) ? 1 : 2) + (drawn.has(row.id) ? 0 : 3);
    const found = haystack.filter((row) => row.words.some((word) => word.includes(wanted)));
    found.sort((a, b) => rank(a) - rank(b) || a.words[0].length - b.words[0].length);
    hits.replaceChildren(...found.slice(0, 30).map(({ id, entity }) => {
      const hit = button("", "", () => {
        hits.hidden = true;
        select(id, true);
      });
      hit.append(swatch("dot", color(entity.type)), make("span", "name", entity.label),
        make("span", "kind", label(entity.type) + (drawn.has(id) ? "" : " · 未画出")));
      const item = make("li");
      item.append(hit);
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

  byId("fit").addEventListener("click", () => show(true));
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
  rankNames();
  recount();
  if (data.total > data.shown) {
    byId("notice").textContent = `图中 ${data.shown} 个节点，共 ${data.total} 个；要看更多，加 --limit ${data.more}。 ` +
      `${data.shown} of ${data.total} nodes shown: add --limit ${data.more} for more.`;
    byId("notice").hidden = false;
  }

  const wanted = fromAddress();
  show(false);
  if (wanted) look(wanted, true); else home();

  window.govgraph = { network, nodes, edges, select, toggle, names, room, extentOf };  // for tests and for people at the console
}());
