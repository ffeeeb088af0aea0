// For pages that show a wizard in an iframe: gives each frame the height of what is in it. Works without it too.
// <script src="…/assets/insluiten.js" async></script>

(() => {
  const HELLO = "wegwijzer:hallo", HEIGHT = "wegwijzer:hoogte", STEP = "wegwijzer:stap";
  const home = new URL("../embed/", document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(home.href));
  const greet = (frame) => frame.contentWindow?.postMessage({ type: HELLO }, home.origin);

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== home.origin || typeof data !== "object" || data === null) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame) return;
    if (data.type === HEIGHT && Number.isFinite(data.height) && data.height > 0 && data.height < 100_000) {
      frame.style.height = `${Math.ceil(data.height)}px`;
    } else if (data.type === STEP && frame.getBoundingClientRect().top < 0) {
      frame.scrollIntoView({ block: "start" });
    }
  });

  // `load` does not bubble and never passes the window, but the document can catch it on its way down.
  document.addEventListener("load", ({ target }) => {
    if (target instanceof HTMLIFrameElement && frames().includes(target)) greet(target);
  }, { capture: true });
  frames().forEach(greet);
})();
