#include "plain.hpp"

#include <ogrsf_frmts.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

#include "conditions/darkness.hpp"
#include "conditions/stretches.hpp"

namespace lykta::bench {

namespace {

GDALDatasetUniquePtr open_csv(const std::filesystem::path& path) {
    GDALAllRegister();
    const char* options[] = {"X_POSSIBLE_NAMES=lon", "Y_POSSIBLE_NAMES=lat", nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR, nullptr, options, nullptr));
}

std::int64_t moment_of(const char* text) {
    OGRField field;
    if (OGRParseDate(text, &field, 0) == 0) return 0;
    const auto& d = field.Date;
    return ((((d.Year * std::int64_t{100} + d.Month) * 100 + d.Day) * 100 + d.Hour) * 100 + d.Minute) * 100 +
           static_cast<std::int64_t>(d.Second);
}

double squared_distance(Point a, Point b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

}  // namespace

PlainRows plain_read_csv(const std::filesystem::path& path) {
    PlainRows rows;
    const auto file = open_csv(path);
    OGRLayer* layer = file->GetLayer(0);
    const int time = layer->GetLayerDefn()->GetFieldIndex("time");
    const int category = layer->GetLayerDefn()->GetFieldIndex("category");
    for (const auto& feature : *layer) {
        const auto* point = feature->GetGeometryRef()->toPoint();
        rows.x.push_back(point->getX());
        rows.y.push_back(point->getY());
        rows.moment.push_back(moment_of(feature->GetFieldAsString(time)));
        rows.category.emplace_back(feature->GetFieldAsString(category));
    }
    return rows;
}

void plain_project(PlainRows& rows) {
    OGRSpatialReference from, to;
    from.SetFromUserInput("OGC:CRS84");
    to.SetFromUserInput("EPSG:3006");
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> carrier(OGRCreateCoordinateTransformation(&from, &to));
    carrier->Transform(static_cast<int>(rows.x.size()), rows.x.data(), rows.y.data());
}

void plain_project(std::vector<Point>& points) {
    PJ_CONTEXT* context = proj_context_create();
    PJ* raw = proj_create_crs_to_crs(context, "OGC:CRS84", "EPSG:3006", nullptr);
    PJ* carrier = proj_normalize_for_visualization(context, raw);
    for (auto& p : points) {
        const auto out = proj_trans(carrier, PJ_FWD, proj_coord(p.x, p.y, 0, 0));
        p = {out.xy.x, out.xy.y};
    }
    proj_destroy(carrier);
    proj_destroy(raw);
    proj_context_destroy(context);
}

double plain_intensity(std::span<const Point> at, std::span<const Point> events, Meters bandwidth) {
    const double h2 = bandwidth.value * bandwidth.value;
    double all = 0.0;
    for (const Point p : at) {
        double here = 0.0;
        for (const Point e : events) {
            const double u = squared_distance(p, e) / h2;
            if (u < 1.0) here += (1.0 - u) * (1.0 - u);
        }
        all += here * 3.0 / (std::numbers::pi * h2);
    }
    return all;
}

double plain_light(std::span<const Point> at, std::span<const conditions::Luminaire> lamps) {
    double all = 0.0;
    for (const Point p : at) all += conditions::horizontal_illuminance(p, lamps).value;
    return all;
}

double plain_vegetation(std::span<const Polyline> lines, const layers::VegetationLayer& vegetation) {
    double near_m = 0.0;
    for (const auto& line : lines) {
        const auto points = conditions::points_along(line, Meters{2.0});
        const auto is_beside = [&](Point p) {
            return std::any_of(vegetation.plants.begin(), vegetation.plants.end(), [&](const layers::Plant& plant) {
                return plant.height.value > 0.8 &&
                       (contains(plant.outline, p) || nearest_on(plant.outline.front().outer, p).distance <= 5.0);
            });
        };
        near_m += static_cast<double>(std::count_if(points.begin(), points.end(), is_beside)) * length(line) /
                  static_cast<double>(points.size());
    }
    return near_m;
}

double plain_darkness(std::span<const layers::TimeSpan> times, Point longitude_latitude) {
    double dark = 0.0;
    const auto is_dark = [&](std::int64_t t) {
        return conditions::solar_elevation({t}, longitude_latitude).value < -6.0;
    };
    for (const auto& t : times) {
        if (!t.known || !t.has_hour) continue;
        std::int64_t moments = 0, dark_moments = 0;
        for (auto s = t.from.seconds; s <= t.to.seconds; s += 600, ++moments) dark_moments += is_dark(s) ? 1 : 0;
        dark += static_cast<double>(dark_moments) / static_cast<double>(moments);
    }
    return dark;
}

double plain_darkness(std::span<const layers::TimeSpan> times, Point longitude_latitude,
                      const conditions::TimeProfile& profile) {
    double dark = 0.0;
    for (const auto& t : times) {
        if (!t.known || !t.has_hour) continue;
        double all = 0.0, in_dark = 0.0;
        for (auto s = t.from.seconds; s <= t.to.seconds; s += 600) {
            const double weight = profile.weight[static_cast<std::size_t>((s / 3600 + 72) % 168)];
            all += weight;
            if (conditions::solar_elevation({s}, longitude_latitude).value < -6.0) in_dark += weight;
        }
        dark += in_dark / all;
    }
    return dark;
}

double plain_findings(const layers::IncidentLayer& incidents) {
    std::map<Point, int> at;
    std::map<std::int32_t, int> on;
    for (const Point p : incidents.position) ++at[p];
    for (const auto& t : incidents.time) ++on[t.local_day];
    std::vector<Point> points, repeated;
    for (const auto& [p, count] : at) {
        points.push_back(p);
        if (count > 1 && repeated.size() < 2'000) repeated.push_back(p);
    }
    std::vector<double> spacing;
    for (const Point r : repeated) {
        double best = HUGE_VAL;
        for (const Point p : points)
            if (p != r) best = std::min(best, squared_distance(p, r));
        spacing.push_back(std::sqrt(best));
    }
    std::sort(spacing.begin(), spacing.end());
    return (spacing.empty() ? 0.0 : spacing[spacing.size() / 2]) + static_cast<double>(on.size());
}

}  // namespace lykta::bench
