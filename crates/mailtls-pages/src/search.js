(function () {
  "use strict";
  var box = document.getElementById("search");
  var none = document.getElementById("none");
  var plain = function (text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  };
  box.parentNode.hidden = false;
  box.addEventListener("input", function () {
    var words = plain(box.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    document.querySelectorAll("main section").forEach(function (section) {
      var here = 0;
      section.querySelectorAll("li").forEach(function (item) {
        var text = plain(item.textContent);
        item.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        if (!item.hidden) { here += 1; }
      });
      section.hidden = here === 0;
      shown += here;
    });
    none.textContent = shown === 0 ? none.dataset.none : "";
  });
})();
