"use strict";
// The panel beside the picture: facts with their sentences, the words marked in their paragraph.
const panel = (function () {
  const { entities, label, color } = carried;
  const AROUND = 48;  // characters of the paragraph before and after the words, until somebody asks for all
  let choose = () => {};

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function button(className, text, act) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function swatch(className, shade) {
    const mark = make("span", className);
    mark.style.background = shade;
    return mark;
  }

  const party = (id) => button("party", entities.get(id).label, () => choose(id));

  const halves = (text, at) => {  // never between the two halves of a character
    const low = text.charCodeAt(at);
    return low >= 0xdc00 && low <= 0xdfff ? at + 1 : at;
  };

  function passage(fact) {
    const block = make("blockquote");
    const [before, after] = [fact.before, fact.after];
    const long = before.length > AROUND + 10 || after.length > AROUND + 10;
    let whole = !long;
    const fill = () => block.replaceChildren(
      whole || before.length <= AROUND ? before : `…${before.slice(halves(before, before.length - AROUND))}`,
      make("mark", "", fact.words),
      whole || after.length <= AROUND ? after : `${after.slice(0, halves(after, AROUND))}…`,
    );
    fill();
    const more = long && button("more", "看全段", () => {
      whole = !whole;
      more.textContent = whole ? "收起" : "看全段";
      fill();
    });
    return [block, more];
  }

  function quote(fact) {
    const parts = [];
    const [block, more] = fact.words ? passage(fact) : [];
    if (block) parts.push(block);
    if (fact.qualifiers.length) {
      parts.push(make("div", "said", fact.qualifiers.map(([name, value]) => `${name} ${value}`).join(" · ")));
    }
    const line = Number.isInteger(fact.where) ? `第 ${fact.where} 行` : fact.where;
    const sure = typeof fact.confidence === "number" ? `置信度 ${fact.confidence}` : "";
    const where = make("div", "where");
    if (fact.source) {
      where.append(make("span", "", [[fact.source, line].filter(Boolean).join(" "), fact.document && `《${fact.document}》`, sure].filter(Boolean).join(" · ")));
    }
    if (more) where.append(more);
    if (where.childNodes.length) parts.push(where);
    return parts;
  }

  function heading(text, shade, count) {
    const title = make("h3");
    if (shade) title.append(swatch("stroke", shade));
    title.append(make("span", "", text));
    if (count !== undefined) title.append(make("span", "count", String(count)));
    return title;
  }

  // One block for all of whom a sentence says the same, and for all sentences that say the same of them.
  function group(title, shade, rows) {
    const all = document.createDocumentFragment();
    all.append(heading(title, shade, new Set(rows.map((row) => row.other)).size));
    const sentences = new Map();
    for (const row of rows) {
      const key = JSON.stringify([row.fact.in, row.fact.at || [row.fact.where, row.fact.words], row.fact.qualifiers]);
      if (!sentences.has(key)) sentences.set(key, { fact: row.fact, others: new Set() });
      sentences.get(key).others.add(row.other);
    }
    const blocks = new Map();
    for (const { fact, others } of sentences.values()) {
      const key = JSON.stringify([...others].sort());
      if (!blocks.has(key)) {
        const block = make("div", "fact");
        block.append(...[...others].map(party));
        blocks.set(key, block);
      }
      blocks.get(key).append(...quote(fact));
    }
    all.append(...blocks.values());
    return all;
  }

  // The facts of an entity, by relation and direction, in the order of the legend.
  function groups(id, order) {
    const found = new Map();
    for (const fact of carried.facts.get(id)) {
      const out = fact.from === id;
      const key = `${fact.relation} ${out}`;
      if (!found.has(key)) found.set(key, { relation: fact.relation, out, rows: [] });
      found.get(key).rows.push({ fact, other: out ? fact.to : fact.from });
    }
    return [...found.values()].sort((a, b) => order(a.relation) - order(b.relation)).map(({ relation, out, rows }) => (
      group(out ? `${label(relation)} →` : `← ${label(relation)}`, color(relation), rows)
    ));
  }

  function open(...children) {
    const place = document.getElementById("panel");
    place.replaceChildren(...children);
    place.scrollTop = 0;
  }

  return { make, button, swatch, party, heading, group, groups, open, whenChosen(act) { choose = act; } };
}());
