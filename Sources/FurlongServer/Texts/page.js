// The page of a story: choosing words and giving codes by key, click or search. All that is done is a form of the page, sent in the
// background; what comes back is drawn by the server. Places are code points, as the study counts them.
"use strict";
document.documentElement.classList.add("js");

const $ = (id) => document.getElementById(id);
const desk = $("desk");

if (desk) {
  const text = $("text");
  const can = "canCode" in desk.dataset;
  const letters = () => localStorage.getItem("furlong-letters") !== "off";
  let points, rows, chosen, anchor = null, waiting = Promise.resolve();

  // The story as it stands in the page: every code point, and each sentence's stretch and words.
  function read() {
    points = [];
    rows = [];
    for (const row of text.querySelectorAll(".row")) {
      for (const part of row.querySelectorAll(".gap, .words")) {
        if (part.className === "words") {
          const start = points.length;
          points.push(...part.textContent);
          rows.push({ row, words: part, n: rows.length + 1, start, end: points.length });
        } else points.push(...part.textContent);
      }
    }
  }

  const rowAt = (n) => rows[Math.min(Math.max(n, 1), rows.length) - 1];
  const current = () => rowAt(Number(text.querySelector(".row[tabindex='0']").dataset.n));

  // What is chosen: {from, to} sentences, {start, end} code points; or the whole story.
  function choose(from, to, start, end) {
    const [first, last] = from <= to ? [from, to] : [to, from];
    chosen = { first, last, start: start ?? rowAt(first).start, end: end ?? rowAt(last).end };
    show();
  }

  function isPart() {
    return chosen.start > rowAt(chosen.first).start || chosen.end < rowAt(chosen.last).end;
  }

  function place() {
    if (chosen.whole) return "the whole story";
    const numbers = chosen.first === chosen.last ? `sentence ${chosen.first}` : `sentences ${chosen.first} to ${chosen.last}`;
    if (!isPart()) return numbers;
    const words = points.slice(chosen.start, chosen.end).join("");
    return `words of ${numbers}: “${[...words].length > 60 ? [...words].slice(0, 60).join("") + "…" : words}”`;
  }

  function show() {
    for (const { row, n } of rows) {
      const isIn = !chosen.whole && n >= chosen.first && n <= chosen.last;
      row.setAttribute("aria-selected", String(isIn));
    }
    $("chosen").textContent = "Chosen: " + place();
    if (!can) return;
    $("whole")?.setAttribute("aria-pressed", String(Boolean(chosen.whole)));
    $("from").value = chosen.whole ? "whole" : String(chosen.first);
    if (!chosen.whole) $("to").value = String(chosen.last);
  }

  // Puts the focus on a sentence, and nothing else.
  function focus(n, quietly) {
    for (const { row } of rows) row.tabIndex = row === rowAt(n).row ? 0 : -1;
    if (!quietly) rowAt(n).row.focus();
  }

  function go(n) {
    getSelection().removeAllRanges();
    anchor = rowAt(n).n;
    focus(anchor);
    choose(anchor, anchor);
  }

  function extend(n) {
    getSelection().removeAllRanges();
    anchor ??= current().n;
    focus(n);
    choose(anchor, rowAt(n).n);
  }

  // Words within what is chosen: edge by edge, or as the browser's own selection has them.
  const isSpace = (point) => /^\s$/u.test(point);

  function trim(edge, way) {
    let { start, end, first, last } = chosen;
    const [low, high] = [rowAt(first).start, rowAt(last).end];
    if (edge === "start" && way > 0) {
      while (start < end && !isSpace(points[start])) start++;
      while (start < end && isSpace(points[start])) start++;
    } else if (edge === "start") {
      while (start > low && isSpace(points[start - 1])) start--;
      while (start > low && !isSpace(points[start - 1])) start--;
    } else if (way < 0) {
      while (end > start && !isSpace(points[end - 1])) end--;
      while (end > start && isSpace(points[end - 1])) end--;
    } else {
      while (end < high && isSpace(points[end])) end++;
      while (end < high && !isSpace(points[end])) end++;
    }
    if (start >= end) return;
    choose(first, last, start, end);
    mark();
  }

  // Shows chosen words as the browser shows a selection.
  function mark() {
    const range = document.createRange();
    range.setStart(...nodeAt(chosen.start, rowAt(chosen.first)));
    range.setEnd(...nodeAt(chosen.end, rowAt(chosen.last)));
    getSelection().removeAllRanges();
    if (isPart()) getSelection().addRange(range);
  }

  function nodeAt(point, { words, start }) {
    let left = points.slice(start, point).join("").length;
    for (const piece of words.querySelectorAll(".piece")) {
      const node = piece.firstChild;
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return [words, words.childNodes.length];
  }

  function pointAt(node, offset, isEnd) {
    const row = (node.nodeType === 1 ? node : node.parentElement).closest(".row");
    const found = rows.find((one) => one.row === row);
    if (!found) return null;
    const range = document.createRange();
    range.selectNodeContents(found.words);
    const side = range.comparePoint(node, offset);
    if (side < 0) return isEnd ? (rows[found.n - 2] ?? found).end : found.start;
    if (side > 0) return isEnd ? found.end : (rows[found.n] ?? found).start;
    range.setEnd(node, offset);
    return found.start + [...range.toString()].length;
  }

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    let start = pointAt(range.startContainer, range.startOffset, false);
    let end = pointAt(range.endContainer, range.endOffset, true);
    if (start === null || end === null) return;
    while (start < end && isSpace(points[start])) start++;
    while (end > start && isSpace(points[end - 1])) end--;
    if (start >= end) return;
    // Whole words.
    while (start > 0 && !isSpace(points[start - 1])) start--;
    while (end < points.length && !isSpace(points[end])) end++;
    const met = rows.filter((one) => one.start < end && start < one.end);
    if (!met.length) return;
    const [first, last] = [met[0], met[met.length - 1]];
    anchor = first.n;
    choose(first.n, last.n, Math.max(start, first.start), Math.min(end, last.end));
  });

  // What happened, for eyes and ears.
  function say(words, isWrong) {
    const said = $("said");
    said.classList.toggle("wrong", Boolean(isWrong));
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = words; });
  }

  // Sends a form in the background, one after another, and draws what comes back.
  function send(address, fields) {
    waiting = waiting.then(async () => {
      let answer, status;
      try {
        const response = await fetch(address, {
          method: "POST",
          headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams(fields),
        });
        status = response.status;
        answer = await response.json();
      } catch {
        say("Nothing was saved: furlong serve does not answer. Start it again and open its new address.", true);
        return;
      }
      if (status !== 200) return say(answer.message, true);
      if (answer.again) return again();
      if (answer.address !== desk.dataset.address) return visit(answer.address);
      draw(answer);
      say(answer.message);
    });
    return waiting;
  }

  function draw(answer) {
    const here = current().n;
    const held = document.activeElement;
    const hadText = text.contains(held);
    const hadCoding = $("codings").contains(held);
    const proposed = $("proposals");
    const hadProposal = proposed?.contains(held);
    text.innerHTML = answer.text;
    $("codings").innerHTML = answer.codings;
    if (proposed) proposed.innerHTML = answer.proposals;
    desk.dataset.read = answer.read;
    $("read-mark").hidden = answer.read !== "yes";
    read();
    focus(here, !hadText);
    if (hadCoding) {
      const first = $("codings").querySelector("li");
      if (first) first.focus(); else rowAt(here).row.focus();
    }
    if (hadProposal) (proposed.querySelector("button") ?? rowAt(here).row).focus();
    show();
    if (!chosen.whole) mark();
  }

  // What is chosen, as forms say it.
  const chosenFields = () => chosen.whole ? { from: "whole" }
    : { start: chosen.start, end: chosen.end, quote: points.slice(chosen.start, chosen.end).join("") };

  function give(code) {
    if (can) send(desk.dataset.address + "/give", { code, ...chosenFields() });
  }

  function newCode() {
    $("new-code").open = true;
    $("new-label").focus();
  }

  // The codings of the sentence that has the focus.
  const codingsHere = () => [...$("codings").querySelectorAll("li")].filter((item) => {
    const label = rowAt(current().n);
    const [start, end] = (item.dataset.coding.match(/^(\d+)-(\d+)-/) ?? []).slice(1).map(Number);
    return start < label.end && label.start < end;
  });

  function withCodingHere(what, act) {
    const found = codingsHere();
    if (!found.length) return say(`Nothing stands on sentence ${current().n}.`);
    if (found.length === 1) return act(found[0]);
    found[0].focus();
    say(`${found.length} stand on sentence ${current().n}: choose the one to ${what}.`);
  }

  const remove = (item) => send(desk.dataset.address + "/take", { coding: item.dataset.coding });

  function memo(item) {
    const part = item.querySelector("details");
    part.open = true;
    part.querySelector("textarea").focus();
  }

  // Goes to another story, whose text then has the focus.
  function visit(address) {
    sessionStorage.setItem("furlong-focus", "text");
    location.assign(address);
  }

  // The same page anew, with the focus where it was in the text.
  function again() {
    history.replaceState(null, "", "#s" + current().n);
    location.reload();
  }

  function leave() {
    if (can && desk.dataset.read === "no") open($("leave"));
    else visit(desk.dataset.next);
  }

  // The keys of the text.
  const arrows = {
    ArrowDown: () => go(current().n + 1),
    ArrowUp: () => go(current().n - 1),
    Home: () => go(1),
    End: () => go(rows.length),
    "Shift+ArrowDown": () => extend(current().n + 1),
    "Shift+ArrowUp": () => extend(current().n - 1),
    ArrowRight: () => trim("start", 1),
    ArrowLeft: () => trim("start", -1),
    "Shift+ArrowLeft": () => trim("end", -1),
    "Shift+ArrowRight": () => trim("end", 1),
    Escape: () => go(current().n),
  };
  const acts = {
    Delete: () => withCodingHere("remove", remove),
    "Control+z": () => send(desk.dataset.undo, {}),
    "Meta+z": () => send(desk.dataset.undo, {}),
  };
  const signs = {
    "/": search,
    n: () => $("new-code") && newCode(),
    p: () => $("proposals")?.querySelector("button")?.focus(),
    m: () => withCodingHere("write on", memo),
    u: acts["Control+z"],
    "?": () => open($("help")),
  };

  text.addEventListener("keydown", (event) => {
    const isSign = event.key.length === 1;
    const name = (event.ctrlKey ? "Control+" : "") + (event.metaKey ? "Meta+" : "")
      + (event.altKey ? "Alt+" : "") + (event.shiftKey && !isSign ? "Shift+" : "") + event.key;
    let act = arrows[name] ?? (can ? acts[name] : undefined);
    if (!act && isSign && letters()) {
      if (name === "j") act = leave;
      else if (name === "k") act = () => visit(desk.dataset.previous);
      else if (can) act = signs[name] ?? digit(name);
    }
    if (!act) return;
    event.preventDefault();
    act();
  });

  function digit(name) {
    const button = /^[1-9]$/.test(name) && document.querySelector(`button.code[data-digit="${name}"]`);
    return button ? () => give(button.value) : undefined;
  }

  $("codings").addEventListener("keydown", (event) => {
    const item = event.target.closest("li");
    if (event.target !== item) return;
    if (event.key === "Delete" && can) { event.preventDefault(); remove(item); }
    if (event.key === "m" && can && letters()) { event.preventDefault(); memo(item); }
    if (event.key === "Escape") rowAt(current().n).row.focus();
  });

  // Whatever gives a sentence the focus makes it the one that is meant.
  text.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row");
    if (row && row.tabIndex !== 0) go(Number(row.dataset.n));
  });

  // The pointer: a click, a click with Shift or after "Extend to…", words marked in the browser's own way.
  text.addEventListener("mousedown", (event) => {
    if (event.shiftKey || (can && $("extend").getAttribute("aria-pressed") === "true")) event.preventDefault();
  });
  text.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (!row || (!getSelection().isCollapsed && !event.shiftKey)) return;
    const n = Number(row.dataset.n);
    const extending = can && $("extend").getAttribute("aria-pressed") === "true";
    if (event.shiftKey || extending) extend(n); else go(n);
    if (can) $("extend").setAttribute("aria-pressed", "false");
  });

  desk.querySelector(".side").addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#s']");
    if (!link) return;
    event.preventDefault();
    go(Number(link.hash.slice(2)));
  });

  // Forms are sent in the background too.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id === "give") {
      event.preventDefault();
      give(event.submitter.value);
    } else if (form.id === "add-code") {
      event.preventDefault();
      const place = event.submitter?.name === "give" ? { give: "yes", ...chosenFields() } : {};
      send("/codes", { ...Object.fromEntries(new FormData(form)), ...place });
    } else if ("act" in form.dataset) {
      event.preventDefault();
      send(form.getAttribute("action"), new FormData(form));
    } else sessionStorage.setItem("furlong-focus", "text");
  });

  function open(dialog) {
    dialog.showModal();
    dialog.addEventListener("close", () => rowAt(current().n).row.focus(), { once: true });
  }

  // The search among the codes: the key of a code first, then what begins with the words, then what has them.
  const codes = [...document.querySelectorAll("button.code")].map((button) => ({
    id: button.value, label: button.dataset.label, key: button.dataset.key, mark: button.querySelector(".key"),
  }));
  let found = [], at = 0;

  function search() {
    $("search-place").textContent = "To " + place();
    $("sought").value = "";
    find();
    open($("search"));
    $("sought").focus();
  }

  function find() {
    const words = $("sought").value.trim().toLowerCase();
    const rank = ({ id, label, key }) => {
      const name = label.toLowerCase();
      if (!words) return 3;
      if (key === words || id === words) return 0;
      if (name.startsWith(words) || id.startsWith(words)) return 1;
      if (name.split(/\s+/).some((word) => word.startsWith(words))) return 2;
      return name.includes(words) ? 3 : null;
    };
    found = codes.map((code) => ({ code, rank: rank(code) })).filter((one) => one.rank !== null)
      .sort((left, right) => left.rank - right.rank).map((one) => one.code);
    at = 0;
    list();
  }

  function list() {
    $("found").replaceChildren(...found.map((code, place) => {
      const item = document.createElement("li");
      item.id = "found" + place;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(place === at));
      item.append(code.mark.cloneNode(true), " " + code.label);
      item.addEventListener("click", () => { at = place; take(); });
      return item;
    }));
    if (found.length) $("sought").setAttribute("aria-activedescendant", "found" + at);
    else $("sought").removeAttribute("aria-activedescendant");
    document.getElementById("found" + at)?.scrollIntoView({ block: "nearest" });
  }

  function take() {
    const code = found[at];
    $("search").close();
    if (code) give(code.id); else say("No code is called so.", true);
  }

  if (can) {
    $("sought").addEventListener("input", find);
    $("sought").addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) {
        event.preventDefault();
        at = (at + step + found.length) % found.length;
        list();
      } else if (event.key === "Enter") {
        event.preventDefault();
        take();
      }
    });
    $("open-search").addEventListener("click", search);
    $("open-help").addEventListener("click", () => open($("help")));
    $("whole")?.addEventListener("click", () => {
      if (chosen.whole) return go(current().n);
      getSelection().removeAllRanges();
      chosen = { whole: true };
      show();
    });
    $("extend").addEventListener("click", (event) => {
      const isOn = event.currentTarget.getAttribute("aria-pressed") !== "true";
      event.currentTarget.setAttribute("aria-pressed", String(isOn));
      anchor = chosen.first ?? current().n;
      if (isOn) say("Click the last sentence.");
    });
    for (const id of ["from", "to"]) {
      $(id).addEventListener("change", () => {
        if ($("from").value === "whole") { chosen = { whole: true }; return show(); }
        const from = Number($("from").value);
        const to = id === "from" ? Math.max(from, Number($("to").value)) : Number($("to").value);
        anchor = from;
        focus(from, true);
        choose(from, to);
      });
    }
    $("letters").checked = letters();
    $("letters").addEventListener("change", (event) => {
      localStorage.setItem("furlong-letters", event.target.checked ? "on" : "off");
    });
    document.querySelectorAll("[data-close]").forEach((button) => {
      button.addEventListener("click", () => button.closest("dialog").close());
    });
  }

  read();
  choose(1, 1);
  if (location.hash.startsWith("#s")) go(Number(location.hash.slice(2)) || 1);
  else if (sessionStorage.getItem("furlong-focus")) focus(1);
  sessionStorage.removeItem("furlong-focus");
}
