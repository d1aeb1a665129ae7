// The flow: what is chosen is bright with all that flows into it and out of it; roles and words choose too.
"use strict";
(() => {
  const picture = document.getElementById("flow");
  const query = document.getElementById("query");
  const boxes = [...picture.querySelectorAll(".box")];
  const bands = [...picture.querySelectorAll(".band")].map((band) => {
    const [tail, head] = band.dataset.ends.split(" ");
    return { band, tail, head, role: band.classList[1] };
  });
  const off = window.govgraph.legend(filter);

  // Every box that is reached from `start` along the bands, from one end to the other.
  function reached(start, from, to) {
    const found = new Set(start);
    for (const key of found) for (const one of bands) if (one[from] === key) found.add(one[to]);
    return found;
  }

  function choose(link) {
    picture.classList.toggle("chosen", link !== null);
    if (link === null) return;
    const one = bands.find(({ band }) => band === link);
    const left = reached([one ? one.tail : link.dataset.key], "head", "tail");
    const right = reached([one ? one.head : link.dataset.key], "tail", "head");
    for (const box of boxes) box.classList.toggle("on", left.has(box.dataset.key) || right.has(box.dataset.key));
    for (const { band, tail, head } of bands) {
      band.classList.toggle("on", band === link || (left.has(tail) && left.has(head)) || (right.has(tail) && right.has(head)));
    }
  }

  function filter() {
    const words = query.value.trim().toLowerCase();
    for (const { band, role } of bands) band.classList.toggle("off", off.has(role));
    const says = (link) => link.getAttribute("aria-label").toLowerCase().includes(words);
    for (const box of boxes) box.classList.toggle("dim", !says(box));
    for (const { band } of bands) band.classList.toggle("dim", !says(band));
  }

  window.govgraph.chosen = choose;
  query.addEventListener("input", filter);
  window.govgraph.follow();
})();
