// The report: all sentences open or close at once, for reading and for print.
"use strict";
(() => {
  for (const [id, open] of [["open", true], ["close", false]]) {
    const button = document.getElementById(id);
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const details of document.querySelectorAll("details")) details.open = open;
    });
  }
  window.govgraph = {};
})();
