/* Draws the tables of reports: what a picture shows stands in the cells of the table below it. No numbers come from elsewhere. */
(function () {
  "use strict";

  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const HUES = ["--song", "--episode", "--article", "--film", "--book", "--video", "--podcast", "--picture"];
  const KINDS = ["song", "episode", "film", "article", "book", "picture", "podcast", "video"];
  const LYING_MAX = 20;
  const LYING_ROW_PIXELS = 20;
  const RANKS_SHOWN = 20;
  const NARROW_PIXELS = 500;
  const NARROW_LINKS_MAX = 12;
  const LEGEND_MAX = 24;
  const drawn = new Map();

  function read(element) {
    const table = document.getElementById(element.dataset.numbers);
    const heads = all("thead th", table).map((cell) => cell.textContent);
    const measured = element.dataset.measured.split(",").map(Number);
    const rows = all("tbody tr", table).map((row) => Array.from(row.cells).map((cell) => ({
      text: (cell.querySelector("bdi") || cell).textContent,
      value: cell.dataset.value === undefined ? null : Number(cell.dataset.value),
    })));
    return {
      heads, rows, along: Number(element.dataset.along), measured, unit: unit(rows.flatMap((row) => measured.map((at) => row[at]))),
      by: element.dataset.by === "" ? null : Number(element.dataset.by),
    };
  }

  const escaped = (text) => text.replace(/[<&]/g, (sign) => (sign === "<" ? "&lt;" : "&amp;"));
  const distinct = (values) => Array.from(new Set(values));
  const hue = (name, place) => token(KINDS.includes(name) ? "--" + name : HUES[place % HUES.length]);

  function look() {
    const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: token("--faint") };
    return {
      font,
      base: {
        animation: false, textStyle: font, grid: { left: 4, right: 26, top: 16, bottom: 4, containLabel: true },
        tooltip: {
          backgroundColor: token("--card"), borderColor: token("--line"), extraCssText: "box-shadow:none", confine: true,
          textStyle: { color: token("--ink"), fontFamily: font.fontFamily, fontSize: 13 },
        },
      },
      names: (data, more) => ({
        type: "category", data, axisTick: { show: false }, axisLine: { lineStyle: { color: token("--line") } },
        axisLabel: { ...font, hideOverlap: true, ...more },
      }),
      amounts: (more) => ({
        type: "value", splitNumber: 3, axisLabel: font, splitLine: { lineStyle: { color: token("--line") } }, ...more,
      }),
    };
  }

  /* What the axis counts in, so that its steps are round: percent, hours, minutes, whole plays; and how many of a cell's value that is. */
  function unit(all) {
    const cells = all.filter((cell) => cell.value !== null);
    const most = Math.max(0, ...cells.map((cell) => cell.value));
    const ends = (...words) => cells.length > 0 && cells.every((cell) => words.some((word) => cell.text.endsWith(word)));
    if (ends("%")) {
      return { per: 0.01, word: " %", axis: most > 0.75 && most <= 1 ? { max: 100, interval: 25 } : {} };
    }
    if (ends(" days", " day", " h", " min", " s")) {
      return most >= 7200 ? { per: 3600, word: " h", axis: {} } : { per: 60, word: " min", axis: {} };
    }
    return { per: 1, word: "", axis: cells.every((cell) => Number.isInteger(cell.value)) ? { minInterval: 1 } : {} };
  }

  const amount = (told, cell) => (cell && cell.value !== null ? cell.value / told.unit.per : null);

  function scale(told, font) {
    const { word, axis } = told.unit;
    const count = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 2 });
    return { ...axis, axisLabel: { ...font, formatter: (value) => count.format(value) + word } };
  }

  /* One series for each measured column, or for each value of the column that tells them apart. */
  function series(told) {
    const along = distinct(told.rows.map((row) => row[told.along].text));
    if (told.by === null) {
      return { along, names: told.measured.map((at) => told.heads[at]),
        values: told.measured.map((at) => told.rows.map((row) => row[at])) };
    }
    const names = distinct(told.rows.map((row) => row[told.by].text));
    const places = new Map(along.map((text, place) => [text, place]));
    const values = names.map(() => along.map(() => null));
    told.rows.forEach((row) => {
      values[names.indexOf(row[told.by].text)][places.get(row[told.along].text)] = row[told.measured[0]];
    });
    return { along, names, values };
  }

  function over(told, shape) {
    const { base, font, names, amounts } = look();
    const found = series(told);
    const many = found.names.length > 1;
    const bars = shape === "bars" || shape === "stacked";
    return {
      ...base,
      grid: { ...base.grid, top: many ? 40 : 16 },
      legend: many && found.names.length <= LEGEND_MAX
        ? { type: "scroll", top: 0, left: 0, icon: "circle", itemWidth: 9, itemHeight: 9, textStyle: { ...font, color: token("--soft") }, pageIconColor: token("--soft"), pageTextStyle: font }
        : undefined,
      tooltip: { ...base.tooltip, trigger: "axis", axisPointer: { type: bars ? "shadow" : "line", shadowStyle: { color: token("--wash"), opacity: 0.6 } } },
      xAxis: names(found.along),
      yAxis: shape === "ranks"
        ? amounts({ inverse: true, min: 1, max: Math.max(RANKS_SHOWN, found.names.length), minInterval: 1, splitNumber: 5 })
        : amounts(scale(told, font)),
      series: found.names.map((name, place) => ({
        name, clip: true, type: bars ? "bar" : "line", stack: shape === "stacked" ? "all" : undefined, connectNulls: false,
        barMaxWidth: 26, barCategoryGap: "18%", showSymbol: shape === "ranks" || found.along.length < 40, symbolSize: shape === "ranks" ? 8 : 4,
        lineStyle: { width: 2 }, itemStyle: { color: many ? hue(name, place) : token("--heat-3"), borderRadius: shape === "bars" ? [2, 2, 0, 0] : 0 },
        tooltip: { valueFormatter: (value, index) => found.values[place][index]?.text ?? "–" },
        data: found.values[place].map((cell) => amount(told, cell)),
      })),
    };
  }

  function lying(told) {
    const { base, font, names, amounts } = look();
    const rows = told.rows.slice(0, LYING_MAX).reverse();
    const at = told.measured[0];
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: token("--wash"), opacity: 0.6 } } },
      xAxis: amounts(scale(told, font)),
      yAxis: names(rows.map((row) => row[told.along].text), { width: 150, overflow: "truncate", interval: 0 }),
      series: [{
        name: told.heads[at], type: "bar", barMaxWidth: 18, itemStyle: { color: token("--heat-3"), borderRadius: [0, 2, 2, 0] },
        tooltip: { valueFormatter: (value, index) => rows[index]?.[at].text ?? "–" },
        data: rows.map((row) => amount(told, row[at])),
      }],
    };
  }

  function grid(told) {
    const { base, names } = look();
    const along = distinct(told.rows.map((row) => row[told.along].text));
    const by = distinct(told.rows.map((row) => row[told.by].text));
    const at = told.measured[0];
    const most = Math.max(1e-9, ...told.rows.map((row) => row[at].value || 0));
    return {
      ...base,
      tooltip: { ...base.tooltip, formatter: (point) => point.data.label },
      visualMap: { show: false, min: 0, max: most, inRange: { color: ["--heat-0", "--heat-1", "--heat-2", "--heat-3", "--heat-4"].map(token) } },
      xAxis: names(along), yAxis: { ...names(by), inverse: true },
      series: [{
        type: "heatmap", itemStyle: { borderColor: token("--card"), borderWidth: 2, borderRadius: 3 },
        data: told.rows.map((row) => ({
          value: [along.indexOf(row[told.along].text), by.indexOf(row[told.by].text), row[at].value || 0],
          label: escaped(row[told.by].text + ", " + row[told.along].text + ": " + row[at].text),
        })),
      }],
    };
  }

  function dots(told) {
    const { base, amounts, font } = look();
    const [x, y] = told.measured;
    const named = (at) => ({ name: told.heads[at], nameLocation: "middle", nameGap: 26, nameTextStyle: font });
    return {
      ...base,
      grid: { ...base.grid, left: 28, bottom: 26 },
      tooltip: { ...base.tooltip, formatter: (point) => escaped(point.name) },
      xAxis: amounts({ ...named(x), scale: true }), yAxis: amounts({ ...named(y), scale: true, nameGap: 40 }),
      series: [{
        type: "scatter", symbolSize: 9, itemStyle: { color: token("--heat-3"), opacity: 0.7 },
        data: told.rows.map((row) => ({ name: row[told.along].text + ": " + row[x].text + ", " + row[y].text, value: [row[x].value, row[y].value] })),
      }],
    };
  }

  function flow(told, arrows) {
    const { base, font } = look();
    const at = told.measured[0];
    const size = new Map();
    const rows = innerWidth < NARROW_PIXELS ? told.rows.slice(0, NARROW_LINKS_MAX) : told.rows;
    rows.forEach((row) => [told.along, told.by].forEach((place) =>
      size.set(row[place].text, (size.get(row[place].text) || 0) + row[at].value)));
    const most = Math.max(...size.values());
    return {
      ...base,
      tooltip: { ...base.tooltip },
      series: [{
        type: "graph", layout: "circular", roam: false, left: 100, right: 100, top: 100, bottom: 100,
        label: { show: true, position: "right", ...font, color: token("--soft"), width: innerWidth < NARROW_PIXELS ? 88 : 110, overflow: "truncate" }, circular: { rotateLabel: true },
        lineStyle: { color: token("--heat-2"), curveness: 0.25, opacity: 0.7 }, edgeSymbol: ["none", arrows ? "arrow" : "none"], edgeSymbolSize: 6,
        itemStyle: { color: token("--heat-3") },
        data: Array.from(size).map(([name, value]) => ({ id: name, name, value, symbolSize: 6 + 16 * value / most })),
        links: rows.map((row) => ({ source: row[told.along].text, target: row[told.by].text, value: row[at].value, lineStyle: { width: 1 + 5 * row[at].value / most } })),
      }],
    };
  }

  /* Countries in the shades of the calendar, each step a fourth of the one above it: few plays are seen beside very many. */
  function map(told) {
    const { base, font } = look();
    const at = told.measured[0];
    const known = new Map(told.rows.map((row) => [row[told.along].text, row]));
    const most = Math.max(1, ...told.rows.map((row) => row[at].value));
    const bounds = distinct([64, 16, 4].map((part) => Math.ceil(most / part))).filter((bound) => bound > 1 && bound < most);
    const starts = [1, ...bounds];
    const ends = [...bounds.map((bound) => bound - 1), most];
    const count = new Intl.NumberFormat(document.documentElement.lang || "en");
    const shades = ["--heat-1", "--heat-2", "--heat-3", "--heat-4"].slice(-starts.length);
    return {
      ...base,
      tooltip: {
        ...base.tooltip,
        formatter: (point) => (known.has(point.name) ? escaped(known.get(point.name)[told.by].text + ": " + known.get(point.name)[at].text + " " + told.heads[at]) : ""),
      },
      visualMap: {
        type: "piecewise", left: 0, bottom: 0, orient: "horizontal", itemWidth: 12, itemHeight: 12, itemGap: 12, textStyle: font, selectedMode: false,
        pieces: starts.map((start, place) => ({
          min: start, max: ends[place], color: token(shades[place]),
          label: count.format(start) + (start === ends[place] ? "" : "+"),
        })),
      },
      series: [{
        type: "map", map: "world", roam: false, aspectScale: 1, left: 0, right: 0, top: 4, bottom: 34, selectedMode: false,
        itemStyle: { areaColor: token("--wash"), borderColor: token("--line"), borderWidth: 0.5 },
        emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: token("--ink"), borderWidth: 1 } },
        data: told.rows.map((row) => ({ name: row[told.along].text, value: row[at].value })),
      }],
    };
  }

  function options(element, told) {
    const shape = element.dataset.shape;
    switch (shape) {
      case "lying": return lying(told);
      case "grid": return grid(told);
      case "dots": return dots(told);
      case "flow": return flow(told, true);
      case "links": return flow(told, false);
      case "map": return map(told);
      default: return over(told, shape);
    }
  }

  function draw(element) {
    if (element.dataset.shape === "map") {
      window.world(element.dataset.world).then(() => paint(element));
    } else {
      paint(element);
    }
  }

  function paint(element) {
    const told = read(element);
    // A picture of nothing but zeros says less than the table below it.
    element.hidden = !told.rows.some((row) => told.measured.some((at) => row[at].value));
    if (element.hidden) {
      return;
    }
    if (element.dataset.shape === "lying") {
      element.style.height = Math.min(told.rows.length, LYING_MAX) * LYING_ROW_PIXELS + 44 + "px";
    }
    const chart = drawn.get(element) || window.echarts.init(element, null, { renderer: "svg" });
    drawn.set(element, chart);
    chart.setOption(options(element, told), true);
  }

  const drawAll = () => window.echarts && all(".picture").forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
  document.addEventListener("DOMContentLoaded", drawAll);
}());
