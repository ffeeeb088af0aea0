// Answers when the network does not. The build puts BUILD before this: the version, every file of it with its digest, and
// which of them a browser keeps. Decision 43 tells why it works as it does.
//
// A page has one version, for as long as it is open: it gets files of that version, or none. What comes over the network
// is compared with the list. A page that is newer than this worker gets all it needs from the network.

const HOME = new URL("./", location.href).href;
const NAME = `wegwijzer ${new URL(HOME).pathname} `;
const NOTES = `${NAME}notes`; // who has which version, and what the reader asked for
const NEWER = "newer";
const CACHED = " cached";
const PATIENCE = 5_000; // milliseconds for a page that is kept
const YOUNG = 60_000; // for a page of which the browser does not tell yet that it is there
const AT_ONCE = 4;
const SAVES = () => navigator.connection?.saveData === true;

const cacheOf = (version) => caches.open(NAME + version);
const address = (path) => HOME + path.replace(/(^|\/)index\.html$/, "$1");
const inCache = (version, path) => cacheOf(version).then((cache) => cache.match(address(path))).catch(() => undefined);
const listed = (list, path) => (Object.hasOwn(list, path) ? list[path] : undefined);
const own = (path) => listed(BUILD.files, path);

// The file behind an address; nothing for what is only ever downloaded.
function fileAt(url) {
  const path = decodeURIComponent(new URL(url).pathname).slice(new URL(HOME).pathname.length);
  if (new RegExp(BUILD.left).test(path) && !path.startsWith(BUILD.named)) return "";
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

// -- notes -------------------------------------------------------------------------------------------------------------

const noteAt = (name) => `${HOME}__note/${name}`;

async function note(name) {
  try {
    return await (await (await caches.open(NOTES)).match(noteAt(name)))?.text() ?? "";
  } catch {
    return ""; // a browser that lost what it kept must still show the site
  }
}

async function write(name, text) {
  const notes = await caches.open(NOTES);
  return text ? notes.put(noteAt(name), new Response(text)) : notes.delete(noteAt(name));
}

// -- versions ----------------------------------------------------------------------------------------------------------

const pages = new Map(); // client → what its note says
const young = new Map(); // client → since when

function said(id) {
  if (!pages.has(id)) pages.set(id, note(`client/${id}`));
  return pages.get(id);
}

async function versionOf(id) {
  return (await said(id)).split(" ")[0] || BUILD.version;
}

function mark(id, text) {
  if (!id) return undefined;
  pages.set(id, Promise.resolve(text));
  young.set(id, Date.now());
  return write(`client/${id}`, text);
}

const lists = new Map([[BUILD.version, Promise.resolve(BUILD.files)]]);

// What belongs to a version: a worker of before left its list beside its files.
function listOf(version) {
  if (!lists.has(version)) {
    lists.set(version, cacheOf(version).then((cache) => cache.match(noteAt("list"))).then((found) => (found ? found.json() : {})));
  }
  return lists.get(version);
}

// Removes what belongs to pages that are closed, unless another version is on its way.
async function clean() {
  const alive = new Set((await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const notes = await caches.open(NOTES), used = new Set([BUILD.version]);
  for (const { url } of await notes.keys()) {
    const [, id] = url.split("/__note/client/");
    if (!id) continue;
    if (alive.has(id) || Date.now() - (young.get(id) ?? 0) < YOUNG) used.add((await said(id)).split(" ")[0]);
    else {
      await notes.delete(url);
      pages.delete(id);
    }
  }
  if (registration.installing || registration.waiting) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) && name !== NOTES && !used.has(name.slice(NAME.length))) await caches.delete(name);
  }
}

// -- keeping -----------------------------------------------------------------------------------------------------------

async function digestOf(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, BUILD.digits);
}

async function fits(response, told) {
  return Boolean(told) && (await digestOf(response)) === told[0];
}

// Puts a file of this version in its place: from the version before when it did not change, else from the network.
async function keep(path) {
  const cache = await cacheOf(BUILD.version), told = own(path);
  if (await cache.match(address(path))) return;
  const before = await note("active");
  if (before && before !== BUILD.version && listed(await listOf(before), path)?.[0] === told[0]) {
    const same = await inCache(before, path);
    if (same) return void await cache.put(address(path), same);
  }
  const response = await fetch(address(path), { cache: "no-cache" });
  if (!response.ok || !(await fits(response, told))) throw new TypeError(`${path}: ${response.status}`);
  await cache.put(address(path), response);
}

