#include "study/load_city.hpp"

#include <algorithm>
#include <filesystem>

#include "core/hash.hpp"
#include "core/language.hpp"
#include "layers/read_layers.hpp"

namespace lykta::study {

namespace {

using layers::LayerKind;
using layers::LayerOptions;

void hash_source(layers::SourceReport& report) {
    std::error_code failed;
    if (report.sha256.empty() && std::filesystem::is_regular_file(report.path, failed))
        report.sha256 = sha256_of_file(report.path);
}

/// Reads one source and joins it to what the kind already has.
template <class Layer, class Items>
void read_into(std::optional<Layer>& into, Layer&& more, Items items) {
    for (auto& report : more.reports) hash_source(report);
    if (!into) {
        into = std::move(more);
        return;
    }
    auto& have = (*into).*items;
    auto& add = more.*items;
    have.insert(have.end(), std::make_move_iterator(add.begin()), std::make_move_iterator(add.end()));
    into->reports.insert(into->reports.end(), std::make_move_iterator(more.reports.begin()),
                         std::make_move_iterator(more.reports.end()));
}

/// A file a source leans on (photometry of its lamps, the ground under a surface): hashed as a source of its own, so
/// that a changed one is seen.
layers::SourceReport companion_of(LayerKind kind, const std::string& path) {
    layers::SourceReport report{.kind = kind, .path = path};
    report.account.source = std::filesystem::path{path}.filename().string();
    report.account.row_word = "file";
    report.account.rows_read = report.account.rows_used = 1;
    hash_source(report);
    return report;
}

/// Lamps point into their layer's photometry and schedules, so they are joined by the layer itself.
void read_lighting(std::optional<layers::LampLayer>& into, layers::LampLayer&& more) {
    for (auto& report : more.reports) hash_source(report);
    for (const auto& file : more.photometry) more.reports.push_back(companion_of(LayerKind::lighting, file.path));
    if (into)
        layers::append(*into, std::move(more));
    else
        into = std::move(more);
}

void read_one(const LayerOptions& source, const Crs& project, layers::CityLayers& city) {
    switch (source.kind) {
        case LayerKind::incidents: {
            auto more = layers::read_incidents(source, project);
            for (auto& report : more.reports) hash_source(report);
            layers::append(city.incidents, std::move(more));
            break;
        }
        case LayerKind::lighting:
            read_lighting(city.lighting, layers::read_lamps(source, project));
            break;
        case LayerKind::vegetation:
            read_into(city.vegetation, layers::read_vegetation(source, project), &layers::VegetationLayer::plants);
            if (!source.ground.empty())
                city.vegetation->reports.push_back(companion_of(LayerKind::vegetation, source.ground));
            break;
        case LayerKind::inspections:
            read_into(city.inspections, layers::read_inspections(source, project), &layers::InspectionLayer::items);
            break;
        case LayerKind::streets:
            read_into(city.streets, layers::read_streets(source, project), &layers::StreetLayer::streets);
            break;
        case LayerKind::buildings:
            read_into(city.buildings, layers::read_buildings(source, project), &layers::BuildingLayer::buildings);
            break;
        case LayerKind::areas:
        case LayerKind::population:
            read_into(city.areas, layers::read_areas(source, project), &layers::AreaLayer::areas);
            break;
        case LayerKind::survey:
            read_into(city.survey, layers::read_survey(source, project), &layers::SurveyLayer::areas);
            break;
        case LayerKind::cameras:
            read_into(city.cameras, layers::read_cameras(source, project), &layers::CameraLayer::cameras);
            break;
        case LayerKind::entrances:
            read_into(city.entrances, layers::read_entrances(source, project), &layers::EntranceLayer::position);
            break;
        case LayerKind::window:
            city.window = layers::read_window(source, project);
            for (auto& report : city.window.reports) hash_source(report);
            break;
    }
}

std::optional<Point> place_of_study(const layers::CityLayers& city, const Crs& project) {
    if (city.window.shape.empty()) return std::nullopt;
    return Projector{project, Crs::from_text("OGC:CRS84")}(centroid(city.window.shape));
}

/// Calls visit(reports) for every layer the study has, in the order of the study file's kinds.
template <class City, class Visit>
void for_each_report_list(City& city, Visit visit) {
    const auto visit_layer = [&](auto& layer) {
        if (layer) visit(layer->reports);
    };
    visit(city.incidents.reports);
    visit_layer(city.lighting);
    visit_layer(city.vegetation);
    visit_layer(city.inspections);
    visit_layer(city.streets);
    visit_layer(city.buildings);
    visit_layer(city.areas);
    visit_layer(city.survey);
    visit_layer(city.cameras);
    visit_layer(city.entrances);
    visit(city.window.reports);
}

/// Results name sources relative to the study file, so that they do not depend on the folder a run was started in.
void name_sources_from_study(const Study& study, layers::CityLayers& city) {
    for_each_report_list(city, [&](std::vector<layers::SourceReport>& reports) {
        for (auto& r : reports)
            if (r.path.find(':') == std::string::npos)
                r.path = std::filesystem::path{r.path}
                             .lexically_proximate(study.folder.empty() ? "." : study.folder)
                             .string();
    });
}

}  // namespace

layers::CityLayers load_city(const Study& study, const Crs& project, const Progress& progress) {
    auto sources = study.sources;
    std::stable_sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) {
        return (a.kind == LayerKind::window) > (b.kind == LayerKind::window);
    });
    layers::CityLayers city;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        progress(say("Reading {}", std::filesystem::path{sources[i].path}.filename().string()),
                 0.5 * static_cast<double>(i) / static_cast<double>(sources.size()));
        sources[i].today = study.today;
        sources[i].near = place_of_study(city, project);
        if (sources[i].kind == LayerKind::incidents && !city.window.shape.empty())
            sources[i].window = &city.window.shape;
        read_one(sources[i], project, city);
    }
    if (city.window.shape.empty()) city.window = hull_window(city.incidents, study.bandwidth);
    name_sources_from_study(study, city);
    return city;
}

std::vector<layers::SourceReport> source_reports(const layers::CityLayers& city) {
    std::vector<layers::SourceReport> all;
    for_each_report_list(
        city, [&](const std::vector<layers::SourceReport>& some) { all.insert(all.end(), some.begin(), some.end()); });
    return all;
}

Period period_of(const Study& study, const layers::IncidentLayer& incidents) {
    if (study.period) return *study.period;
    Period period{.first_day = 1, .last_day = 0};
    for (const auto& t : incidents.time) {
        if (!t.known) continue;
        if (period.days() < 1) period = {t.local_day, t.local_day};
        period.first_day = std::min<std::int64_t>(period.first_day, t.local_day);
        period.last_day = std::max<std::int64_t>(period.last_day, t.local_day);
    }
    return period;
}

layers::Window hull_window(const layers::IncidentLayer& incidents, Meters margin) {
    layers::Window window;
    window.from_hull = true;
    if (incidents.size() == 0) return window;
    window.shape = buffer_of(convex_hull_of(incidents.position), margin.value);
    if (window.shape.empty()) window.shape = buffer_of(incidents.position.front(), margin.value);
    return window;
}

}  // namespace lykta::study
