// Which finding speaks for which incident: a measure's counting row of the narrowest outcome that the incident's
// category belongs to. Rows of several measures that rest on the same study are one finding.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measures/catalogue.hpp"

namespace lykta::measures {

/// Narrowest first. A subset stands before what it is a subset of (basement before burglary before property); where two
/// merely overlap, the one studied more closely on its own stands first (theft from a vehicle is `vehicle` before
/// `burglary`, as in the lighting studies; robbery is `violence` unless it has a row of its own, as in the reviews).
[[nodiscard]] std::span<const Outcome> narrowest_first();
[[nodiscard]] int narrowness(Outcome outcome);  ///< position in narrowest_first(): lower is narrower

/// The row that counts for an incident of these outcomes: counting, about recorded incidents, with a ratio, narrowest.
/// Empty: no row speaks of it, or it is a report of felt unsafety, which is never counted.
[[nodiscard]] std::optional<std::size_t> counting_row(const Measure& measure, Outcomes outcomes);

/// One number found in one study. Lamps repaired and lamps added may both rest on the same review of better lighting:
/// together they are that finding once, not twice.
struct Finding {
    std::string key;            ///< outcome, ratio and source; the measure's id and row where no source is given
    std::uint32_t measure = 0;  ///< first measure of the catalogue that rests on it
    std::size_t row = 0;
    Outcome outcome = Outcome::any;
    RateRatio ratio;
};

/// Every finding of a catalogue, and which of them speaks for a measure and a category word.
struct Evidence {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<Finding> findings;
    std::vector<std::uint32_t> of_measure_category;  ///< [measure · categories + category]: finding or `none`
    std::vector<std::uint32_t> row_of_measure_category;
    std::size_t categories = 0;
    [[nodiscard]] std::uint32_t finding(std::uint32_t measure, std::uint32_t category) const {
        return of_measure_category[measure * categories + category];
    }
    [[nodiscard]] std::size_t row(std::uint32_t measure, std::uint32_t category) const {
        return row_of_measure_category[measure * categories + category];
    }
};
/// \param used  measures to look up, indices into the catalogue; the others are left without findings
[[nodiscard]] Evidence evidence_of(const Catalogue& catalogue, std::span<const std::string> categories,
                                   std::span<const std::uint32_t> used);

}  // namespace lykta::measures
