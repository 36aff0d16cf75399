// Reads study.toml: one file that describes a city and everything that is asked of it.
#pragma once
#include <string>

#include "study/study.hpp"

namespace lykta::study {

/// \throws Error{cannot_read} the file is missing; Error{bad_option} with file and line: not TOML, an unknown key (with
/// the
///         nearest known one), a value of the wrong kind or out of range, no [[incidents]], a source file that is
///         missing
/// \correctness  tests/study/study_file_test.cpp: every key round-trips; every refusal names its line
[[nodiscard]] Study read_study(const std::string& path);
[[nodiscard]] Study parse_study(const std::string& toml_text,
                                const std::string& path);  ///< the same on text; opens nothing

/// Every option with value, unit and whether it is the default: what run.json and the report list.
struct OptionLine {
    std::string key, value, unit;
    bool is_default = true;
};
[[nodiscard]] std::vector<OptionLine> option_lines(const Study& study);

}  // namespace lykta::study
