// Python in a worker. All it knows is one function of the engine: JSON in, JSON out.
// Nothing waits for anything it does not need: all files are asked for at once, and the WebAssembly compiles while it
// comes in and while Pyodide's own script is read.

const runtime = new URL("./runtime/", import.meta.url).href; // the build puts its folder by content after it
const library = get("python.zip");
const lock = get("lock.json").then((response) => response.json());
const compiled = WebAssembly.compileStreaming(get("pyodide.asm.wasm"));
const scripts = Promise.all([import("./runtime/pyodide.js"), import("./runtime/pyodide.asm.js")]);

async function get(name) {
  const response = await fetch(runtime + name);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

// Pyodide asks for these two by itself, once each, and later than we can: hand it what is on its way.
function handOver() {
  const { fetch } = globalThis;
  const files = { [`${runtime}python.zip`]: library, [`${runtime}pyodide.asm.wasm`]: compiled };
  globalThis.fetch = (address, ...rest) => files[address] ?? fetch(address, ...rest);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return () => { globalThis.fetch = fetch; };
}

async function boot() {
  const [{ loadPyodide }, { default: createPyodideModule }] = await scripts;
  const done = handOver();
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: runtime,
    stdLibURL: `${runtime}python.zip`,
    lockFileContents: lock,
    args: ["-S"], // the engine needs nothing of what Python sets up for people
  });
  done();
  return python.pyimport("wegwijzer.browser").handle;
}

// A file that does not come ends the boot at once; Pyodide itself would go on without it.
const booted = Promise.all([boot(), library, lock, compiled]).then(([handle]) => handle);
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
