// While `make serve` runs: show what is new as soon as it is there, and errors on top of the last good version.
// Part of no published page.
// The version that this very page shows: what came while it loaded is new to it.
const shown = Number(new URL(document.currentScript.src).searchParams.get("toont"));
let seen = null;

async function follow() {
  try {
    const status = await (await fetch(`/__nieuws?${seen ?? ""}`)).json();
    if (status.shown !== shown) location.reload();
    seen = status.news;
    tell(status.heading, status.problems);
    follow();
  } catch {
    setTimeout(follow, 1000);
  }
}

function tell(heading, problems) {
  document.getElementById("__fouten")?.remove();
  if (!problems) return;
  const panel = document.createElement("section");
  panel.id = "__fouten";
  panel.setAttribute("role", "alert");
  panel.style.cssText =
    "position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:99;padding:1rem;background:#fdecec;color:#14232b;border-top:4px solid #a3181f;font:1rem/1.4 monospace";
  const title = document.createElement("strong");
  title.textContent = heading;
  const list = document.createElement("pre");
  list.textContent = problems;
  list.style.cssText = "white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 0;font:inherit";
  panel.append(title, list);
  document.body.append(panel);
}

follow();
