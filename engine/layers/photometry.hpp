// How a luminaire spreads its light: intensity by direction, as EULUMDAT (.ldt) and IES LM-63 (.ies) files give it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/units.hpp"

namespace lykta::layers {

/// Luminous intensity of a luminaire by direction: rows C (degrees round the vertical), columns gamma (degrees from
/// straight down), cd per klm. Bilinear between, C wraps at 360, intensity 0 beyond the last gamma.
/// An empty table is a uniform one. One C row: symmetric about the vertical.
/// C90 points to the street side, away from the pole; C0 lies along the road, a quarter turn clockwise of it.
struct IntensityTable {
    std::vector<double> c_deg, gamma_deg;
    std::vector<std::vector<double>> cd_per_klm;
    /// Asked for every lamp at every point: where angles are evenly spaced the bracket is computed, not searched, with
    /// the same result.
    [[nodiscard]] double at(double c_deg, double gamma_deg) const;
};
/// Luminous flux the table itself holds per klm of lamp flux, lm: ∫ I dω; ÷ 1000 it is the light output ratio.
/// Exact for the bilinear table: trapezoids over C, and over gamma ∫ (a + bγ) sinγ dγ in closed form per interval.
/// \correctness uniform table 1,000 lm, Lambertian 1,000 lm but for the bilinear chords; twin: fine midpoint sum
[[nodiscard]] double flux_of(const IntensityTable& table);

/// One photometric file.
struct Photometry {
    std::string path;            ///< where read_photometry found it; empty for a text
    std::string file, name;      ///< as given; luminaire's name in the file
    IntensityTable table;        ///< symmetry of the file resolved: all C planes it stands for
    std::optional<Lumens> flux;  ///< of its lamps (relative) or of the luminaire (absolute photometry)
    /// What a reader must know although the file could be used: an output ratio that cannot be, a tilt while measured.
    std::vector<std::string> notes = {};
};

/// EULUMDAT (Stockmar 1990): one value a line, symmetry 0–4, direct cd/klm. Decimal comma, CRLF, Windows-1252 and a
/// negative number of lamps (absolute photometry) are taken. Of several sets of lamps the first counts.
///
/// Refused: a file that ends early, more than 721 planes or angles, angles that do not rise, planes that lack the
/// mirror image their symmetry needs, negative or non-finite intensities, a table without light.
/// \throws Error{bad_input} with file and line: what was expected there, what stands there, how to mend it
/// \correctness hand-written files of every symmetry against the full table; one file per fault
[[nodiscard]] Photometry read_eulumdat(std::string_view text, const std::string& file);

/// IES LM-63-1986 to -2002 and -2019, type C photometry, TILT=NONE or INCLUDE (the table in the file is read over: it
/// is for lamps that burn in another position than measured; a tilt table in a file of its own is refused).
/// Candela × multiplier × ballast factor (and the ballast-lamp factor of 1986 and 1991), per klm of lamps × lumens;
/// with −1 lumens (absolute photometry) the flux is the table's own integral.
///
/// Horizontal angle 0 is the street side (IES) and that is C90 here, so C = H + 90. Planes to 90 or 180 are mirrored
/// about the street-to-house plane and, to 90, about the one along the road; 90 to 270 about the one along the road.
/// \throws as read_eulumdat
[[nodiscard]] Photometry read_ies(std::string_view text, const std::string& file);

/// By its ending (.ldt, .ies; any case). \throws Error{cannot_read, bad_input}
[[nodiscard]] Photometry read_photometry(const std::string& path);

}  // namespace lykta::layers
