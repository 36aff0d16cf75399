// `lykta light` in sums, on the terminal and as JSON.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "outputs/stage_light.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using conditions::LightCause;
using Json = nlohmann::ordered_json;

constexpr std::array<LightCause, 4> causes{LightCause::outage, LightCause::shaded, LightCause::missing,
                                           LightCause::weak};

std::size_t index_of(LightCause cause) {
    return static_cast<std::size_t>(cause);
}

LampTotals lamp_totals(const LightResult& result) {
    LampTotals totals;
    for (std::size_t i = 0; i < result.lamps.lamps.size(); ++i) {
        const auto& lamp = result.lamps.lamps[i];
        const bool lit = i < result.lit.size() && result.lit[i] != 0;
        ++totals.lamps;
        totals.lit += lit ? 1 : 0;
        if (lamp.state == layers::LampState::out)
            ++totals.out;
        else if (lamp.flux.value <= 0)
            ++totals.without_luminaire;
        else if (!lit)
            ++totals.switched_off;
        totals.height_assumed += lamp.height_defaulted ? 1 : 0;
        totals.flux_assumed += lamp.flux_defaulted ? 1 : 0;
        totals.distribution_assumed += lamp.photometry ? 0 : 1;
    }
    return totals;
}

std::string lamps_line(const LampTotals& lamps) {
    std::string text = say("{} lamps: {} lit", number_text(lamps.lamps), number_text(lamps.lit));
    const auto add = [&](std::int64_t count, const char* words) {
        if (count > 0) text += ", " + number_text(count) + " " + words;
    };
    add(lamps.out, tr("out of order"));
    add(lamps.without_luminaire, tr("without a luminaire"));
    add(lamps.switched_off, tr("switched off or dimmed to nothing at that hour"));
    text += "\n" + say("Assumed or estimated: mounting height of {}, flux of {}, light distribution of {} "
                       "(straight-down Lambertian)",
                       number_text(lamps.height_assumed), number_text(lamps.flux_assumed),
                       number_text(lamps.distribution_assumed));
    return text + "\n";
}

std::string class_line(const ClassTotal& total) {
    const double below = total.metres - total.met_m;
    std::string text =
        fmt::format("  {:<9}  {:<5}  {:>11}  {:>11}  {:>5}", way_words(total.way), total.wanted_class,
                    metres_text(total.metres), metres_text(total.met_m), share_text(total.met_m, total.metres));
    std::string why;
    for (const auto cause : causes)
        if (const double metres = total.cause_m[index_of(cause)]; metres >= 0.5)
            why += (why.empty() ? "" : ", ") + metres_text(metres) + " " + light_cause_words(cause);
    return text + (below >= 0.5 ? "  " + why : "") + "\n";
}

std::string along_text(const LightResult& result) {
    const auto& totals = result.totals;
    std::string text = fmt::format("\n  {:<9}  {:<5}  {:>11}  {:>11}  {:>5}  {}\n", tr("Way"), tr("class"),
                                   tr("length"), tr("met"), "", tr("below class, by cause"));
    for (const auto& one : totals.classes) text += class_line(one);
    double deficit = 0;
    for (const auto& one : totals.classes) deficit += one.deficit_lx_m;
    text += "\n" +
            say("{} of {} of way are below their class ({}); what is missing to the class averages is {} lx·m.",
                metres_text(totals.below_m), metres_text(totals.metres), share_text(totals.below_m, totals.metres),
                number_text(deficit, 0)) +
            "\n";
    text += say("Average over all way {} lx; the average of a stretch is uncertain by {} (one standard deviation).",
                number_text(totals.mean_lux, 1), percent_text(totals.mean_sd)) +
            "\n";
    for (const auto& unknown : result.unknown_classes)
        text += say("! '{}' is no lighting class known here; {} streets with it ({}) took the default",
                    clean_utf8(unknown.word), unknown.streets, metres_text(unknown.length_m)) +
                "\n";
    return text;
}

Json class_json(const ClassTotal& total) {
    Json by_cause = Json::object();
    for (const auto cause : causes)
        by_cause[std::string{conditions::light_cause_code(cause)}] = json_number(total.cause_m[index_of(cause)]);
    return {{"way", total.way == Way::footpath ? "footpath" : "street"},
            {"class", total.wanted_class},
            {"metres", json_number(total.metres)},
            {"met_m", json_number(total.met_m)},
            {"below_m_by_cause", by_cause},
            {"deficit_lx_m", json_number(total.deficit_lx_m)}};
}

}  // namespace

std::string way_words(Way way) {
    return way == Way::footpath ? tr("footpath") : tr("street");
}

LightTotals light_totals(const LightResult& result) {
    LightTotals totals{.lamps = lamp_totals(result)};
    std::map<std::pair<Way, std::string>, ClassTotal> classes;
    double lux = 0, sd = 0, with_light = 0;
    for (const auto& stretch : result.stretches) {
        const double metres = stretch.to_m - stretch.from_m;
        const auto way = result.streets->streets[stretch.street].footpath ? Way::footpath : Way::street;
        auto& one = classes[{way, stretch.wanted_class}];
        one.way = way;
        one.wanted_class = stretch.wanted_class;
        one.metres += metres;
        (stretch.below_class ? one.cause_m[index_of(stretch.cause)] : one.met_m) += metres;
        one.deficit_lx_m += std::max(0.0, stretch.target.value - stretch.average.value) * metres;
        totals.metres += metres;
        totals.below_m += stretch.below_class ? metres : 0.0;
        lux += stretch.average.value * metres;
        if (stretch.average.value > 0) sd += stretch.light_sd * metres, with_light += metres;
    }
    for (auto& [key, one] : classes) totals.classes.push_back(std::move(one));
    if (totals.metres > 0) totals.mean_lux = lux / totals.metres;
    if (with_light > 0) totals.mean_sd = sd / with_light;
    return totals;
}

std::string light_text(const LightResult& result) {
    std::string text = sources_text(result.about) + lamps_line(result.totals.lamps);
    if (result.streets) return text + along_text(result);
    return text + tr("Give --streets FILE for the light along streets and paths, held against their classes.") + "\n";
}

std::string light_json(const LightResult& result) {
    Json json = about_json(result.about), classes = Json::array(), unknown = Json::array();
    const auto& lamps = result.totals.lamps;
    json["lamps"] = {{"used", lamps.lamps},
                     {"lit", lamps.lit},
                     {"out", lamps.out},
                     {"without_luminaire", lamps.without_luminaire},
                     {"switched_off", lamps.switched_off},
                     {"height_assumed", lamps.height_assumed},
                     {"flux_assumed", lamps.flux_assumed},
                     {"distribution_assumed", lamps.distribution_assumed}};
    for (const auto& one : result.totals.classes) classes.push_back(class_json(one));
    for (const auto& one : result.unknown_classes)
        unknown.push_back({{"class", clean_utf8(one.word)}, {"streets", one.streets}, {"metres", one.length_m}});
    json["classes"] = classes;
    json["unknown_classes"] = unknown;
    json["metres"] = json_number(result.totals.metres);
    json["below_class_m"] = json_number(result.totals.below_m);
    json["mean_lux"] = json_number(result.totals.mean_lux);
    json["uncertainty_share"] = json_number(result.totals.mean_sd);
    return printed(json);
}

}  // namespace lykta::outputs
