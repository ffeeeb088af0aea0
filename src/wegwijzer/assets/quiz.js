// The quiz of a page for trainers. Every page of a site loads this file, so what it does comes when there is a quiz.

customElements.define("wegwijzer-quiz", class extends HTMLElement {
  async connectedCallback() {
    this.path = location.pathname; // read by address.js
    const { open } = await import("./quiz-page.js");
    if (this.isConnected && !this.close) this.close = open(this);
  }

  disconnectedCallback() {
    this.close?.();
  }
});
