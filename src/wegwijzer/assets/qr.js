// A QR code of the link to this node, drawn in the browser: the link goes nowhere for it.

import qrcode from "./vendor/qrcode.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around the code, as the standard asks

export default function show(wizard, button) {
  const place = button.closest("details").querySelector(".ww-qr");
  const code = qrcode(0, "M");
  place.hidden = false;
  try {
    code.addData(button.closest("p").querySelector("[data-share]").href);
    code.make();
  } catch {
    place.textContent = button.dataset.long;
    return;
  }
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  const size = count + 2 * QUIET;
  const svg = drawn("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": button.dataset.qr });
  svg.append(
    drawn("rect", { width: size, height: size, fill: "#fff" }),
    drawn("path", { d: path, fill: "#000", "shape-rendering": "crispEdges" }),
  );
  place.replaceChildren(svg);
  wizard.say(button.dataset.qr);
}

function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
