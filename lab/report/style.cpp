#include "lab/report/style.h"

namespace lab::report {

const std::string_view report_style = R"css(
:root {
  color-scheme: light dark;
  --back: #ffffff; --text: #1c1e21; --faint: #5a6069; --line: #d5d9de; --head: #f2f4f6; --shade: #9aa3ad66;
  --link: #0a58a8; --good: #12663a; --part: #7a5200; --bad: #a3201c; --none: #5a6069;
  --k0: #000000; --k2: #222222; --k4: #444444; --k5: #505050; --k6: #5c5c5c; --k7: #777777;
  --ka: #a0a0a0; --ke: #e4e4e4; --kf: #f0f0f0; --c1: #0072b2; --c2: #d55e00; --c3: #009e73;
  --c4: #cc79a7; --c5: #e69f00; --c6: #56b4e9; --c7: #9400d3; --c8: #f0e442; --c9: #e51e10; --m1: #4a9fd8; --m2: #e07a2c; --item: #e8f1fb; --work: #fdf3dc; --answer: #e3f4ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #16181b; --text: #e4e6e9; --faint: #a2a9b2; --line: #3a3f46; --head: #22262b; --shade: #8a94a066;
    --link: #7db8f5; --good: #6fce97; --part: #e3b25c; --bad: #f28b82; --none: #a2a9b2;
    --k0: #f4f6f8; --k2: #e4e6e9; --k4: #b9bfc7; --k5: #c3c8ce; --k6: #a9b0b9; --k7: #979ea7;
    --ka: #727982; --ke: #2d3238; --kf: #212529; --c1: #4a9ee6; --c2: #ff8a3d; --c3: #2bc79a;
    --c4: #e39ac2; --c5: #f0b429; --c6: #9fdcff; --c7: #cf8cf0; --c8: #f0e442; --c9: #ff7a70; --m1: #1f629b; --m2: #964707; --item: #1b2a3d; --work: #362b14; --answer: #16301f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); overflow-wrap: break-word;
  font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
main, nav { padding: 1.5rem; }
main { width: 100%; max-width: 82rem; margin: 0 auto; min-width: 0; }
main:focus { outline: none; }
@media (min-width: 66rem) {
  body { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto;
    border-right: 1px solid var(--line); }
}
nav { font-size: .85rem; }
nav ul, nav ol { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: .9rem; }
nav li { margin: .3rem 0; }
nav summary { font-weight: 600; margin-top: .5rem; }
nav li a { text-decoration: none; }
nav > details > ul > li > a { font-weight: 600; }
label { font-weight: 600; }
input { width: 100%; font: inherit; padding: .35rem .5rem; color: inherit; background: var(--back);
  border: 1px solid var(--faint); border-radius: 4px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: .5rem; top: .5rem; padding: .5rem; background: var(--back); z-index: 1; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { margin: 2rem 0 .5rem; }
h4 { margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
:is(h2, h3, h4) > a { color: inherit; text-decoration: none; }
:is(h2, h3, h4) > a:hover { text-decoration: underline; }
[id] { scroll-margin-top: .5rem; }
p, li { max-width: 54rem; }
small { font-size: .85em; color: var(--faint); }
td:not(.n) > small { display: block; }
.faint, figcaption { color: var(--faint); }
figcaption { font-size: .85rem; max-width: 52rem; }
figcaption p { margin: .3rem 0; }
.command { margin: .3rem 0; font-size: .8rem; }
.warning { color: var(--part); }
.finding, .claim { padding: .4rem .8rem; border-left: 4px solid var(--link); }
.claim { border-left: 4px dashed var(--faint); color: var(--faint); }
figure { margin: 0 0 2.5rem; }
figure h4 { margin-top: 0; }
svg { fill: none; }
svg text { font-family: "DejaVu Sans", Verdana, sans-serif; }
svg .cell { shape-rendering: crispEdges; }
svg.plain, .picture img { background: #ffffff; }
.picture > * { display: block; width: 100%; min-width: 40rem; max-width: 860px; height: auto; }
.picture.map > * { width: auto; min-width: 0; max-width: none; }
.scroll { overflow-x: auto; margin: .75rem 0; background-color: var(--back);
  background-image: linear-gradient(90deg, var(--back) 1rem, transparent),
    linear-gradient(270deg, var(--back) 1rem, transparent),
    linear-gradient(90deg, var(--shade), transparent),
    linear-gradient(270deg, var(--shade), transparent);
  background-position: left, right; background-repeat: no-repeat;
  background-size: 3rem 100%, 3rem 100%, .9rem 100%, .9rem 100%;
  background-attachment: local, local, scroll, scroll; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; }
th { background: var(--head); }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button:focus-visible { outline: 2px solid var(--link); }
th[aria-sort=ascending] button::after { content: " \25B2"; }
th[aria-sort=descending] button::after { content: " \25BC"; }
td:not(.n) { min-width: 8rem; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th.n { white-space: normal; }
.cards td:not(.n) { min-width: 0; }
.words td:not(.n) { min-width: 4rem; }
.count { white-space: nowrap; }
.verdict { white-space: nowrap; font-weight: 600; color: var(--none); }
.verdict.reproduced { color: var(--good); }
.verdict.trend-only { color: var(--part); }
.verdict.not-reproduced { color: var(--bad); }
.example { display: grid; grid-template-columns: 6rem 1fr; gap: .3rem .6rem; margin: .6rem 0; }
.example dt { color: var(--faint); font-size: .85rem; }
.example dd { margin: 0; line-height: 1.9; }
.tokens i { font: .82rem "DejaVu Sans Mono", monospace; padding: .1rem .35rem;
  border: 1px solid var(--faint); border-radius: 4px; white-space: nowrap; }
.tokens .task { background: var(--head); font-weight: 700; }
.tokens .mark { border-style: dashed; }
.tokens .work { border-style: dotted; border-width: 2px; background: var(--work); }
.tokens .item { background: var(--item); }
.tokens .answer { border-width: 2px; border-color: var(--good); background: var(--answer);
  font-weight: 700; }
.tokens .end { border-style: double; border-width: 3px; }
.gallery article { border-top: 1px solid var(--line); padding: .8rem 0; }
.gallery h3 { margin: 0 0 .3rem; }
.known { margin: .5rem 0 0; }
.known svg { max-width: 100%; height: auto; }
@media (min-width: 50rem) { .gallery article { display: grid; gap: 0 1.5rem;
  grid-template-columns: minmax(0, 1fr) 22rem; } .gallery h3 { grid-column: 1 / 3; } }
pre { padding: .75rem; background: var(--head); overflow-x: auto; font-size: .8rem; }
summary { cursor: pointer; color: var(--link); }
@media (max-width: 40rem) {
  main, nav { padding: .9rem; }
  ul, ol { padding-left: 1.2rem; }
  .cards thead { position: absolute; left: -100rem; }
  .cards, .cards tbody, .cards tr, .cards td { display: block; }
  .cards tr { padding: .5rem 0; border-bottom: 2px solid var(--line); }
  .cards td { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  .cards td:empty { display: none; }
  .cards td::before { content: attr(data-label) ": "; color: var(--faint); }
  .cards td:first-child { font-weight: 600; }
  .cards td:first-child::before { content: none; }
  .example { grid-template-columns: 1fr; }
  td > small { display: inline; }
}
@page { size: A4; margin: 11mm; }
@media print {
  :root { --back: #ffffff; --text: #000000; --faint: #444444; --line: #bbbbbb; --head: #f2f2f2;
    --link: #000000; --good: #12663a; --part: #7a5200; --bad: #a3201c; --none: #444444;
    --k0: #000000; --k2: #222222; --k4: #444444; --k5: #505050; --k6: #5c5c5c; --k7: #777777;
    --ka: #a0a0a0; --ke: #e4e4e4; --kf: #f0f0f0; --c1: #0072b2; --c2: #d55e00; --c3: #009e73;
    --c4: #cc79a7; --c5: #e69f00; --c6: #56b4e9; --c7: #9400d3; --c8: #f0e442; --c9: #e51e10; --m1: #4a9fd8; --m2: #e07a2c; --item: #e8f1fb; --work: #fdf3dc; --answer: #e3f4ea; }
  body { display: block; font-size: 8pt; line-height: 1.28; }
  main { max-width: none; padding: 0; }
  nav, .skip, details:not([open]), .experiment > :is(.finding, .claim) { display: none; }
  p, li { max-width: none; }
  p, ul, ol, .scroll, .words { margin: 1.4mm 0; }
  h1 { font-size: 16pt; margin: 0; }
  h2 { font-size: 13pt; margin: 4mm 0 1mm; padding-top: 2mm; }
  h3 { font-size: 10pt; margin: 3mm 0 1mm; }
  h4 { font-size: 8.5pt; margin: 2mm 0 .5mm; }
  table { font-size: 7pt; }
  th, td { padding: .1rem .3rem; }
  td:not(.n) { min-width: 0; }
  th button { display: contents; }
  .scroll { overflow: visible; background: none; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 7pt; padding: 1mm 2mm;
    margin: 1.4mm 0; }
  .figures figure { display: grid; grid-template-columns: 126mm 1fr; gap: 0 4mm; }
  .figures figure > :not(.picture, figcaption) { grid-column: 1 / 3; }
  .figures.maps { columns: 2; column-gap: 6mm; }
  .figures.maps figure { display: block; }
  figure, article { break-inside: avoid; margin-bottom: 4mm; }
  .gallery > div { columns: 3; column-gap: 5mm; }
  .gallery article p { margin: 1mm 0; font-size: 7.5pt; }
  .known { margin: 0; }
  .gallery article { display: block; padding: 1mm 0; }
  .example { gap: 0 1mm; grid-template-columns: 3.2rem 1fr; margin: 1mm 0; }
  .example dd { line-height: 1.5; }
  .tokens i { font-size: 6.5pt; padding: 0 .5mm; }
  figcaption { font-size: 6.5pt; }
  .picture > *, .picture.map > * { width: 100%; min-width: 0; max-width: 100%; max-height: 24cm; }
  .command { display: none; }
  tr { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
}
)css";

const std::string_view report_style_hash = "sha256-yQjpx9Do2wz/MltavCAIi+OShI5zXMYDjdLzrOFjznE=";

const std::string_view report_script = R"js(
"use strict";
const key = cell => {
  const text = cell.dataset.sort ?? cell.textContent.trim();
  return cell.className === "n" && text !== "" ? String(parseFloat(text)) : text;
};
const compare = (a, b) => {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? a.localeCompare(b, "en", {numeric: true}) : difference;
};
const sort = head => {
  const rising = head.getAttribute("aria-sort") !== "ascending";
  const column = head.cellIndex;
  const body = head.closest("table").tBodies[0];
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", rising ? "ascending" : "descending");
  const rows = [...body.rows].sort((a, b) => compare(key(a.cells[column]), key(b.cells[column])));
  body.append(...(rising ? rows : rows.reverse()));
};
document.addEventListener("click", event => {
  const button = event.target.closest("th button");
  if (button) sort(button.parentNode);
});
const reveal = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  const folded = target.querySelector(":scope > details");
  if (folded && folded.parentNode.children.length === 1) folded.open = true;
  for (let one = target.closest("details"); one; one = one.parentNode.closest("details")) {
    one.open = true;
  }
  target.scrollIntoView();
};
window.addEventListener("hashchange", reveal);
const wide = window.matchMedia("(min-width: 66rem)");
const contents = document.querySelector("nav > details");
contents.open = wide.matches;
wide.addEventListener("change", () => { contents.open = wide.matches; });
const words = text => text.toLowerCase().split(/[\s_]+/).filter(word => word);
let places = null;
const read = () => [...document.querySelectorAll("main :is(figure, article, section)[id]")].map(
  part => ({id: part.id, title: part.querySelector("h2, h3, h4").textContent,
            inside: part.closest(".experiment, .gallery")?.querySelector("h2").textContent ?? "",
            text: words(part.textContent).join(" "), small: !part.querySelector("section")}));
const search = document.querySelector("[role=search]");
search.hidden = false;
search.querySelector("input").addEventListener("input", event => {
  places ??= read();
  const wanted = words(event.target.value);
  const hits = wanted.length === 0 ? [] : places.filter(
    one => one.small && wanted.every(word => one.text.includes(word)));
  const named = one => wanted.filter(word => words(one.title).join(" ").includes(word)).length;
  hits.sort((a, b) => named(b) - named(a));
  search.querySelector("p").textContent = wanted.length === 0 ? "" : `${hits.length} found`;
  search.querySelector("ol").replaceChildren(...hits.slice(0, 30).map(hit => {
    const [item, link] = ["li", "a"].map(name => document.createElement(name));
    link.href = `#${hit.id}`;
    link.textContent = hit.inside && hit.inside !== hit.title
      ? `${hit.inside}: ${hit.title}` : hit.title;
    item.append(link);
    return item;
  }));
});
const scrollers = () => {
  for (const one of document.querySelectorAll(".scroll, pre")) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0; else one.removeAttribute("tabindex");
  }
};
window.addEventListener("resize", scrollers);
document.addEventListener("toggle", scrollers, true);
window.addEventListener("load", () => {
  scrollers();
  reveal();
});
)js";

const std::string_view report_script_hash = "sha256-9REOMD6tIA6pXro6XrLuVsaJRLmo+Zt87yc8beMiRU4=";

}  // namespace lab::report
