// The timeline: kinds, states and words choose entries; what holds none of them is left out.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const entries = [...document.querySelectorAll("#content li")].map((item) => ({
    item,
    of: item.dataset.of.split(" "),
    words: item.textContent.toLowerCase(),
  }));
  // From the inside out, so that an outer one knows which inner ones are left.
  const holders = [...document.querySelectorAll("#content details, #content .month, #content section")].reverse();

  function filter() {
    const words = byId("query").value.trim().toLowerCase();
    let shown = 0;
    for (const entry of entries) {
      const seen = !entry.of.some((name) => off.has(name)) && entry.words.includes(words);
      entry.item.hidden = !seen;
      if (seen) shown += 1;
    }
    for (const holder of holders) {
      holder.hidden = holder.querySelector("li:not([hidden])") === null;
      if (holder.tagName === "DETAILS" && words) holder.open = true;
    }
    byId("count").textContent = `${shown} / ${byId("count").dataset.total} 条 entries`;
  }

  const off = window.govgraph.legend(filter);
  byId("query").addEventListener("input", filter);
  filter();
  const target = document.querySelector(`a[data-s][href="${CSS.escape(location.hash)}"]`);
  const folded = target && target.closest("details");
  if (folded) folded.open = true;
  window.govgraph.follow();
})();
