// What each term's value rests on, in sentences: defaults taken, hours and items not known, how old, which season.
#include "core/language.hpp"
#include "core/time.hpp"
#include "places/term_uncertainty.hpp"

namespace lykta::places {

namespace {

void add_season(const PlaceFacts& f, std::vector<std::string>& said) {
    if (!f.season) return;
    said.emplace_back(*f.season == conditions::Season::leafed ? tr("Crowns are taken in leaf, as in summer.")
                                                              : tr("Crowns are taken without leaves, as in winter."));
}

std::vector<std::string> of_rate(const PlaceFacts& f) {
    std::vector<std::string> said{
        tr("Recorded incidents, weighted by harm and age; where they are few the rate is drawn towards the mean of the "
           "ranked places.")};
    if (f.incidents > 0 && f.largest_pile > f.incidents / 2)
        said.emplace_back(tr("Over half of them stand on one point: an address may stand for a wider area."));
    return said;
}

std::vector<std::string> of_light(const PlaceFacts& f) {
    std::vector<std::string> said;
    if (f.lamps && *f.lamps == 0) said.emplace_back(tr("No lamp is recorded near the place."));
    if (f.lamps && *f.lamps > 0 && f.lamps_defaulted.value_or(0) > 0)
        said.push_back(say("{} of {} lamps have no recorded height or flux; a default of their type was taken.",
                           *f.lamps_defaulted, *f.lamps));
    if (f.light_sd.value_or(0) > 0)
        said.push_back(say("Computed light is uncertain by {} (one standard deviation).", percent_text(*f.light_sd)));
    if (f.dark.count > f.dark.known && f.dark.known > 0)
        said.push_back(say("The dark share rests on the {} of incidents whose hour is known.",
                           percent_text(f.dark.known / f.dark.count)));
    if (f.dark_verdict == conditions::DarkVerdict::less)
        said.emplace_back(
            tr("A smaller share happens in the dark here than in the whole study: darkness is not called the reason."));
    add_season(f, said);
    return said;
}

std::vector<std::string> of_obstruction(const PlaceFacts& f) {
    std::vector<std::string> said;
    if (!f.seen_at_m) said.emplace_back(tr("Judged by plants beside the paths alone, without lines of sight."));
    if (f.plants_defaulted.value_or(0) > 0)
        said.push_back(say("{} of {} plants have no recorded height; a default was taken.", *f.plants_defaulted,
                           f.plant_index.size()));
    said.push_back(say("The share is taken to be as uncertain as one seen on {} spots: plants grow and are cut.",
                       static_cast<int>(obstruction_spots)));
    add_season(f, said);
    return said;
}

std::vector<std::string> of_defects(const PlaceFacts& f) {
    std::vector<std::string> said;
    const int unknown = f.items_unknown.value_or(0);
    const int all = unknown + f.items_passed.value_or(0) + f.items_failed.value_or(0);
    if (unknown > 0)
        said.push_back(say("{} of {} items were not inspected; they count as unknown, not as passed.", unknown, all));
    if (all > 0 && !f.inspected_last_day) said.emplace_back(tr("The inspections carry no date."));
    if (f.inspected_last_day && *f.inspected_first_day == *f.inspected_last_day)
        said.push_back(say("Inspected {}; what changed since is not known.", iso_date(*f.inspected_last_day)));
    else if (f.inspected_last_day)
        said.push_back(say("Inspected {} to {}; what changed since is not known.", iso_date(*f.inspected_first_day),
                           iso_date(*f.inspected_last_day)));
    return said;
}

}  // namespace

std::vector<std::string> assumptions_of(Term term, const PlaceFacts& facts) {
    switch (term) {
        case Term::incident_rate:
            return of_rate(facts);
        case Term::light_deficit:
            return of_light(facts);
        case Term::obstruction:
            return of_obstruction(facts);
        case Term::inspection_defects:
            return of_defects(facts);
    }
    return {};
}

}  // namespace lykta::places
