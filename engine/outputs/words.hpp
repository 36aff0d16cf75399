// Codes to words: what terms, reasons, flags and layers are called in the user's language. Results are codes and
// numbers; this is the edge where they become text.
#pragma once
#include <string>
#include <string_view>

#include "conditions/lighting_class.hpp"
#include "core/rows.hpp"
#include "layers/layers.hpp"
#include "places/places.hpp"

namespace lykta::outputs {

[[nodiscard]] std::string term_name(places::Term term);     ///< "Incident rate"
[[nodiscard]] std::string term_meaning(places::Term term);  ///< one sentence
[[nodiscard]] char term_letter(places::Term term);          ///< 'A' … 'D': so that colour is never the only carrier
[[nodiscard]] const char* term_colour(places::Term term);   ///< "#rrggbb", told apart by colour-blind eyes
[[nodiscard]] std::string unit_name(std::string_view unit);  ///< "incidents/ha/year" → "incidents per hectare and year"
[[nodiscard]] std::string reason_words(places::MainReason reason);  ///< "darkness", "no physical reason found"
[[nodiscard]] std::string reason_sentence(places::MainReason reason);
[[nodiscard]] std::string felt_words(places::Felt felt);
[[nodiscard]] std::string flag_words(const std::string& code);  ///< one sentence; an unknown code as itself
[[nodiscard]] std::string layer_words(layers::LayerKind kind);  ///< "Incidents"
[[nodiscard]] std::string set_aside_words(Reason reason);       ///< "no coordinates"
[[nodiscard]] std::string lamp_state_words(layers::LampState state);
[[nodiscard]] std::string_view lamp_state_code(layers::LampState state);
[[nodiscard]] std::string_view dark_verdict_code(conditions::DarkVerdict verdict);  ///< "less" …, empty when unknown
[[nodiscard]] std::string light_cause_words(conditions::LightCause cause);
[[nodiscard]] std::string_view felt_code(places::Felt felt);

}  // namespace lykta::outputs
