// A run made by hand: a small town of streets, houses, lamps and hedges with ten places, Swedish letters and hostile
// texts, so that every writer has something to write and something to refuse.
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "outputs/run_result.hpp"

namespace lykta::by_hand {

constexpr Point sample_origin{535000, 6475000};
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Sample {
    layers::CityLayers city;
    outputs::RunResult result;
};

inline Point local(double x, double y) {
    return {sample_origin.x + x, sample_origin.y + y};
}
inline MultiPolygon box_shape(double x, double y, double w, double h) {
    return {Polygon{{local(x, y), local(x + w, y), local(x + w, y + h), local(x, y + h), local(x, y)}, {}}};
}
/// A number in 0…1 that depends on i alone.
inline double scattered(int i) {
    const double s = std::sin(i * 12.9898) * 43758.5453;
    return s - std::floor(s);
}

inline void add_streets_and_houses(layers::CityLayers& city) {
    const char* names[] = {"Storgatan",     "Kyrkogatan", "Ågatan",     "Östra Vägen",
                           "Järnvägsgatan", "Skolgatan",  "Parkstigen", "Hamngatan"};
    layers::StreetLayer streets;
    for (int i = 0; i < 8; ++i) {
        const double y = 100 + 180 * i, bend = 40 * scattered(i);
        streets.streets.push_back({.id = "g" + std::to_string(i),
                                   .name = names[i],
                                   .line = {local(40, y), local(900, y + bend), local(1960, y + 20)},
                                   .footpath = i == 6,
                                   .lighting_class = "P4",
                                   .row = i + 2});
        const double x = 120 + 240 * i;
        streets.streets.push_back({.id = "t" + std::to_string(i),
                                   .name = i % 2 ? "" : "Tvärgatan " + std::to_string(i),
                                   .line = {local(x, 40), local(x + bend, 700), local(x - 20, 1460)},
                                   .footpath = i % 2 == 1,
                                   .lighting_class = "",
                                   .row = i + 20});
    }
    layers::BuildingLayer houses;
    for (int i = 0; i < 160; ++i) {
        const double x = 150 + 115 * (i % 16), y = 130 + 135 * (i / 16);
        houses.buildings.push_back({.id = "h" + std::to_string(i),
                                    .footprint = box_shape(x + 20 * scattered(i), y, 30 + 40 * scattered(i + 500),
                                                           20 + 25 * scattered(i + 900)),
                                    .height = Meters{9},
                                    .row = i + 2});
    }
    city.streets = std::move(streets);
    city.buildings = std::move(houses);
}

inline void add_light_and_plants(layers::CityLayers& city) {
    layers::LampLayer lamps;
    for (int i = 0; i < 300; ++i) {
        const int row = i / 38;
        layers::Lamp lamp;
        lamp.id = "L" + std::to_string(i);
        lamp.position = local(60 + 50 * (i % 38), 106 + 180 * row + 10 * scattered(i));
        lamp.state = i % 17 == 3  ? layers::LampState::out
                     : i % 5 == 0 ? layers::LampState::unknown
                                  : layers::LampState::working;
        lamp.flux_defaulted = i % 3 == 0;
        lamps.lamps.push_back(lamp);
    }
    layers::VegetationLayer plants;
    for (int i = 0; i < 40; ++i)
        plants.plants.push_back({.id = "v" + std::to_string(i),
                                 .kind = "buskage",
                                 .outline = box_shape(90 + 1800 * scattered(i + 40), 80 + 1350 * scattered(i + 90),
                                                      12 + 30 * scattered(i), 8 + 14 * scattered(i + 7)),
                                 .height = Meters{1.8},
                                 .row = i + 2});
    city.lighting = std::move(lamps);
    city.vegetation = std::move(plants);
}

inline void add_incidents(layers::CityLayers& city) {
    auto& l = city.incidents;
    l.category.text = {"skadegörelse", "<script>alert(1)</script>"};
    l.reporter.text = {"polis"};
    for (int i = 0; i < 240; ++i) {
        l.position.push_back(local(1900 * scattered(i), 1400 * scattered(i + 1000)));
        const auto day = static_cast<std::int32_t>(days_from_civil(2022, 1, 3) + i * 4);
        l.time.push_back({.from = {day * 86400LL},
                          .to = {day * 86400LL},
                          .known = true,
                          .has_hour = true,
                          .local_hour = 22,
                          .local_weekday = 0,
                          .local_day = day});
        l.category.of_row.push_back(static_cast<std::uint32_t>(i % 2));
        l.reporter.of_row.push_back(0);
        l.row.push_back(i + 2);
        l.source.push_back(0);
    }
}

inline std::vector<layers::SourceReport> sample_sources() {
    layers::SourceReport incidents;
    incidents.kind = layers::LayerKind::incidents;
    incidents.path = "data/embrace åäö.csv";
    incidents.sha256 = std::string(64, 'a');
    incidents.found = {.format = "CSV",
                       .delimiter = ";",
                       .encoding = "UTF-8",
                       .decimal_sign = ",",
                       .layer = "",
                       .declared_crs = "",
                       .crs_note = ""};
    incidents.crs = "EPSG:3006";
    incidents.notes = {"x = E, y = N, tid = handelsetid"};
    incidents.account.source = "embrace åäö.csv";
    incidents.account.header = "id;E;N;handelsetid;fritext";
    incidents.account.rows_read = 244;
    incidents.account.rows_used = 240;
    incidents.account.set_aside = {
        {17, Reason::no_coordinates, "E och N är tomma; fyll i dem",
         "A17;;;2024-01-31 21:40;\"ringde 19121212-1212; =cmd|' /C calc'!A0\""},
        {18, Reason::axes_swapped, "E = 6475100 hör till N", "A18;6475100;535100;2024-02-01;<script>alert(2)</script>"},
        {19, Reason::no_coordinates, "E och N är tomma", "A19;;;;\"två\nrader\""},
        {244, Reason::truncated_row, "filen tar slut i raden", "A244;535200;6475200;2024-03-01;\"avbru"}};
    incidents.account.issues = {
        {"time_ambiguous", Severity::warning, "rad 20: 03/04/2024 kan vara två datum; tiden används inte", 1, {20}},
        {"encoding", Severity::note, "<img src=x onerror=alert(3)>", 0, {}}};
    layers::SourceReport lamps;
    lamps.kind = layers::LayerKind::lighting;
    lamps.path = "data/belysning.gpkg";
    lamps.sha256 = std::string(64, 'b');
    lamps.found.format = "GPKG";
    lamps.crs = "EPSG:3009";
    lamps.account.source = "belysning.gpkg";
    lamps.account.rows_read = lamps.account.rows_used = 300;
    lamps.notes = {"flux: 100 lamps without flux got 3,000 lm"};
    return {incidents, lamps};
}

inline void add_surfaces(outputs::RunResult& r) {
    const GridFrame frame{sample_origin, Meters{50}, 40, 30};
    r.counts = Grid<double>(frame, 0.0);
    r.intensity = Grid<double>(frame, 0.0);
    r.gi_z = Grid<double>(frame, 0.1);
    r.gi_p_fdr = Grid<double>(frame, 0.9);
    r.window_share = Grid<double>(frame, 1.0);
    r.illuminance = Grid<double>(frame, 4.0);
    for (int i = 0; i < 240; ++i) r.counts.values[static_cast<std::size_t>(1199 * scattered(i * 7))] += 1;
    for (std::size_t i = 0; i < frame.size(); ++i) r.intensity.values[i] = r.counts.values[i] * 0.4 + 0.01;
    r.intensity.at(3, 0) = 7.25;        // a known value in the southmost row
    r.intensity.at(0, 29) = undefined;  // and no data in the north-west corner
    r.gi_z.at(0, 29) = undefined;
}

inline places::RankedPlace sample_place(int i) {
    const char* names[] = {"Storgatan vid Stationen",   "Ågatan vid Östra skolan",
                           "=cmd|'/C calc'!A0",         "<script>alert('x')</script>",
                           "Järnvägsgatan norra delen", "Parkstigen",
                           "Hamngatan & Skolgatan",     "Kyrkogatan \"torget\"",
                           "Östra Vägen 19121212-1212", "Tvärgatan 4"};
    places::RankedPlace p;
    p.rank = i + 1;
    p.count_rank = i == 0 ? 2 : i == 1 ? 1 : i + 1;
    const double x = 140 + 1600 * scattered(i * 3 + 2), y = 150 + 1100 * scattered(i * 5 + 1);
    p.place = {.id = "P00" + std::to_string(i + 1),
               .name = names[i],
               .area_name = i % 2 ? "Centrum" : "Ängby",
               .shape = box_shape(x, y, 100 + 10 * i, 100),
               .centre = local(x + 50, y + 50),
               .area_ha = 1 + 0.1 * i,
               .gi_z = 9.0 - 0.6 * i,
               .gi_p_fdr = 0.001 * (i + 1)};
    auto& f = p.facts;
    f.incidents = 40 - 4 * i;
    f.incidents_interval = {std::max(0.62, f.incidents - 9.3), f.incidents + 11.7};
    f.by_category = {
        {"skadegörelse", std::max(1.0, f.incidents - 7)}, {"våld i offentlig miljö", 4}, {"<b>klotter</b>", 3}};
    for (int h = 0; h < 24; ++h)
        f.by_hour[static_cast<std::size_t>(h)] = std::floor((h > 17 || h < 3 ? 5 : 1.6) * scattered(h + i));
    for (int m = 0; m < 36; ++m) f.by_month.push_back(std::floor(4 * scattered(m + 31 * i)));
    f.without_hour = 3;
    f.rate_per_ha_year = f.incidents / p.place.area_ha / 3;
    f.eb_rate_per_ha_year = f.rate_per_ha_year * 0.93;
    f.largest_pile = i == 4 ? 20 : 3;
    f.dark = {.share = 0.61, .interval = {0.45, 0.75}, .known = std::max(1.0, f.incidents - 3), .count = f.incidents};
    f.illuminance_average_lx = 2.36;
    f.illuminance_minimum_lx = 0.14;
    f.path_m = 412;
    f.path_below_class_m = 288;
    f.light_deficit = 0.53;
    f.lamps = 12;
    f.lamps_out = 3;
    f.lamp_index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    f.path_near_vegetation_m = 96;
    f.vegetation_area_m2 = 840;
    f.survey_unsafe_share = 0.38;
    f.survey_interval = statistics::Interval{0.29, 0.48};
    if (i % 2 == 0)
        f.buildings_inspected = 2, f.items_passed = 31, f.items_failed = 6, f.items_unknown = 1, f.mandatory_failed = 2,
        f.defect_share = 0.16;
    p.reason = static_cast<places::MainReason>(i % 4);
    p.felt = places::Felt::agree;
    if (i == 4) p.flags = {"pile"};
    if (i == 9) p.flags = {"few"};
    return p;
}

/// Points that do not round to their sum by themselves.
inline void add_terms(places::RankedPlace& p) {
    using places::Term;
    const auto term = [](Term t, std::optional<double> raw, const char* unit, double scale, double weight,
                         std::size_t records) {
        const double scaled = raw ? std::min(1.0, *raw / scale) : 0.0;
        return places::ScoreTerm{t, raw, unit, scale, scaled, weight, weight * scaled, records};
    };
    const auto& f = p.facts;
    p.terms = {term(Term::incident_rate, f.eb_rate_per_ha_year, "incidents/ha/year", 14.7, 50,
                    static_cast<std::size_t>(f.incidents)),
               term(Term::light_deficit, *f.light_deficit * f.dark.share, "share", 0.61, 50.0 / 3, 12),
               term(Term::obstruction, *f.path_near_vegetation_m / *f.path_m, "m/m", 0.5, 50.0 / 3, 4),
               term(Term::inspection_defects, f.defect_share, "share", 0.35, 50.0 / 3, f.items_failed ? 38 : 0)};
    p.score = 0;
    for (const auto& t : p.terms) p.score += t.points;
}

inline void add_hot_cells(outputs::RunResult& r) {
    for (const auto& place : r.places)
        for (int dx = 0; dx < 2; ++dx)
            for (int dy = 0; dy < 2; ++dy) {
                const auto cell =
                    r.gi_z.frame.index_at({place.place.centre.x - 25 + 50 * dx, place.place.centre.y - 25 + 50 * dy});
                r.gi_z.values[static_cast<std::size_t>(cell)] = *place.place.gi_z - dx - dy;
                r.gi_p_fdr.values[static_cast<std::size_t>(cell)] = 0.003;
                r.counts.values[static_cast<std::size_t>(cell)] += 6;
            }
}

inline void add_rest(Sample& s) {
    auto& r = s.result;
    const auto& streets = s.city.streets->streets;
    for (std::uint32_t i = 0; i < streets.size(); ++i)
        for (int k = 0; k < 24; ++k) {
            const auto& line = streets[i].line;
            const double t = k / 24.0, u = (k + 1) / 24.0;
            const auto on = [&](double v) {
                return Point{line[0].x + v * (line[1].x - line[0].x), line[0].y + v * (line[1].y - line[0].y)};
            };
            const double share = std::max(0.0, 1.3 * scattered(static_cast<int>(i) * 31 + k) - 0.45);
            r.stretches.push_back({.street = i,
                                   .from_m = 30.0 * k,
                                   .to_m = 30.0 * (k + 1),
                                   .line = {on(t), on(u)},
                                   .average = Lux{5 * (1 - share)},
                                   .minimum = Lux{0.4},
                                   .target = Lux{5},
                                   .wanted_class = "P4",
                                   .deficit_share = share,
                                   .below_class = share > 0.05});
        }
    r.felt_areas = {{"Centrum", 0.38, {0.29, 0.48}, 112, 96, places::Felt::agree, box_shape(0, 0, 1000, 1500)},
                    {"Ängby", 0.52, {0.41, 0.63}, 80, 3, places::Felt::more_felt, box_shape(1000, 0, 1000, 1500)}};
    r.absent_terms = {};
    r.back_test = outputs::BackTest{"2022-01-01 – 2023-12-31",
                                    "2024-01-01 – 2024-12-31",
                                    {.hits = 31,
                                     .events = 84,
                                     .area_ha = 9,
                                     .whole_area_ha = 300,
                                     .hit_rate = 0.369,
                                     .pai = 12.3,
                                     .pei = 0.61,
                                     .pai_interval = {9.1, 15.8}},
                                    {.hits = 29,
                                     .events = 84,
                                     .area_ha = 9,
                                     .whole_area_ha = 300,
                                     .hit_rate = 0.345,
                                     .pai = 11.5,
                                     .pei = 0.57,
                                     .pai_interval = {8.4, 15.0}},
                                    {.hits = 26,
                                     .events = 84,
                                     .area_ha = 9,
                                     .whole_area_ha = 300,
                                     .hit_rate = 0.31,
                                     .pai = 10.3,
                                     .pei = 0.51,
                                     .pai_interval = {7.3, 13.8}}};
    r.options = {{"hot_spots.bandwidth", "150", "m", true},
                 {"hot_spots.cell_size", "50", "m", true},
                 {"hot_spots.fdr", "0.05", "", true},
                 {"score.weight.incident_rate", "50", "points", false},
                 {"dark.limit", "-6", "°", true}};
    r.findings = {{"pile",
                   Severity::warning,
                   "20 incidents lie on one point at Järnvägsgatan: the map shows where they are registered",
                   20,
                   {3, 4}},
                  {"gap", Severity::note, "no incidents in July 2023", 0, {}}};
}

inline std::unique_ptr<Sample> sample_run(Language language = Language::swedish) {
    set_language(language);
    auto s = std::make_unique<Sample>(Sample{.city = {},
                                             .result = {.study_name = "Exempelstad 2024 <åäö>",
                                                        .study_file = "study.toml",
                                                        .command = "lykta rank study.toml",
                                                        .version = "0.1.0",
                                                        .created_utc = "2026-01-02T03:04:05Z",
                                                        .crs = Crs::from_text("EPSG:3006")}});
    auto& r = s->result;
    r.language = language;
    r.period = {days_from_civil(2022, 1, 1), days_from_civil(2024, 12, 31)};
    r.timezone = "Europe/Stockholm";
    r.window_area_ha = 300;
    r.city_dark_share = 0.44;
    r.city_rate_per_ha_year = 0.27;
    s->city.window.shape = box_shape(0, 0, 2000, 1500);
    add_streets_and_houses(s->city);
    add_light_and_plants(s->city);
    add_incidents(s->city);
    r.layers = &s->city;
    r.sources = sample_sources();
    add_surfaces(r);
    for (int i = 0; i < 10; ++i) r.places.push_back(sample_place(i));
    for (auto& place : r.places) add_terms(place);
    std::stable_sort(r.places.begin(), r.places.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    for (std::size_t i = 0; i < r.places.size(); ++i) r.places[i].rank = static_cast<int>(i) + 1;
    add_hot_cells(r);
    add_rest(*s);
    return s;
}

}  // namespace lykta::by_hand
