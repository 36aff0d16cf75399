// Vegetation as a raster.
#include "layers/canopy.hpp"

#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "layers/cell_corners.hpp"
#include "layers/systems.hpp"
#include "sources/raster.hpp"

namespace lykta::layers {

namespace {

using sources::Raster;
using sources::RasterFrame;

constexpr double least_height_m = 0.8;
constexpr double lowest_m = -5.0, highest_m = 60.0;  ///< surface minus ground may go a little below 0
constexpr std::int64_t impossible_per_mille = 1;
constexpr double mostly_covered = 0.75;  ///< no town is under so much crown: a surface without its ground
constexpr int rows_at_once = 256;

/// What became of the cells.
struct Cells {
    std::int64_t with_height = 0, no_data = 0, covered = 0, impossible = 0;
    double first_impossible = 0.0;
};

bool is_impossible(double height) {
    return height < lowest_m || height > highest_m;
}

[[noreturn]] void refuse_heights(const Reading& reading, const Cells& cells) {
    const auto cure = reading.options.ground.empty()
                          ? tr("heights above the ground in metres are wanted; of a surface model, name the ground "
                               "under it with ground")
                          : tr("surface and ground must both be in metres and in the same height system");
    throw Error{ErrorCode::bad_input,
                say("{}: {} of {} cells are lower than {} m or higher than {} m (the first: {}), which no plant is; {}",
                    reading.file(), number_text(cells.impossible), number_text(cells.with_height), lowest_m, highest_m,
                    number_text(cells.first_impossible, 1), cure)};
}

/// Sets one cell aside; its height becomes none, so that it parts runs.
void set_cell_aside(Reading& reading, const RasterFrame& frame, std::int64_t cell, double& height, Cells& cells) {
    if (cells.impossible++ == 0) cells.first_impossible = height;
    // As many as a believable file can have: beyond that it is refused and needs no list.
    if (cells.impossible <= 1 + frame.cells() * impossible_per_mille / 1000) {
        reading.report.account.set_aside.push_back(
            {cell + 1, Reason::bad_value,
             say("cell in column {}, line {}: no plant is {} m high", cell % frame.columns + 1,
                 cell / frame.columns + 1, number_text(height, 1)),
             number_text(height, 2)});
    }
    height = std::nan("");
}

/// Counts the cells of some rows and takes out what cannot be.
void judge_cells(Reading& reading, const RasterFrame& frame, int first_row, std::vector<double>& heights,
                 Cells& cells) {
    const std::int64_t base = std::int64_t{first_row} * frame.columns;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        double& height = heights[i];
        if (std::isnan(height)) {
            ++cells.no_data;
            continue;
        }
        ++cells.with_height;
        if (is_impossible(height)) {
            set_cell_aside(reading, frame, base + static_cast<std::int64_t>(i), height, cells);
        } else if (height >= least_height_m) {
            ++cells.covered;
        }
    }
}

std::vector<CanopyRun> runs_of(Reading& reading, Raster& surface, Raster* ground, Cells& cells) {
    const RasterFrame frame = surface.frame();
    std::vector<CanopyRun> runs;
    std::vector<double> heights, below;
    for (int row = 0; row < frame.rows; row += rows_at_once) {
        const int count = std::min(rows_at_once, frame.rows - row);
        surface.read_rows(row, count, heights);
        if (ground != nullptr) {
            ground->read_rows(row, count, below);
            for (std::size_t i = 0; i < heights.size(); ++i) heights[i] -= below[i];
        }
        judge_cells(reading, frame, row, heights, cells);
        const auto width = static_cast<std::size_t>(frame.columns);
        for (int r = 0; r < count; ++r) {
            add_runs(std::span(heights).subspan(static_cast<std::size_t>(r) * width, width), row + r, runs);
        }
    }
    return runs;
}

Ring outline_of(const CanopyRun& run, const CellCorners& corners) {
    Ring ring{corners.at(run.from, run.row + 1), corners.at(run.to, run.row + 1), corners.at(run.to, run.row),
              corners.at(run.from, run.row)};
    ring.push_back(ring.front());
    return ring;
}

std::vector<Plant> plants_of(const std::vector<CanopyRun>& runs, const RasterFrame& frame, const CellCorners& corners) {
    std::vector<Plant> plants(runs.size());
    parallel_blocks(runs.size(), 16384, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const CanopyRun& run = runs[i];
            Plant& plant = plants[i];
            plant.id = fmt::format("r{}c{}", run.row + 1, run.from + 1);
            plant.kind = "canopy";
            plant.height = Meters{run.height_m};
            plant.row = std::int64_t{run.row} * frame.columns + run.from + 1;
            plant.outline.push_back({outline_of(run, corners), {}});
        }
    });
    return plants;
}

