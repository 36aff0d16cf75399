// What is taken for a lamp whose register leaves something out: data/lighting/lamp_types.toml as values.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::layers {

/// A kind of light source. Figures and their sources stand in the table.
struct LampType {
    std::string name;                ///< empty: type unknown
    std::vector<std::string> words;  ///< plain words that name it
    double efficacy = 0.0;           ///< lm per W
    double usual_flux = 0.0;         ///< lm
    double usual_height = 0.0;       ///< m
    double maintenance = 0.0;        ///< 0…1
    std::vector<double> replaced_watts = {};
    double replaced_lm_per_watt = 0.0;
};

/// A shape of luminaire, whose height says more than its light source.
struct LampStyle {
    std::vector<std::string> words;
    double usual_height = 0.0;         ///< m
    std::optional<double> usual_flux;  ///< lm, where the shape tells it better than the light source (a bollard)
};

/// Standard deviations as a share of the light; a lamp's is the root of the sum of squares of those that apply.
struct LampUncertainty {
    double known = 0.0, flux_defaulted = 0.0, height_defaulted = 0.0, no_photometry = 0.0;
};

struct LampTypes {
    LampType any;
    std::vector<LampType> types;
    std::vector<LampStyle> styles;
    std::vector<std::string> led_code_columns;  ///< plain names of columns that hold such codes
    std::map<std::string, double> led_codes;    ///< "a1" → number of LEDs
    double lm_per_led = 0.0;
    LampUncertainty uncertainty;

    /// The first type that has a word in the text; `any` when none has. Words of up to three letters must stand alone.
    [[nodiscard]] const LampType& of(std::string_view text) const;
    /// The first style named in the text; nullptr: none.
    [[nodiscard]] const LampStyle* style_of(std::string_view text) const;
    /// Flux of one luminaire by its code, lm: "A2 / A3" is the mean of both, "A3F" is A3. Empty: no code known.
    [[nodiscard]] std::optional<double> flux_of_code(std::string_view text) const;
};

/// The table built in, read once.
[[nodiscard]] const LampTypes& lamp_types();
/// \throws Error{internal} naming line and key of a table that is not one
[[nodiscard]] LampTypes lamp_types_from(std::string_view toml_text);

}  // namespace lykta::layers
