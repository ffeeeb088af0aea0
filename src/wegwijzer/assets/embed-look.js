// The look that the address of an embedded page asks for, before anything is drawn; and the node to begin with.
// ?thema=licht|donker|auto  &tekst=groot  &opnieuw=nee  &start=<stap>

{
  const asked = new URLSearchParams(location.search);
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = () => {
    const theme = asked.get("thema") ?? "auto";
    root.dataset.mdColorScheme = theme === "donker" || (theme !== "licht" && dark.matches) ? "slate" : "default";
  };
  colour();
  dark.addEventListener("change", colour);
  root.classList.toggle("ww-large", asked.get("tekst") === "groot");
  root.classList.toggle("ww-no-restart", asked.get("opnieuw") === "nee");
  root.classList.add("ww-embedded");
  const start = asked.get("start") ?? "";
  if (/^[A-Za-z0-9_-]+$/.test(start) && root.dataset.nodes.split(" ").includes(start) && !location.hash) {
    // As writeFragment in fragment.js does for a walk without answers; a module would come too late.
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${root.dataset.tree}-${start}`);
  }
}
