// A town of four blocks drawn by hand, with every kind of feature, paint and symbol: what pages are tested on.
#pragma once
#include <string>
#include <vector>

#include "core/language.hpp"
#include "viewer/page/page.hpp"

namespace lykta::viewer::small_town {

constexpr Point corner{540'000, 6'480'000};

inline Ring box_ring(double x1, double y1, double x2, double y2) {
    const auto at = [](double x, double y) { return Point{corner.x + x, corner.y + y}; };
    return {at(x1, y1), at(x2, y1), at(x2, y2), at(x1, y2), at(x1, y1)};
}
inline Paint area(const char* fill, const char* edge = "#00000000", float width = 0.8F) {
    return {.fill = rgba(fill), .edge = rgba(edge), .width = width};
}
inline Paint line(const char* colour, float width, const char* casing_colour = "#00000000", float casing = 0) {
    return {.fill = rgba(colour), .edge = rgba(casing_colour), .width = width, .casing = casing};
}
inline Paint symbol(const char* fill, float size, const char* edge = "#ffffff") {
    return {.fill = rgba(fill), .edge = rgba(edge), .width = 1, .size = size};
}

inline ShownLayer shown(MapLayer layer, float opacity = 1) {
    return {std::make_shared<const MapLayer>(std::move(layer)), opacity};
}

inline ShownLayer streets() {
    MapLayer layer{.id = LayerId::streets, .title = "Gator och vägar"};
    layer.classes = {{"gata", line("#ffffff", 6, "#cbc5bb", 1), line("#cfd8ea40", 6)},
                     {"gång- och cykelväg", line("#b3aca2", 1.5F), line("#cfd8ea60", 1.5F)},
                     {"utanför kartan", line("#ff0000", 1.5F), line("#ff0000", 1.5F)}};
    layer.classes[1].day.dash = layer.classes[1].night.dash = 3;
    Detail detail;
    for (const double v : {0.0, 200.0, 400.0}) {
        detail.lines.push_back({.line = {{corner.x - 9000, corner.y + v}, {corner.x + 9000, corner.y + v}}});
        detail.lines.push_back({.line = {{corner.x + v, corner.y - 900}, {corner.x + v, corner.y + 900}}});
    }
    detail.lines.push_back({.line = {{corner.x, corner.y}, {corner.x + 400, corner.y + 400}}, .group = 1});
    detail.lines.push_back({.line = {{corner.x + 20'000, corner.y}, {corner.x + 20'400, corner.y}}, .group = 2});
    detail.labels = {
        {.text = "Storgatan", .at = {corner.x + 100, corner.y + 200}, .priority = 2},
        {.text = "Västra Åkergränd", .at = {corner.x + 200, corner.y + 90}, .priority = 1, .turn = 1.5708F}};
    layer.details = {detail};
    return shown(layer);
}

inline ShownLayer houses() {
    MapLayer layer{.id = LayerId::buildings, .title = "Byggnader"};
    layer.classes = {{"byggnad", area("#dcd8d1", "#c6c0b6"), area("#161d2b", "#232d40")}};
    Detail detail;
    for (const double x : {30.0, 230.0})
        for (const double y : {30.0, 230.0})
            detail.areas.push_back({.shape = {{.outer = box_ring(x, y, x + 140, y + 140),
                                               .holes = {box_ring(x + 40, y + 40, x + 100, y + 100)}}}});
    layer.details = {detail};
    return shown(layer);
}

inline ShownLayer light() {
    MapLayer layer{.id = LayerId::illuminance,
                   .title = "Belysningsstyrka",
                   .unit = "lx vid marken",
                   .note = "Beräknat ljus från kända ljuspunkter, inte uppmätt."};
    Grid<float> grid{{.origin = corner, .cell_size = Meters{10}, .columns = 40, .rows = 40}};
    for (int r = 0; r < 40; ++r)
        for (int c = 0; c < 40; ++c)
            grid.at(c, r) = 20.0F / (1.0F + 0.02F * static_cast<float>((c - 20) * (c - 20) + (r - 20) * (r - 20)));
    ColourScale scale{.kind = ColourScale::Kind::log,
                      .stops = {0.1, 0.5, 2, 5, 20},
                      .colours = illuminance_ramp(5),
                      .below = {},
                      .labels = {},
                      .unit = "lx"};
    layer.values = RasterValues{grid, scale, scale};
    return shown(layer, 0.6F);
}

inline ShownLayer findings() {
    MapLayer layer{.id = LayerId::hot_spots,
                   .title = "Kluster",
                   .unit = "z enligt lokal Gi*",
                   .note = "Rutor med fler registrerade händelser än slumpen ger."};
    layer.classes = {{"z från 3", area("#b38ac0aa", "#7d2f70"), area("#b38ac0aa", "#7d2f70")}};
    layer.classes[0].day.hatch = true;
    Detail detail;
    detail.areas.push_back({.shape = {{.outer = box_ring(150, 150, 250, 250), .holes = {}}}});
    layer.details = {detail};
    return shown(layer);
}

inline ShownLayer symbols() {
    MapLayer layer{.id = LayerId::measures, .title = "Åtgärder"};
    const char* names[] = {"punkt", "ring",      "kvadrat", "romb",    "triangel", "kryss",
                           "plus",  "ljuspunkt", "kamera",  "buskage", "port",     "plats"};
    Detail detail;
    for (std::uint8_t i = 0; i < 12; ++i) {
        layer.classes.push_back({names[i], symbol(i % 2 == 0 ? "#14344f" : "#c65b1e", i == 11 ? 16 : 10),
                                 symbol("#ffe08a", 10, "#0b101a"), static_cast<Symbol>(i)});
        detail.points.push_back({.at = {corner.x + 30.0 * i + 30, corner.y + 330}, .group = i, .turn = 0.5F});
    }
    detail.labels = {{.text = "12", .at = {corner.x + 360, corner.y + 330}, .kind = LabelKind::place, .priority = 9}};
    layer.details = {detail};
    return shown(layer);
}

inline PageContent page() {
    return {.title = "Exempelstad 2023–2024",
            .subtitle = "Plats 3 av 17: Storgatan vid Västra Åkergränd, Centrum. Registrerade händelser: 41.",
            .layers = {streets(), houses(), light(), findings(), symbols()},
            .view = {.centre = {corner.x + 200, corner.y + 200}, .metres_per_pixel = 0.5, .width = 1000, .height = 900},
            .crs = Crs::from_text("EPSG:3006"),
            .sources = "Källor: embrace.csv (7 423 rader), belysning.gpkg (5 823 rader), gator.gpkg (1 204 rader).",
            .period = "Registrerade händelser 2023-01-01 – 2024-12-31.",
            .made = "Beräknad 2026-11-30 med Lykta 0.1.0.",
            .privacy = "Offentlig: inga tal under 5 händelser visas.",
            .caveats = {"Registrerade händelser skiljer sig efter vem som rapporterar; samband är inte verkan.",
                        "Beräknat ljus från kända ljuspunkter, inte uppmätt."}};
}

}  // namespace lykta::viewer::small_town
