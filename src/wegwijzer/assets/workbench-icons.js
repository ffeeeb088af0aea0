// Draws icons that no style sheet of the site has, for it has those that are in use. Their shapes come when the first one is seen.

const sheet = new CSSStyleSheet(), asked = new Set();
let shapes;

// Sees to it that every icon in a part of the page can be seen; `address` is where the shapes are.
export async function draw(part, address) {
  const names = [...part.querySelectorAll(".ww-icon")]
    .filter((each) => !getComputedStyle(each).getPropertyValue("--ww-drawn"))
    .map(({ className }) => /\bww-icon-([a-z0-9-]+)/u.exec(className)?.[1])
    .filter((name) => name && !asked.has(name));
  if (!names.length) return;
  for (const name of names) asked.add(name);
  try {
    const { around, shapes: all } = await (shapes ??= fetch(address).then((response) => response.json()));
    for (const name of names.filter((each) => each in all)) {
      sheet.insertRule(`.ww-icon-${name} { --ww-drawn: url("data:image/svg+xml,${around.replace("{}", all[name])}"); }`);
    }
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  } catch (error) {
    console.warn(error);
    shapes = undefined;
    for (const name of names) asked.delete(name);
  }
}
