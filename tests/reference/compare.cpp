// Expected against found by the tolerance rules of the reference cases.
#include <algorithm>
#include <cmath>

#include "reference/reference.hpp"

namespace reference {

namespace {

/// '*' in a tolerance's name stands for any text.
bool matches(std::string_view pattern, std::string_view name) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == name;
    const std::string_view head = pattern.substr(0, star), tail = pattern.substr(star + 1);
    if (!name.starts_with(head)) return false;
    for (std::size_t from = head.size(); from <= name.size(); ++from) {
        if (matches(tail, name.substr(from))) return true;
    }
    return false;
}

const Json* rule_named(const Json& tolerance, const std::string& name) {
    for (const auto& [pattern, rule] : tolerance.items()) {
        if (pattern != "default" && pattern != "comment" && matches(pattern, name)) return &rule;
    }
    return nullptr;
}

/// Where the comparison stands: the field's name and the rule that holds there.
struct Place {
    std::string path;
    const Json* rule = nullptr;
};

class Comparer {
public:
    explicit Comparer(const Json& tolerance) : m_tolerance(tolerance) {}

    void values(const Json& wanted, const Json& found, const Place& place) {
        if (!result.mismatch.empty()) return;
        if (wanted.is_object() && found.is_object()) {
            objects(wanted, found, place);
        } else if (wanted.is_array() && found.is_array()) {
            arrays(wanted, found, place);
        } else {
            ++result.compared;
            if (!leaf_holds(wanted, found, place.rule)) differ(wanted, found, place);
        }
    }

    Comparison result;

private:
    void objects(const Json& wanted, const Json& found, const Place& place) {
        for (const auto& [name, value] : wanted.items()) {
            const Json* rule = rule_named(m_tolerance, name);
            const Place inner{place.path.empty() ? name : place.path + "." + name, rule != nullptr ? rule : place.rule};
            if (!found.contains(name)) {
                result.left.push_back(inner.path);
            } else if (name == "must_report") {
                ++result.compared;
                if (found[name].get<std::string>().empty()) differ(value, found[name], inner);
            } else {
                values(value, found[name], inner);
            }
        }
    }

    void arrays(const Json& wanted, const Json& found, const Place& place) {
        if (wanted.size() != found.size())
            return differ(wanted.size(), found.size(), {place.path + " (length)", nullptr});
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            values(wanted[i], found[i], {place.path + "[" + std::to_string(i) + "]", place.rule});
        }
    }

    static bool is_prose(const Json& text) {
        return text.is_string() && text.get_ref<const std::string&>().size() > 40;
    }

    static bool leaf_holds(const Json& wanted, const Json& found, const Json* rule) {
        if (wanted.is_number() && found.is_number()) return numbers_hold(wanted, found, rule);
        if (wanted == found) return true;
        // A sentence, or a text whose rule is itself a sentence ("wording may differ"): it must be said, in any words.
        const bool free_words = is_prose(wanted) || (rule != nullptr && is_prose(*rule));
        return free_words && wanted.is_string() && found.is_string() && !found.get_ref<const std::string&>().empty();
    }

    static bool numbers_hold(const Json& wanted, const Json& found, const Json* rule) {
        const double a = wanted.get<double>(), b = found.get<double>();
        if (a == b) return true;
        if (rule == nullptr || !rule->is_object()) return false;
        const double away = std::abs(a - b);
        if (rule->contains("rel") && away <= (*rule)["rel"].get<double>() * std::max(std::abs(a), std::abs(b)))
            return true;
        for (const char* absolute : {"abs", "abs_m", "abs_deg"}) {
            if (rule->contains(absolute) && away <= (*rule)[absolute].get<double>()) return true;
        }
        return false;
    }

    void differ(const Json& wanted, const Json& found, const Place& place) {
        if (result.mismatch.empty()) {
            result.mismatch =
                place.path + ": wanted " + wanted.dump().substr(0, 120) + ", found " + found.dump().substr(0, 120);
        }
    }

    const Json& m_tolerance;
};

}  // namespace

Comparison compare(const Json& expected, const Json& found, const Json& tolerance) {
    Comparer comparer(tolerance);
    const Json* rule = tolerance.contains("default") ? &tolerance["default"] : nullptr;
    comparer.values(expected, found, {"", rule});
    return comparer.result;
}

lykta::Point point_of(const Json& pair) {
    return {pair.at(0).get<double>(), pair.at(1).get<double>()};
}

std::vector<lykta::Point> points_of(const Json& pairs) {
    std::vector<lykta::Point> points;
    for (const auto& pair : pairs) points.push_back(point_of(pair));
    return points;
}

lykta::Polygon polygon_of(const Json& rings) {
    const auto closed = [](const Json& list) {
        lykta::Ring ring = points_of(list);
        if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
        return ring;
    };
    lykta::Polygon polygon{closed(rings.at("exterior")), {}};
    if (rings.contains("holes")) {
        for (const auto& hole : rings["holes"]) polygon.holes.push_back(closed(hole));
    }
    return polygon;
}

std::vector<double> numbers_of(const Json& list) {
    std::vector<double> numbers;
    for (const auto& value : list) numbers.push_back(value.get<double>());
    return numbers;
}

Json pair_json(lykta::Point p) {
    return Json::array({p.x, p.y});
}

Json optional_json(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json list_json(std::span<const std::optional<double>> values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(optional_json(value));
    return list;
}

}  // namespace reference
