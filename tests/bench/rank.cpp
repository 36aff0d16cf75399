// The rank as a distribution: a whole ranking drawn a thousand times.
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "inputs.hpp"
#include "machine.hpp"
#include "places/draw_stream.hpp"
#include "places/rank_simulation.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

constexpr std::size_t incident_count = 300'000, place_count = 2'000;
constexpr int draws = 1'000;
constexpr double side_m = 100.0;

/// Half of the incidents from a source good to 15 m, half from one good to 83 m.
layers::IncidentLayer two_sources() {
    auto layer = incident_layer(incident_count);
    layer.position_error_m = {15.0, 83.0};
    layer.reports.resize(2);
    for (std::size_t i = 0; i < layer.size(); ++i) layer.source[i] = static_cast<std::uint16_t>(i % 2);
    return layer;
}

void fill_facts(places::RankedPlace& place, std::uint64_t item) {
    const auto u = [&](std::uint32_t draw) { return random_uniform({.stream = 9, .item = item}, draw); };
    auto& f = place.facts;
    const double ratio = 1.5 * u(0);
    for (int k = 0; k < 8; ++k) f.light_ratios.push_back({1.0, ratio});
    f.light_deficit = std::max(0.0, 1 - ratio);
    f.light_sd = 0.3;
    f.dark = {.share = u(1), .known = 40, .count = 50};
    f.obstruction_share = u(2);
    f.defect_share = u(3);
    f.items_passed = 6, f.items_failed = 6, f.items_unknown = 3;
}

/// The fullest squares of 100 m.
std::vector<places::RankedPlace> fullest_squares(const layers::IncidentLayer& incidents) {
    std::map<std::pair<int, int>, std::vector<std::uint32_t>> squares;
    for (std::uint32_t i = 0; i < incidents.size(); ++i) {
        const Point p = incidents.position[i];
        squares[{static_cast<int>(p.y / side_m), static_cast<int>(p.x / side_m)}].push_back(i);
    }
    std::vector<std::pair<std::size_t, std::pair<int, int>>> order;
    for (const auto& [square, inside] : squares) order.emplace_back(inside.size(), square);
    std::sort(order.rbegin(), order.rend());
    std::vector<places::RankedPlace> all(std::min(place_count, order.size()));
    for (std::size_t k = 0; k < all.size(); ++k) {
        const double x = side_m * order[k].second.second, y = side_m * order[k].second.first;
        all[k].place.id = std::to_string(100'000 + k);
        all[k].place.shape = {
            Polygon{{{x, y}, {x + side_m, y}, {x + side_m, y + side_m}, {x, y + side_m}, {x, y}}, {}}};
        all[k].place.area_ha = 1.0;
        all[k].facts.incident_index = squares.at(order[k].second);
        fill_facts(all[k], k);
    }
    return all;
}

/// The plain way, for some incidents of one draw: move each by its error, look through all outlines.
double plain_draw(const layers::IncidentLayer& incidents, const std::vector<places::RankedPlace>& all,
                  std::size_t step) {
    double inside = 0;
    for (std::size_t i = 0; i < incidents.size(); i += step) {
        const double sigma = incidents.position_error_m[incidents.source[i]] / std::sqrt(2 * std::numbers::ln2);
        const RandomKey key{.stream = 3, .item = i};
        const Point p{incidents.position[i].x + sigma * random_normal(key, 0),
                      incidents.position[i].y + sigma * random_normal(key, 1)};
        for (const auto& r : all) inside += contains(r.place.shape, p) ? 1 : 0;
    }
    return inside;
}

double random_blocks_per_second() {
    constexpr std::size_t blocks = 20'000'000, block = 100'000;
    std::vector<std::uint32_t> last(blocks / block);
    const double seconds = seconds_of(2, [&] {
        parallel_blocks(blocks, block, [&](std::size_t first, std::size_t end) {
            std::uint32_t sum = 0;
            for (auto i = first; i < end; ++i) sum += places::random_block(1, 2, static_cast<std::uint32_t>(i), 3)[0];
            last[first / block] = sum;
        });
    });
    keep(last.front());
    return static_cast<double>(blocks) / seconds;
}

}  // namespace

Rows rank_rows(const Workshop&) {
    const auto incidents = two_sources();
    const auto all = fullest_squares(incidents);
    const std::vector<double> weight(incidents.size(), 1.0);
    const places::PresentTerms present{.light = true, .vegetation = true, .inspections = true};
    const places::ScoreOptions score;
    const places::RankSimulationInput input{
        .places = all, .incidents = incidents, .incident_weight = weight, .present = present, .score = score};
    constexpr std::size_t every = 300;
    const auto seconds = by_turns(
        2, [&] { keep(places::simulate_ranks(input, {.draws = draws}).front().median); },
        [&] { keep(plain_draw(incidents, all, every)); });
    return {{.stage = "rank as a distribution",
             .size = "1,000 draws, 2,000 places, 300,000 incidents",
             .value = seconds.lykta,
             .plain = Compared{seconds.plain * every * draws,
                               "every incident moved and looked for in every outline in every draw, one thread (one "
                               "draw, every 300th incident, scaled up)"},
             .limit = Compared{static_cast<double>(incident_count) / 4 * draws / random_blocks_per_second(),
                               "one random number for each incident and draw, four from a block, all threads"},
             .target = 5.0}};
}

}  // namespace lykta::bench
