// Copies a text that is ready for use, on pages of the guide. In a wizard the wizard does it.

document.addEventListener("click", async (event) => {
  const button = event.target.closest(".ww-guide [data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.closest("figure").querySelector("blockquote").innerText);
  button.textContent = button.dataset.copied;
});
