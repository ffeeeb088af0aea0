// Copying. Where a browser refuses (a page in a frame, no https), the text is selected and the button says so.

// The link or the model reply of a wizard.
export default async function copy(wizard, button) {
  const field = button.closest("figure")?.querySelector("textarea, blockquote");
  const link = button.closest("p")?.querySelector("[data-share]");
  const text = () => field ? field.value ?? field.innerText.replace(/\n\n+/g, "\n") : link.href;
  const said = await put(button.dataset, (clipboard) => clipboard.writeText(typed(text())), () => field ?? shown(link));
  wizard.say(said, button);
}

// What keeps a number on one line in the page is a plain space elsewhere.
const typed = (text) => text.replaceAll("\u00a0", " ");

// Lets `write` fill the clipboard; when that is refused, selects the element that `byHand` gives. Returns what to say.
export async function put(told, write, byHand) {
  try {
    await write(navigator.clipboard);
    return told.copied;
  } catch {
    const place = byHand();
    place.focus();
    if (place.select) place.select();
    else getSelection().selectAllChildren(place);
    return told.byHand;
  }
}

// The address of a link, in a field beside it.
function shown(link) {
  const paragraph = link.closest("p");
  const field = paragraph.querySelector("input") ?? document.createElement("input");
  Object.assign(field, { readOnly: true, className: "ww-by-hand", ariaLabel: link.textContent, value: link.href });
  paragraph.append(field);
  return field;
}

// Any text of a page: <button data-copies="id" data-copied="…" data-by-hand="…">, which says where by its id.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("button[data-copies]");
  if (!button) return;
  const place = document.getElementById(button.dataset.copies);
  place.tabIndex = -1;
  button.textContent = await put(button.dataset, (clipboard) => clipboard.writeText(typed(place.textContent.trim())), () => place);
});
