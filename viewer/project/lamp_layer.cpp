// Lamps by state: symbols near, dots far out, those out of order always told apart.
#include <cmath>
#include <unordered_set>

#include "outputs/words.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using layers::LampState;
using study::StudyRun;

constexpr double symbols_until = 1.5, dots_until = 12.0;  ///< metres per pixel
constexpr double coarse_dot_m = 36;                       ///< farther out one dot stands for the lamps of such a square

/// Groups by state. Near a lamp is a symbol, farther out a dot; one that is out is a cross at every scale.
struct LampGroups {
    std::uint8_t working = 0, out = 0, unknown = 0;
    [[nodiscard]] std::uint8_t of(LampState state) const {
        return state == LampState::working ? working : state == LampState::out ? out : unknown;
    }
};

std::uint8_t add_working(MapLayer& layer, Symbol symbol, float size) {
    return add_class(layer, {outputs::lamp_state_words(LampState::working),
                             symbol_paint({rgba(colours::lamp), rgba("#5c430a"), size, size > 6 ? 0.9F : 0.4F}),
                             symbol_paint({rgba("#ffe9b0"), {}, size * 0.8F, 0}), symbol});
}

std::uint8_t add_out(MapLayer& layer) {
    return add_class(layer, {outputs::lamp_state_words(LampState::out),
                             symbol_paint({rgba(colours::lamp_out), rgba("#ffffffd0"), 11.0F, 1.0F}),
                             symbol_paint({rgba("#ff7b72"), rgba("#0b101a"), 11.0F, 1.0F}), Symbol::cross});
}

std::uint8_t add_unknown(MapLayer& layer, Symbol symbol, float size) {
    return add_class(layer, {outputs::lamp_state_words(LampState::unknown),
                             symbol_paint({rgba("#f4efe2"), rgba("#6e5a23"), size, size > 6 ? 0.9F : 0.7F}),
                             symbol_paint({rgba("#0b101a"), rgba("#d6c391"), size * 0.8F, 0.8F}), symbol});
}

/// Lamps that are out all stay; of the others one a square, since farther out they are a texture.
std::vector<PointFeature> thinned(const std::vector<PointFeature>& all, std::uint8_t out) {
    std::unordered_set<std::int64_t> taken;
    std::vector<PointFeature> kept;
    for (const auto& point : all) {
        const auto column = static_cast<std::int64_t>(std::floor(point.at.x / coarse_dot_m)),
                   row = static_cast<std::int64_t>(std::floor(point.at.y / coarse_dot_m));
        if (point.group == out || taken.insert(row * (std::int64_t{1} << 32) + column).second) kept.push_back(point);
    }
    return kept;
}

Detail lamp_level(const std::vector<layers::Lamp>& lamps, const LampGroups& groups, float scale, Detail detail) {
    detail.points.reserve(lamps.size());
    for (const bool out : {false, true})  // the crosses on top
        for (std::uint32_t i = 0; i < lamps.size(); ++i)
            if ((lamps[i].state == LampState::out) == out)
                detail.points.push_back(
                    {.at = lamps[i].position, .group = groups.of(lamps[i].state), .scale = scale, .record = i});
    return detail;
}

}  // namespace

void add_lamps(const StudyRun& run, MapLayers& into) {
    if (!run.city.lighting) return;
    const auto& lamps = run.city.lighting->lamps;
    std::int64_t out = 0;
    for (const auto& lamp : lamps) out += lamp.state == LampState::out ? 1 : 0;
    MapLayer layer{.id = LayerId::lamps,
                   .title = tr("Lamps"),
                   .note = say("{} lamps, {} of them out of order, as the register has it ({}).",
                               number_text(static_cast<std::int64_t>(lamps.size())), number_text(out),
                               files_of(run.city.lighting->reports))};
    const auto cross = add_out(layer);
    const LampGroups near{add_working(layer, Symbol::lamp, 12), cross, add_unknown(layer, Symbol::lamp, 12)};
    const LampGroups far{add_working(layer, Symbol::dot, 3.6F), cross, add_unknown(layer, Symbol::ring, 3.6F)};
    layer.details.push_back(lamp_level(lamps, near, 1, level(0, symbols_until)));
    layer.details.push_back(lamp_level(lamps, far, 0.8F, level(symbols_until, 4)));
    layer.details.push_back(lamp_level(lamps, far, 0.55F, level(4, dots_until)));
    Detail widest = level(dots_until, endless);
    widest.points = thinned(layer.details.back().points, far.out);
    layer.details.push_back(std::move(widest));
    put(std::move(layer), into);
}

}  // namespace lykta::viewer
