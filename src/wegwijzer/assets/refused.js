// The theme reads storage without asking whether it may, and stops where a browser refuses or where something stands
// that it never wrote. Here, before it, it gets a stand-in that ends with the page. What we keep ourselves: storage.js.

for (const name of ["localStorage", "sessionStorage"]) {
  let area = null;
  try {
    area = window[name];
    for (const key of Object.keys(area)) if (/\.__[a-z]+$/.test(key) && !themes(key, area.getItem(key))) area.removeItem(key);
  } catch {
    area = null;
  }
  if (!area) standIn(name);
}

// Whether the theme wrote this: JSON, and for the colours what it reads from them.
function themes(key, text) {
  try {
    const value = JSON.parse(text);
    if (!key.endsWith(".__palette")) return true;
    return Number.isInteger(value.index) && Object.values(value.color).every((part) => typeof part === "string");
  } catch {
    return false;
  }
}

function standIn(name) {
  const kept = new Map();
  const value = {
    standsIn: true,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => { kept.set(key, String(text)); },
    removeItem: (key) => { kept.delete(key); },
  };
  Object.defineProperty(window, name, { configurable: true, value });
}
