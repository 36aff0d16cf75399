// Writes a first study file from a heap of delivered files: looks at each, says what was found, leaves the choices to a
// person.
#pragma once
#include <string>
#include <vector>

namespace lykta::study {

struct InitStudyOptions {
    std::vector<std::string> files;
    std::string name;    ///< DEFAULT: the folder's name
    std::string crs;     ///< DEFAULT: a metric CRS a file declares, else EPSG:3006 in Sweden, else the UTM zone
    std::string folder;  ///< where the study file will stand; sources are named relative to it
};

/// The text of a commented study.toml in the user's language. Every file gets a table, with the columns found written
/// out; what must be checked by a person is marked in a comment. \throws Error{cannot_read} a file that cannot be
/// opened; Error{bad_input} when no file can be incidents
[[nodiscard]] std::string study_text(const InitStudyOptions& options);

}  // namespace lykta::study
