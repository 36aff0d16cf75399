// Ranked places with their number, and areas felt unsafe, which are a finding of their own beside the ranking.
#include <algorithm>

#include "outputs/words.hpp"
#include "viewer/project/area_detail.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr int first_places = 20;            ///< told in full by the report; larger here
constexpr float place_priority = 10000.0F;  ///< before every other text

struct PlaceGroups {
    std::uint8_t outline_first = 0, outline = 0, pin_first = 0, pin = 0;
};

PlaceGroups add_place_classes(MapLayer& layer) {
    const Rgba ink = rgba(colours::ink), night = rgba(colours::night_ink);
    PlaceGroups groups;
    groups.outline = add_class(layer, {"", area_paint({with_alpha(ink, 0.04), with_alpha(ink, 0.75), 1.4F}),
                                       area_paint({with_alpha(night, 0.04), with_alpha(night, 0.6), 1.4F})});
    groups.outline_first = add_class(layer, {"", area_paint({with_alpha(ink, 0.05), ink, 2.2F}),
                                             area_paint({with_alpha(night, 0.03), night, 2.2F})});
    groups.pin =
        add_class(layer, {tr("ranked place, the number is its rank"),
                          symbol_paint({rgba("#fffffff0"), with_alpha(ink, 0.8), 16.0F, 1.0F}),
                          symbol_paint({rgba("#0f1826f0"), with_alpha(night, 0.7), 16.0F, 1.0F}), Symbol::pin});
    // White, with room for the number, which is dark by day and light by night; the first ones by size and a heavy rim.
    groups.pin_first = add_class(layer, {say("the first {}", number_text(std::int64_t{first_places})),
                                         symbol_paint({rgba("#ffffff"), ink, 23.0F, 2.8F}),
                                         symbol_paint({rgba("#0f1826"), night, 23.0F, 2.4F}), Symbol::pin});
    return groups;
}

MapLabel rank_label(const places::RankedPlace& place) {
    return {.text = number_text(std::int64_t{place.rank}),
            .at = place.place.centre,
            .kind = LabelKind::place,
            .priority = place_priority - static_cast<float>(place.rank)};
}

Detail place_level(const std::vector<places::RankedPlace>& all, const PlaceGroups& groups, Detail detail) {
    const double tolerance = std::max(0.1, detail.from_metres_per_pixel / 2);
    // The first rank last, so that it lies on top.
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < all.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return all[a].rank > all[b].rank; });
    for (const auto i : order) {
        const bool first = all[i].rank <= first_places;
        const auto shape = simplified_shape(all[i].place.shape, tolerance, 0);
        if (!shape.empty())
            detail.areas.push_back(
                {.shape = shape, .group = first ? groups.outline_first : groups.outline, .record = i});
        detail.points.push_back(
            {.at = all[i].place.centre, .group = first ? groups.pin_first : groups.pin, .record = i});
        detail.labels.push_back(rank_label(all[i]));
    }
    return detail;
}

void add_places(const StudyRun& run, MapLayers& into) {
    const auto& all = run.result.places;
    MapLayer layer{.id = LayerId::places,
                   .title = tr("Ranked places"),
                   .note = run.result.draws > 0
                               ? say("{} places by score, 0–100; how sure a rank is stands in the table.",
                                     number_text(static_cast<std::int64_t>(all.size())))
                               : say("{} places by score, 0–100; places are ranked, never persons.",
                                     number_text(static_cast<std::int64_t>(all.size())))};
    const auto groups = add_place_classes(layer);
    for (const auto& [from, to] : {std::pair{0.0, 2.0}, {2.0, 10.0}, {10.0, endless}})
        layer.details.push_back(place_level(all, groups, level(from, to)));
    put(std::move(layer), into);
}

// --- Felt areas ------------------------------------------------------------------------------------------------------

std::string share_label(const places::FeltArea& area) {
    return say("{}: {} feel unsafe ({}–{})", shown_text(area.area), percent_text(area.unsafe_share),
               number_text(100 * area.interval.low, 0), percent_text(area.interval.high));
}

void add_felt(const StudyRun& run, MapLayers& into) {
    MapLayer layer{
        .id = LayerId::felt_areas,
        .title = tr("Perceived safety"),
        .note = tr("Survey answers beside recorded incidents: a finding of its own, never part of the score; "
                   "intervals of 95 %.")};
    const Rgba more = rgba(colours::felt), other = rgba("#7c8894");
    const auto more_felt = add_class(
        layer, {outputs::felt_words(places::Felt::more_felt),
                area_paint({.fill = with_alpha(more, 0.10), .edge = more, .width = 1.6F, .hatch = true}),
                area_paint({.fill = rgba("#4fd1c51a"), .edge = rgba("#4fd1c5"), .width = 1.6F, .hatch = true})});
    const auto less_felt = add_class(
        layer, {outputs::felt_words(places::Felt::less_felt),
                area_paint({.fill = with_alpha(more, 0.05), .edge = with_alpha(more, 0.7), .width = 1.2F, .dash = 5}),
                area_paint({.fill = rgba("#4fd1c50d"), .edge = rgba("#4fd1c5a0"), .width = 1.2F, .dash = 5})});
    const auto agree = add_class(
        layer, {outputs::felt_words(places::Felt::agree),
                area_paint({.fill = with_alpha(other, 0.03), .edge = with_alpha(other, 0.7), .width = 1.0F}),
                area_paint({.fill = with_alpha(other, 0.05), .edge = with_alpha(other, 0.7), .width = 1.0F})});
    Detail detail = level(0, endless);
    for (const auto wanted : {places::Felt::agree, places::Felt::less_felt, places::Felt::more_felt})
        for (std::uint32_t i = 0; i < run.result.felt_areas.size(); ++i) {
            const auto& felt = run.result.felt_areas[i];
            if (felt.felt != wanted || felt.shape.empty() || area(felt.shape) <= 0) continue;
            const bool is_more = wanted == places::Felt::more_felt;
            detail.areas.push_back({.shape = felt.shape,
                                    .group = is_more                             ? more_felt
                                             : wanted == places::Felt::less_felt ? less_felt
                                                                                 : agree,
                                    .record = i});
            if (is_more)
                detail.labels.push_back({.text = share_label(felt),
                                         .at = centroid(felt.shape),
                                         .kind = LabelKind::area,
                                         .priority = 320.0F + static_cast<float>(100 * felt.unsafe_share)});
        }
    layer.details.push_back(std::move(detail));
    put(std::move(layer), into);
}

}  // namespace

void add_place_layers(const StudyRun& run, MapLayers& into) {
    add_places(run, into);
    add_felt(run, into);
}

}  // namespace lykta::viewer