async function keepAll(paths) {
  const left = [...paths];
  const work = async () => { while (left.length) await keep(left.shift()); };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function install() {
  await (await cacheOf(BUILD.version)).put(noteAt("list"), new Response(JSON.stringify(BUILD.files)));
  await keepAll(BUILD.always);
  if (await note("kept") && !SAVES()) {
    try {
      await keepAll(BUILD.all);
    } catch (error) {
      if (error.name !== "QuotaExceededError") throw error; // tried again later: a version is whole, or it is not there
      await forget();
    }
  }
  await skipWaiting(); // pages that are open stay with their version: see activate
}

async function activate() {
  const before = await note("active");
  if (before && before !== BUILD.version) {
    for (const { id } of await clients.matchAll({ includeUncontrolled: true, type: "all" })) {
      if (!(await note(`client/${id}`))) await write(`client/${id}`, before);
    }
  }
  pages.clear();
  await write("active", BUILD.version);
  await registration.navigationPreload?.enable();
  await clean();
}

// What is not there of all that a reader asked for.
async function missing() {
  const there = new Set((await (await cacheOf(BUILD.version)).keys()).map(({ url }) => url));
  return BUILD.all.filter((path) => !there.has(address(path)));
}

async function forget() {
  await write("kept", "");
  const cache = await cacheOf(BUILD.version), stays = new Set([...BUILD.always.map(address), noteAt("list")]);
  for (const { url } of await cache.keys()) if (!stays.has(url)) await cache.delete(url);
}

// -- answering ---------------------------------------------------------------------------------------------------------

function inTime(promise, limit) {
  if (!limit) return promise;
  return Promise.race([promise, new Promise((_, late) => { setTimeout(() => late(new TypeError("late")), limit); })]);
}

// A page, and of which version it is: from the network, else as it was kept.
async function open(event, path) {
  const kept = await inCache(BUILD.version, path);
  const asked = async () => {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (kept && response.status >= 500) throw new TypeError(response.status);
    return [response, response.type !== "opaqueredirect" && (await fits(response, own(path) ?? own("404.html")))];
  };
  try {
    const [response, same] = await inTime(asked(), kept ? PATIENCE : 0);
    event.waitUntil(Promise.resolve(mark(event.resultingClientId, same ? BUILD.version : NEWER)).then(clean));
    if (!same) event.waitUntil(registration.update().catch(() => {}));
    return response;
  } catch {
    event.waitUntil(Promise.resolve(mark(event.resultingClientId, BUILD.version + CACHED)).then(clean));
    if (kept) return kept;
    return own(`${path}/index.html`) ? Response.redirect(`${HOME}${path}/`) : away();
  }
}

// What stands in the place of a page that was not kept. Its links count from the root, wherever it stands.
async function away() {
  const page = await inCache(BUILD.version, "offline.html");
  if (!page) return Response.error();
  const html = (await page.text()).replace('<base href="./">', `<base href="${HOME}">`);
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Part of a page: of the version of that page, or not at all.
async function part(event, path) {
  const { clientId, request } = event;
  if (path.startsWith(BUILD.named)) return (await caches.match(address(path)).catch(() => undefined)) ?? fetch(request);
  const version = await versionOf(clientId);
  if (version === NEWER) return fetch(request);
  const kept = await inCache(version, path);
  const isPage = path.endsWith(".html"); // the theme asks for one to put in the place of another
  if (kept && !isPage) return kept;
  const told = listed(await listOf(version), path);
  if (!told && !isPage) return fetch(request); // of no version
  let response;
  try {
    response = await inTime(fetch(request), kept ? PATIENCE : 0);
  } catch (error) {
    if (!kept) throw error;
    event.waitUntil(Promise.resolve(mark(clientId, version + CACHED)));
    return kept;
  }
  if (await fits(response, told)) return response;
  event.waitUntil(registration.update().catch(() => {}));
  return Response.error(); // the theme then opens the page as a new one
}

const ANSWERS = {
  async state({ source }) {
    const { version, words, checked, sizes } = BUILD;
    const left = (await missing()).reduce((sum, path) => sum + own(path)[1], 0);
    return {
      version, words, checked, sizes, left, mine: await versionOf(source.id),
      cached: (await said(source.id)).endsWith(CACHED), kept: Boolean(await note("kept")),
    };
  },
  async missing() {
    return (await missing()).map((path) => [path, own(path)[1]]);
  },
  keep: ({ data }) => keep(data.path),
  kept: () => write("kept", "all"),
  forget,
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { method, mode, url, headers } = event.request;
  if (method !== "GET" || !url.startsWith(HOME) || headers.has("range")) return;
  const path = fileAt(url);
  if (!path || (mode === "navigate" && /\.(?!html$)\w+$/.test(path))) return;
  event.respondWith(mode === "navigate" ? open(event, path) : part(event, path));
});
addEventListener("message", (event) => {
  const [port] = event.ports, answer = ANSWERS[event.data?.ask];
  if (!port || !answer) return;
  event.waitUntil(answer(event).then((value) => port.postMessage({ value }), ({ name }) => port.postMessage({ error: name })));
});
