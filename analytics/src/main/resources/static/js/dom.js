/** Makes elements. Text from the service goes in as text only, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

export function element(name, { text, className, data = {}, attributes = {} } = {}, children = []) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  Object.assign(made.dataset, data);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

export const cell = (text, className) => element("td", { text, className });

export const row = (...cells) => element("tr", {}, cells);

/** One row that says that there is nothing. */
export const emptyRow = (columns, text) =>
  row(element("td", { text, className: "quiet", attributes: { colspan: columns } }));

/** Replaces the children, and keeps the focus on what has the same key. */
export function replace(parent, children) {
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children);
  if (key !== undefined) {
    parent.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}

/** A small line of prices; null is a gap. */
export function spark(prices) {
  const values = prices.filter((price) => price !== null);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "spark");
  svg.setAttribute("viewBox", `0 0 ${Math.max(prices.length - 1, 1)} 20`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  let pen = "M";
  const steps = [];
  prices.forEach((price, index) => {
    if (price !== null) {
      steps.push(`${pen}${index} ${(18 - ((price - low) / span) * 16).toFixed(2)}`);
      pen = "L";
    }
  });
  path.setAttribute("d", steps.join(""));
  svg.append(path);
  return svg;
}
