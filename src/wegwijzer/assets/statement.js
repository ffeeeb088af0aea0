// A statement that nobody looked at for a year says so. That is up to the day on which somebody reads it: the site may have
// been built long before.
class StatementDate extends HTMLElement {
  connectedCallback() {
    this.hidden = new Date().toISOString().slice(0, 10) <= this.dataset.again;
  }
}

customElements.get("ww-statement-date") ?? customElements.define("ww-statement-date", StatementDate);
