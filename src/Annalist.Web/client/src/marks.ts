// A finding and its words light up together; words selected in a report that is under review begin an addition; the sentence under review is brought into sight.

export function marks(): void {
  const light = (id: string, on: boolean): void => {
    document.querySelectorAll<HTMLElement>(`[data-marks~="${CSS.escape(id)}"]`).forEach((m) => m.classList.toggle("lit", on));
    document.getElementById(`f-${id}`)?.classList.toggle("lit", on);
  };
  const over = (event: Event, on: boolean): void => {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>("article[data-finding]");
    if (card) light(card.dataset["finding"]!, on);
    const ids = target.closest<HTMLElement>("[data-marks]")?.dataset["marks"];
    ids?.split(" ").forEach((id) => light(id, on));
  };
  document.addEventListener("pointerover", (event) => over(event, true));
  document.addEventListener("pointerout", (event) => over(event, false));
  document.addEventListener("focusin", (event) => over(event, true));
  document.addEventListener("focusout", (event) => over(event, false));

  const body = document.querySelector<HTMLElement>("[data-sentences]");
  if (!body) return;
  const here = body.querySelector<HTMLElement>(".s.here");
  if (here) body.scrollTop = here.offsetTop - body.offsetTop - body.clientHeight / 3;
  const full = document.querySelector<HTMLAnchorElement>('.quick a[href^="/review/add"]');
  const quick = document.querySelector<HTMLInputElement>("input[data-preview]");
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const anchor = selection?.anchorNode;
    if (!selection || selection.isCollapsed || !anchor || !body.contains(anchor)) return;
    const sentence = (anchor instanceof Element ? anchor : anchor.parentElement)?.closest<HTMLElement>("[data-s]")?.dataset["s"];
    if (!sentence) return;
    if (full) {
      const address = new URL(full.href);
      address.searchParams.set("sentence", sentence);
      address.searchParams.set("words", selection.toString().slice(0, 200));
      full.href = address.pathname + address.search;
    }
    // The line is begun for the sentence in which words were selected, unless something is written already.
    if (quick && /^(\d+ )?$/.test(quick.value)) quick.value = sentence + " ";
  });
}
