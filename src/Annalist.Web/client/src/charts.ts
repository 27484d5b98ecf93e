// Pictures of counts through time. Each has its numbers in a table beside it, which is what readers of the page get without script.
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([BarChart, GridComponent, TooltipComponent, LegendComponent, CanvasRenderer]);

interface Counts {
  months: string[];
  series: { name: string; values: number[] }[];
}

/** Draws the chart whose numbers the place names. */
export async function draw(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset["chart"]!);
  if (!answer.ok) return;
  const counts = (await answer.json()) as Counts;
  if (counts.months.length === 0) return;
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  canvas.setAttribute("aria-hidden", "true");
  place.prepend(canvas);
  const chart = echarts.init(canvas, null, { renderer: "canvas" });
  const paint = (): void => {
    const probe = document.createElement("span");
    place.append(probe);
    const colour = (name: string): string => {
      probe.className = `probe-${name}`;
      return getComputedStyle(probe).color;
    };
    const ink = colour("ink");
    const soft = colour("soft");
    const line = colour("line");
    // Told apart by place and shade, not by hue alone: cooperation up, conflict down, what was only words in the lighter tone.
    const tones = [colour("event"), colour("event"), colour("statement"), colour("statement")];
    const font = getComputedStyle(probe).fontFamily;
    probe.remove();
    chart.setOption(
      {
        animation: false,
        color: tones,
        textStyle: { fontFamily: font, color: ink },
        // A narrow legend takes two lines.
        grid: { left: 36, right: 8, top: canvas.clientWidth < 480 ? 50 : 30, bottom: 24 },
        legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: ink } },
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText", valueFormatter: (value: unknown) => String(Math.abs(Number(value))) },
        xAxis: { type: "category", data: counts.months, axisLabel: { color: soft }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
        yAxis: { type: "value", minInterval: 1, axisLabel: { color: soft, formatter: (value: number) => String(Math.abs(value)) }, splitLine: { lineStyle: { color: line } } },
        series: counts.series.map((s, i) => ({
          type: "bar",
          stack: "all",
          name: s.name,
          data: s.values.map((value) => (i < 2 ? value : -value)),
          itemStyle: { opacity: i % 2 === 0 ? 0.5 : 1 },
          barMaxWidth: 26,
        })),
      },
      true,
    );
  };
  paint();
  new ResizeObserver(() => {
    chart.resize();
    paint();
  }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
}
