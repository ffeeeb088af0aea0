// Votes that a presenter counts by hand: a number for every answer, and a bar that says it in words too. Nothing is kept.

export class Votes {
  // `changed` hears of every article of which the votes changed.
  constructor(root, changed) {
    this.root = root;
    this.changed = changed;
    this.template = root.querySelector("template");
    this.counting = false;
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-count]");
      if (button) this.add(button.closest("[data-letter]"), Number(button.dataset.count));
    });
    root.addEventListener("input", ({ target }) => {
      if (target.matches(".ww-tally input")) this.draw(target.closest("article"));
    });
  }

  // Counting begins, or what was counted is put aside; returns whether it goes on.
  toggle(article) {
    this.counting = !this.counting;
    this.root.classList.toggle("ww-counting", this.counting);
    this.open(article);
    this.changed(article);
    return this.counting;
  }

  // Puts numbers beside the answers of this case, the first time that its votes are counted.
  open(article) {
    if (!this.counting || article.querySelector(".ww-tally")) return;
    for (const answer of article.querySelectorAll(".ww-answers > li")) {
      const made = this.template.content.cloneNode(true);
      const title = [...answer.querySelectorAll(".ww-letter, .ww-letter + span")].map((part) => part.textContent).join(" ");
      for (const one of made.querySelectorAll("[aria-label]")) one.ariaLabel = one.ariaLabel.replace("%1", title);
      answer.append(made);
    }
    this.draw(article);
  }

  add(answer, votes) {
    const field = answer.querySelector(".ww-tally input");
    field.value = Math.min(Number(field.max), Math.max(0, votesOf(answer) + votes));
    this.draw(answer.closest("article"));
  }

  // The letters of the answers that got votes, the most chosen first; of two with as many, the advised one.
  ranked(article) {
    if (!this.counting) {
      const chosen = article.querySelector("[data-letter]:has(:checked)");
      return chosen ? [chosen.dataset.letter] : [];
    }
    const answers = [...article.querySelectorAll(".ww-answers > li")].filter(votesOf);
    const rank = (answer) => 2 * votesOf(answer) + ("advised" in answer.dataset);
    return answers.sort((one, two) => rank(two) - rank(one)).map((answer) => answer.dataset.letter);
  }

  draw(article) {
    const answers = [...article.querySelectorAll(".ww-answers > li")];
    const counts = answers.map(votesOf), all = counts.reduce((sum, count) => sum + count, 0), most = Math.max(...counts);
    for (const [index, answer] of answers.entries()) {
      const count = counts[index], share = answer.querySelector(".ww-share"), { words, most: mostly } = share.dataset;
      const part = all ? Math.round((100 * count) / all) : 0;
      answer.querySelector(".ww-bar > span").style.inlineSize = `${part}%`;
      share.textContent = words.replace("%1", count).replace("%2", all).replace("%3", part) + (count && count === most ? `, ${mostly}` : "");
    }
    this.changed(article);
  }
}

function votesOf(answer) {
  const field = answer.querySelector(".ww-tally input");
  return Math.min(999, Math.max(0, Math.trunc(Number(field?.value)) || 0));
}
