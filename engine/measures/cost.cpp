// What measures cost: unit prices times quantity, spread over their life.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "measures/effect.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {

namespace {

std::string sek(double amount) {
    return say("{} SEK", number_text(std::round(amount), 0));
}

std::string amount_text(double quantity) {
    const double rounded = std::round(quantity);
    return number_text(quantity, std::abs(quantity - rounded) < 0.05 ? 0 : 1);
}

std::string unit_name(const std::string& unit, double quantity) {
    const auto n = static_cast<std::int64_t>(std::ceil(std::abs(quantity)));
    if (unit == "lamp") return trn("lamp", "lamps", n);
    if (unit == "m2") return "m²";
    if (unit == "camera") return trn("camera", "cameras", n);
    if (unit == "item") return trn("item", "items", n);
    if (unit == "tunnel") return trn("tunnel", "tunnels", n);
    if (unit == "place") return trn("place", "places", n);
    if (unit == "area") return trn("area", "areas", n);
    return unit;
}

std::string formula_of(const Measure& measure, double quantity, const Money& money, double rate) {
    const auto& cost = measure.cost;
    const auto units = amount_text(quantity) + "\u00a0" + unit_name(cost.unit, quantity);
    auto text = say("{} × {}", units, sek(cost.typical));
    if (cost.fixed > 0) text += say(" + {} once", sek(cost.fixed));
    text += " = " + sek(money.investment);
    if (money.yearly > 0)
        text += say("; running {} × {} = {} a year", units, sek(cost.yearly_typical), sek(money.yearly));
    if (money.investment > 0)
        text += say("; over {} years at {}: {} a year", amount_text(measure.lifetime_years), percent_text(rate, 1),
                    sek(money.annuity));
    return text + say(" ({} prices)", cost.price_year);
}

}  // namespace

double annuity(double investment, double years, double rate) {
    if (!(years > 0)) return investment;
    if (!(rate > 0)) return investment / years;
    return investment * rate / -std::expm1(-years * std::log1p(rate));
}

Money money_of(const Measure& measure, double quantity, const EffectOptions& options) {
    const auto& cost = measure.cost;
    const double fixed = quantity > 0 ? cost.fixed : 0.0, years = measure.lifetime_years, rate = options.discount_rate;
    Money money{.investment = fixed + quantity * cost.typical,
                .investment_low = fixed + quantity * cost.low,
                .investment_high = fixed + quantity * cost.high,
                .yearly = quantity * cost.yearly_typical,
                .yearly_low = quantity * cost.yearly_low,
                .yearly_high = quantity * cost.yearly_high,
                .lifetime_years = years,
                .price_year = cost.price_year,
                .judgement = cost.judgement};
    money.annuity = annuity(money.investment, years, rate) + money.yearly;
    money.annuity_low = annuity(money.investment_low, years, rate) + money.yearly_low;
    money.annuity_high = annuity(money.investment_high, years, rate) + money.yearly_high;
    money.formula = formula_of(measure, quantity, money, rate);
    return money;
}

Money sum_of(std::span<const Money> parts) {
    Money sum;
    double years = 0;
    for (const auto& part : parts) {
        sum.investment += part.investment;
        sum.investment_low += part.investment_low;
        sum.investment_high += part.investment_high;
        sum.yearly += part.yearly;
        sum.yearly_low += part.yearly_low;
        sum.yearly_high += part.yearly_high;
        sum.annuity += part.annuity;
        sum.annuity_low += part.annuity_low;
        sum.annuity_high += part.annuity_high;
        years += part.investment * part.lifetime_years;
        sum.lifetime_years = std::max(sum.lifetime_years, part.lifetime_years);
        if (part.price_year > 0)
            sum.price_year = sum.price_year == 0 ? part.price_year : std::min(sum.price_year, part.price_year);
        sum.judgement = sum.judgement || part.judgement;
        if (!part.formula.empty()) sum.formula += (sum.formula.empty() ? "" : "\n") + part.formula;
    }
    if (sum.investment > 0) sum.lifetime_years = years / sum.investment;
    if (parts.size() > 1) sum.formula += "\n" + say("together {}, {} a year", sek(sum.investment), sek(sum.annuity));
    return sum;
}

std::vector<PricePart> price_parts(const Catalogue& catalogue, const SitedMeasure& sited) {
    if (sited.lamps.empty()) return {{sited.measure, sited.quantity}};
    const auto price_of = [&](LampWork work) {
        const auto siting = work == LampWork::repair    ? Siting::lamp_repair
                            : work == LampWork::upgrade ? Siting::lamp_upgrade
                                                        : Siting::lamp_infill;
        if (catalogue.measures[sited.measure].siting == siting) return sited.measure;
        for (std::uint32_t m = 0; m < catalogue.measures.size(); ++m)
            if (catalogue.measures[m].siting == siting) return m;
        return sited.measure;
    };
    std::vector<PricePart> parts;
    for (const auto& change : sited.lamps) {
        const auto measure = price_of(change.work);
        const auto at =
            std::find_if(parts.begin(), parts.end(), [&](const PricePart& p) { return p.measure == measure; });
        if (at == parts.end())
            parts.push_back({measure, 1});
        else
            at->quantity += 1;
    }
    return parts;
}

Money money_of_sited(const Catalogue& catalogue, const SitedMeasure& sited, const EffectOptions& options) {
    std::vector<Money> parts;
    for (const auto& part : price_parts(catalogue, sited))
        parts.push_back(money_of(catalogue.measures[part.measure], part.quantity, options));
    return parts.size() == 1 ? parts.front() : sum_of(parts);
}

}  // namespace lykta::measures
