// A file dropped on the form for reading is read at once; text that is pasted outside of any field goes into the form.

export function drop(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-drop]");
  const file = form?.querySelector<HTMLInputElement>("input[type=file]");
  const text = form?.querySelector<HTMLTextAreaElement>("textarea");
  if (!form || !file || !text) return;
  const place = form.closest<HTMLElement>("section") ?? form;
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over-drop");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over-drop"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over-drop");
    const data = event.dataTransfer;
    if (!data) return;
    if (data.files.length > 0) {
      file.files = data.files;
      form.requestSubmit();
    } else {
      text.value = data.getData("text/plain");
      text.focus();
    }
  });
  document.addEventListener("paste", (event) => {
    if ((event.target as HTMLElement).closest("input, textarea")) return;
    const pasted = event.clipboardData?.getData("text/plain");
    if (!pasted) return;
    event.preventDefault();
    text.value = pasted;
    text.focus();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
