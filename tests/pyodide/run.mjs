// Runs the engine's own tests inside Pyodide, from the wheel that a page could load.
// Usage: node run.mjs WHEEL SITE_PACKAGES PROJECT [pytest arguments]

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import path from "node:path";

const [wheel, packages, project, ...options] = process.argv.slice(2);
const home = path.dirname(createRequire(path.join(project, "package.json")).resolve("pyodide/package.json"));
const { loadPyodide } = await import(path.join(home, "pyodide.mjs"));

const python = await loadPyodide({ indexURL: `${home}/`, env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" } });
python.FS.writeFile("/lib/engine.whl", new Uint8Array(await readFile(wheel)));
python.mountNodeFS("/packages", packages);
python.mountNodeFS("/project", project);
python.mountNodeFS("/site/municipal", path.join(project, "src/municipal"));
python.globals.set("options", python.toPy(options));
const status = await python.runPythonAsync(`
import os, sys
sys.path.insert(0, "/lib/engine.whl")
sys.path.append("/site")  # this site's own kinds, which the wheel has not
sys.path.append("/packages")  # pure-Python packages of the host: pytest, PyYAML
os.chdir("/project")
import pytest
int(pytest.main(["-q", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", *options]))  # that would start a thread
`);
process.exit(status);
