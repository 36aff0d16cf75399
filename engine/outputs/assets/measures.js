// On paper everything that opens stands open; on the screen it stays as the reader left it.
(function () {
  "use strict";
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details.how"), function (box) { return !box.open; });
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (box) { box.open = false; });
  });
})();
