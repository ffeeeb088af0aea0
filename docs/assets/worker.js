// Python in a worker. All it knows is one function of the engine: JSON in, JSON out.

import { loadPyodide } from "./runtime/pyodide.mjs";

const runtime = new URL("./runtime/", import.meta.url).href;

async function boot() {
  const archive = fetch(`${runtime}wegwijzer.zip`).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.arrayBuffer();
  });
  const python = await loadPyodide({
    indexURL: runtime,
    stdLibURL: `${runtime}python_stdlib.zip`,
    lockFileContents: await (await fetch(`${runtime}lock.json`)).text(),
  });
  python.FS.writeFile("/lib/wegwijzer.zip", new Uint8Array(await archive));
  python.pyimport("sys").path.append("/lib/wegwijzer.zip");
  return python.pyimport("wegwijzer.browser").handle;
}

const booted = boot();
booted.then(() => postMessage({ state: "ready" }), (error) => {
  postMessage({ state: "failed", error: String(error) });
});

addEventListener("message", async ({ data: { id, text } }) => {
  try {
    const handle = await booted;
    postMessage({ id, text: handle(text) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
