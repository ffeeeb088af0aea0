// A text of the page with what belongs at %1, %2 and %3.
export const filled = (text, ...values) => values.reduce((so, value, index) => so.replace(`%${index + 1}`, () => value), text);
