/* What a page does beyond links and forms: keys, charts, calendar, upload by dropping, copying. No inline scripts anywhere. */
(function () {
  "use strict";

  const $ = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // ---- charts: every colour and font comes from the sheet; drawn again when the mode changes ----
  const charts = new Map();
  const drawn = new WeakMap();

  function numbersOf(element) {
    const table = document.getElementById(element.dataset.numbers);
    return all("tbody tr", table).map((row) => ({
      label: row.cells[0].textContent,
      text: row.cells[1].textContent,
      value: Number(row.cells[1].dataset.value),
    }));
  }

  function tooltip(rows) {
    return function (points) {
      const row = rows[points[0].dataIndex];
      const box = document.createElement("span");
      const word = document.createElement("b");
      word.textContent = row.text;
      box.append(word, " in " + row.label);
      return box;
    };
  }

  function options(rows) {
    const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: token("--faint") };
    return {
      animation: false,
      textStyle: font,
      grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: token("--wash"), opacity: 0.6 } },
        backgroundColor: token("--card"), borderColor: token("--line"), extraCssText: "box-shadow:none",
        textStyle: { color: token("--ink"), fontFamily: font.fontFamily, fontSize: 13 }, formatter: tooltip(rows),
      },
      xAxis: {
        type: "category", data: rows.map((row) => row.label), axisTick: { show: false },
        axisLine: { lineStyle: { color: token("--line") } }, axisLabel: { ...font, hideOverlap: true },
      },
      yAxis: {
        type: "value", minInterval: 1, splitNumber: 3, axisLabel: font,
        splitLine: { lineStyle: { color: token("--line") } },
      },
      series: [{
        type: "bar", data: rows.map((row) => row.value), barMaxWidth: 26, barCategoryGap: "18%",
        itemStyle: { color: token("--heat-3"), borderRadius: [2, 2, 0, 0] },
      }],
    };
  }

  function draw(element) {
    if (!window.echarts) {
      return;
    }
    const known = charts.get(element);
    const rows = numbersOf(element);
    // What is drawn already stays: a part of the page that was swapped elsewhere changes nothing here.
    const sign = JSON.stringify(rows) + token("--heat-3");
    if (known && drawn.get(element) === sign) {
      return;
    }
    drawn.set(element, sign);
    const chart = known || window.echarts.init(element, null, { renderer: "svg" });
    charts.set(element, chart);
    chart.setOption(options(rows), true);
  }

  function drawAll() {
    for (const [element, chart] of charts) {
      if (!element.isConnected) {
        chart.dispose();
        charts.delete(element);
      }
    }
    all(".chart:not(.picture)").forEach(draw);
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("resize", () => charts.forEach((chart) => chart.resize()));

  // ---- keys ----
  const places = { h: "/", t: "/timeline", c: "/charts/creators", e: "/reports", s: "/search", r: "/review", l: "/ledger", i: "/imports", k: "/tokens", u: "/settings" };
  let afterG = 0;

  function typing(target) {
    return target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName);
  }

  function step(by) {
    const rows = all("main .line, main .proposal");
    if (rows.length === 0) {
      return;
    }
    const now = rows.findIndex((row) => row.classList.contains("picked"));
    const next = now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + by));
    rows.forEach((row, index) => row.classList.toggle("picked", index === next));
    const link = rows[next].matches("a, .proposal") ? rows[next] : $("a", rows[next]);
    (link || rows[next]).focus({ preventScroll: true });
    rows[next].scrollIntoView({ block: "nearest" });
  }

  // Keys on a proposal; after an answer the page comes back, and the one that took its place is picked.
  const PICKED = "reprise-review-picked";

  function answer(key) {
    const rows = all("[data-review] .proposal");
    const at = rows.findIndex((row) => row.classList.contains("picked"));
    if (at < 0) {
      return false;
    }
    const button = key === "x" ? $("[data-reject]", rows[at]) : all("[data-accept]", rows[at])[Number(key) - 1];
    if (button) {
      sessionStorage.setItem(PICKED, String(at));
      button.click();
    }
    return Boolean(button);
  }

  function pickAgain() {
    const at = sessionStorage.getItem(PICKED);
    const rows = all("[data-review] .proposal");
    sessionStorage.removeItem(PICKED);
    if (at !== null && rows.length > 0) {
      const row = rows[Math.min(Number(at), rows.length - 1)];
      row.classList.add("picked");
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // Loves the picked line, else what the page is about.
  function love() {
    const button = $("main .picked [data-love]") || $("#opinion [data-love]");
    if (button) {
      button.click();
    }
  }

  function search() {
    const field = $("#search-field");
    if (field) {
      field.focus();
      field.select();
    } else {
      location.assign("/search");
    }
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !$(".frame")) {
      return;
    }
    if (Date.now() - afterG < 1500 && places[event.key]) {
      location.assign(places[event.key]);
    } else if (event.key === "/") {
      event.preventDefault();
      search();
    } else if (event.key === "*") {
      love();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (/^[1-5x]$/.test(event.key) && answer(event.key)) {
      event.preventDefault();
    } else if (event.key === "u" && $("[data-review]")) {
      location.assign("/ledger");
    } else if (event.key === "?") {
      $("#keys").showModal();
    }
    afterG = event.key === "g" ? Date.now() : 0;
  });

  // ---- small things, by delegation so that swapped parts need no wiring ----
  addEventListener("click", (event) => {
    const day = event.target.closest(".calendar i[data-day]");
    if (day) {
      location.assign("/timeline?day=" + day.dataset.day);
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard.writeText($(copy.dataset.copy).textContent).then(() => { copy.textContent = "Copied"; });
    }
    if (event.target.closest("[data-close]")) {
      event.target.closest("dialog").close();
    }
  });

  addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]")) {
      event.target.form.requestSubmit();
    }
  });

  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    addEventListener(kind, (event) => {
      const drop = event.target.closest && event.target.closest(".drop");
      if (!drop) {
        return;
      }
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length > 0) {
        const field = $("input[type=file]", drop);
        field.files = event.dataTransfer.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }

  function here() {
    const zone = $("[data-zone]");
    if (zone && !zone.value) {
      zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
    const field = $("#search-field[data-focus]");
    if (field) {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
  }

  // ---- sending a file shows how far it has come ----
  document.addEventListener("htmx:xhr:progress", (event) => {
    const bar = event.target.querySelector && event.target.querySelector("progress[data-upload]");
    if (bar && event.detail.lengthComputable) {
      bar.hidden = false;
      bar.max = event.detail.total;
      bar.value = event.detail.loaded;
    }
  });

  function say(text) {
    const box = document.createElement("p");
    box.textContent = text;
    $("#toast").replaceChildren(box);
    setTimeout(() => box.remove(), 8000);
  }

  document.addEventListener("htmx:responseError", (event) => {
    say("That did not work (" + event.detail.xhr.status + "). Load the page again and retry.");
  });
  document.addEventListener("htmx:sendError", () => say("The server does not answer. Is it running?"));

  document.addEventListener("htmx:afterSettle", drawAll);
  document.addEventListener("DOMContentLoaded", () => { drawAll(); here(); pickAgain(); });
}());
