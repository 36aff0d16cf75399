// Effect rows and unit costs: the figures of a measure, and what they must hold to.
#include <set>

#include "core/language.hpp"
#include "measures/catalogue_read.hpp"

namespace lykta::measures {

namespace {

void read_ratio(CatalogueTable& table, EffectRow& into) {
    RateRatio ratio;
    // A ratio of 0 would mean that nothing ever happens again; above 20 it is a percentage by mistake.
    constexpr Bounds possible{0.001, 20.0};
    const bool given = table.number("ratio", ratio.ratio, possible);
    const bool low = table.number("low", ratio.low, possible), high = table.number("high", ratio.high, possible);
    const bool widest = table.yes_no("widest", ratio.widest);
    if (!given && (low || high || widest)) table.refuse("low", tr("an interval without its ratio"));
    if (!given) return;
    if (!low || !high)
        table.refuse("ratio", tr("a ratio needs its interval, low and high; a bare figure belongs in the finding"));
    if (ratio.low > ratio.ratio || ratio.ratio > ratio.high)
        table.refuse("ratio", say("low ≤ ratio ≤ high does not hold: {}, {}, {}", ratio.low, ratio.ratio, ratio.high));
    into.ratio = ratio;
}

void check_effect(const CatalogueTable& table, const EffectRow& row) {
    for (const char* key : {"outcome", "finding", "grade"})
        if (!table.has(key)) table.refuse(key, say("'{}' is missing; every effect row must say it", key));
    if (row.grade == Grade::none && row.ratio)
        table.refuse("ratio", tr("grade 0 means that no study was found, so there is no ratio either"));
    if (row.grade != Grade::none && row.source.empty())
        table.refuse("source", tr("'source' is missing; every graded effect row must say where it comes from"));
    if (!row.counts) return;
    if (!row.ratio) table.refuse("counts", tr("a row without a ratio cannot count"));
    if (row.perceived || row.outcome == Outcome::felt)
        table.refuse("counts", tr("perceived safety is shown apart and never counted"));
}

/// The three figures of one kind of cost: investment or yearly.
struct Range {
    const char *low_key, *typical_key, *high_key;
    double &low, &typical, &high;
};

bool read_range(CatalogueTable& table, const Range& range) {
    const double before = range.typical;
    const bool low = table.number(range.low_key, range.low), high = table.number(range.high_key, range.high);
    const bool typical = table.number(range.typical_key, range.typical);
    if (typical && (range.typical < range.low || range.typical > range.high)) {
        const double factor = before > 0 ? range.typical / before : 0;
        if (!low) range.low = before > 0 ? range.low * factor : range.typical;
        if (!high) range.high = before > 0 ? range.high * factor : range.typical;
    }
    if (range.low > range.typical || range.typical > range.high)
        table.refuse(typical ? range.typical_key : (low ? range.low_key : range.high_key),
                     say("{} ≤ {} ≤ {} does not hold: {}, {}, {} SEK", range.low_key, range.typical_key, range.high_key,
                         range.low, range.typical, range.high));
    return low || typical || high;
}

void read_unit(CatalogueTable& table, UnitCost& into) {
    static const std::set<std::string> units = {"lamp", "m2", "camera", "item", "m", "tunnel", "place", "area"};
    if (!table.text("unit", into.unit) || units.contains(into.unit)) return;
    std::string known;
    for (const auto& unit : units) known += (known.empty() ? "" : ", ") + unit;
    table.refuse("unit", say("unit '{}' is none of {}", into.unit, known));
}

}  // namespace

void read_effect(CatalogueTable& table, EffectRow& into) {
    into.line = table.line();
    table.word("outcome", into.outcome);
    table.yes_no("perceived", into.perceived);
    table.both("setting", into.setting);
    table.both("finding", into.finding);
    read_ratio(table, into);
    table.word("grade", into.grade);
    table.yes_no("counts", into.counts);
    table.yes_no("by_analogy", into.by_analogy);
    table.yes_no("swedish", into.swedish);
    table.text("source", into.source);
    table.text("link", into.link);
    table.finish();
    check_effect(table, into);
}

void read_cost(CatalogueTable& table, UnitCost& into) {
    const bool is_new = into.unit.empty();
    read_unit(table, into);
    bool figures = read_range(table, {"low", "typical", "high", into.low, into.typical, into.high});
    figures |= read_range(
        table, {"yearly_low", "yearly", "yearly_high", into.yearly_low, into.yearly_typical, into.yearly_high});
    figures |= table.number("fixed", into.fixed);
    table.whole("price_year", into.price_year, 1950, 2100);
    const bool judged = table.yes_no("judgement", into.judgement);
    const bool sourced = table.text("source", into.source), linked = table.text("link", into.link);
    table.finish();
    if (is_new)
        for (const char* key : {"unit", "typical", "price_year"})
            if (!table.has(key)) table.refuse(key, say("'{}' is missing; every cost must say it", key));
    if (!figures || sourced || (is_new && into.judgement)) return;
    into.source = say("own figure: {}, line {}", table.file(), table.line());
    if (!linked) into.link.clear();
    if (!judged) into.judgement = false;
}

}  // namespace lykta::measures
