// Before the first paint: the reader's own choice of light or dark, if there is one. Kept on the device only.
(function () {
  var root = document.documentElement;
  root.classList.remove("no-js");
  try {
    var choice = localStorage.getItem("praxis-darstellung");
    if (choice === "hell" || choice === "dunkel") root.setAttribute("data-scheme", choice);
  } catch (error) {
    /* storage may be switched off: then the system's choice holds */
  }
})();
