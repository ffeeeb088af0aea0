// This site keeps nothing for readers without a network (any more): what was kept goes, and so does this.

const NAME = `wegwijzer ${new URL("./", location.href).pathname} `;

async function goAway() {
  for (const name of await caches.keys()) if (name.startsWith(NAME)) await caches.delete(name);
  await registration.unregister();
}

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(goAway()));
