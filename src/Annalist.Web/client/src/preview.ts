// Says under the quick line what it would add, and shows the sentence that it is about with its numbered parties.

interface Preview {
  sentence: number | null;
  parties: string[];
  says: string;
  problem: string;
}

export function preview(): void {
  const input = document.querySelector<HTMLInputElement>("input[data-preview]");
  const says = document.querySelector<HTMLElement>("#quick-preview");
  const form = input?.form;
  if (!input || !form || !says) return;
  const report = (form.elements.namedItem("report") as HTMLInputElement).value;
  const here = (form.elements.namedItem("here") as HTMLInputElement).value;
  let timer = 0;
  let asked = 0;

  const show = (made: Preview): void => {
    const ready = made.says.length > 0;
    // What is only begun is no mistake yet.
    says.textContent = ready ? made.says : input.value.trim().includes(" ") ? made.problem : "";
    says.classList.toggle("ready", ready);
    document.querySelectorAll(".s.there").forEach((s) => s.classList.remove("there"));
    if (made.sentence === null) return;
    const sentence = document.getElementById(`s-${made.sentence}`);
    sentence?.classList.add("there");
    sentence?.scrollIntoView({ block: "nearest" });
    let parties = document.querySelector<HTMLElement>("[data-parties]");
    if (!parties) {
      parties = document.createElement("p");
      parties.className = "parties";
      parties.dataset["parties"] = "";
      says.before(parties);
    }
    parties.replaceChildren(
      ...made.parties.map((name, i) => {
        const item = document.createElement("span");
        const number = document.createElement("b");
        number.textContent = String(i + 1);
        item.append(number, " " + name);
        return item;
      }),
    );
  };

  const ask = async (): Promise<void> => {
    const now = ++asked;
    const query = new URLSearchParams({ report, line: input.value, here });
    const answer = await fetch(`/review/preview?${query}`).catch(() => null);
    if (answer?.ok && now === asked) show((await answer.json()) as Preview);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 80);
  });
}
