// Vegetation: crowns as polygons, or points with a radius; block-level canopy shares kept as shares.
#include <algorithm>

#include "core/language.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"
#include "layers/polygons.hpp"

namespace lykta::layers {

namespace {

constexpr double shrub_height_m = 1.5, tree_height_m = 8.0, crown_radius_m = 2.5;

struct PlantFields {
    FieldReader id, kind, height, radius, crown, canopy;
    explicit PlantFields(Reading& reading)
        : id(reading, "id"),
          kind(reading, "kind"),
          height(reading, "plant_height"),
          radius(reading, "radius"),
          crown(reading, "crown"),
          canopy(reading, "canopy") {}
    void report() const {
        for (const auto* field : {&height, &radius, &crown, &canopy}) field->report();
    }
};

bool is_tree(std::string_view kind) {
    const auto word = plain_word(kind);
    return word.find("trad") != std::string::npos || word.find("tree") != std::string::npos;
}

/// Crown radius of a point in metres; a default where neither radius nor diameter is given.
double radius_of(PlantFields& fields, const LayerOptions& options, std::size_t row, std::int64_t& defaulted) {
    const Range range{.least = 0.05, .most = 30.0};
    const auto radius = fields.radius.number(row, range, tr("a crown's radius is 0.05 to 30 m"));
    if (radius) return *radius;
    const auto crown = fields.crown.number(row, {.least = 0.1, .most = 60.0}, tr("a crown is 0.1 to 60 m wide"));
    if (crown) return *crown / 2.0;
    ++defaulted;
    return default_of(options, "radius", crown_radius_m);
}

/// Percent (0–100) or share (0–1) by the largest value of the column.
double canopy_unit(FieldReader& canopy, const std::vector<std::size_t>& rows) {
    double most = 0.0;
    for (const auto row : rows) most = std::max(most, canopy.number(row).value_or(0.0));
    return most > 1.0 ? 0.01 : 1.0;
}

void set_height(PlantFields& fields, const LayerOptions& options, std::size_t row, Plant& plant) {
    const auto height = fields.height.number(row, {.least = 0.05, .most = 60.0}, tr("a plant is 0.05 to 60 m high"));
    const double usual = is_tree(plant.kind) || fields.canopy.is_there() ? tree_height_m : shrub_height_m;
    plant.height = Meters{height.value_or(default_of(options, "height", usual))};
    plant.height_defaulted = !height;
}

MultiPolygon outline_of(const Geometry& shape, double radius_m) {
    if (const auto* polygon = std::get_if<MultiPolygon>(&shape)) return *polygon;
    return buffer_of(shape, radius_m, 8);
}

}  // namespace

VegetationLayer vegetation_from(Reading& reading) {
    const auto placed = place_rows(reading);
    const auto shapes = checked_polygons(reading, placed, AlsoTakes::points);
    PlantFields fields(reading);
    const auto rows = rows_in(reading);
    const double unit = fields.canopy.is_there() ? canopy_unit(fields.canopy, rows) : 1.0;
    std::int64_t heights = 0, radii = 0;
    VegetationLayer layer;
    for (const auto row : rows) {
        Plant plant{.id = std::string(fields.id.text(row)), .kind = std::string(fields.kind.text(row))};
        const bool is_polygon = std::holds_alternative<MultiPolygon>(shapes[row]);
        plant.outline = outline_of(shapes[row], is_polygon ? 0.0 : radius_of(fields, reading.options, row, radii));
        set_height(fields, reading.options, row, plant);
        heights += plant.height_defaulted ? 1 : 0;
        const auto canopy =
            fields.canopy.number(row, {.least = 0.0, .most = 100.0}, tr("a canopy share is 0 to 100 %"));
        plant.canopy_share = canopy ? *canopy * unit : 1.0;
        plant.row = reading.row_number(row);
        layer.plants.push_back(std::move(plant));
    }
    fields.report();
    if (heights > 0) {
        reading.report.account.issues.push_back(
            {"default_taken",
             Severity::note,
             say("{}: {} plants have no height; shrubs are taken as {} m, trees and canopy as {} m", reading.file(),
                 heights, shrub_height_m, tree_height_m),
             heights,
             {}});
    }
    note_default(reading, tr("crown radius (m)"), default_of(reading.options, "radius", crown_radius_m), radii);
    layer.reports.push_back(finish(reading));
    return layer;
}

VegetationLayer read_vegetation(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return vegetation_from(reading);
}

}  // namespace lykta::layers
