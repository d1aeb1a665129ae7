// The matrix: document, bureau, roles and words choose rows; a column without a mark in them is left out.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const heads = [...document.querySelectorAll("thead th")].slice(1);
  const names = heads.map((head) => head.textContent.toLowerCase());
  const groups = [...document.querySelectorAll("tbody")].map((body) => ({
    body,
    title: body.querySelector(".group th"),
    document: body.dataset.document,
    rows: [...body.querySelectorAll("tr:not(.group)")].map((row) => ({
      row,
      name: row.cells[0].textContent.toLowerCase(),
      marks: [...row.querySelectorAll("a")].map((mark) => ({
        mark, role: mark.className, column: mark.parentElement.cellIndex - 1,
      })),
    })),
  }));
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  let shownColumns = heads.map(() => true);

  function filter() {
    const title = byId("document").value;
    const bureau = byId("bureau").value === "" ? -1 : Number(byId("bureau").value);
    const words = byId("query").value.trim().toLowerCase();
    const columns = new Set();
    let tasks = 0;
    for (const group of groups) {
      const open = title === "" || group.document === title;
      const inDocument = group.document.toLowerCase().includes(words);
      let some = false;
      for (const row of group.rows) {
        const marks = open ? row.marks.filter((one) => !off.has(one.role)) : [];
        const says = inDocument || row.name.includes(words) || marks.some((one) => names[one.column].includes(words));
        const seen = marks.length > 0 && says && (bureau < 0 || marks.some((one) => one.column === bureau));
        row.row.hidden = !seen;
        if (!seen) continue;
        some = true;
        tasks += 1;
        for (const one of row.marks) one.mark.hidden = off.has(one.role);
        for (const one of marks) columns.add(one.column);
      }
      group.body.hidden = !some;
    }
    heads.forEach((head, column) => {
      const seen = columns.has(column);
      if (seen === shownColumns[column]) return;
      head.hidden = !seen;
      for (const group of groups) for (const { row } of group.rows) row.cells[column + 1].hidden = !seen;
    });
    shownColumns = heads.map((_, column) => columns.has(column));
    for (const group of groups) group.title.colSpan = columns.size + 1;
    byId("count").textContent = `${columns.size} / ${heads.length} 个单位 bureaus · ${tasks} / ${total} 项任务 tasks`;
  }

  const off = window.govgraph.legend(filter);
  for (const id of ["document", "bureau"]) byId(id).addEventListener("change", filter);
  byId("query").addEventListener("input", filter);
  const target = document.querySelector(`a[data-s][href="${CSS.escape(location.hash)}"]`);
  if (target) byId("document").value = "";
  filter();
  window.govgraph.follow();
})();
