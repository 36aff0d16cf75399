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
    [[nodiscard]] double at(double c_deg, double gamma_deg) const;
};
/// Luminous flux the table itself holds per klm of lamp flux, lm: ∫ I dω ÷ 1000 is the light output ratio.
[[nodiscard]] double flux_of(const IntensityTable& table);

/// One photometric file.
struct Photometry {
    std::string file, name;      ///< as given; luminaire's name in the file
    IntensityTable table;        ///< symmetry of the file resolved: all C planes it stands for
    std::optional<Lumens> flux;  ///< of its lamps (relative) or of the luminaire (absolute photometry)
};

/// EULUMDAT: one value a line, symmetry 0–4, direct cd/klm. \throws Error{bad_input} with file and line: what was
/// expected there, what stands there
[[nodiscard]] Photometry read_eulumdat(std::string_view text, const std::string& file);
/// IES LM-63-1986 to -2002 and -2019, type C photometry, TILT=NONE or INCLUDE (a tilt table is refused with the
/// reason). Horizontal angle 0 is the street side, so planes are turned by 90° to C. \throws as read_eulumdat
[[nodiscard]] Photometry read_ies(std::string_view text, const std::string& file);
/// By its ending (.ldt, .ies; any case). \throws Error{cannot_read, bad_input}
[[nodiscard]] Photometry read_photometry(const std::string& path);

}  // namespace lykta::layers
