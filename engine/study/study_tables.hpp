// Tables of study.toml that are read apart from the sources: how conditions are computed, and how the run is made.
#pragma once
#include <optional>
#include <string_view>

#include "study/study.hpp"
#include "study/toml_table.hpp"

namespace lykta::study {

/// [dark], [light], [sight], [simulation]. \throws Error{bad_option}
void read_condition_tables(const toml::table& file, Study& study);
/// [privacy], [run]. \throws Error{bad_option}
void read_run_tables(const toml::table& file, Study& study);

/// "02:00" → 120; empty when it is no time of day.
[[nodiscard]] std::optional<int> minute_of_day(std::string_view clock);

/// A source as the study names it: beside the study file, unless it is absolute or a service (PG:…).
[[nodiscard]] std::string beside(const Study& study, const std::string& source);

}  // namespace lykta::study
