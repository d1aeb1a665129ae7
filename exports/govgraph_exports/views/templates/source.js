// The source reader: marks in the text and facts in the panel lead to one another. Texts reach the page by
// textContent alone.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const colors = new Map(data.relations.map((relation) => [relation.id, relation.color]));
  const labels = new Map(data.relations.map((relation) => [relation.id, relation.label]));
  const hidden = new Set();
  const marks = [...document.querySelectorAll("mark")].map((element) => ({
    element,
    facts: element.dataset.facts.split(" ").map(Number),
  }));
  const marksOf = data.facts.map(() => []);
  for (const mark of marks) for (const number of mark.facts) marksOf[number].push(mark.element);

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  const items = data.facts.map((fact, number) => {
    const item = make("li");
    item.tabIndex = 0;
    item.style.setProperty("--tint", colors.get(fact.relation));
    item.append(make("span", "subject", fact.subject), " ", make("span", "relation", labels.get(fact.relation)), " ");
    item.append(make("span", "object", fact.object));
    const details = fact.qualifiers.map(([name, value]) => `${name} ${value}`).join("；");
    if (details) item.append(make("span", "qualifiers", details));
    item.append(make("span", "origin", [fact.rule, `置信度 ${fact.confidence}`, fact.locator].filter(Boolean).join(" · ")));
    item.addEventListener("click", () => choose([number], true));
    item.addEventListener("keydown", (event) => {
      if (event.key === "Enter") choose([number], true);
    });
    byId("facts").append(item);
    return item;
  });
  const words = items.map((item) => item.textContent.toLowerCase());

  // Which facts are chosen: bright in the text and in the panel; the address keeps the first.
  function choose(numbers, jump) {
    const chosen = new Set(numbers);
    items.forEach((item, number) => item.classList.toggle("on", chosen.has(number)));
    for (const mark of marks) mark.element.classList.toggle("on", mark.facts.some((number) => chosen.has(number)));
    if (numbers.length === 0) return;
    items[numbers[0]].scrollIntoView({ block: "nearest" });
    if (jump && marksOf[numbers[0]].length) marksOf[numbers[0]][0].scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#f${numbers[0]}`);
  }

  function seen(number) {
    const wanted = byId("query").value.trim().toLowerCase();
    return !hidden.has(data.facts[number].relation) && words[number].includes(wanted);
  }

  function filter() {
    const shown = data.facts.map((_, number) => seen(number));
    items.forEach((item, number) => { item.hidden = !shown[number]; });
    for (const mark of marks) {
      const first = mark.facts.find((number) => shown[number]);
      mark.element.classList.toggle("off", first === undefined);
      if (first !== undefined) mark.element.style.setProperty("--tint", colors.get(data.facts[first].relation));
    }
    byId("count").textContent = `${shown.filter(Boolean).length} / ${data.facts.length} 条事实 facts`;
  }

  for (const relation of data.relations) {
    const button = make("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    const dot = make("span", "dot");
    dot.style.background = relation.color;
    button.append(dot, make("span", "", relation.label), make("span", "count", String(relation.count)));
    button.addEventListener("click", () => {
      const shows = hidden.has(relation.id);
      if (shows) hidden.delete(relation.id); else hidden.add(relation.id);
      button.setAttribute("aria-pressed", String(shows));
      filter();
    });
    byId("legend").append(button);
  }

  for (const mark of marks) {
    const visible = () => mark.facts.filter(seen);
    mark.element.addEventListener("click", () => choose(visible(), false));
    mark.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter") choose(visible(), false);
    });
    mark.element.addEventListener("mouseenter", () => {
      mark.element.title = visible().map((number) => {
        const fact = data.facts[number];
        return `${fact.subject} ${labels.get(fact.relation)} ${fact.object}`;
      }).join("\n");
    });
  }
  byId("query").addEventListener("input", filter);
  filter();

  function follow() {
    const found = /^#f(\d+)$/.exec(location.hash);
    if (found && Number(found[1]) < items.length) choose([Number(found[1])], true);
  }
  window.addEventListener("hashchange", follow);
  follow();
  window.govgraph = { data };
})();