/// The CRS of the cells: as stated, else as declared.
Crs raster_crs(Reading& reading) {
    const auto& declared = reading.report.found.declared_crs;
    const bool by_user = !reading.options.crs.empty();
    if (!by_user && declared.empty()) {
        throw Error{ErrorCode::bad_input,
                    say("{}: no coordinate reference system is stated; ask the supplier which it is and state it with "
                        "--crs",
                        reading.file())};
    }
    Crs crs = Crs::from_text(by_user ? reading.options.crs : declared);
    reading.report.crs = crs.text();
    add_note(reading, by_user ? say("{}: coordinates read in {}, as stated", reading.file(), crs.text())
                              : say("{}: coordinates read in {}, as the file declares", reading.file(), crs.text()));
    return crs;
}

void report_cells(Reading& reading, const Cells& cells) {
    auto& account = reading.report.account;
    account.rows_read = cells.with_height;
    account.rows_used = cells.with_height - static_cast<std::int64_t>(account.set_aside.size());
    const auto note = [&](const char* code, Severity severity, std::int64_t count, const std::string& message) {
        if (count > 0) account.issues.push_back({code, severity, message, count, {}});
    };
    note("no_data", Severity::note, cells.no_data,
         say("{}: {} cells hold no data; nothing is known there, which is not the same as no plants", reading.file(),
             number_text(cells.no_data)));
    note("houses_in_surface", Severity::note, reading.options.ground.empty() ? 0 : cells.covered,
         say("{}: what rises from the ground counts as crown, houses too; a layer of buildings makes them opaque",
             reading.file()));
    const bool doubtful = static_cast<double>(cells.covered) > mostly_covered * static_cast<double>(cells.with_height);
    note("mostly_covered", Severity::warning, doubtful && reading.options.ground.empty() ? cells.covered : 0,
         say("{}: {} of the cells rise 0.8 m or more, which is a forest and no town; heights above the sea instead of "
             "above the ground? Then name the ground under it with ground",
             reading.file(),
             percent_text(static_cast<double>(cells.covered) / std::max(1.0, static_cast<double>(cells.with_height)))));
    if (cells.with_height == 0) {
        note("no_rows_used", Severity::warning, 1, say("{}: no cell holds a height", reading.file()));
    }
}

}  // namespace

void add_runs(std::span<const double> heights, int row, std::vector<CanopyRun>& runs) {
    const auto is_plant = [](double height) { return height >= least_height_m; };  // false for NaN
    for (std::size_t c = 0; c < heights.size();) {
        if (!is_plant(heights[c])) {
            ++c;
            continue;
        }
        const double whole = std::floor(heights[c]);
        const std::size_t first = c;
        double sum = 0.0;
        for (; c < heights.size() && is_plant(heights[c]) && std::floor(heights[c]) == whole; ++c) sum += heights[c];
        runs.push_back({row, static_cast<int>(first), static_cast<int>(c), sum / static_cast<double>(c - first)});
    }
}

VegetationLayer canopy_from(Reading& reading) {
    const Crs crs = raster_crs(reading);
    Raster surface(reading.options.path);
    std::optional<Raster> ground;
    if (!reading.options.ground.empty()) {
        ground.emplace(reading.options.ground);
        ground->align_to(surface.frame(), crs.text());
    }
    Cells cells;
    const auto runs = runs_of(reading, surface, ground ? &*ground : nullptr, cells);
    if (cells.impossible * 1000 > cells.with_height * impossible_per_mille) refuse_heights(reading, cells);
    if (!reading.project) {
        const Point middle = surface.frame().corner(surface.frame().columns / 2.0, surface.frame().rows / 2.0);
        reading.project = fitting_project(Projector(crs, Crs::from_text("OGC:CRS84"))(middle));
    }
    VegetationLayer layer;
    layer.plants = plants_of(runs, surface.frame(), CellCorners(surface.frame(), crs, *reading.project));
    report_cells(reading, cells);
    layer.reports.push_back(std::move(reading.report));
    return layer;
}

}  // namespace lykta::layers
