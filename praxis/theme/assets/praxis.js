// The little that needs a script on every page: the switch between light and dark.
(function () {
  var root = document.documentElement;
  var button = document.querySelector("[data-scheme-toggle]");
  if (!button) return;
  var label = button.querySelector("[data-scheme-label]");
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    var choice = root.getAttribute("data-scheme");
    return choice ? choice === "dunkel" : system.matches;
  }

  function show() {
    var dark = isDark();
    button.setAttribute("aria-pressed", String(dark));
    label.textContent = "Dunkle Darstellung";
  }

  button.addEventListener("click", function () {
    var next = isDark() ? "hell" : "dunkel";
    root.setAttribute("data-scheme", next);
    try {
      localStorage.setItem("praxis-darstellung", next);
    } catch (error) {
      /* the choice then lasts for this page only */
    }
    show();
  });
  system.addEventListener("change", show);
  show();
})();
