#include "measures/matching.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "measures/matching_parts.hpp"
#include "measures/matching_records.hpp"

namespace lykta::measures {

namespace {

/// A match while a place's list is made.
struct Found {
    Match match;
    bool by_condition = false, holds = false;
    double answered = 0;
};

bool asks_for_gentler(const Measure& measure) {
    return std::find(measure.rules_out.begin(), measure.rules_out.end(), RuledOut::less_intrusive_untried) !=
           measure.rules_out.end();
}

Found found_of(const Case& at, std::uint32_t index, const Held& held, std::optional<std::string> against) {
    const auto& measure = at.catalogue.measures[index];
    const bool fits = held.holds() && !against;
    Found found{.match = {.place = at.diagnosis.place,
                          .measure = index,
                          .verdict = fits ? Verdict::fits : Verdict::rejected,
                          .extent = held.extent,
                          .incidents = held.incidents},
                .by_condition = held.by_condition(),
                .holds = held.holds(),
                .answered = measure.siting == Siting::items ? held.linked : static_cast<double>(held.incidents.size())};
    found.match.reason = fits      ? reason_to_fit(at, measure, held)
                         : against ? std::move(*against)
                                   : missing_line(at, measure, held);
    set_records(at, measure, held, found.match);
    return found;
}

constexpr double indoors_from = 0.15;  // of what is recorded, from which a reader asks about the doors

/// Would a reader ask about a measure none of whose answers holds?
bool is_asked_about(const Case& at, const Measure& measure, const Held& held) {
    switch (measure.siting) {
        case Siting::lamp_repair:
        case Siting::lamp_upgrade:
        case Siting::lamp_infill:
            return true;
        case Siting::clearing:
            return held.outcomes && at.world.city.vegetation.has_value();
        case Siting::camera:
            return static_cast<double>(held.incidents.size()) >= at.options.few_incidents;
        case Siting::items:
            return held.outcomes && at.diagnosis.indoors >= indoors_from;
        default:
            return held.outcomes && held.by_condition();
    }
}

std::optional<Found> held_against(const Case& at, std::uint32_t index, std::span<const Fitting> fitting) {
    const auto& measure = at.catalogue.measures[index];
    const auto held = best_answer(at, measure);
    if (!held) return std::nullopt;
    if (!held->holds() && !is_asked_about(at, measure, *held)) return std::nullopt;
    return found_of(at, index, *held, ruled_out(at, measure, *held, fitting));
}

/// One rejection speaks for all of a kind: of lamps that whose condition was found, else added ones; of buildings that
/// with most incidents.
void keep_one_rejection(const Case& at, std::vector<Found>& all, bool (*of_kind)(const Measure&)) {
    const auto measure_of = [&](const Found& f) -> const Measure& { return at.catalogue.measures[f.match.measure]; };
    const auto is_rejected = [&](const Found& f) {
        return f.match.verdict == Verdict::rejected && of_kind(measure_of(f));
    };
    const bool some_fit = std::any_of(all.begin(), all.end(), [&](const Found& f) {
        return f.match.verdict == Verdict::fits && of_kind(measure_of(f));
    });
    if (some_fit) {
        std::erase_if(all, [&](const Found& f) { return is_rejected(f) && !f.holds; });
        return;
    }
    const auto worth = [&](const Found& f) {
        return std::tuple{f.by_condition, measure_of(f).siting == Siting::lamp_infill, f.match.incidents.size()};
    };
    const Found* kept = nullptr;
    for (const auto& f : all)
        if (is_rejected(f) && (kept == nullptr || worth(f) > worth(*kept))) kept = &f;
    if (kept == nullptr) return;
    const auto index = kept->match.measure;
    std::erase_if(all, [&](const Found& f) { return is_rejected(f) && f.match.measure != index; });
}

void sort_matches(std::vector<Found>& all) {
    const auto key = [](const Found& f) {
        return std::tuple{f.match.verdict == Verdict::rejected, !f.by_condition, -f.match.extent, f.match.measure};
    };
    std::sort(all.begin(), all.end(), [&](const Found& a, const Found& b) { return key(a) < key(b); });
}

/// Every measure against one place, in catalogue order; what asks for gentler ones after those are known.
std::vector<Found> match_place(const Case& at) {
    std::vector<Found> all;
    std::vector<Fitting> fitting;
    for (const bool last : {false, true}) {
        for (std::uint32_t m = 0; m < at.catalogue.measures.size(); ++m) {
            if (asks_for_gentler(at.catalogue.measures[m]) != last) continue;
            auto found = held_against(at, m, fitting);
            if (!found) continue;
            if (found->match.verdict == Verdict::fits && !last)
                fitting.push_back({m, found->by_condition, found->answered});
            all.push_back(std::move(*found));
        }
    }
    keep_one_rejection(at, all, is_lighting);
    keep_one_rejection(at, all, [](const Measure& m) { return m.siting == Siting::items; });
    sort_matches(all);
    return all;
}

/// What a social measure would answer in one district: where most of it happens, and how much in all.
struct InDistrict {
    std::uint32_t place = 0;
    std::size_t most = 0, incidents = 0, places = 0;
};

std::string district_sentence(const std::string& district, const InDistrict& here) {
    const auto incidents = number_text(static_cast<std::int64_t>(here.incidents)),
               places = number_text(static_cast<std::int64_t>(here.places));
    if (district.empty())
        return say("For the town as a whole, not for any person: {} such incidents at {} of its ranked places.",
                   incidents, places);
    return say("For the district {}, not for any person: {} such incidents at {} of its ranked places.", district,
               incidents, places);
}

/// At most one match per social measure and district, at the place with most of what it answers; ties by rank.
void keep_one_per_district(const World& world, const Catalogue& catalogue, std::vector<std::vector<Found>>& all) {
    std::map<std::pair<std::uint32_t, std::string>, InDistrict> districts;
    const auto is_area = [&](const Found& f) {
        return catalogue.measures[f.match.measure].siting == Siting::area && f.match.verdict == Verdict::fits;
    };
    for (const auto& of_place : all)
        for (const auto& f : of_place) {
            if (!is_area(f)) continue;
            auto& here = districts[{f.match.measure, world.places[f.match.place].place.area_name}];
            if (f.match.incidents.size() > here.most) here.most = f.match.incidents.size(), here.place = f.match.place;
            here.incidents += f.match.incidents.size();
            ++here.places;
        }
    for (auto& of_place : all)
        std::erase_if(of_place, [&](Found& f) {
            if (!is_area(f)) return catalogue.measures[f.match.measure].siting == Siting::area;
            const auto& district = world.places[f.match.place].place.area_name;
            const auto& here = districts.at({f.match.measure, district});
            if (here.place != f.match.place) return true;
            f.match.reason = district_sentence(district, here) + " " + f.match.reason;
            return false;
        });
}

}  // namespace

std::vector<Match> match_measures(const World& world, const Catalogue& catalogue, const MatchOptions& options) {
    const Town town{world, catalogue, options};
    const auto incidents = incidents_by_place(world);
    std::vector<std::vector<Found>> all(world.places.size());
    parallel_blocks(all.size(), 4, [&](std::size_t first, std::size_t last) {
        for (std::size_t p = first; p < last; ++p)
            all[p] =
                match_place({.town = town,
                             .world = world,
                             .catalogue = catalogue,
                             .options = options,
                             .of_word = town.of_word,
                             .incidents = incidents[p],
                             .diagnosis = diagnose(world, static_cast<std::uint32_t>(p), incidents[p], town.of_word)});
    });
    keep_one_per_district(world, catalogue, all);
    std::vector<Match> matches;
    for (auto& of_place : all)
        for (auto& f : of_place) matches.push_back(std::move(f.match));
    return matches;
}

}  // namespace lykta::measures
