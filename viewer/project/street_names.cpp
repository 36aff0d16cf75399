#include "viewer/project/street_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <unordered_map>

#include "core/parallel.hpp"
#include "outputs/report_map.hpp"
#include "viewer/project/layer_parts.hpp"

namespace lykta::viewer {
namespace {

constexpr double sharpest_turn = std::numbers::pi / 3;
constexpr double letter_pixels = 5.0;  ///< a letter is hardly narrower
constexpr double repeat_pixels = 420;
constexpr double most_street_priority = 90;

using EndKey = std::pair<std::int64_t, std::int64_t>;
EndKey key_of(Point p) {
    return {std::llround(p.x * 10), std::llround(p.y * 10)};
}

double turn_between(Point a, Point b, Point c) {
    const double turn = std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x);
    return std::abs(std::remainder(turn, 2 * std::numbers::pi));
}

/// The streets of one name, being joined.
class Joiner {
public:
    Joiner(const layers::StreetLayer& streets, const std::vector<std::uint32_t>& own) : m_streets(streets), m_own(own) {
        m_used.assign(own.size(), 0);
        for (std::size_t i = 0; i < own.size(); ++i) {
            m_at[key_of(line(i).front())].push_back(i);
            m_at[key_of(line(i).back())].push_back(i);
        }
    }
    void join(std::uint32_t name, std::vector<StreetChain>& into) {
        for (std::size_t i = 0; i < m_own.size(); ++i) {
            if (m_used[i]) continue;
            m_used[i] = 1;
            Polyline chain = line(i);
            extend(chain);
            std::reverse(chain.begin(), chain.end());
            extend(chain);
            into.push_back({name, std::move(chain)});
        }
    }

private:
    [[nodiscard]] const Polyline& line(std::size_t i) const { return m_streets.streets[m_own[i]].line; }

    void extend(Polyline& chain) {
        while (true) {
            const auto key = key_of(chain.back());
            std::size_t best = m_own.size();
            double least = sharpest_turn;
            for (const auto i : m_at[key]) {
                if (m_used[i]) continue;
                const auto& next = line(i);
                const Point on = key_of(next.front()) == key ? next[1] : next[next.size() - 2];
                if (const double turn = turn_between(chain[chain.size() - 2], chain.back(), on); turn < least)
                    least = turn, best = i;
            }
            if (best == m_own.size()) return;
            append(chain, line(best), key_of(line(best).front()) == key);
            m_used[best] = 1;
        }
    }
    static void append(Polyline& chain, const Polyline& next, bool forwards) {
        if (forwards)
            chain.insert(chain.end(), next.begin() + 1, next.end());
        else
            chain.insert(chain.end(), next.rbegin() + 1, next.rend());
    }

    const layers::StreetLayer& m_streets;
    const std::vector<std::uint32_t>& m_own;
    std::vector<char> m_used;
    std::map<EndKey, std::vector<std::size_t>> m_at;
};

/// Letters, not bytes.
double letters(const std::string& text) {
    return static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct LabelWanted {
    const std::string& text;
    float priority;
    double least_room_m, repeat_m;
};

/// Along one straight part: in its middle, or evenly along it where it is long.
void label_part(Point a, Point b, const LabelWanted& wanted, std::vector<MapLabel>& into) {
    const double room = distance(a, b);
    if (room < wanted.least_room_m) return;
    const auto count = std::max(1, static_cast<int>(std::round(room / wanted.repeat_m)));
    for (int i = 0; i < count; ++i) {
        const double t = (i + 0.5) / count;
        into.push_back({.text = wanted.text,
                        .at = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)},
                        .kind = LabelKind::street,
                        .priority = wanted.priority,
                        .turn = static_cast<float>(std::atan2(b.y - a.y, b.x - a.x)),
                        .room_m = static_cast<float>(room / count)});
    }
}

}  // namespace

StreetChains street_chains(const layers::StreetLayer& streets) {
    StreetChains out;
    std::vector<std::vector<std::uint32_t>> own;
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::uint32_t i = 0; i < streets.streets.size(); ++i) {
        const auto& street = streets.streets[i];
        if (street.name.empty() || street.line.size() < 2) continue;
        const auto [at, is_new] = known.emplace(street.name, out.names.size());
        if (is_new) {
            out.names.push_back(shown_text(street.name));
            out.length_m.push_back(0);
            own.emplace_back();
        }
        out.length_m[at->second] += length(street.line);
        own[at->second].push_back(i);
    }
    std::vector<std::vector<StreetChain>> chains(own.size());
    parallel_blocks(own.size(), 64, [&](std::size_t first, std::size_t last) {
        for (auto n = first; n < last; ++n) Joiner(streets, own[n]).join(static_cast<std::uint32_t>(n), chains[n]);
    });
    for (auto& some : chains) std::move(some.begin(), some.end(), std::back_inserter(out.chains));
    return out;
}

std::vector<MapLabel> street_labels(const StreetChains& chains, double from_metres_per_pixel,
                                    double to_metres_per_pixel) {
    const double near = std::max(from_metres_per_pixel, to_metres_per_pixel / 4);
    std::vector<std::vector<MapLabel>> found(chains.chains.size());
    parallel_blocks(found.size(), 256, [&](std::size_t first, std::size_t last) {
        for (auto c = first; c < last; ++c) {
            const auto& chain = chains.chains[c];
            const auto& name = chains.names[chain.name];
            const LabelWanted wanted{
                name, static_cast<float>(std::min(most_street_priority, chains.length_m[chain.name] / 100)),
                letters(name) * letter_pixels * from_metres_per_pixel, repeat_pixels * near};
            if (length(chain.line) < wanted.least_room_m) continue;
            const Polyline parts = outputs::simplified(chain.line, 2 * near);
            for (std::size_t i = 0; i + 1 < parts.size(); ++i) label_part(parts[i], parts[i + 1], wanted, found[c]);
        }
    });
    std::vector<MapLabel> labels;
    for (auto& some : found) std::move(some.begin(), some.end(), std::back_inserter(labels));
    return labels;
}

}  // namespace lykta::viewer
