// In words where the ways of two answers part. The page says of each other choice where it leaves the way of the case: after so
// many answers (`data-at`), by which answer. Of any two choices, that is enough to know which of both left first.

// Shows of a case where the two first of these letters part; with one letter, where it leaves the advice; else all ways.
export function part(article, ranked) {
  const list = article.querySelector(".ww-parting"), heading = list.previousElementSibling;
  heading.dataset.all ??= heading.textContent;
  article.querySelector("[data-part]")?.remove();
  const advised = article.querySelector("[data-advised]").dataset.letter;
  const pair = ranked.length > 1 ? ranked.slice(0, 2) : [...ranked, advised];
  const found = pair[0] === pair[1] || pair.length < 2 ? null : parting(list, pair, advised);
  list.hidden = Boolean(found);
  heading.textContent = found ? heading.dataset.pair.replace("%1", pair[0]).replace("%2", pair[1]) : heading.dataset.all;
  if (!found) return;
  const shown = list.cloneNode(false);
  shown.hidden = false;
  shown.dataset.part = pair.join(" ");
  shown.append(found);
  list.after(shown);
}

function parting(list, pair, advised) {
  const leaving = pair.filter((letter) => letter !== advised).map((letter) => list.querySelector(`:scope > [data-letter="${letter}"]`));
  const [first, second] = leaving.sort((one, two) => one.dataset.at - two.dataset.at);
  const made = first.cloneNode(true);
  if (second) {
    // At the same question each gives another answer; else the second goes on as the case does, to part from it later.
    const along = made.querySelector(`ul > [data-letter="${advised}"]`), own = way(second, second.dataset.letter);
    if (first.dataset.at !== second.dataset.at) own.querySelector("strong").replaceWith(along.querySelector("strong"));
    along.replaceWith(own);
  }
  const ways = made.querySelector("ul");
  ways.append(...pair.map((letter) => ways.querySelector(`[data-letter="${letter}"]`)));
  return made;
}

function way(parted, letter) {
  return parted.querySelector(`ul > [data-letter="${letter}"]`).cloneNode(true);
}
