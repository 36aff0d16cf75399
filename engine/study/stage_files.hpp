// The files of a single-stage command: all opened before the work starts, then read into one metric system.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "layers/layer_of.hpp"
#include "layers/reading.hpp"

namespace lykta::study {

/// A file with several layers may be given as "FILE|layername=LAYER", as QGIS writes it.
[[nodiscard]] layers::LayerOptions stage_file(layers::LayerKind kind, const std::string& path);

/// Reads files one by one into one system: the first file's own where that is in metres and true to scale, else the
/// one that fits its place (SWEREF 99 TM in Sweden, the UTM zone elsewhere).
class StageFiles {
public:
    /// Opens every file. `crs` (--crs) is the system of those that declare none; of a single file also against its
    /// word. \throws Error as read_source; Error{bad_option} when all of several files declare a system and none is
    /// `crs`
    StageFiles(std::vector<layers::LayerOptions> files, const std::string& crs);

    /// The reading of file `at`; `make` turns it into a layer: read(0, layers::lamps_from).
    template <class Make>
    [[nodiscard]] auto read(std::size_t at, Make make) {
        auto reading = reading_of_file(at);
        auto layer = make(reading);
        settle(reading);
        return layer;
    }
    [[nodiscard]] std::size_t size() const { return m_files.size(); }
    [[nodiscard]] const Crs& project() const { return *m_project; }  ///< \pre a file was read

private:
    layers::Reading reading_of_file(std::size_t at);
    void settle(const layers::Reading& reading);

    struct File {
        layers::LayerOptions options;
        sources::SourceTable source;
    };
    std::vector<File> m_files;
    std::optional<Crs> m_project;
};

/// The middle of points (medians of x and y, so that a stray one does not move it), as longitude and latitude.
/// \pre points not empty
[[nodiscard]] Point middle_of(std::vector<Point> points, const Crs& crs);

/// Checks the field names of --column and --default. \throws Error{bad_option} with the nearest known one
void check_fields(const std::map<std::string, std::string>& columns, const std::map<std::string, double>& defaults);

}  // namespace lykta::study
