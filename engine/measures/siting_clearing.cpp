// Samples hidden by shrubs, pieces of shrub, lines between: what to clear.
#include "measures/siting_clearing.hpp"

#include <optional>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/siting_clearing_choice.hpp"

namespace lykta::measures {

namespace {

void require_good(const ClearingOptions& options) {
    if (!(options.strip.value > 0.0) || !(options.piece.value > 0.0) || !(options.least_gain >= 0.0))
        throw Error(ErrorCode::bad_option,
                    say("clearing: strip and piece must be greater than 0 m and the least gain not negative"));
}

/// Pieces that stand on no hidden line are no candidates.
std::vector<ClearingPiece> in_the_way(const ClearingLines& lines, std::vector<ClearingPiece> pieces) {
    std::vector<ClearingPiece> kept;
    const Cleared none(pieces.size(), 0);
    for (std::uint32_t p = 0; p < pieces.size(); ++p) {
        bool hides = false;
        for (const auto l : lines.lines_of(p)) hides = hides || !lines.is_open(l, none);
        if (hides) kept.push_back(std::move(pieces[p]));
    }
    return kept;
}

/// A step's metres go to its pieces by area: only together do they give anything.
void append(const ClearingStep& step, std::span<const ClearingPiece> pieces, std::vector<Clearing>& clearings) {
    double m2 = 0.0;
    for (const auto p : step.pieces) m2 += pieces[p].area_m2;
    for (const auto p : step.pieces) {
        const ClearingPiece& piece = pieces[p];
        clearings.push_back({piece.plant, piece.shape, piece.area_m2, step.metres * piece.area_m2 / m2});
    }
}

}  // namespace

std::vector<Clearing> site_clearing(const World& given, std::span<const std::uint32_t> stretches,
                                    const ClearingOptions& options) {
    require_good(options);
    std::vector<Clearing> clearings;
    if (given.sight == nullptr || given.sight_obstacles == nullptr || !given.city.streets || !given.city.vegetation)
        return clearings;
    World world = given;
    std::optional<conditions::PathNetwork> network;
    if (world.network == nullptr) world.network = &network.emplace(*world.city.streets);
    const auto samples = samples_to_watch(world, stretches);
    if (samples.empty()) return clearings;
    const auto cells = clearing_cells(*world.city.streets, parts_walked(world, samples), options);
    auto pieces = clearing_pieces(world, cells, options);
    pieces = in_the_way(ClearingLines(world, samples, pieces), pieces);
    const ClearingLines lines(world, samples, pieces);
    for (const auto& step : choose_clearing(lines, options.least_gain).steps) append(step, pieces, clearings);
    return clearings;
}

}  // namespace lykta::measures
