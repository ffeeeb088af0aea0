// Puts requests to the runtime as the site has it, and prints the replies. Usage: node packed.mjs RUNTIME REQUESTS

import { readFileSync } from "node:fs";
import path from "node:path";

const runtime = path.resolve(process.argv[2]);
const { loadPyodide } = await import(path.join(runtime, "pyodide.js"));
const { default: createPyodideModule } = await import(path.join(runtime, "pyodide.asm.js"));
const python = await loadPyodide({
  createPyodideModule,
  indexURL: `${runtime}/`,
  stdLibURL: path.join(runtime, "python.zip"),
  lockFileContents: JSON.parse(readFileSync(path.join(runtime, "lock.json"), "utf8")),
  args: ["-S"],
});
const handle = python.pyimport("wegwijzer.browser").handle;
const replies = JSON.parse(readFileSync(process.argv[3], "utf8")).map((request) => {
  try {
    return handle(request);
  } catch (error) {
    return `${error.type}: ${error.message}`;
  }
});
console.log(JSON.stringify(replies));
