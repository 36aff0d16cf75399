// Values of options: what is allowed is said in the user's words, before anything is converted.
#pragma once
#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::cli {

[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words);
/// A number, decimal point or comma, both ends included. `unit` is said with the limits.
struct NumberRange {
    double least = 0, most = 0;
    std::string unit;
};
[[nodiscard]] CLI::Validator number_in(const NumberRange& range);
[[nodiscard]] CLI::Validator whole_in(int least, int most);
[[nodiscard]] CLI::Validator clock_time();      ///< "02:00"
[[nodiscard]] CLI::Validator point_pair();      ///< "540333.4,6480333.4"
[[nodiscard]] CLI::Validator name_value();      ///< "height=ljuspunktshojd"
[[nodiscard]] CLI::Validator name_number();     ///< "height=6"
[[nodiscard]] CLI::Validator lighting_class();  ///< "P4"
[[nodiscard]] CLI::Validator picture_size();    ///< "2000x1400"

[[nodiscard]] int minute_of(const std::string& clock);  ///< \pre clock_time() let it pass
[[nodiscard]] Point point_of(const std::string& pair);  ///< \pre point_pair() let it pass
/// Pixels. \pre picture_size() let it pass
struct PictureSize {
    int width = 0, height = 0;
};
[[nodiscard]] PictureSize size_of(const std::string& text);
[[nodiscard]] std::map<std::string, std::string> texts_of(const std::vector<std::string>& pairs);
[[nodiscard]] std::map<std::string, double> numbers_of(const std::vector<std::string>& pairs);

}  // namespace lykta::cli
