// Bundles the scripts into ../assets, where the program embeds them. Same sources, same bytes: the bundles are in the repository, and CI makes them anew and compares.
import { build } from "esbuild";

await build({
  entryPoints: { annalist: "src/annalist.ts", charts: "src/charts.ts" },
  outdir: "../assets",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "inline",
  logLevel: "info",
});
