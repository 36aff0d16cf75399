// Each layer out of an open Reading; the read_* functions of read_layers.hpp and check_file share these.
#pragma once
#include "layers/reading.hpp"

namespace lykta::layers {

[[nodiscard]] IncidentLayer incidents_from(Reading& reading);
[[nodiscard]] LampLayer lamps_from(Reading& reading);
[[nodiscard]] VegetationLayer vegetation_from(Reading& reading);
[[nodiscard]] InspectionLayer inspections_from(Reading& reading);
[[nodiscard]] StreetLayer streets_from(Reading& reading);
[[nodiscard]] BuildingLayer buildings_from(Reading& reading);
[[nodiscard]] AreaLayer areas_from(Reading& reading);
[[nodiscard]] SurveyLayer survey_from(Reading& reading);
[[nodiscard]] CameraLayer cameras_from(Reading& reading);
[[nodiscard]] EntranceLayer entrances_from(Reading& reading);
[[nodiscard]] Window window_from(Reading& reading);

/// Sets aside rows of a geometry source that are not one point; `what` names the layer in the message.
void keep_points(Reading& reading, std::string_view what);

}  // namespace lykta::layers
