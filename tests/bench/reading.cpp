// A million incidents from a file to projected, checked rows.
#include <fmt/format.h>

#include "core/crs.hpp"
#include "inputs.hpp"
#include "layers/read_layers.hpp"
#include "machine.hpp"
#include "plain.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

constexpr std::size_t count = 1'000'000;

layers::LayerOptions options_for(const std::filesystem::path& path) {
    return {.path = path.string(),
            .crs = "EPSG:4326",
            .x = "lon",
            .y = "lat",
            .time = "time",
            .category = "category",
            .today = days_from_civil(2025, 6, 1)};
}

std::vector<Point> points_in_degrees() {
    auto points = incident_points(count);
    project_all(points, Crs::from_text("EPSG:3006"), Crs::from_text("OGC:CRS84"));
    return points;
}

/// Both must have read the same, or the comparison is of two different things.
void check_same(const layers::IncidentLayer& ours, const PlainRows& plain) {
    const bool same = ours.size() == count && plain.x.size() == count &&
                      distance(ours.position.back(), {plain.x.back(), plain.y.back()}) < 0.01;
    if (!same) throw std::runtime_error("reading: Lykta and GDAL do not agree on the file");
}

}  // namespace

Rows reading_rows(const Workshop& workshop) {
    const auto path = workshop.folder / "incidents.csv";
    write_incidents_csv(path, count);
    const auto project = Crs::from_text("EPSG:3006");
    const auto size =
        fmt::format("1,000,000 rows, {:.0f} MB", static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    const double raw = raw_read_seconds(path), proj = raw_proj_seconds(points_in_degrees());
    layers::IncidentLayer ours;
    PlainRows plain;
    const auto table = by_turns(
        3, [&] { keep(static_cast<double>(sources::read_source(path.string()).table.rows())); },
        [&] { keep(static_cast<double>(plain_read_csv(path).x.size())); });
    const auto layer = by_turns(
        3, [&] { ours = layers::read_incidents(options_for(path), project); },
        [&] {
            plain = plain_read_csv(path);
            plain_project(plain);
        });
    check_same(ours, plain);
    return {{.stage = "CSV to table",
             .size = size,
             .value = table.lykta,
             .plain = Compared{table.plain, "GDAL's CSV driver, feature by feature, coordinates and times taken out"},
             .limit = Compared{raw, "the file's bytes by read() from the system's cache"}},
            {.stage = "CSV to incidents",
             .size = size,
             .value = layer.lykta,
             .plain =
                 Compared{layer.plain, "the same GDAL reader, then OGRCoordinateTransformation in one call; no checks"},
             .limit = Compared{raw + proj, "read() of the bytes, then PROJ alone (proj_trans_generic) on all threads"},
             .target = 2.0}};
}

Rows projecting_rows(const Workshop&) {
    const auto degrees = points_in_degrees();
    const auto from = Crs::from_text("OGC:CRS84"), to = Crs::from_text("EPSG:3006");
    auto ours = degrees, plain = degrees;
    const auto seconds = by_turns(
        3, [&] { project_all(ours = degrees, from, to); },
        [&] {
            plain = degrees;
            plain_project(plain);
        });
    if (distance(ours.back(), plain.back()) > 1e-6) throw std::runtime_error("projecting: results differ");
    return {{.stage = "WGS 84 to SWEREF 99 TM",
             .size = "1,000,000 points",
             .value = seconds.lykta,
             .plain = Compared{seconds.plain, "proj_trans point by point, one thread"},
             .limit = Compared{raw_proj_seconds(degrees), "PROJ alone (proj_trans_generic) on all threads"}}};
}

}  // namespace lykta::bench
