// What must be there before the theme, and before the wizard: this file stands in the head.

// A step back or forward within a page with a wizard or a quiz is theirs: the theme would fetch the page anew and lose the
// walk. Listeners on the window run in the order in which they came.
addEventListener("popstate", (event) => {
  const here = [...document.querySelectorAll("wegwijzer-wizard, wegwijzer-quiz")].some(({ path }) => path === location.pathname);
  if (here) event.stopImmediatePropagation();
});

// The theme takes single letters as commands: the next page, the previous one, search. Who speaks to a computer, or thinks to
// type in a field, would lose the page (WCAG 2.1.4). Its listener stands on the window too.
addEventListener("keydown", (event) => {
  if (event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
});

// An answer that is pressed before the wizard's own script is there counts. Its link shows the next node by itself (:target in
// node.css); here the answer goes into the address, written as fragment.js does, where that script will find it. What needs
// more than a link waits until then: a field, boxes, a local choice that nobody asks, an address that tells a whole walk. Who
// presses that again follows the link: the script may never come.
{
  const SETTLE = 350; // milliseconds, as in intents.js
  const EARLY = "wegwijzer-wizard:not(.ww-js) .ww-steps a:is([data-answer], [data-continue])";
  let told = ""; // the walk so far, as written here
  let since = -Infinity; // when the node came that stands there

  addEventListener("click", (event) => {
    const link = event.target.closest?.(EARLY);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const wizard = link.closest("wegwijzer-wizard");
    if (wizard.waiting === link && event.timeStamp - since > 1000) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.detail > 1 || event.timeStamp - since < SETTLE) return;
    since = event.timeStamp;
    wizard.waiting = go(wizard, link.closest("section"), link) ? null : link; // for controller.js
  }, { capture: true });

  // Whether the answer could be given at once.
  function go(wizard, section, link) {
    const { tree, start, entry, version } = { ...wizard.dataset, tree: wizard.getAttribute("tree") };
    const name = location.hash.slice(1) || (entry ? `${tree}-${entry}` : "");
    const before = name === told ? told : document.getElementById(name)?.dataset.walk ?? name;
    const next = document.getElementById(link.hash.slice(1));
    const known = [section.id, ""].includes(before.split(";")[0]) && (name === told || !name.includes(";"));
    if (!known || !next || section.querySelector("input") || [section, next].some((each) => "quiet" in each.dataset)) return false;
    const node = section.id.slice(tree.length + 1);
    const earlier = before.split(";")[1] || (node === start ? "" : `@${node}`);
    const answers = [earlier, `${node}.${link.dataset.answer ?? "verder"}`].filter(Boolean).join(",");
    wizard.path = location.pathname;
    location.hash = link.hash;
    told = `${next.id};${answers};${version}`;
    history.replaceState(history.state, "", `#${told}`);
    show(wizard, next, answers.split(",").filter((each) => !each.startsWith("@")).length);
    return true;
  }

  // What the wizard does too when a node comes: nothing moves when it takes over.
  function show(wizard, section, count) {
    wizard.setAttribute("data-begun", "");
    wizard.setAttribute("data-where", "");
    const counted = wizard.querySelector(".ww-progress"), heading = section.querySelector("h3");
    counted.textContent = counted.dataset.told.replace("%1", count + 1);
    heading.classList.add("ww-heading");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    wizard.querySelector(".ww-live").textContent = heading.textContent;
    if (wizard.getBoundingClientRect().top + scrollY < innerHeight / 2) scrollTo({ top: 0, behavior: "instant" });
    else wizard.scrollIntoView({ block: "start", behavior: "instant" });
  }
}
