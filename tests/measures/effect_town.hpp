// A town of square places with incidents in them, for tests of effects, options and draws: no streets, no lamps, only
// what was recorded and where.
#pragma once
#include <string>
#include <vector>

#include "core/random.hpp"
#include "measures/effect.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures::testing {

/// Places of 1 ha side by side along x, three years (1,096 days), window ten times as large as they are.
struct EffectTown {
    layers::CityLayers city;
    std::vector<places::RankedPlace> ranked;
    std::vector<double> harm;
    Period period{.first_day = 0, .last_day = 1095};

    std::uint32_t word(const std::string& category) {
        auto& text = city.incidents.category.text;
        for (std::uint32_t w = 0; w < text.size(); ++w)
            if (text[w] == category) return w;
        text.push_back(category);
        return static_cast<std::uint32_t>(text.size() - 1);
    }
    std::uint32_t add_place() {
        const auto index = static_cast<std::uint32_t>(ranked.size());
        const double x = 100.0 * index;
        places::RankedPlace place;
        place.place.id = "P" + std::to_string(index + 1);
        place.place.shape = {square(x, 0, x + 100, 100)};
        place.place.area_ha = 1;
        ranked.push_back(place);
        const double width = 100.0 * static_cast<double>(ranked.size());
        city.window.shape = {square(0, 0, width, 1000)};
        return index;
    }
    /// \returns its index
    std::uint32_t add_incident(std::uint32_t place, const std::string& category, double harm_of = 1) {
        auto& layer = city.incidents;
        const auto i = static_cast<std::uint32_t>(layer.position.size());
        layer.position.push_back({100.0 * place + 50, 50});
        layer.time.emplace_back();
        layer.category.of_row.push_back(word(category));
        harm.push_back(harm_of);
        auto& facts = ranked[place].facts;
        facts.incident_index.push_back(i);
        facts.incidents += 1;
        facts.by_category[category] += 1;
        return i;
    }
    [[nodiscard]] World world() const {
        World world{.city = city};
        world.period = period;
        world.places = ranked;
        world.harm = harm;
        return world;
    }
    static Polygon square(double x0, double y0, double x1, double y1) {
        return {.outer = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, .holes = {}};
    }
};

inline EffectRow counted(Outcome outcome, RateRatio ratio, const std::string& source = "") {
    EffectRow row;
    row.outcome = outcome;
    row.ratio = ratio;
    row.grade = Grade::a;
    row.counts = true;
    row.source = source;
    return row;
}

inline Measure measure_with(const std::string& id, std::vector<EffectRow> rows) {
    Measure measure;
    measure.id = id;
    measure.name = {id, id};
    measure.effects = std::move(rows);
    measure.cost = {.unit = "item", .low = 800, .typical = 1000, .high = 1500};
    measure.lifetime_years = 10;
    return measure;
}

/// A measure at a place that touches these incidents with one probability.
inline SitedMeasure sited_at(std::uint32_t place, std::uint32_t measure, std::vector<std::uint32_t> incidents,
                             double touch = 1) {
    SitedMeasure sited;
    sited.place = place;
    sited.measure = measure;
    sited.touch.assign(incidents.size(), touch);
    sited.incidents = std::move(incidents);
    sited.quantity = 1;
    return sited;
}

}  // namespace lykta::measures::testing
