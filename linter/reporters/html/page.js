
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all(".finding");
  const marks = all(".mark");
  const tabs = all("[role=tab]");
  const files = all(".file");
  const fileChoice = document.getElementById("file");
  const ruleChoice = document.getElementById("rule");

  const chosen = () => fileChoice ? Number(fileChoice.value) : 0;

  function choose(name, focus) {
    root.dataset.tab = name;
    for (const tab of tabs) {
      const selected = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      if (selected && focus) tab.focus();
    }
  }

  function filter() {
    const severities = new Set(all("[name=severity]:checked").map(box => box.value));
    const silenced = document.getElementById("silenced").checked;
    const told = new Set();
    for (const finding of findings) {
      const { severity, rule } = finding.dataset;
      finding.hidden = !severities.has(severity) || (ruleChoice.value && ruleChoice.value !== rule) || ("silenced" in finding.dataset && !silenced);
      if (!finding.hidden) told.add(finding.dataset.number);
    }
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.findings.split(" ").some(number => told.has(number)));
    files.forEach((file, index) => { file.hidden = index !== chosen(); });
    for (const area of all("textarea")) {
      const open = all(".finding:not([hidden]):not([data-silenced])", area.closest(".panel"));
      area.value = open.map((finding, index) => `${index + 1}. ${finding.dataset.query}`).join("\n");
    }
    for (const tab of tabs) {
      const panel = files[chosen()] && files[chosen()].querySelector(`[data-panel=${tab.dataset.tab}]`);
      const cards = panel ? all(".finding:not([hidden])", panel).length : 0;
      const label = tab.dataset.label || (tab.dataset.label = tab.textContent);
      tab.textContent = /fix|ask/.test(tab.dataset.tab) ? `${label} (${cards})` : label;
    }
  }

  function show(hash) {
    const target = /^#[fm]\d+$/.test(hash) && document.getElementById(hash.slice(1));
    if (!target) return;
    const file = files.indexOf(target.closest(".file"));
    if (fileChoice && file !== chosen()) { fileChoice.value = String(file); filter(); }
    const panel = target.closest(".panel").dataset.panel;
    const wide = matchMedia("(min-width: 62rem)").matches;
    if (panel !== "article" || !wide) choose(panel);
    const details = target.closest("details");
    if (details) details.open = true;
    const place = target.matches(".finding") ? target : target.nextElementSibling || target;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const cards = all(`.file:not([hidden]) [data-panel=${root.dataset.tab === "ask" ? "ask" : "fix"}] .finding:not([hidden])`);
    const at = cards.indexOf(document.activeElement.closest(".finding"));
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (next) show(`#${next.id}`);
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    history.replaceState(null, "", link.getAttribute("href"));
    show(link.getAttribute("href"));
  });
  document.addEventListener("keydown", event => {
    if (event.target.matches("select, textarea, input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    if (event.target.matches("[role=tab]") && /^Arrow(Left|Right)$/.test(event.key)) {
      const seen = tabs.filter(tab => tab.offsetParent);
      const next = seen.indexOf(event.target) + (event.key === "ArrowRight" ? 1 : -1);
      choose(seen[(next + seen.length) % seen.length].dataset.tab, true);
    }
  });
  for (const tab of tabs) tab.addEventListener("click", () => choose(tab.dataset.tab));
  for (const control of all("header select, header input")) control.addEventListener("change", filter);
  for (const button of all(".copy")) {
    button.addEventListener("click", async () => {
      const area = button.closest(".queries").querySelector("textarea");
      const status = button.parentElement.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(area.value);
        status.textContent = "Copied.";
      } catch {
        area.select();
        status.textContent = document.execCommand("copy") ? "Copied." : "Press Ctrl+C.";
      }
    });
  }
  root.classList.add("js");
  choose("fix");
  filter();
  show(location.hash);
})();
