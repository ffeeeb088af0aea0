// "Onze boom": the map under the choices that were kept in this browser. Python says what there is to draw and finishes it, as for
// the map of the build; Graphviz, as WebAssembly, lays it out. Loaded when a reader asks for it: reading costs nothing of this.

import { engine } from "./engine.js";
import { download, extend } from "./take.js";

const FINE = 2; // pixels a point
const WIDEST = 8_000; // pixels: of a larger picture some browsers make nothing

const draw = (tree, what) => engine.ask({ do: "draw", tree, ...what });
const breath = () => new Promise((resolve) => { setTimeout(resolve); });

// The sheets, as HTML, and in words what is left of the tree.
export async function drawn(tree, data, given) {
  const needed = [import("./vendor/graphviz.js"), engine.arrival(), engine.loadTree(tree, data), extend("draw")];
  const [{ instance }] = await Promise.all(needed);
  const [graphviz, { sheets, told }] = await Promise.all([instance(), draw(tree, { given })]);
  const laidOut = [];
  for (const { dots, ...sheet } of sheets) {
    laidOut.push({ ...sheet, svgs: dots.map((dot) => graphviz.renderString(dot, { format: "svg" })) });
    await breath(); // a large tree has many sheets, and a reader may do something else meanwhile
  }
  return { told, html: (await draw(tree, { sheets: laidOut })).html };
}

// Hands a drawing to the downloads, with our letters and colours in it: `svg` as it was before anybody looked closer.
export async function keep(kind, tree, name, svg) {
  const response = await fetch(new URL("./picture.css", import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const symbols = [...document.querySelectorAll(".ww-symbols symbol")];
  const asText = new XMLSerializer();
  const shapes = Object.fromEntries(symbols.map((symbol) => [symbol.id.replace("ww-draws-", ""), asText.serializeToString(symbol)]));
  const { svg: text } = await draw(tree, { picture: svg, style: await response.text(), shapes });
  if (kind === "svg") download({ name: `${name}.svg`, type: "image/svg+xml", text });
  else download({ name: `${name}.png`, type: "image/png", base64: await pixels(text) });
}

async function pixels(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(FINE, WIDEST / image.width, WIDEST / image.height);
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * scale, height: image.height * scale });
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").split(",")[1];
}
