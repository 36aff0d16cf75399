// The grids of a result: cells back on their lattice, and the rasters that lie beside the GeoPackage.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/raster.hpp"
#include "viewer/project/open_result.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

/// A raster from the top as a grid from the bottom.
Grid<double> grid_from(sources::Raster& raster) {
    const auto& frame = raster.frame();
    const auto lower_left = frame.corner(0, frame.rows);
    Grid<double> grid{{.origin = lower_left,
                       .cell_size = Meters{std::abs(frame.transform[1])},
                       .columns = frame.columns,
                       .rows = frame.rows}};
    constexpr int block = 256;
    std::vector<double> rows;
    const auto columns = static_cast<std::ptrdiff_t>(frame.columns);
    for (int first = 0; first < frame.rows; first += block) {
        const int count = std::min(block, frame.rows - first);
        raster.read_rows(first, count, rows);
        for (int i = 0; i < count; ++i)
            std::copy_n(rows.begin() + i * columns, columns,
                        grid.values.begin() + (frame.rows - 1 - first - i) * columns);
    }
    return grid;
}

/// Empty, and said, where the file is not there. \throws Error{cannot_read} a damaged one
std::optional<Grid<double>> raster_beside(const fs::path& path, ResultReading& into) {
    std::error_code unreadable;
    if (!fs::is_regular_file(path, unreadable)) {
        into.missing.push_back(
            say("{} does not lie beside the result, so it is not on the map.", path.filename().string()));
        return std::nullopt;
    }
    sources::Raster raster{path.string()};
    return grid_from(raster);
}

/// The lattice of the cells: as intensity.tif has it, else the least one that holds them.
GridFrame frame_of(const sources::LayerRows& cells) {
    Box box;
    double size = 0;
    for (const auto& shape : cells.shapes) {
        const auto square = box_of(polygons_of(shape));
        if (square.empty()) continue;
        if (size == 0) size = square.width();
        box.grow({square.min_x, square.min_y});
        box.grow({square.max_x, square.max_y});
    }
    if (box.empty() || !(size > 0)) return {.columns = 0, .rows = 0};
    return {.origin = {box.min_x, box.min_y},
            .cell_size = Meters{size},
            .columns = static_cast<int>(std::lround(box.width() / size)),
            .rows = static_cast<int>(std::lround(box.height() / size))};
}

bool same_lattice(const GridFrame& a, const GridFrame& b) {
    return a.columns == b.columns && a.rows == b.rows && a.cell_size.value == b.cell_size.value && a.origin == b.origin;
}

/// Gives the counts and Gi* the frame of the intensity, which covers the whole study.
void widen(const Grid<double>& onto, outputs::RunResult& result) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const auto moved = [&](const Grid<double>& from, double fill) {
        Grid<double> grid{onto.frame, fill};
        for (int row = 0; row < from.frame.rows; ++row)
            for (int column = 0; column < from.frame.columns; ++column)
                if (const auto cell = onto.frame.index_at(from.frame.centre(column, row)); cell >= 0)
                    grid.values[static_cast<std::size_t>(cell)] = from.at(column, row);
        return grid;
    };
    result.counts = moved(result.counts, 0);
    result.gi_z = moved(result.gi_z, nan);
    result.gi_p_fdr = moved(result.gi_p_fdr, nan);
}

}  // namespace

void read_cells(const sources::LayerFile& file, ResultReading& into) {
    const auto cells = file.read("cells");
    const auto frame = frame_of(cells);
    auto& result = into.run.result;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    result.counts = Grid<double>{frame, 0.0};
    result.intensity = result.gi_z = result.gi_p_fdr = Grid<double>{frame, nan};
    const auto counts = cells.number("count"), intensity = cells.number("intensity"), z = cells.number("gi_z"),
               p = cells.number("p_fdr");
    for (std::size_t i = 0; i < cells.rows; ++i) {
        const auto square = box_of(polygons_of(cells.shapes[i]));
        const auto at = frame.index_at({0.5 * (square.min_x + square.max_x), 0.5 * (square.min_y + square.max_y)});
        if (at < 0) continue;
        const auto cell = static_cast<std::size_t>(at);
        result.counts.values[cell] = counts[i];  // NaN: hidden at the public level
        result.intensity.values[cell] = intensity[i];
        result.gi_z.values[cell] = z[i];
        result.gi_p_fdr.values[cell] = p[i];
    }
    into.missing.emplace_back(
        tr("Cells without incidents are not in a result; where they lie nothing is said of Gi*."));
}

void read_rasters(const fs::path& folder, ResultReading& into) {
    auto& result = into.run.result;
    if (auto intensity = raster_beside(folder / "intensity.tif", into)) {
        if (!same_lattice(intensity->frame, result.counts.frame)) widen(*intensity, result);
        result.intensity = std::move(*intensity);
    }
    if (into.run.city.lighting) result.illuminance = raster_beside(folder / "illuminance.tif", into);
}

}  // namespace lykta::viewer
