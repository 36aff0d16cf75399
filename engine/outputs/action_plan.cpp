// atgardsplan.csv: one row a measure, with owner, money, goal and follow-up, for the plan the municipality decides on.

#include "outputs/action_plan.hpp"
#include "core/file.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/plan_sheet.hpp"
#include "outputs/privacy.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::SitedMeasure;

std::vector<std::string> plan_titles() {
    return {tr("Id"),
            tr("Place"),
            tr("Rank of the place"),
            tr("District"),
            tr("Measure"),
            tr("What exactly"),
            tr("Why here"),
            tr("Owner"),
            tr("Investment (SEK)"),
            tr("Running cost (SEK per year)"),
            tr("Price year"),
            tr("Price is a guess"),
            tr("In the portfolio"),
            tr("Lead time (months from the decision)"),
            tr("Follow-up to be done (months from the decision)"),
            tr("Goal"),
            tr("Follow-up indicator"),
            tr("Incidents prevented per year, from (90%)"),
            tr("Incidents prevented per year"),
            tr("Incidents prevented per year, to (90%)"),
            tr("What can be said of the effect"),
            tr("Evidence grade"),
            tr("Source"),
            tr("Months until the effect can be seen, ten control areas"),
            tr("Legal check"),
            tr("Note")};
}

/// The studies the figure rests on; where nothing counts, those that were found at all.
std::string sources_of(const measures::Measure& measure) {
    std::string counting, all;
    for (const auto& row : measure.effects) {
        if (row.source.empty()) continue;
        const std::string one = row.source + (row.link.empty() ? "" : " " + row.link);
        if (all.find(one) == std::string::npos) all += (all.empty() ? "" : "; ") + one;
        if (row.counts && counting.find(one) == std::string::npos) counting += (counting.empty() ? "" : "; ") + one;
    }
    return counting.empty() ? all : counting;
}

void add_effect(Sheet& sheet, const RunResult& result, const SitedMeasure& sited) {
    const auto& effect = sited.effect;
    const bool hidden = hides_effect(result, sited);
    const auto number = [&](double value) {
        sheet.number(effect.has_number && !hidden ? std::optional{value} : std::nullopt, 3);
    };
    number(effect.prevented.low);
    number(effect.prevented_per_year);
    number(effect.prevented.high);
    sheet.text(hidden && effect.has_number ? "" : effect.words);
}

/// Two years after it stands is when the follow-up is due: the law's inquiry and the before window both say 24 months.
constexpr double follow_up_months = 24;

void add_plan_row(Sheet& sheet, const RunResult& result, std::uint32_t index) {
    const MeasurePlan& plan = *result.measures;
    const SitedMeasure& sited = plan.sited[index];
    const auto& measure = measure_of(plan, sited);
    const auto& place = result.places[sited.place];
    const bool area = is_for_area(plan, sited);
    sheet.text(sited.id);
    sheet.text(area ? "" : place.place.id + " " + place.place.name);
    sheet.text(area ? "" : fmt::format("{}", place.rank));
    sheet.text(place.place.area_name);
    sheet.text(measure.name.shown());
    sheet.text(what_exactly(plan, sited));
    sheet.text(shown_reason(result, sited));
    sheet.text(measures::owner_name(measure.owner));
    sheet.number(sited.money.investment, 0);
    sheet.number(sited.money.yearly, 0);
    sheet.text(sited.money.price_year > 0 ? fmt::format("{}", sited.money.price_year) : "");
    sheet.text(sited.money.judgement ? tr("yes") : tr("no"));
    sheet.text(!plan.portfolio ? "" : option_that_holds(plan, index) ? tr("yes") : tr("no"));
    sheet.number(measure.lead_time_months, 0);
    sheet.number(measure.lead_time_months + follow_up_months, 0);
    sheet.text(measure.goal.shown());
    sheet.text(measure.follow_up.shown());
    add_effect(sheet, result, sited);
    sheet.text(measures::grade_letter(grade_of(measure)));
    sheet.text(sources_of(measure));
    const bool hidden = hides_effect(result, sited) || !sited.effect.has_number;
    sheet.number(hidden ? std::nullopt : sited.detect.months_ten, 0);
    sheet.text(measure.legal.shown());
    sheet.text(sited.note);
    sheet.end_row();
}

}  // namespace

void write_action_plan(const RunResult& result, const std::filesystem::path& path) {
    Sheet sheet(plan_titles(), result.language);
    for (std::uint32_t i = 0; i < result.measures->sited.size(); ++i) add_plan_row(sheet, result, i);
    write_file_whole(path, sheet.out());
}

}  // namespace lykta::outputs
