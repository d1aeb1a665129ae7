"use strict";
// Names below dots, as on a map: always large enough to read, and only those that keep clear of each other.
const names = (function () {
  const SIZE = 12;
  const HUB = 14;
  const STEP = 1.25;
  const CELL = 64;
  const widths = new Map();
  let drawn = [];

  function width(ctx, name, font) {  // at 100 pixels; to set the font of a canvas takes as long as to draw
    if (!widths.has(name)) {
      ctx.font = `500 100px ${font}`;
      widths.set(name, ctx.measureText(name).width);
    }
    return widths.get(name);
  }

  // Which squares of the screen a box touches: neighbours in the grid are all that it may overlap.
  function* cells(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield `${x} ${y}`;
    }
  }

  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

  // Where a name may stand: below its dot, else above, else beside it.
  function spots({ id, x, y, radius }, half, tall, scale) {
    const [across, along, away] = [x * scale, y * scale, radius * scale + 2];
    return [[-half, away], [-half, -away - tall], [away + 1, -tall / 2], [-away - 1 - 2 * half, -tall / 2]].map(([left, top]) => (
      { id, left: across + left, right: across + left + 2 * half, top: along + top, bottom: along + top + tall }
    ));
  }

  // `dots`: { id, x, y, radius, names, hub }, the most important first; `view` is what of the canvas is in sight.
  function draw(ctx, dots, scale, view, font) {
    const grid = new Map();
    const free = (box) => {
      for (const cell of cells(box)) if ((grid.get(cell) || []).some((other) => !apart(box, other))) return false;
      return true;
    };
    const sight = { left: view.left * scale, right: view.right * scale, top: view.top * scale, bottom: view.bottom * scale };
    const inside = (box) => box.left >= sight.left && box.right <= sight.right && box.top >= sight.top && box.bottom <= sight.bottom;
    const take = (box) => {
      for (const cell of cells(box)) grid.set(cell, [...(grid.get(cell) || []), box]);
    };
    drawn = [];
    ctx.save();
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const seen = dots.filter(({ x, y }) => x > view.left && x < view.right && y > view.top && y < view.bottom);
    for (const { x, y, radius } of seen) {
      if (radius * scale > 4) {
        take({
          id: null, left: (x - radius) * scale, right: (x + radius) * scale, top: (y - radius) * scale, bottom: (y + radius) * scale,
        });
      }
    }
    for (const dot of seen) {
      const size = dot.hub ? HUB : SIZE;
      const half = Math.max(...dot.names.map((name) => width(ctx, name, font))) * size / 200 + 2;
      const all = spots(dot, half, dot.names.length * size * STEP, scale);
      const box = all.find((spot) => inside(spot) && free(spot)) || (dot.wanted && all[0]);
      if (box) {
        take(box);
        drawn.push(box);
        ctx.font = `${dot.hub ? 500 : 400} ${size / scale}px ${font}`;
        ctx.lineWidth = 3.5 / scale;
        ctx.strokeStyle = "rgba(255,255,255,0.9)";
        ctx.fillStyle = "#1f2937";
        dot.names.forEach((name, row) => {
          const at = [(box.left + half) / scale, (box.top + (row + 0.5) * size * STEP) / scale];
          ctx.strokeText(name, ...at);
          ctx.fillText(name, ...at);
        });
      }
    }
    ctx.restore();
  }

  // The boxes of the names that are drawn, in pixels of the screen at the origin of the canvas.
  const boxes = () => drawn;

  function at(x, y, scale) {
    const [left, top] = [x * scale, y * scale];
    const hit = drawn.find((box) => left > box.left && left < box.right && top > box.top && top < box.bottom);
    return hit && hit.id;
  }

  return { draw, boxes, at };
}());
