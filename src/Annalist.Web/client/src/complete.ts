// Completion of codes and of words of a list, as the combobox of the ARIA practices: the list follows what is written, arrows choose, Tab or Enter takes, Escape closes.

interface Choice {
  value: string;
  label: string;
  sector?: string;
}

const separators: Record<string, string> = { code: "", codes: ",", parties: ";", stances: ",", options: "," };

export function complete(): void {
  document.querySelectorAll<HTMLInputElement>("input[data-complete]").forEach(attach);
}

function attach(input: HTMLInputElement, index: number): void {
  const kind = input.dataset["complete"]!;
  const separator = separators[kind] ?? "";
  const list = document.createElement("ul");
  list.id = `choices-${index}`;
  list.className = "choices";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Completions");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  let choices: Choice[] = [];
  let chosen = -1;
  let asked = 0;

  const close = (): void => {
    asked++;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    chosen = -1;
  };

  const point = (to: number): void => {
    chosen = to;
    [...list.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === to)));
    const active = list.children[to];
    if (active) input.setAttribute("aria-activedescendant", active.id);
  };

  // What is being written begins after the last separator before the caret.
  const begin = (): number => (separator ? input.value.lastIndexOf(separator, Math.max(0, (input.selectionStart ?? 0) - 1)) + 1 : 0);

  const take = (choice: Choice): void => {
    const from = begin();
    const before = input.value.slice(0, from);
    const sign = kind === "stances" ? (/^\s*([+-])/.exec(input.value.slice(from))?.[1] ?? "+") : "";
    const after = input.value.slice(input.selectionStart ?? input.value.length);
    const made = (before ? before.trimEnd() + " " : "") + sign + choice.value + (kind === "parties" && choice.sector ? `/${choice.sector}` : "");
    input.value = made + after;
    input.setSelectionRange(made.length, made.length);
    close();
  };

  const show = (found: Choice[]): void => {
    choices = found;
    list.replaceChildren(
      ...found.map((choice, i) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${i}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const code = document.createElement("b");
        code.textContent = choice.value;
        item.append(code, choice.label === choice.value ? "" : ` ${choice.label}`);
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(choice);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length > 0) point(0);
  };

  input.addEventListener("input", () => {
    // The names beside the field are those of what stood there before.
    document.getElementById(`${input.id}-means`)?.remove();
    const word = input.value.slice(begin(), input.selectionStart ?? undefined).trim().replace(/^[+-]/, "");
    if (word.length === 0) return close();
    if (kind === "options") {
      const options = (input.dataset["options"] ?? "").split(" ");
      return show(options.filter((o) => o.startsWith(word.toLowerCase()) && o !== word).slice(0, 8).map((o) => ({ value: o, label: o })));
    }
    // After the code comes a name that nothing completes.
    if (/[/ ]/.test(word) && kind === "parties") return close();
    const now = ++asked;
    fetch(`/complete?q=${encodeURIComponent(word)}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Choice[]>) : []))
      .then((found) => {
        if (now === asked) show(found);
      })
      .catch(close);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const choice = choices[chosen];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      point((chosen + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length);
    } else if ((event.key === "Tab" || event.key === "Enter") && choice) {
      // What is written out whole needs no second Enter.
      const word = input.value.slice(begin(), input.selectionStart ?? undefined).trim();
      if (event.key === "Tab" || word.toUpperCase() !== choice.value.toUpperCase()) event.preventDefault();
      take(choice);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
}
