// Makes the small Python runtime of the site: only the modules that the engine really imports, as bytecode of the
// interpreter that will run them. Usage: node runtime.mjs WHEEL LIBRARY LIBRARIES TREE LANGUAGE OUTPUT_DIR
// TREE is a compiled tree to use the engine with, as a page would.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [wheel, library, libraries, tree, language, output] = process.argv.slice(2);
const home = path.dirname(createRequire(path.join(process.cwd(), "package.json")).resolve("pyodide/package.json"));
const { loadPyodide } = await import(path.join(home, "pyodide.mjs"));

// Servers know .js; Debian's nginx hands out .mjs as plain text, and then no browser runs it.
const FILES = { "pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js", "pyodide.asm.wasm": "pyodide.asm.wasm" };

const python = await loadPyodide({ indexURL: `${home}/`, stdLibURL: library });
python.FS.writeFile("/lib/engine.whl", new Uint8Array(await readFile(wheel)));
python.FS.writeFile("/lib/libraries.zip", new Uint8Array(await readFile(libraries)));
python.globals.set("trees", python.toPy([await readFile(tree, "utf8")]));
python.globals.set("language", language);
try {
  python.runPython(await readFile(new URL("./runtime_pack.py", import.meta.url), "utf8"));
} catch (error) {
  console.error(error.message); // what Python says; Node would show a page of our own source first
  process.exit(1);
}
await mkdir(output, { recursive: true });
const bytes = python.globals.get("archive");
await writeFile(path.join(output, "python.zip"), bytes.toJs());
const later = python.globals.get("later").toJs({ dict_converter: Object.fromEntries });
for (const [name, part] of Object.entries(later)) await writeFile(path.join(output, `${name}.zip`), part);
await writeFile(path.join(output, "modules.txt"), `${python.globals.get("listing")}\n`);
await writeFile(path.join(output, "builtin.txt"), `${python.globals.get("builtin")}\n`);
const { info } = JSON.parse(await readFile(path.join(home, "pyodide-lock.json"), "utf8"));
await writeFile(path.join(output, "lock.json"), JSON.stringify({ info, packages: {} }));
for (const [from, to] of Object.entries(FILES)) await copyFile(path.join(home, from), path.join(output, to));
