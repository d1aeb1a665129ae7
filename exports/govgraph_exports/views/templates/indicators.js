// The indicators: unit, kinds and words choose rows; of many rows of a measure the first are shown, the rest on demand.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const groups = [...document.querySelectorAll("tbody")].map((body) => ({
    body,
    title: body.querySelector(".group"),
    button: body.querySelector(".group button"),
    name: body.dataset.name.toLowerCase(),
    rows: [...body.querySelectorAll("tr:not(.group)")].map((row) => ({
      row,
      words: row.cells[0].textContent.toLowerCase(),
      numbers: [...row.querySelectorAll("a[data-s]")],
    })),
  }));
  const off = window.govgraph.legend(filter);
  const total = document.querySelectorAll("td a").length;

  function filter() {
    const words = byId("query").value.trim().toLowerCase();
    const unit = byId("unit").value;
    let shown = 0;
    for (const group of groups) {
      const folded = group.button && group.button.getAttribute("aria-expanded") === "false" && !words;
      let some = false;
      for (const { row, words: own, numbers } of group.rows) {
        for (const number of numbers) number.hidden = off.has(number.dataset.kind);
        const left = numbers.filter((number) => !number.hidden);
        const seen = left.length > 0 && (unit === "*" || group.body.dataset.unit === unit)
          && (group.name.includes(words) || own.includes(words));
        row.hidden = !seen || (folded && row.classList.contains("more"));
        if (!seen) continue;
        some = true;
        shown += left.length;
      }
      group.body.hidden = !some;
    }
    byId("count").textContent = `${shown} / ${total} 个数 numbers`;
  }

  for (const { button } of groups) {
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") === "false"));
      filter();
    });
  }
  byId("unit").addEventListener("change", filter);
  byId("query").addEventListener("input", filter);
  const target = document.querySelector(`a[data-s][href="${CSS.escape(location.hash)}"]`);
  const hider = target && target.closest("tr.more") && target.closest("tbody").querySelector(".group button");
  if (hider) hider.setAttribute("aria-expanded", "true");
  filter();
  window.govgraph.follow();
})();
