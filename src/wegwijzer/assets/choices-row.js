// One choice on the page: what is filled in, what holds, and who decided that.

const today = () => {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  return now.toISOString().slice(0, 10);
};

export class Row {
  // `page` keeps what is decided here: `decide(row, decision)`, undefined to forget it.
  constructor(page, place) {
    Object.assign(this, { page, place, name: place.dataset.choice });
    this.field = place.querySelector("[data-fill]");
    this.boxes = [...place.querySelectorAll(`input[name="${CSS.escape(this.name)}"]`)];
    this.undecided = place.querySelector("[data-open]");
    place.insertBefore(page.querySelector("template").content.cloneNode(true), place.querySelector(".ww-from"));
    this.part = (name) => place.querySelector(`[data-${name}]`);
    this.who = this.part("who");
    this.when = this.part("when");
    place.disabled = false;
    place.addEventListener("input", ({ target }) => this.hear(target));
    place.addEventListener("click", ({ target }) => this.press(target.closest("[data-do]")?.dataset.do));
  }

  get title() {
    return this.place.querySelector("legend").textContent;
  }

  get isText() {
    return Boolean(this.field);
  }

  get isMany() {
    return this.boxes[0]?.type === "checkbox";
  }

  // A value in words.
  words(value) {
    if (this.isText) return [value, this.field.nextElementSibling?.textContent].filter(Boolean).join(" ");
    const chosen = [value].flat();
    return chosen.map((one) => this.boxes.find((box) => box.value === one)?.closest("label").querySelector("b").textContent ?? one).join(", ");
  }

  // Whether a decision can be one on the question as it is now.
  fits({ value, as }) {
    if (as && as !== this.place.dataset.as) return false;
    if (value === null || this.isText) return true;
    const known = this.boxes.map((box) => box.value);
    return Array.isArray(value) === this.isMany && [value].flat().every((one) => known.includes(one));
  }

  hear(target) {
    this.tell("");
    if (target === this.who || target === this.when) this.told();
    else if (target === this.undecided) this.choose(target.checked ? null : this.typed());
    else if (target === this.field) {
      if (this.field.value.trim() && !this.field.checkValidity()) this.tell(this.page.dataset.unfit, this.field);
      else this.choose(this.typed());
    } else this.choose(this.chosen(target));
  }

  // Who decided, and when; the name of a person is not kept.
  told() {
    const who = this.who.value.trim();
    const person = who.includes("@") || this.page.person.test(who);
    if (person) this.tell(this.page.dataset.noRole, this.who);
    this.page.decide(this, { ...this.decision, who: person ? "" : who, when: this.when.value });
  }

  typed() {
    return this.field.value.trim() || undefined;
  }

  chosen(target) {
    for (const box of this.boxes) {
      if (this.isMany && target.checked && box !== target && ("exclusive" in target.dataset || "exclusive" in box.dataset)) box.checked = false;
    }
    const values = this.boxes.filter((box) => box.checked).map((box) => box.value);
    if (values.includes(this.page.dataset.undecided)) return null;
    return this.isMany ? (values.length ? values : undefined) : values[0];
  }

  choose(value) {
    const { decision } = this;
    const same = decision && JSON.stringify(decision.value) === JSON.stringify(value) && this.fits(decision);
    if (value === undefined) this.page.decide(this, undefined);
    else if (!same) this.page.decide(this, { value, who: value === null ? "" : this.page.lastRole, when: value === null ? "" : today(), as: this.place.dataset.as });
  }

  press(what) {
    if (what === "forget") {
      this.page.decide(this, undefined);
      this.show(undefined, true);
    } else if (what === "confirm") this.choose(this.isText ? this.typed() : this.chosen({}));
    else return;
    (this.who.offsetParent ? this.who : this.field ?? this.boxes.find((box) => box.checked) ?? this.boxes[0]).focus();
  }

  // Shows a decision. What is being typed stays, unless it came from elsewhere (`anew`).
  show(decision, anew = false) {
    this.decision = decision;
    const { dataset } = this.page, { value } = decision ?? {};
    const again = Boolean(decision) && !this.fits(decision);
    const state = again ? "again" : !decision ? "default" : value === null ? "open" : "decided";
    this.place.dataset.state = state;
    const chosen = [value === undefined ? this.place.dataset.default : value === null ? dataset.undecided : value].flat();
    for (const box of this.boxes) box.checked = chosen.includes(box.value);
    if (this.field && (anew || this.field !== document.activeElement)) this.field.value = value ?? this.place.dataset.default;
    if (this.undecided) this.undecided.checked = value === null;
    for (const [field, text] of [[this.who, decision?.who], [this.when, decision?.when]]) {
      if (anew || field !== document.activeElement) field.value = text ?? "";
    }
    this.part("told").textContent = dataset[state];
    this.place.querySelector(".ww-who").hidden = state !== "decided";
    this.place.querySelector("[data-do=confirm]").hidden = state !== "default" && state !== "again";
    this.place.querySelector("[data-do=forget]").hidden = state === "default";
  }

  // Says what is wrong with a field, or nothing.
  tell(text, field) {
    const place = this.part("wrong");
    place.hidden = !text;
    place.textContent = text;
    for (const one of [this.field, this.who]) one?.toggleAttribute("aria-invalid", false);
    field?.setAttribute("aria-invalid", "true");
  }
}
