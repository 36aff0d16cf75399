// Vegetation by height: what lies above or below the eyes, and far out how much of the ground hides people.
#include "viewer/project/area_detail.hpp"
#include "viewer/project/layer_topics.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr double thin_share = 0.08, thick_share = 0.25;  ///< of a coarse square
constexpr double eye_m = 1.5, hides_m = 0.8, tree_m = 3.0;

/// 0 low, 1 to the eyes, 2 above them, 3 tree with a crown to below the eyes, 4 one sees beneath its crown.
std::uint8_t height_class(const layers::Plant& plant) {
    if (plant.crown_base.value >= eye_m) return 4;
    const double h = plant.height.value;
    return h < hides_m ? 0 : h < eye_m ? 1 : h < tree_m ? 2 : 3;
}

std::string height_words(int of) {
    switch (of) {
        case 0:
            return say("lower than {} m: hides nobody", number_text(hides_m, 1));
        case 1:
            return say("{}–{} m: below the eyes", number_text(hides_m, 1), number_text(eye_m, 1));
        case 2:
            return say("{}–{} m: hides people", number_text(eye_m, 1), number_text(tree_m, 0));
        case 3:
            return say("{} m or higher: hides people", number_text(tree_m, 0));
        default:
            return tr("tree one sees beneath");
    }
}

void add_height_classes(MapLayer& layer) {
    const auto ramp_day = height_ramp(5);
    const auto ramp_night = ramp({rgba("#16241c"), rgba("#2f6f45"), rgba("#8fd3a0")}, 4);
    for (int i = 0; i < 4; ++i) {
        const Rgba day = ramp_day[static_cast<std::size_t>(i)], night = ramp_night[static_cast<std::size_t>(i)];
        add_class(layer,
                  {height_words(i),
                   area_paint({with_alpha(day, 0.75), with_alpha(blended(day, rgba("#143d2c"), 0.5), 0.8), 0.8F}),
                   area_paint({with_alpha(night, 0.6), with_alpha(night, 0.9), 0.8F})});
    }
    add_class(layer, {height_words(4), area_paint({rgba("#a9cf9433"), rgba("#5f9362c0"), 0.9F, 3.0F}),
                      area_paint({rgba("#2f6f4522"), rgba("#4f8a62b0"), 0.9F, 3.0F})});
}

}  // namespace

void add_vegetation(const StudyRun& run, MapLayers& into) {
    if (!run.city.vegetation) return;
    const auto& plants = run.city.vegetation->plants;
    MapLayer layer{
        .id = LayerId::vegetation,
        .title = tr("Vegetation by height"),
        .unit = tr("m"),
        .note = say("Crowns and their heights as the data have them ({}).", files_of(run.city.vegetation->reports))};
    add_height_classes(layer);
    std::vector<AreaSource> sources;
    sources.reserve(plants.size());
    for (std::uint32_t i = 0; i < plants.size(); ++i)
        sources.push_back({&plants[i].outline, height_class(plants[i]), i});
    measure_areas(sources);
    for (const AreaLevel& l : {AreaLevel{0, 1, 0.1, 0}, {1, 3, 0.7, 3}, {3, 8, 2, 20}})
        layer.details.push_back(area_level(sources, l));
    // Far out only what hides people counts: its share of the ground.
    std::erase_if(sources, [](const AreaSource& s) { return s.group < 2 || s.group > 3; });
    const auto covered = [](double share) {
        return say("plants that hide people cover {} of the ground or more", percent_text(share));
    };
    const auto thin = add_class(
        layer, {covered(thin_share), area_paint({rgba("#a9cf9460"), {}}), area_paint({rgba("#2f6f4540"), {}})});
    const auto thick = add_class(
        layer, {covered(thick_share), area_paint({rgba("#6aa564a0"), {}}), area_paint({rgba("#4f9a6280"), {}})});
    for (const auto& [from, to, cell] : {std::tuple{8.0, 25.0, 30.0}, {25.0, endless, 100.0}})
        layer.details.push_back(coverage_level(sources, {from, to, cell, {thin_share, thick_share}, {thin, thick}}));
    put(std::move(layer), into);
}

}  // namespace lykta::viewer
