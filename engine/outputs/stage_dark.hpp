// The result of `lykta dark`: which incidents happened in the dark, and how that compares; and its text, JSON and
// files.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "outputs/stage_result.hpp"

namespace lykta::outputs {

/// Dark share of one category, or of the whole file (`category` empty).
struct DarkGroup {
    std::string category;
    conditions::DarkShare share;
    conditions::DarkVerdict verdict = conditions::DarkVerdict::unknown;  ///< against the whole file
};

struct DarkResult {
    StageAbout about;
    layers::IncidentLayer incidents;
    std::vector<double> probability;                   ///< dark, one per incident; NaN where no hour is known
    std::vector<double> elevation_from, elevation_to;  ///< of the sun, degrees, at the ends of the time; NaN unknown
    DarkGroup all;
    std::vector<DarkGroup> categories;          ///< most incidents first, ties by name
    std::int64_t without_hour = 0, spread = 0;  ///< no usable hour; known only from–to
    double extent_km = 0;                       ///< of the points: the sun is taken at one place
    int year = 0;                               ///< the one most incidents fall in
    std::vector<double> dark_hours;             ///< by week of that year
    double dark_hours_share = 0;                ///< of the year's hours
};

[[nodiscard]] std::string dark_text(const DarkResult& result);
[[nodiscard]] std::string dark_json(const DarkResult& result);
[[nodiscard]] std::string against_file_words(conditions::DarkVerdict verdict);

/// A line for every row of the file, in its order, also those set aside (with their reason and no figures).
/// Semicolons, the user's decimal sign, machine names of columns.
void write_dark_csv(const DarkResult& result, const std::filesystem::path& path);
/// Layer `incidents_dark` (points), tables dark_shares, dark_hours, run_info, rows_set_aside; dressed.
void write_dark_geopackage(const DarkResult& result, const std::filesystem::path& path);

}  // namespace lykta::outputs
