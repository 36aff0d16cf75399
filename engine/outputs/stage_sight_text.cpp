// `lykta sight` in sums, on the terminal and as JSON.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "conditions/plants_at_eye.hpp"
#include "outputs/stage_sight.hpp"
#include "outputs/text.hpp"

namespace lykta::outputs {
namespace {

using conditions::HiddenBy;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_listed = 10;

void add_to(SightTotal& total, const conditions::SightStretch& stretch) {
    total.metres += stretch.to_m - stretch.from_m;
    total.under_10_m += stretch.under_10_m;
    total.under_25_m += stretch.under_25_m;
    total.under_25_plants_m += stretch.under_25_plants_m;
}

/// Plants that end at eye height or below hide nobody: most often they have no height of their own.
std::string low_plants_text(const SightResult& result) {
    if (!result.vegetation) return {};
    const auto& plants = result.vegetation->plants;
    const auto low = std::count_if(plants.begin(), plants.end(),
                                   [&](const auto& plant) { return plant.height <= result.options.eye; });
    const auto assumed = conditions::plants_at_eye(*result.vegetation, result.options.eye);
    if (assumed == 0) return {};
    return "! " +
           say("{} of {} plants are not higher than the eyes ({} m) and hide nobody; {} of them have no height of "
               "their "
               "own: --plant-height M gives them one.",
               number_text(low), number_text(static_cast<std::int64_t>(plants.size())),
               number_text(result.options.eye.value, 1), number_text(assumed)) +
           "\n";
}

std::string all_text(const SightResult& result) {
    const auto& t = result.totals;
    std::string text =
        say("{} of way. A person who approaches is first seen nearer than 10 m on {} ({}), nearer than 25 "
            "m on {} ({}); of those {} because of plants.",
            metres_text(t.all.metres), metres_text(t.all.under_10_m), share_text(t.all.under_10_m, t.all.metres),
            metres_text(t.all.under_25_m), share_text(t.all.under_25_m, t.all.metres),
            metres_text(t.all.under_25_plants_m)) +
        "\n";
    text +=
        say("Mean: seen at {} m, {} m² in sight. {} run beside plants one can hide in, {} are dead ends, {} tunnels.",
            number_text(t.mean_seen_at_m, 0), number_text(t.mean_visible_m2, 0), metres_text(t.concealment_m),
            metres_text(t.dead_end_m), metres_text(t.tunnel_m)) +
        "\n";
    text += low_plants_text(result);
    if (!result.buildings && !result.vegetation)
        text +=
            std::string{"! "} +
            tr("Without --buildings and --vegetation nothing stands in the way of sight but the walls of tunnels.") +
            "\n";
    return text;
}

std::string streets_text(const SightResult& result) {
    std::string text;
    for (std::size_t i = 0; i < std::min(result.totals.streets.size(), most_listed); ++i) {
        const auto& one = result.totals.streets[i];
        if (one.under_25_m < 0.5) break;
        const auto name = one.name.empty() ? std::string{tr("(no name)")} : clean_utf8(one.name);
        text += say("  {}: {} under 10 m, {} under 25 m, of {}", name, metres_text(one.under_10_m),
                    metres_text(one.under_25_m), metres_text(one.metres)) +
                "\n";
    }
    return text.empty() ? text : "\n" + std::string{tr("Streets and paths with most of it:")} + "\n" + text;
}

std::string plant_name(const layers::Plant& plant) {
    const auto id = plant.id.empty() ? say("row {}", plant.row) : clean_utf8(plant.id);
    return plant.kind.empty() ? id : id + " (" + clean_utf8(plant.kind) + ")";
}

std::string plants_text(const SightResult& result) {
    std::string text;
    for (std::size_t i = 0; i < std::min(result.sight.plants.size(), most_listed); ++i) {
        const auto& one = result.sight.plants[i];
        const auto& plant = result.vegetation->plants[one.plant];
        text += say("  {}, {} m high: hides people on {}", plant_name(plant), number_text(plant.height.value, 1),
                    metres_text(one.hides_m)) +
                "\n";
    }
    return text.empty() ? text : "\n" + std::string{tr("Plants that hide most (nearer than 25 m):")} + "\n" + text;
}

std::string point_text(const SightResult& result) {
    if (!result.seen_from) return {};
    const auto& seen = *result.seen_from;
    return "\n" +
           say("From {}, {} one sees {} m², {} m on average, and {} m of façade within {} m.",
               number_text(seen.point.x, 1), number_text(seen.point.y, 1), number_text(seen.area.area_m2, 0),
               number_text(seen.area.mean_m, 0), number_text(seen.area.facade_m, 0),
               number_text(result.options.surveillance.value, 0)) +
           "\n";
}

Json total_json(const SightTotal& total) {
    return {{"metres", json_number(total.metres)},
            {"under_10_m", json_number(total.under_10_m)},
            {"under_25_m", json_number(total.under_25_m)},
            {"under_25_plants_m", json_number(total.under_25_plants_m)}};
}

}  // namespace

std::string_view hidden_by_code(HiddenBy by) {
    switch (by) {
        case HiddenBy::building:
            return "building";
        case HiddenBy::plant:
            return "plant";
        case HiddenBy::tunnel:
            return "tunnel";
        case HiddenBy::nothing:
            break;
    }
    return "nothing";
}

std::string hidden_by_words(HiddenBy by) {
    switch (by) {
        case HiddenBy::building:
            return tr("a building");
        case HiddenBy::plant:
            return tr("a plant");
        case HiddenBy::tunnel:
            return tr("the wall of a tunnel");
        case HiddenBy::nothing:
            break;
    }
    return tr("nothing");
}

SightTotals sight_totals(const SightResult& result) {
    SightTotals totals;
    std::map<std::string, SightTotal> streets;
    for (const auto& stretch : result.sight.stretches) {
        const auto& name = result.streets.streets[stretch.street].name;
        add_to(totals.all, stretch);
        add_to(streets[name], stretch);
        const double metres = stretch.to_m - stretch.from_m;
        totals.dead_end_m += stretch.dead_end ? metres : 0.0;
        totals.tunnel_m += stretch.tunnel ? metres : 0.0;
        totals.concealment_m += stretch.concealment_m;
    }
    for (auto& [name, total] : streets) {
        total.name = name;
        totals.streets.push_back(std::move(total));
    }
    std::stable_sort(totals.streets.begin(), totals.streets.end(), [](const SightTotal& a, const SightTotal& b) {
        return a.under_10_m != b.under_10_m ? a.under_10_m > b.under_10_m : a.under_25_m > b.under_25_m;
    });
    const auto samples = static_cast<double>(result.sight.samples.size());
    for (const auto& sample : result.sight.samples) {
        totals.mean_seen_at_m += sample.seen_at_m / samples;
        totals.mean_visible_m2 += sample.visible_m2 / samples;
    }
    return totals;
}

std::string sight_text(const SightResult& result) {
    return sources_text(result.about) + "\n" + all_text(result) + streets_text(result) + plants_text(result) +
           point_text(result);
}

std::string sight_json(const SightResult& result) {
    Json json = about_json(result.about), streets = Json::array(), plants = Json::array();
    json["all"] = total_json(result.totals.all);
    json["all"]["dead_end_m"] = json_number(result.totals.dead_end_m);
    json["all"]["tunnel_m"] = json_number(result.totals.tunnel_m);
    json["all"]["concealment_m"] = json_number(result.totals.concealment_m);
    json["all"]["mean_seen_at_m"] = json_number(result.totals.mean_seen_at_m);
    json["all"]["mean_visible_m2"] = json_number(result.totals.mean_visible_m2);
    for (const auto& street : result.totals.streets) {
        Json one{{"street", clean_utf8(street.name)}};
        one.update(total_json(street));
        streets.push_back(std::move(one));
    }
    for (const auto& one : result.sight.plants) {
        const auto& plant = result.vegetation->plants[one.plant];
        plants.push_back({{"id", clean_utf8(plant.id)}, {"row", plant.row}, {"hides_m", json_number(one.hides_m)}});
    }
    json["streets"] = std::move(streets);
    json["blocking_plants"] = std::move(plants);
    if (result.seen_from) {
        const auto& seen = *result.seen_from;
        json["visible_area"] = {{"east", json_number(seen.point.x, 12)},
                                {"north", json_number(seen.point.y, 12)},
                                {"area_m2", json_number(seen.area.area_m2)},
                                {"mean_m", json_number(seen.area.mean_m)},
                                {"facade_m", json_number(seen.area.facade_m)}};
    }
    return printed(json);
}

}  // namespace lykta::outputs
