// The load: words choose the bureaus that bear them or have a task that does.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => ({
    row,
    words: [row.cells[0].textContent, ...[...row.querySelectorAll("a")].map((bar) => bar.title)].join("\n").toLowerCase(),
  }));
  const query = document.getElementById("query");

  function filter() {
    const words = query.value.trim().toLowerCase();
    for (const one of rows) one.row.hidden = !one.words.includes(words);
    const shown = rows.filter((one) => !one.row.hidden).length;
    document.getElementById("count").textContent = `${shown} / ${rows.length} 个单位 bureaus`;
  }
  query.addEventListener("input", filter);
  filter();
  window.govgraph.follow();
})();
