// What the reading pages share: a link to sentences (`a[data-s]`, their numbers) shows them in the panel, with
// its title above; it may stand in a page or in a drawing (SVG). Without scripts the link leads to its first
// sentence. Texts reach the page by textContent.
"use strict";
(() => {
  const panel = document.getElementById("sentences");
  const chosen = document.getElementById("chosen");
  const links = [...document.querySelectorAll("a[data-s]")];
  panel.classList.add("live");

  // A notebook's cell has no address of its own.
  function keep(address) {
    if (location.protocol !== "about:") history.replaceState(null, "", address);
  }

  function show(link) {
    panel.querySelectorAll("li.on").forEach((item) => item.classList.remove("on"));
    document.querySelectorAll("a.current").forEach((other) => other.classList.remove("current"));
    window.govgraph.chosen(link);
    chosen.hidden = link === null;
    panel.querySelector(".hint").hidden = link !== null;
    if (link === null) {
      chosen.textContent = "";
      keep(location.pathname + location.search);
      return;
    }
    link.classList.add("current");
    chosen.textContent = link.getAttribute("title") || link.getAttribute("aria-label");
    for (const number of link.dataset.s.split(" ")) document.getElementById(`s${number}`).classList.add("on");
    panel.scrollTop = 0;
    keep(link.getAttribute("href"));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-s]");
    if (!link) return;
    event.preventDefault();
    show(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(null);
  });

  function follow() {
    const link = links.find((one) => one.getAttribute("href") === location.hash);
    if (!link) return;
    show(link);
    link.scrollIntoView({ block: "center", inline: "center" });
  }
  window.addEventListener("hashchange", follow);

  // The names that the buttons of the legend hide, kept as they are pressed; `changed` is called after each.
  function legend(changed) {
    const off = new Set();
    for (const button of document.querySelectorAll("#legend button")) {
      button.addEventListener("click", () => {
        const { hide } = button.dataset;
        const shows = off.has(hide);
        if (shows) off.delete(hide); else off.add(hide);
        button.setAttribute("aria-pressed", String(shows));
        changed();
      });
    }
    return off;
  }
  // A page puts here what else is to be done when a link is chosen, or none (null).
  window.govgraph = { show, follow, legend, chosen: () => {} };
})();
