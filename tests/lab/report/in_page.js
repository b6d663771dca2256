// What is wrong with the report that is open, as a list of texts; what is folded is opened first.
(() => {
  const faults = [];
  const most = 5;  // of a kind that are told
  const tell = (kind, all) => {
    if (all.length === 0) return;
    faults.push(`${kind}: ${all.length}: ${all.slice(0, most).join(" | ")}`);
  };
  const name = one => {
    const inside = one.closest("[id]")?.id ?? "";
    return `<${one.localName}> "${one.textContent.trim().slice(0, 40)}" in #${inside}`;
  };
  for (const one of document.querySelectorAll("details")) one.open = true;

  // Nothing is wider than the window, but what scrolls by itself.
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) {
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${wide}`);
  }
  tell("cut off", [...document.querySelectorAll("body *")].filter(one => {
    if (one.closest(".scroll, pre, svg, .skip") !== null && !one.matches(".scroll, pre")) return false;
    const box = one.getBoundingClientRect();
    const hidden = getComputedStyle(one).position === "absolute";
    return box.width > 0 && !hidden && (box.right > wide + 1 || box.left < -1);
  }).map(name));

  // Names and links.
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  tell("id given twice", ids.filter((id, at) => ids.indexOf(id) !== at));
  const known = new Set(ids);
  tell("link to nowhere", [...document.querySelectorAll("a")].map(one => one.getAttribute("href"))
    .filter(to => !to.startsWith("#") || !known.has(decodeURIComponent(to.slice(1)))));
  tell("figure that is not told", [...document.querySelectorAll("img, svg")].filter(one => {
    const told = one.getAttribute("alt") ?? one.getAttribute("aria-label") ?? "";
    return one.localName === "svg" && one.getAttribute("role") !== "img" || !/[0-9]/.test(told);
  }).map(name));
  let level = 0;
  tell("heading out of order", [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter(one => {
      const now = Number(one.localName[1]), skips = now > level + 1;
      level = now;
      return skips;
    }).map(name));
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  tell("without a name", [...document.querySelectorAll("a, button, summary, input")].filter(
    one => one.textContent.trim() === "" && !(one.labels?.length > 0)).map(name));

  // Contrast: WCAG 2.2, 1.4.3, of every letter.
  const channels = text => {
    const all = text.match(/[-\d.e]+/g).map(Number);
    const scale = text.startsWith("color(") ? 255 : 1;
    return [...all.slice(0, 3).map(one => one * scale), all[3] ?? 1];
  };
  const over = (front, back, opacity = 1) => {
    const share = front[3] * opacity;
    return [0, 1, 2].map(i => front[i] * share + back[i] * (1 - share)).concat(1);
  };
  const light = color => {
    const [red, green, blue] = color.map(one => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = one => {
    if (one === null) return [255, 255, 255, 1];
    const back = channels(getComputedStyle(one).backgroundColor);
    return back[3] === 1 ? back : over(back, ground(one.parentElement));
  };
  const below = text => {  // what a drawing has painted where the middle of the text is
    const drawing = text.ownerSVGElement;
    let back = ground(drawing);
    const box = text.getBBox();
    if (text.hasAttribute("transform")) return back;
    const middle = drawing.createSVGPoint();
    middle.x = box.x + box.width / 2;
    middle.y = box.y + box.height / 2;
    for (const path of drawing.querySelectorAll("path")) {
      const style = getComputedStyle(path);
      if (style.fill === "none" || !path.isPointInFill(middle)) continue;
      if (text.compareDocumentPosition(path) & Node.DOCUMENT_POSITION_FOLLOWING) continue;
      back = over(channels(style.fill), back, Number(style.fillOpacity));
    }
    return back;
  };
  let lowest = 21;
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || seen.has(one)) continue;
    if (one.closest("tr")?.rowIndex > 12) continue;  // rows look like those before them
    seen.add(one);
    const style = getComputedStyle(one);
    if (one.closest("script, style") || one.getClientRects().length === 0) continue;
    const drawn = one.ownerSVGElement !== undefined && one.ownerSVGElement !== null;
    const back = drawn ? below(one) : ground(one);
    const front = over(channels(drawn ? style.fill : style.color), back);
    const found = contrast(front, back);
    lowest = Math.min(lowest, found);
    if (found < 4.5) faint.push(`${found.toFixed(2)} ${name(one)}`);
  }
  tell("contrast below 4.5", faint);
  return {faults, contrast: lowest, texts: seen.size};
})()
