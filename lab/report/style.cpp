#include "lab/report/style.h"

namespace lab::report {

const std::string_view report_style = R"css(
:root {
  color-scheme: light dark;
  --back: #ffffff; --text: #1c1e21; --faint: #5a6069; --line: #d5d9de; --head: #f2f4f6;
  --link: #0a58a8; --good: #12663a; --part: #7a5200; --bad: #a3201c; --none: #5a6069;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #16181b; --text: #e4e6e9; --faint: #a2a9b2; --line: #3a3f46; --head: #22262b;
    --link: #7db8f5; --good: #6fce97; --part: #e3b25c; --bad: #f28b82; --none: #a2a9b2;
  }
}
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui,
  "DejaVu Sans", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { line-height: 1.2; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { margin: 0 0 .5rem; }
h4 { margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
.faint { color: var(--faint); }
.warning { color: var(--part); }
figure { margin: 2rem 0; }
figure h4 { margin-top: 0; }
figure img { display: block; width: 100%; min-width: 40rem; max-width: 860px; height: auto;
  background: #ffffff; border: 1px solid var(--line); border-radius: 4px; box-sizing: border-box; }
figure img.map { width: auto; min-width: 0; max-width: none; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; }
th { background: var(--head); white-space: nowrap; }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button:focus-visible { outline: 2px solid var(--link); }
th[aria-sort=ascending] button::after { content: " \25B2"; }
th[aria-sort=descending] button::after { content: " \25BC"; }
td:not(.number) { min-width: 8rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.count { white-space: nowrap; }
.verdict { white-space: nowrap; font-weight: 600; color: var(--none); }
.verdict.reproduced { color: var(--good); }
.verdict.trend-only { color: var(--part); }
.verdict.not-reproduced { color: var(--bad); }
pre { padding: .75rem; background: var(--head); overflow-x: auto; font-size: .8rem; }
summary { cursor: pointer; color: var(--link); }
@media print {
  :root { --back: #ffffff; --text: #000000; --faint: #444444; --line: #bbbbbb; --head: #f2f2f2;
    --link: #000000; --good: #12663a; --part: #7a5200; --bad: #a3201c; --none: #444444; }
  main { max-width: none; padding: 0; }
  body { font-size: 10pt; }
  table { font-size: 7pt; }
  th, td { padding: .1rem .3rem; }
  td:not(.number) { min-width: 0; }
  th button { display: contents; }
  .scroll { overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  figure img, figure img.map { min-width: 0; max-width: 100%; }
  figure img.map { max-height: 21cm; }
  figure details.screen:not([open]) { display: none; }
  tr, figure img { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
}
)css";

const std::string_view report_style_hash = "sha256-TYIcj7K4LUFCwhCihNSGd3h/oClYnD3ntKH4yYzfazs=";

const std::string_view report_script = R"js(
"use strict";
const key = cell => cell.dataset.sort ?? cell.textContent.trim();
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
window.addEventListener("load", () => {
  const figures = [...document.images];
  const shown = figures.filter(figure => figure.naturalWidth > 0);
  document.body.dataset.figures = `${shown.length} of ${figures.length} shown`;
});
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details.print:not([open])")];
  for (const one of closed) one.open = true;
});
window.addEventListener("afterprint", () => closed.forEach(one => { one.open = false; }));
)js";

const std::string_view report_script_hash = "sha256-IHRc5WUx1BnxeOK9acHIwjB6RTifdxYjf5M/kEGZx5Q=";

}  // namespace lab::report
