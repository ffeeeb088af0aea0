// A step back or forward within a page with a wizard is the wizard's: the theme would fetch the page anew and lose the
// walk. Listeners on the window run in the order in which they came, so this file stands in the head, before the theme.

addEventListener("popstate", (event) => {
  const here = [...document.querySelectorAll("wegwijzer-wizard")].some((wizard) => wizard.path === location.pathname);
  if (here) event.stopImmediatePropagation();
});
