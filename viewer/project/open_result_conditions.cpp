// Streets with their light and sight, lamps and the plants that hide people, from a result's layers. Streets are put
// together again from their stretches, so that there is a map to look at.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/words.hpp"
#include "viewer/project/open_result.hpp"

namespace lykta::viewer {
namespace {

/// The street of each stretch: a new one where the source row changes or the stretches start over.
class StreetMaker {
public:
    explicit StreetMaker(layers::StreetLayer& streets) : m_streets(streets) {}
    struct Stretch {
        std::int64_t row = 0;
        double from_m = 0;
        const std::string& name;
        const Polyline& line;
        bool is_footpath = false, is_tunnel = false;
    };
    std::uint32_t street_of(const Stretch& s) {
        auto& all = m_streets.streets;
        if (all.empty() || all.back().row != s.row || s.from_m < m_from)
            all.push_back({.id = {}, .name = s.name, .footpath = s.is_footpath, .row = s.row});
        auto& street = all.back();
        m_from = s.from_m;
        const bool joins = !street.line.empty() && !s.line.empty() && street.line.back() == s.line.front();
        street.line.insert(street.line.end(), s.line.begin() + (joins ? 1 : 0), s.line.end());
        street.tunnel = street.tunnel || s.is_tunnel;
        return static_cast<std::uint32_t>(all.size() - 1);
    }

private:
    layers::StreetLayer& m_streets;
    double m_from = 0;
};

conditions::LightCause cause_from(const std::string& code) {
    for (int cause = 0; cause < 5; ++cause)
        if (conditions::light_cause_code(static_cast<conditions::LightCause>(cause)) == code)
            return static_cast<conditions::LightCause>(cause);
    return conditions::LightCause::none;
}

void read_light(const sources::LayerRows& rows, study::StudyRun& run) {
    StreetMaker maker{run.city.streets.emplace()};
    const auto names = rows.text("street"), ways = rows.text("way"), classes = rows.text("class"),
               causes = rows.text("cause");
    const auto row = rows.number("row"), from = rows.number("from_m"), to = rows.number("to_m"),
               below = rows.number("below_class"), average = rows.number("lux_average"),
               minimum = rows.number("lux_minimum"), uniformity = rows.number("uniformity"),
               vertical = rows.number("lux_vertical_min"), semi = rows.number("lux_semicyl_min"),
               target = rows.number("lux_target"), deficit = rows.number("deficit_share"),
               deviation = rows.number("uncertainty"), out = rows.number("lamps_out");
    auto& stretches = run.result.stretches;
    stretches.reserve(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto line = line_of(rows.shapes[i]);
        const auto street =
            maker.street_of({static_cast<std::int64_t>(row[i]), from[i], names[i], line, ways[i] == "footpath"});
        stretches.push_back({.street = street,
                             .from_m = from[i],
                             .to_m = to[i],
                             .line = std::move(line),
                             .average = Lux{average[i]},
                             .minimum = Lux{minimum[i]},
                             .target = Lux{target[i]},
                             .wanted_class = classes[i],
                             .deficit_share = deficit[i],
                             .below_class = below[i] > 0,
                             .cause = cause_from(causes[i]),
                             .uniformity = uniformity[i],
                             .vertical_minimum = Lux{vertical[i]},
                             .semicylindrical_minimum = Lux{semi[i]},
                             .light_sd = deviation[i]});
    }
}

void read_sight(const sources::LayerRows& rows, study::StudyRun& run) {
    // Sight is cut as light is; without light its own stretches make the streets.
    const bool follows_light = run.result.stretches.size() == rows.rows;
    if (!follows_light) run.city.streets.emplace();
    StreetMaker maker{*run.city.streets};
    const auto names = rows.text("street");
    const auto row = rows.number("row"), from = rows.number("from_m"), to = rows.number("to_m"),
               under_10 = rows.number("under_10_m"), under_25 = rows.number("under_25_m"),
               plants = rows.number("under_25_plants_m"), seen_at = rows.number("seen_at_m"),
               visible = rows.number("visible_m2"), hiding = rows.number("concealment_m"),
               facade = rows.number("facade_m"), exit = rows.number("exit_m"), dead_end = rows.number("dead_end"),
               tunnel = rows.number("tunnel");
    auto& sight = run.result.sight.emplace();
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto line = line_of(rows.shapes[i]);
        const bool is_tunnel = tunnel[i] > 0;
        const auto street =
            follows_light
                ? run.result.stretches[i].street
                : maker.street_of({static_cast<std::int64_t>(row[i]), from[i], names[i], line, false, is_tunnel});
        sight.stretches.push_back({.street = street,
                                   .from_m = from[i],
                                   .to_m = to[i],
                                   .line = std::move(line),
                                   .under_10_m = under_10[i],
                                   .under_25_m = under_25[i],
                                   .under_25_plants_m = plants[i],
                                   .concealment_m = hiding[i],
                                   .mean_visible_m2 = visible[i],
                                   .mean_seen_at_m = seen_at[i],
                                   .facade_m = facade[i],
                                   .exit_m = exit[i],
                                   .dead_end = dead_end[i] > 0,
                                   .tunnel = is_tunnel});
    }
}

layers::LampState state_from(const std::string& code) {
    for (const auto state : {layers::LampState::working, layers::LampState::out})
        if (outputs::lamp_state_code(state) == code) return state;
    return layers::LampState::unknown;
}

void read_lamps(const sources::LayerRows& rows, study::StudyRun& run) {
    auto& lamps = run.city.lighting.emplace().lamps;
    const auto ids = rows.text("id"), states = rows.text("state");
    const auto height = rows.number("height_m"), flux = rows.number("flux_lm"),
               height_taken = rows.number("height_defaulted"), flux_taken = rows.number("flux_defaulted");
    lamps.resize(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto& lamp = lamps[i];
        lamp.id = ids[i];
        lamp.position = point_of(rows.shapes[i]);
        lamp.height = Meters{height[i]};
        lamp.flux = Lumens{flux[i]};
        lamp.state = state_from(states[i]);
        lamp.height_defaulted = height_taken[i] > 0;
        lamp.flux_defaulted = flux_taken[i] > 0;
    }
}

void read_plants(const sources::LayerRows& rows, study::StudyRun& run) {
    auto& plants = run.city.vegetation.emplace().plants;
    const auto ids = rows.text("id"), kinds = rows.text("kind");
    const auto height = rows.number("height_m"), hides = rows.number("hides_m"), row = rows.number("row");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        layers::Plant plant;
        plant.id = ids[i];
        plant.kind = kinds[i];
        plant.outline = polygons_of(rows.shapes[i]);
        plant.height = Meters{height[i]};
        plant.row = static_cast<std::int64_t>(row[i]);
        plants.push_back(std::move(plant));
        if (run.result.sight) run.result.sight->plants.push_back({static_cast<std::uint32_t>(i), hides[i]});
    }
}

}  // namespace

void read_conditions(const sources::LayerFile& file, ResultReading& into) {
    auto& run = into.run;
    const auto light = file.read("light_deficit"), sight = file.read("sight_along"), lamps = file.read("lamps"),
               plants = file.read("blocking_plants");
    if (light.rows > 0) read_light(light, run);
    if (sight.rows > 0) read_sight(sight, run);
    if (lamps.rows > 0) read_lamps(lamps, run);
    if (plants.rows > 0) {
        read_plants(plants, run);
        into.missing.emplace_back(tr("Of the vegetation a result holds only what hides people."));
    }
    if (light.rows == 0 && sight.rows == 0)
        into.missing.emplace_back(tr("The result holds no streets: neither light nor sight was computed along them."));
}

}  // namespace lykta::viewer
