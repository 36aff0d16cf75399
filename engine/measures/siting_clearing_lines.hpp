// The lines of sight that shrubs take from a path, and what each piece of shrub takes of them: clearing a piece is then
// a sum less, not a town computed anew.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/siting_clearing_pieces.hpp"

namespace lykta::measures {

/// Somebody first seen nearer than this counts as hidden (SightStretch::under_25_m).
constexpr double seen_late_m = 25.0;

/// A point of the path.
struct WatchedSample {
    std::uint32_t stretch = 0, sample = 0;  ///< into PathSight
    double metres = 0;                      ///< of path it stands for
    bool seen_now = false;                  ///< nobody near it is hidden before anything is cleared
};
/// Samples of the stretches that plants, and nothing else, hide people under 25 m from; where there are any, also those
/// that are seen now: what a plant hides that stands over the path itself is not counted while it does, so that a cut
/// may lose sight on paper. \pre world.sight, sight_obstacles, network, city.streets
[[nodiscard]] std::vector<WatchedSample> samples_to_watch(const World& world, std::span<const std::uint32_t> stretches);
/// Where people up to 25 m from the hidden samples may stand: the parts of the streets, by street.
[[nodiscard]] std::vector<StreetPart> parts_walked(const World& world, std::span<const WatchedSample> samples);

/// Metres along a line of sight.
struct Inside {
    double from = 0, to = 0;
    [[nodiscard]] double length() const { return to - from; }
};
struct PieceInside {
    std::uint32_t piece = 0;
    Inside inside;
};
/// One plant that holds pieces, on one line.
struct CrownOnLine {
    double extinction_per_m = 0;
    double length_m = 0;                 ///< of the line
    std::vector<Inside> inside;          ///< of the whole plant, in order
    std::vector<PieceInside> pieces;     ///< the parts of it that can be cleared
    std::vector<std::uint32_t> holding;  ///< pieces that hold the looker: while one stands the plant does not count
};
/// From a sample to a person within 25 m.
struct ClearingLine {
    std::uint32_t sample = 0;  ///< into the samples
    double fixed_depth = 0;    ///< Σ extinction · metres of what stays
    std::vector<CrownOnLine> crowns;
};

/// Which pieces are gone.
using Cleared = std::vector<char>;

/// All lines of the samples that clearing bears upon.
class ClearingLines {
public:
    ClearingLines(const World& world, std::span<const WatchedSample> samples, std::span<const ClearingPiece> pieces);

    [[nodiscard]] std::span<const WatchedSample> samples() const { return m_samples; }
    [[nodiscard]] std::span<const ClearingLine> lines() const { return m_lines; }
    [[nodiscard]] std::size_t piece_count() const { return m_areas.size(); }
    [[nodiscard]] double area_m2(std::uint32_t piece) const { return m_areas[piece]; }
    /// Lines a piece stands on or bears upon, ascending.
    [[nodiscard]] std::span<const std::uint32_t> lines_of(std::uint32_t piece) const { return m_lines_of[piece]; }
    /// Lines of a sample, ascending.
    [[nodiscard]] std::span<const std::uint32_t> lines_from(std::uint32_t sample) const { return m_lines_from[sample]; }
    /// Σ extinction · metres with the pieces gone. As SightLines counts it over the plants less their pieces.
    [[nodiscard]] double depth(std::uint32_t line, const Cleared& cleared) const;
    [[nodiscard]] bool is_open(std::uint32_t line, const Cleared& cleared) const {
        return depth(line, cleared) <= m_limit;
    }
    /// Metres of path that come to be seen at 25 m or more with the pieces gone, less those that cease to be.
    [[nodiscard]] double metres(const Cleared& cleared) const;
    [[nodiscard]] double limit() const { return m_limit; }

private:
    void add_lines(const World& world, std::uint32_t sample, std::span<const ClearingPiece> pieces,
                   const conditions::Obstacles& cut);
    void keep(ClearingLine line);
    std::vector<WatchedSample> m_samples;
    std::vector<ClearingLine> m_lines;
    std::vector<std::vector<std::uint32_t>> m_lines_of, m_lines_from;
    std::vector<double> m_areas;
    double m_limit = 0;
};

}  // namespace lykta::measures
