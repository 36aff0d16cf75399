// Vegetation: crowns as polygons, or points with a radius; block-level canopy shares kept as shares. Rasters:
// canopy.cpp
#include <algorithm>

#include "core/language.hpp"
#include "layers/canopy.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"
#include "layers/plant_kinds.hpp"
#include "layers/polygons.hpp"

namespace lykta::layers {

namespace {

constexpr double shrub_height_m = 1.5, tree_height_m = 8.0, crown_radius_m = 2.5;
constexpr double shrub_up_to_m = 3.0;  ///< a plant of unknown kind this high or lower is a shrub
/// Street trees are raised to 2.5 m over paths (judgement after municipal tree care: 2.5 m over walks, 4.5 m over
/// streets); a young tree below 8 m has its crown from 0.3 of its height.
constexpr double raised_crown_m = 2.5, young_tree_m = 8.0, young_crown_share = 0.3;

struct PlantFields {
    FieldReader id, kind, height, crown_base, radius, crown, canopy, evergreen;
    explicit PlantFields(Reading& reading)
        : id(reading, "id"),
          kind(reading, "kind"),
          height(reading, "plant_height"),
          crown_base(reading, "crown_base"),
          radius(reading, "radius"),
          crown(reading, "crown"),
          canopy(reading, "canopy"),
          evergreen(reading, "evergreen") {}
    void report() const {
        for (const auto* field : {&height, &crown_base, &radius, &crown, &canopy, &evergreen}) field->report();
    }
};

/// A tree by its words; where they say nothing, by its height, or because canopy is mapped.
bool is_tree(const PlantFields& fields, const Plant& plant) {
    const auto form = form_of(plant.kind);
    if (form != PlantForm::unknown) return form == PlantForm::tree;
    return plant.height_defaulted ? fields.canopy.is_there() : plant.height.value > shrub_up_to_m;
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
    plant.height_defaulted = !height;
    const double usual = !height && is_tree(fields, plant) ? tree_height_m : shrub_height_m;
    plant.height = Meters{height.value_or(default_of(options, "height", usual))};
}

/// Where the crown begins: as recorded, else 0 for shrubs and the usual for trees.
void set_crown_base(PlantFields& fields, std::size_t row, Plant& plant) {
    auto base = fields.crown_base.number(row, {.least = 0.0, .most = 40.0}, tr("a crown begins 0 to 40 m up"));
    if (base && *base >= plant.height.value) {
        fields.crown_base.reject(row, tr("the crown would begin above the top of the plant"));
        base.reset();
    }
    const double height = plant.height.value;
    const double usual = height < young_tree_m ? young_crown_share * height : raised_crown_m;
    plant.crown_base = Meters{base.value_or(is_tree(fields, plant) ? usual : 0.0)};
}

void set_evergreen(PlantFields& fields, std::size_t row, Plant& plant) {
    const auto text = fields.evergreen.text(row);
    const auto truth = read_truth(text);
    if (truth == Truth::neither) fields.evergreen.reject(row, tr("says neither yes nor no"));
    const bool said = truth == Truth::yes || truth == Truth::no;
    plant.evergreen = said ? truth == Truth::yes : is_evergreen(plant.kind);
}

MultiPolygon outline_of(const Geometry& shape, double radius_m) {
    if (const auto* polygon = std::get_if<MultiPolygon>(&shape)) return *polygon;
    return buffer_of(shape, radius_m, 8);
}

}  // namespace

VegetationLayer vegetation_from(Reading& reading) {
    if (reading.report.found.is_raster) return canopy_from(reading);
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
        set_crown_base(fields, row, plant);
        set_evergreen(fields, row, plant);
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
