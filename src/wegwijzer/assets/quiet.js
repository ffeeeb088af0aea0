// When the page itself is there: all that it asks for came, nothing more comes in, and the browser has nothing to do.
// What is large or can wait begins then.

const PAUSE = 400; // milliseconds without anything that came in
const LONGEST = 5_000; // after the page is there: what goes on for longer than this holds nothing up

const loaded = new Promise((go) => {
  if (document.readyState === "complete") go();
  else addEventListener("load", go, { once: true });
});
const wait = (time) => new Promise((go) => { setTimeout(go, time); });
const idle = () => new Promise((go) => { (globalThis.requestIdleCallback ?? setTimeout)(go); });

async function still() {
  let last = performance.now();
  const watch = new PerformanceObserver(() => { last = performance.now(); });
  watch.observe({ type: "resource" });
  while (performance.now() - last < PAUSE) await wait(PAUSE / 4);
  watch.disconnect();
}

let told;

// Resolves once a visit; at once for who asks after that.
export function quiet() {
  told ??= loaded.then(() => Promise.race([still().then(idle), wait(LONGEST)]));
  return told;
}
