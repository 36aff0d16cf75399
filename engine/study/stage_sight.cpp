// Paths of some files, and what is seen from them.
#include "study/stage_sight.hpp"

#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::study {

namespace {

using outputs::SightResult;

constexpr double near_streets_m = 2000.0;  ///< a point farther from every street is a slip of the pen

std::vector<outputs::OptionUsed> options_of(const SightStage& stage) {
    const conditions::SightOptions usual;
    const auto& o = stage.options;
    const auto line = [](const char* key, Meters value, Meters otherwise) {
        return outputs::OptionUsed{key, fmt::format("{}", value.value), "m", value == otherwise};
    };
    return {{"season", season_code(stage.season), "", stage.season == conditions::Season::leafed},
            line("eye", o.eye, usual.eye),
            line("reach", o.reach, usual.reach),
            line("step", o.step, usual.step),
            line("approach", o.approach, usual.approach),
            {"seen_through", fmt::format("{}", o.seen_through), "", o.seen_through == usual.seen_through}};
}

void read_streets(SightResult& result, StageFiles& files, std::size_t at) {
    result.streets = files.read(at, layers::streets_from);
    result.about.sources = result.streets.reports;
    result.about.crs = files.project();
    std::vector<Point> points;
    for (const auto& street : result.streets.streets) points.push_back(street.line.front());
    if (points.empty())
        throw Error{ErrorCode::bad_input,
                    say("{}: no street or path can be used, so there is nothing to see from; `lykta check` shows every "
                        "row's reason",
                        result.about.sources.front().account.source)};
    result.about.longitude_latitude = middle_of(std::move(points), files.project());
}

/// The point in the system of the result. \throws Error{bad_option} far from every street
Point project_point(Point given, const SightResult& result) {
    const bool degrees = std::abs(given.x) <= 180.0 && std::abs(given.y) <= 90.0;
    const Point p = degrees ? Projector(Crs::from_text("OGC:CRS84"), result.about.crs)(given) : given;
    double nearest = HUGE_VAL;
    for (const auto& street : result.streets.streets) nearest = std::min(nearest, nearest_on(street.line, p).distance);
    if (nearest <= near_streets_m) return p;
    throw Error{
        ErrorCode::bad_option,
        say("--point {},{}: lies {} km from the nearest street; give it in {} (metres) or as longitude,latitude",
            given.x, given.y, number_text(nearest / 1000.0, 0), result.about.crs.text())};
}

}  // namespace

SightResult sight_stage(const SightStage& stage, const Progress& progress) {
    progress(tr("Reading"), 0.0);
    SightResult result{.about = {.crs = Crs::from_text("EPSG:3006"), .options = options_of(stage)},
                       .options = stage.options};
    FileList list;
    auto streets = stage.streets;
    streets.kind = layers::LayerKind::streets;
    const auto at_streets = list.add(streets);
    const auto buildings = list.add(layers::LayerKind::buildings, stage.buildings),
               vegetation = list.add_vegetation(stage.plants),
               entrances = list.add(layers::LayerKind::entrances, stage.entrances);
    StageFiles files(list.files(), stage.crs);
    read_streets(result, files, at_streets);
    auto around = read_surroundings(files, buildings, vegetation, result.about.sources);
    layers::EntranceLayer doors;
    if (entrances) doors = files.read(*entrances, layers::entrances_from);
    for (const auto& report : doors.reports) result.about.sources.push_back(report);
    result.entrances = doors.position.size();
    const auto obstacles = obstacles_of(around, stage.season);
    progress(tr("Sight along paths"), 0.3);
    result.sight = conditions::sight_along({.streets = result.streets,
                                            .obstacles = obstacles,
                                            .vegetation = around.vegetation ? &*around.vegetation : nullptr,
                                            .entrances = doors.position},
                                           stage.options);
    if (stage.point) {
        const Point p = project_point(*stage.point, result);
        auto area = conditions::visible_area(p, obstacles, stage.options);
        auto outline = conditions::outline_of(p, area);
        result.seen_from = outputs::SeenFrom{p, std::move(area), std::move(outline)};
    }
    result.obstacles = obstacles.all();
    result.buildings = std::move(around.buildings);
    result.vegetation = std::move(around.vegetation);
    result.totals = sight_totals(result);
    return result;
}

}  // namespace lykta::study
