// Tree and rivals in place, where a page links to them.

export function why(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-why]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const old = link.parentElement?.parentElement?.querySelector(":scope > pre.tree");
    if (old) {
      old.remove();
      return;
    }
    fetch(`/findings/${encodeURIComponent(link.dataset["why"]!)}/why`)
      .then((answer) => answer.text())
      .then((text) => {
        const tree = document.createElement("pre");
        tree.className = "tree";
        tree.tabIndex = 0;
        tree.textContent = text;
        link.parentElement!.after(tree);
      })
      .catch(() => location.assign(link.href));
  });
}
