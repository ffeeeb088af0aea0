// Buttons that copy a text of the page: <button data-copies="id">. The text says which element, by its id.

addEventListener("click", async ({ target }) => {
  const button = target.closest?.("button[data-copies]");
  if (!button) return;
  const place = document.getElementById(button.dataset.copies);
  await navigator.clipboard.writeText(place.textContent.trim());
  button.textContent = button.dataset.copied;
});
