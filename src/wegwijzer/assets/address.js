// A step back or forward within a page with a wizard is the wizard's: a theme that puts pages in place of each other would
// fetch it anew and lose the walk. On the window, what captures is heard first, whoever came first.

export function keepSteps() {
  addEventListener("popstate", (event) => {
    const here = [...document.querySelectorAll("wegwijzer-wizard")].some((wizard) => wizard.path === location.pathname);
    if (here) event.stopImmediatePropagation();
  }, { capture: true });
}
