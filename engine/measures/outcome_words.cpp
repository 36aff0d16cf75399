// Which outcomes a category word means: the stems of data/measures/outcomes.toml.
#include <toml++/toml.h>

#include "layers/stems.hpp"
#include "layers/text.hpp"
#include "measures/catalogue_table.hpp"

namespace lykta::embedded {
extern const std::string_view measures_outcomes_toml;
}

namespace lykta::measures {

namespace {

/// Words that mean an outcome, and the wider outcomes that go with it: any of `stems`, one of `with` where given, and
/// none of `without`.
struct OutcomeWords {
    Outcomes means = 0;
    std::string stems, with, without;
    [[nodiscard]] bool fit(std::string_view small) const {
        return layers::holds_any_stem(small, stems) && (with.empty() || layers::holds_any_stem(small, with)) &&
               !layers::holds_any_stem(small, without);
    }
};

std::vector<OutcomeWords> read_words() {
    const auto root = toml::parse(embedded::measures_outcomes_toml);
    const std::string file = "data/measures/outcomes.toml";
    CatalogueTable whole(root, file, "outcomes");
    std::vector<OutcomeWords> made;
    for (const auto* table : whole.tables("outcome")) {
        CatalogueTable keys(*table, file, "outcome");
        auto& words = made.emplace_back();
        keys.outcomes("means", words.means);
        keys.text("stems", words.stems);
        keys.text("with", words.with);
        keys.text("without", words.without);
        keys.finish();
    }
    whole.finish();
    return made;
}

}  // namespace

Outcomes outcomes_of(std::string_view category) {
    static const std::vector<OutcomeWords> table = read_words();
    const std::string small = layers::lowered(category);
    Outcomes found = bit(Outcome::any);
    for (const auto& words : table)
        if (words.fit(small)) found |= words.means;
    // A feeling is no incident that could have been prevented; where a crime is named too, the crime counts.
    constexpr Outcomes no_crime = bit(Outcome::any) | bit(Outcome::felt);
    if ((found & bit(Outcome::felt)) == 0) return found;
    return (found & ~no_crime) == 0 ? bit(Outcome::felt) : found & ~bit(Outcome::felt);
}

}  // namespace lykta::measures
