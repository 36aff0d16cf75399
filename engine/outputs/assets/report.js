// The report's map: draws what stands in #map-data with Leaflet on a plane of metres. No tiles, no network.
(function () {
  "use strict";
  var holder = document.getElementById("leaflet");
  if (!window.L || !holder) return;  // the drawn map stays
  var data = JSON.parse(document.getElementById("map-data").textContent);

  function at(point) { return L.latLng(point[1] / 10, point[0] / 10); }
  function line(numbers) {
    var points = [], x = 0, y = 0;
    for (var i = 0; i < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      points.push(L.latLng(y / 10, x / 10));
    }
    return points;
  }
  function text(name, note) {
    var box = document.createElement("span"), strong = document.createElement("b");
    strong.textContent = name;
    box.appendChild(strong);
    box.appendChild(document.createElement("br"));
    box.appendChild(document.createTextNode(note));
    return box;
  }

  document.documentElement.className += " has-map";
  var map = L.map(holder, {
    crs: L.CRS.Simple, minZoom: -12, maxZoom: 3, zoomSnap: 0.25, attributionControl: false,
    zoomControl: false, scrollWheelZoom: false, preferCanvas: true,
    maxBounds: L.latLngBounds(at(data.frame[0]), at(data.frame[1])).pad(0.5)
  });
  L.control.zoom({ zoomInTitle: data.words["in"], zoomOutTitle: data.words.out }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  var north = L.control({ position: "topright" });
  north.onAdd = function () {
    var arrow = L.DomUtil.create("div", "north");
    arrow.title = data.words.north;
    arrow.textContent = "▲\nN";
    return arrow;
  };
  north.addTo(map);
  map.on("focus click", function () { map.scrollWheelZoom.enable(); });
  map.on("blur", function () { map.scrollWheelZoom.disable(); });
  map.fitBounds(L.latLngBounds(at(data.view[0]), at(data.view[1])), { padding: [4, 4], animate: false });

  // Base map, from below; one canvas.
  var still = { interactive: false, stroke: false, fill: true, fillOpacity: 1 };
  function style(more) { return L.extend({}, still, more); }
  data.window.forEach(function (ring) { L.polygon(line(ring), style({ stroke: true, color: "#9aa5ae", weight: 1.2, dashArray: "5 4", fillColor: "#faf9f6" })).addTo(map); });
  data.greens.forEach(function (ring) { L.polygon(line(ring), style({ fillColor: "#d5e3cf" })).addTo(map); });
  data.buildings.forEach(function (ring) { L.polygon(line(ring), style({ fillColor: "#dcd8d1" })).addTo(map); });
  var paths = data.paths.map(line), streets = data.streets.map(line);
  L.polyline(paths, { interactive: false, color: "#b3aca2", weight: 1, dashArray: "3 3" }).addTo(map);
  L.polyline(streets, { interactive: false, color: "#c2bcb2", weight: 3 }).addTo(map);
  L.polyline(streets, { interactive: false, color: "#ffffff", weight: 1.8 }).addTo(map);

  // Results, each in a group that the legend can switch.
  var groups = { hot: L.layerGroup(), below: L.layerGroup(), half: L.layerGroup(), late: L.layerGroup(), lamps: L.layerGroup(), places: L.layerGroup() };
  var size = data.hot.size / 10;
  data.hot.classes.forEach(function (cells, kind) {
    cells.forEach(function (corner) {
      var low = at(corner);
      L.rectangle([low, [low.lat + size, low.lng + size]], style({ fillColor: data.colours.hot[kind], fillOpacity: 0.62 })).addTo(groups.hot);
    });
  });
  L.polyline(data.late.map(line), { interactive: false, color: data.colours.late, weight: 8, opacity: 0.45 }).addTo(groups.late);
  L.polyline(data.deficit.below.map(line), { interactive: false, color: data.colours.below, weight: 3 }).addTo(groups.below);
  L.polyline(data.deficit.half.map(line), { interactive: false, color: data.colours.half, weight: 4.5 }).addTo(groups.half);
  data.lamps.lit.forEach(function (point) { L.circleMarker(at(point), { interactive: false, radius: 2.6, color: "#6b5200", weight: 0.8, fillColor: "#ffd84d", fillOpacity: 1 }).addTo(groups.lamps); });
  data.lamps.out.forEach(function (point) {
    L.marker(at(point), { interactive: false, keyboard: false, icon: L.divIcon({ className: "lamp-out", html: "×", iconSize: [14, 14] }) }).addTo(groups.lamps);
  });

  var markers = {};
  function jump(place) { return function () { if (document.getElementById(place.anchor)) location.hash = "#" + place.anchor; }; }
  data.places.forEach(function (place) {
    L.polygon(place.rings.map(function (ring) { return [line(ring)]; }), { color: "#14344f", weight: 2.4, fillColor: "#14344f", fillOpacity: 0.05 })
      .on("click", jump(place)).bindTooltip(text(place.rank + ". " + place.name, place.note), { sticky: true }).addTo(groups.places);
    markers[place.rank] = L.marker(at(place.at), {
      icon: L.divIcon(place.rank <= 20 ? { className: "place-number", html: String(Number(place.rank)), iconSize: [26, 26] }
                                       : { className: "place-number small", html: String(Number(place.rank)), iconSize: [17, 17] }),
      title: place.rank + ". " + place.name, alt: place.name, zIndexOffset: 10000 - place.rank
    }).on("click", jump(place)).bindTooltip(text(place.rank + ". " + place.name, place.note)).addTo(groups.places);
  });
  // Lamps are drawn only where they can be told apart: from half a pixel a metre.
  function shown(name) {
    var box = document.querySelector("[data-layer=" + name + "]");
    return (!box || box.checked) && (name !== "lamps" || map.getZoom() >= -1);
  }
  function refresh() {
    Object.keys(groups).forEach(function (name) {
      if (shown(name)) groups[name].addTo(map); else map.removeLayer(groups[name]);
    });
  }
  refresh();
  map.on("zoomend", refresh);
  Array.prototype.forEach.call(document.querySelectorAll("[data-layer]"), function (box) { box.addEventListener("change", refresh); });
  Array.prototype.forEach.call(document.querySelectorAll("[data-rank]"), function (link) {
    link.addEventListener("click", function () {
      var marker = markers[link.getAttribute("data-rank")];
      if (marker) { map.setView(marker.getLatLng(), 0.5, { animate: false }); marker.openTooltip(); }
    });
  });
})();
