/** Loads the chart library where a page has a chart, and nowhere else. */
export function charts(): void {
  const places = document.querySelectorAll<HTMLElement>("[data-chart]");
  if (places.length === 0) return;
  const address = "/assets/charts.js";
  void import(address).then((module: { draw(place: HTMLElement): Promise<void> }) => places.forEach((place) => void module.draw(place)));
}
