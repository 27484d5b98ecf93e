// One key, one step. Keys are those of the page's own buttons and links (data-key), so what a key does is always written beside it.

const goto: Record<string, string> = { h: "/", r: "/review", p: "/reports", e: "/events", s: "/states", i: "/institutions", d: "/dossiers" };

export function keys(): void {
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (isWriting(target)) {
      if (event.key === "Escape" && !event.defaultPrevented) target.blur();
      return;
    }
    const was = going;
    going = false;
    const address = goto[event.key];
    if (was && address) {
      event.preventDefault();
      location.assign(address);
    } else if (event.key === "g") {
      going = true;
    } else if (event.key === "/") {
      act(event, document.querySelector<HTMLElement>("#find"));
    } else if (event.key === "?") {
      event.preventDefault();
      location.assign("/keys");
    } else if (event.key.length === 1) {
      act(event, document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`));
    }
  });
}

function act(event: KeyboardEvent, element: HTMLElement | null): void {
  // A key held down must not judge one finding after another.
  if (!element || event.repeat) return;
  event.preventDefault();
  if (element instanceof HTMLDetailsElement) {
    element.open = true;
    element.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  } else if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    element.focus();
    if (element instanceof HTMLInputElement) element.setSelectionRange(element.value.length, element.value.length);
  } else {
    element.click();
  }
}

function isWriting(element: HTMLElement): boolean {
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file"].includes(element.type);
}
