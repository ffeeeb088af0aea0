// What holds until a day says so once that is past, by the clock of who reads: the site may have been built long before.
customElements.get("ww-until") ?? customElements.define("ww-until", class extends HTMLElement {
  connectedCallback() {
    this.hidden = new Date().toISOString().slice(0, 10) <= this.dataset.day;
  }
});
