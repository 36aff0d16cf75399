// The words of measures themselves.
#include "outputs/measure_words.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "outputs/html.hpp"
#include "outputs/text.hpp"

namespace lykta::outputs {

using measures::Grade;
using measures::LampWork;
using measures::MeasurePlan;
using measures::SitedMeasure;
using measures::Siting;

namespace {

constexpr const char* no_break = "\xC2\xA0";

std::string joined(std::string text, const std::string& part) {
    return text.empty() ? part : std::move(text) + ", " + part;
}

template <class... Args>
std::string counted(const char* text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

std::string lamps_exactly(const SitedMeasure& sited) {
    std::string text;
    for (const auto work : {LampWork::repair, LampWork::upgrade, LampWork::add}) {
        const auto n = std::count_if(sited.lamps.begin(), sited.lamps.end(),
                                     [&](const auto& change) { return change.work == work; });
        if (n == 0) continue;
        const char* words = work == LampWork::repair ? trn("{} lamp repaired", "{} lamps repaired", n)
                            : work == LampWork::upgrade
                                ? trn("{} lamp given a new luminaire", "{} lamps given new luminaires", n)
                                : trn("{} new lamp", "{} new lamps", n);
        text = joined(std::move(text), counted(words, number_text(std::int64_t{n})));
    }
    return text;
}

std::string clearings_exactly(const SitedMeasure& sited) {
    double m2 = 0;
    for (const auto& clearing : sited.clearings) m2 += clearing.area_m2;
    const auto n = static_cast<std::int64_t>(sited.clearings.size());
    return counted(trn("{} m² cleared in {} piece", "{} m² cleared in {} pieces", n), number_text(m2, 0),
                   number_text(n));
}

std::string work_exactly(const SitedMeasure& sited) {
    std::set<std::string> buildings;
    for (const auto& item : sited.work) buildings.insert(item.building_id);
    const auto n = static_cast<std::int64_t>(sited.work.size()), b = static_cast<std::int64_t>(buildings.size());
    return counted(trn("{} item mended", "{} items mended", n), number_text(n)) + " " +
           counted(trn("in {} building", "in {} buildings", b), number_text(b));
}

std::string by_unit(const MeasurePlan& plan, const SitedMeasure& sited) {
    const auto& measure = measure_of(plan, sited);
    if (measure.siting == Siting::area) return tr("for the district");
    if (measure.siting == Siting::place) return tr("for the place as a whole");
    if (measure.cost.unit == "m") return say("{} m of path", number_text(sited.quantity, 0));
    const auto n = static_cast<std::int64_t>(std::llround(sited.quantity));
    if (measure.siting == Siting::tunnel) return counted(trn("{} tunnel", "{} tunnels", n), number_text(n));
    return number_text(sited.quantity, 0) + no_break + measure.cost.unit;
}

}  // namespace

MeasureKind measure_kind(Siting siting) {
    switch (siting) {
        case Siting::lamp_repair:
        case Siting::lamp_upgrade:
        case Siting::lamp_infill:
            return MeasureKind::lamp;
        case Siting::clearing:
            return MeasureKind::clearing;
        case Siting::camera:
            return MeasureKind::camera;
        case Siting::items:
            return MeasureKind::building;
        case Siting::tunnel:
        case Siting::stretch:
        case Siting::place:
        case Siting::area:
            break;
    }
    return MeasureKind::other;
}

std::string measure_kind_words(MeasureKind kind) {
    switch (kind) {
        case MeasureKind::lamp:
            return tr("lighting");
        case MeasureKind::clearing:
            return tr("clearing of undergrowth");
        case MeasureKind::camera:
            return tr("camera");
        case MeasureKind::building:
            return tr("work on buildings");
        case MeasureKind::other:
            break;
    }
    return tr("other measure");
}

std::string_view measure_kind_code(MeasureKind kind) {
    constexpr std::string_view codes[] = {"lamp", "clearing", "camera", "building", "other"};
    return codes[static_cast<std::size_t>(kind)];
}

const char* measure_kind_colour(MeasureKind kind) {
    constexpr const char* colours[] = {"#f0b400", "#1b7837", "#762a83", "#2b5c8a", "#6b6b6b"};
    return colours[static_cast<std::size_t>(kind)];
}

std::string money_text(double sek) {
    const double whole = std::round(sek) + 0.0;
    return replaced(say("SEK {}", number_text(whole, 0)), " ", no_break);
}

std::string rough_money_text(double sek) {
    return money_text(with_digits(sek, 2));
}

std::string short_money_text(double sek) {
    const double thousands = sek / 1e3, millions = sek / 1e6;
    return replaced(millions >= 1 ? say("MSEK {}", number_text(millions, millions < 10 ? 1 : 0))
                                  : say("kSEK {}", number_text(thousands, 0)),
                    " ", no_break);
}

std::string cost_words(const measures::Money& money) {
    if (money.yearly <= 0) return say("{} to carry out", money_text(money.investment));
    if (money.investment <= 0) return say("{} per year", money_text(money.yearly));
    return say("{} to carry out, then {} per year", money_text(money.investment), money_text(money.yearly));
}

std::string rough_text(double value) {
    const double rounded = with_digits(value, 2), size = std::abs(rounded);
    return number_text(rounded, size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3);
}

std::string rough_interval_text(double value, const statistics::Interval& interval) {
    const double size = std::max({std::abs(value), std::abs(interval.low), std::abs(interval.high)});
    const int decimals = size >= 10 ? 0 : size >= 1 ? 1 : 2;
    return number_text(value, decimals) + " (" + range_text(interval.low, interval.high, decimals) + ")";
}

std::string months_text(const std::optional<double>& months) {
    if (!months || !std::isfinite(*months)) return tr("not within 20 years");
    const auto n = static_cast<std::int64_t>(std::ceil(*months - 1e-9));
    return counted(trn("{} month", "{} months", n), number_text(n));
}

std::string years_text(double years) {
    const auto n = static_cast<std::int64_t>(std::llround(years));
    return counted(trn("{} year", "{} years", n), number_text(n));
}

const measures::Measure& measure_of(const MeasurePlan& plan, const SitedMeasure& sited) {
    return plan.catalogue.measures[sited.measure];
}

std::string lamp_work_words(LampWork work) {
    switch (work) {
        case LampWork::repair:
            return tr("repair");
        case LampWork::upgrade:
            return tr("new luminaire");
        case LampWork::add:
            break;
    }
    return tr("new lamp");
}

std::string_view lamp_work_code(LampWork work) {
    return work == LampWork::repair ? "repair" : work == LampWork::upgrade ? "upgrade" : "add";
}

std::string carrier_words(std::string_view carrier) {
    if (carrier == "lamp") return tr("on a lamp column");
    if (carrier == "building") return tr("on a building");
    if (carrier == "new_pole") return tr("on a new pole");
    return std::string(carrier);
}

std::string view_task_words(std::string_view task) {
    if (task == "identify") return tr("tell who an unknown person is");
    if (task == "recognise") return tr("recognise a known person");
    if (task == "observe") return tr("see clothing and what is done");
    if (task == "detect") return tr("see that a person is there");
    return std::string(task);
}

double pixels_per_metre(std::string_view task) {
    return task == "identify" ? 250 : task == "recognise" ? 125 : task == "observe" ? 62.5 : task == "detect" ? 25 : 0;
}

std::string what_exactly(const MeasurePlan& plan, const SitedMeasure& sited) {
    std::string text = lamps_exactly(sited);
    if (!sited.clearings.empty()) text = joined(std::move(text), clearings_exactly(sited));
    if (!sited.cameras.empty()) {
        const auto n = static_cast<std::int64_t>(sited.cameras.size());
        text = joined(std::move(text), counted(trn("{} camera", "{} cameras", n), number_text(n)));
    }
    if (!sited.work.empty()) text = joined(std::move(text), work_exactly(sited));
    return text.empty() ? by_unit(plan, sited) : text;
}

Grade grade_of(const measures::Measure& measure) {
    Grade best = Grade::none;
    for (const auto& row : measure.effects)
        if (row.counts && row.ratio) best = std::min(best, row.grade);
    return best;
}

std::string graded_words(Grade grade) {
    if (grade == Grade::none) return tr("no study found");
    return say("grade {}: {}", measures::grade_letter(grade), measures::grade_words(grade));
}

}  // namespace lykta::outputs
