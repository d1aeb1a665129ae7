"use strict";
// Free places beside a node. Without physics: nothing that somebody has read moves away.
const room = (function () {
  const STEP_X = 20;
  const STEP_Y = 12;
  const REACH = 70;  // steps
  const GAP = 10;
  let offsets = null;

  // From near to far; upward and downward are farther than sideways, for rooms are wider than high.
  function near() {
    if (!offsets) {
      offsets = [];
      for (let row = -REACH; row <= REACH; row += 1) {
        for (let column = -REACH; column <= REACH; column += 1) offsets.push([column * STEP_X, row * STEP_Y]);
      }
      const far = ([x, y]) => x * x + 2.5 * y * y;
      offsets.sort((a, b) => far(a) - far(b) || b[0] - a[0] || a[1] - b[1]);
    }
    return offsets;
  }

  function around({ x, y }, [left, right, above, below]) {
    return { left: x - left, right: x + right, top: y - above, bottom: y + below };
  }

  const clear = (a, b) => a.right + GAP <= b.left || b.right + GAP <= a.left || a.bottom + GAP <= b.top || b.bottom + GAP <= a.top;

  // The nearest point at which the extent overlaps none of the boxes; beyond all of them where there is none.
  function place(at, extent, boxes) {
    for (const [x, y] of near()) {
      const point = { x: at.x + x, y: at.y + y };
      const box = around(point, extent);
      if (boxes.every((other) => clear(box, other))) return point;
    }
    return { x: Math.max(...boxes.map((box) => box.right)) + extent[0] + GAP, y: at.y };
  }

  return { place, around };
}());
