// Sentences about what the follow-up can show.
#include "measures/detectability_words.hpp"

#include <algorithm>
#include <cmath>

#include "core/language.hpp"

namespace lykta::measures {

namespace {

std::string months_text(double months) {
    const auto whole = static_cast<std::int64_t>(std::max(1.0, std::ceil(months - 1e-9)));
    return fmt::format(fmt::runtime(trn("{} month", "{} months", whole)), number_text(whole));
}

std::string when_text(const Detectability& d, const DetectabilityOptions& options) {
    if (d.months_one && d.months_ten)
        return say("It can be seen after {} with one control area of the same size, after {} with ten.",
                   months_text(*d.months_one), months_text(*d.months_ten));
    const auto years = number_text(options.longest_months / 12, 0);
    if (d.months_ten)
        return say(
            "It cannot be seen within {} years with one control area of the same size; with ten it can after {}.",
            years, months_text(*d.months_ten));
    return say("It cannot be seen within {} years, not even with ten control areas.", years);
}

/// Places like this one that together would show it in a follow-up as long as the before window.
std::string pooling_text(const Detectability& d, const DetectabilityOptions& options) {
    const double needed = incidents_needed(-d.expected_change, 10, options) / d.before_count;
    if (needed <= 1) return {};
    const auto others = static_cast<std::int64_t>(std::ceil(needed)) - 1;
    return ' ' +
           fmt::format(fmt::runtime(trn("Pooled with {} other place like it, and ten control areas each, it can be "
                                        "seen after {}.",
                                        "Pooled with {} other places like it, and ten control areas each, it can "
                                        "be seen after {}.",
                                        others)),
                       number_text(others), months_text(options.before_months));
}

std::string smallest_text(const Detectability& d) {
    if (d.smallest_change_ten >= 1) return tr("No change can be shown in 24 months: too few incidents.");
    return say("The smallest change that can be shown in 24 months is {} with ten control areas.",
               percent_text(d.smallest_change_ten));
}

}  // namespace

std::string detectability_words(const Detectability& d, bool has_number, const DetectabilityOptions& options) {
    if (!(d.before_count > 0)) return tr("No incidents here that could become fewer: follow up in another way.");
    if (!has_number) return say("No number is promised, so none can be checked. {}", smallest_text(d));
    if (!(d.expected_change < 0)) return say("No decrease is promised. {}", smallest_text(d));
    const auto promise =
        say("Promised: {} fewer of {} incidents in {}.", percent_text(-d.expected_change),
            number_text(d.before_count, d.before_count < 10 ? 1 : 0), months_text(options.before_months));
    return promise + ' ' + when_text(d, options) + pooling_text(d, options);
}

std::string pooled_words(const Detectability& d, std::size_t places, const DetectabilityOptions& options) {
    if (places == 0 || !(d.before_count > 0))
        return tr("None of the chosen measures has a number to check: follow them up in other ways.");
    if (!(d.expected_change < 0)) return say("No decrease is promised. {}", smallest_text(d));
    const auto n = static_cast<std::int64_t>(places);
    const auto promise =
        fmt::format(fmt::runtime(trn("{} place with a number: {} fewer of {} incidents in {}.",
                                     "{} places with a number, pooled: {} fewer of {} incidents in {}.", n)),
                    number_text(n), percent_text(-d.expected_change),
                    number_text(d.before_count, d.before_count < 10 ? 1 : 0), months_text(options.before_months));
    return promise + ' ' + when_text(d, options);
}

}  // namespace lykta::measures
