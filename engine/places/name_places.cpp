// Names for places: what a resident would say, "Storgatan, Centrum", made of the street and the district.
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <limits>
#include <map>
#include <set>

#include "core/language.hpp"
#include "places/delineate.hpp"

namespace lykta::places {

namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostBox = bg::model::box<BoostPoint>;
using Entry = std::pair<BoostBox, std::uint32_t>;
using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;

constexpr double street_reach_m = 150.0;  // a street farther away does not name a place

Tree index_of(const layers::StreetLayer& streets) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < streets.streets.size(); ++i) {
        const auto& street = streets.streets[i];
        if (street.name.empty() || street.line.size() < 2) continue;
        const Box box = box_of(street.line);
        entries.emplace_back(BoostBox{{box.min_x, box.min_y}, {box.max_x, box.max_y}}, i);
    }
    return Tree{entries};
}

/// The two nearest different street names, nearest first; ties by name.
std::vector<std::string> nearest_names(const Tree& tree, const layers::StreetLayer& streets, Point p) {
    const BoostBox around{{p.x - street_reach_m, p.y - street_reach_m}, {p.x + street_reach_m, p.y + street_reach_m}};
    std::map<std::string, double> by_name;
    for (auto it = tree.qbegin(bg::index::intersects(around)); it != tree.qend(); ++it) {
        const auto& street = streets.streets[it->second];
        const double d = nearest_on(street.line, p).distance;
        const auto found = by_name.try_emplace(street.name, d).first;
        found->second = std::min(found->second, d);
    }
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [name, d] : by_name)
        if (d <= street_reach_m) order.emplace_back(d, name);
    std::sort(order.begin(), order.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < order.size() && i < 2; ++i) names.push_back(order[i].second);
    return names;
}

std::string area_at(const std::optional<layers::AreaLayer>& areas, Point p) {
    if (!areas) return {};
    for (const auto& a : areas->areas)
        if (contains(a.shape, p)) return a.name;
    return {};
}

/// Two places of one name are told apart by the next street, then by a number.
void make_distinct(std::vector<Place>& places, const std::vector<std::string>& second_street) {
    std::map<std::string, int> uses;
    for (const auto& p : places) ++uses[p.name];
    for (std::size_t i = 0; i < places.size(); ++i)
        if (uses[places[i].name] > 1 && !places[i].name.empty() && !second_street[i].empty())
            places[i].name = say("{} at {}", places[i].name, second_street[i]);
    std::map<std::string, int> seen, total;
    for (const auto& p : places) ++total[p.name];
    for (auto& p : places) {
        const auto base = p.name;
        if (total[base] > 1 && !base.empty()) p.name = fmt::format("{} ({})", base, ++seen[base]);
    }
}

}  // namespace

void name_places(std::vector<Place>& places, const layers::CityLayers& city) {
    const Tree tree = city.streets ? index_of(*city.streets) : Tree{};
    std::vector<std::string> second(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& place = places[i];
        place.area_name = area_at(city.areas, place.centre);
        if (!place.name.empty()) continue;
        const auto names = city.streets ? nearest_names(tree, *city.streets, place.centre) : std::vector<std::string>{};
        if (!names.empty()) place.name = names.front();
        if (names.size() > 1) second[i] = names[1];
        if (names.empty()) place.name = place.area_name;  // may stay empty: the rank then names it
    }
    make_distinct(places, second);
}

}  // namespace lykta::places
