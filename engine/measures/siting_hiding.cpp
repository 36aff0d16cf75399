// Shrubs that hide nobody from afar, but behind which somebody can stand: cleared along the path where no metres of
// sight are to be won.
#include "core/language.hpp"
#include "measures/siting_clearing_pieces.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

/// Parts of streets beside plants one can hide behind.
std::vector<StreetPart> beside_plants(const World& world, std::span<const std::uint32_t> stretches) {
    std::vector<StreetPart> parts;
    for (const auto k : stretches) {
        const auto& s = world.sight->stretches[k];
        if (s.concealment_m > 0) parts.push_back({s.street, s.from_m, s.to_m});
    }
    return parts;
}

double hidden_beside_m(const World& world, std::span<const std::uint32_t> stretches) {
    double metres = 0;
    for (const auto k : stretches) metres += world.sight->stretches[k].concealment_m;
    return metres;
}

}  // namespace

std::vector<Clearing> hiding_places(const World& world, std::span<const std::uint32_t> stretches,
                                    const ClearingOptions& options, std::string& note) {
    if (world.sight == nullptr || world.sight_obstacles == nullptr || !world.city.streets || !world.city.vegetation)
        return {};
    const auto parts = beside_plants(world, stretches);
    if (parts.empty()) return {};
    const auto cells = clearing_cells(*world.city.streets, parts, options);
    std::vector<Clearing> clearings;
    for (auto& piece : clearing_pieces(world, cells, options))
        clearings.push_back({piece.plant, std::move(piece.shape), piece.area_m2, 0.0});
    if (!clearings.empty())
        note =
            say("Nobody is seen from farther off than today; what goes is the hiding places within {} m of the path, "
                "along {} m of it.",
                number_text(options.strip.value, 0), number_text(hidden_beside_m(world, stretches), 0));
    return clearings;
}

}  // namespace lykta::measures
