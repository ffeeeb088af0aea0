// The page with the whole text of a tree (render/text_page.py). The page of a wizard has of an action its name, how soon, what is
// forbidden, and the way on; the rest comes from there, at once for all actions.

const PATIENCE = 10_000; // milliseconds

export class Whole {
  #coming = null;

  // `address`: of that page; none where each node is complete, as in one file.
  constructor(address) {
    this.address = address;
  }

  // The text as a document, fetched once; nothing without an address. Fails when it cannot be had now; who asks again tries again.
  async load() {
    this.#coming ??= this.address && fetched(this.address);
    try {
      return await this.#coming;
    } catch (error) {
      this.#coming = null;
      throw error;
    }
  }
}

async function fetched(address) {
  const response = await fetch(address, { priority: "high", signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(response.status);
  const text = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of text.links) {
    const to = link.getAttribute("href");
    if (!to.startsWith("#")) link.href = new URL(to, address); // counted from where it stood
  }
  return text;
}
