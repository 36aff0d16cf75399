// Lamps of a match: the plans for its deficient stretches put together, and what they leave below class.
#include <algorithm>
#include <tuple>

#include "core/language.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

LampSteps steps_of(Siting siting) {
    if (siting == Siting::lamp_repair) return LampSteps::repair_only;
    return siting == Siting::lamp_upgrade ? LampSteps::repair_upgrade : LampSteps::all;
}

std::vector<std::uint32_t> below_class(const SitingCase& at) {
    std::vector<std::uint32_t> below;
    for (const auto k : at.ranked().facts.stretch_index)
        if (k < at.world.stretches.size() && at.world.stretches[k].below_class) below.push_back(k);
    return below;
}

auto what_changes(const LampChange& c) {
    return std::tuple{c.work, c.lamp.value_or(0), c.after.position, c.after.flux, c.after.height};
}

void put_together(const World& world, const std::vector<LampPlan>& plans, SitedMeasure& sited) {
    double reached = 0, all = 0;
    for (const auto& plan : plans) {
        all += length_of(world, plan.stretches);
        reached += length_of(world, plan.reached);
        if (plan.changes.empty()) continue;
        sited.lamps.insert(sited.lamps.end(), plan.changes.begin(), plan.changes.end());
        sited.stretches.insert(sited.stretches.end(), plan.stretches.begin(), plan.stretches.end());
    }
    std::sort(sited.stretches.begin(), sited.stretches.end());
    sited.stretches.erase(std::unique(sited.stretches.begin(), sited.stretches.end()), sited.stretches.end());
    sited.reaches_goal = reached >= all - 0.5;
    if (!sited.reaches_goal)
        sited.note = say("{} of {} m below class reach it; the rest does not by this measure alone.",
                         number_text(reached, 0), number_text(all, 0));
}

}  // namespace

void say_where_too_bright(const World& world, SitedMeasure& sited) {
    double metres = 0;
    for (const auto& change : sited.changes) {
        const auto* wanted = conditions::find_lighting_class(world.stretches[change.stretch].wanted_class);
        const bool brighter = change.average_after > change.average_before;
        if (brighter && wanted != nullptr && conditions::average_over_limit(*wanted, change.average_after))
            metres += change.length_m;
    }
    if (metres < 0.5) return;
    if (!sited.note.empty()) sited.note += ' ';
    sited.note +=
        say("On {} m the average becomes more than 1.5 times the class figure, because the darkest spot decides "
            "how many lamps it takes: order dimmable luminaires, or optics made for the path.",
            number_text(metres, 0));
}

bool same_lamps(const SitedMeasure& a, const SitedMeasure& b) {
    return std::equal(a.lamps.begin(), a.lamps.end(), b.lamps.begin(), b.lamps.end(),
                      [](const LampChange& x, const LampChange& y) { return what_changes(x) == what_changes(y); });
}

std::optional<SitedMeasure> sited_lamps(const SitingCase& at, std::string& why) {
    SitedMeasure sited;
    const auto plans = site_lamps(at.world, below_class(at), steps_of(at.measure().siting), at.options.lamps);
    put_together(at.world, plans, sited);
    if (sited.lamps.empty()) {
        why = tr("no lamp was found whose change brings a stretch to its class.");
        return std::nullopt;
    }
    MultiPoint positions;
    for (const auto& change : sited.lamps) positions.push_back(change.after.position);
    sited.shape = std::move(positions);
    sited.quantity = static_cast<double>(sited.lamps.size());
    return sited;
}

}  // namespace lykta::measures
