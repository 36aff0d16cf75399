// The parts a scenario's town is made of: items become sited measures, their light becomes patches on the town's own,
// and both become layers. Internal to scenario*.cpp.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conditions/light_field.hpp"
#include "measures/touch.hpp"
#include "places/point_index.hpp"
#include "viewer/project/scenario.hpp"

namespace lykta::viewer {

/// An item as the engine takes it; no measure where it cannot be done, and `notes` say why or what was assumed.
struct SitedItem {
    ScenarioItem item;
    std::optional<measures::SitedMeasure> measure;
    std::vector<std::string> notes;
};

/// Turns items into measures: what a new lamp is like, which place and which incidents it belongs to.
class ItemSiting {
public:
    explicit ItemSiting(const Project& project);
    [[nodiscard]] SitedItem site(const ScenarioItem& item) const;
    [[nodiscard]] const measures::World& world() const { return m_world; }
    [[nodiscard]] const measures::Catalogue& catalogue() const { return m_catalogue; }

private:
    using Sited = measures::SitedMeasure;
    void site_lamp(const ScenarioItem& item, SitedItem& into) const;
    void site_moved_lamp(const ScenarioItem& item, SitedItem& into) const;
    void site_repair(const ScenarioItem& item, SitedItem& into) const;
    void site_camera(const ScenarioItem& item, SitedItem& into) const;
    void site_clearing(const ScenarioItem& item, SitedItem& into) const;
    [[nodiscard]] layers::Lamp lamp_like_those_near(Point at) const;
    void turn_to_the_way(layers::Lamp& lamp) const;
    [[nodiscard]] std::vector<std::uint32_t> lamps_near(Point at) const;
    [[nodiscard]] std::vector<std::uint32_t> stretches_near(Point at, double reach_m) const;
    [[nodiscard]] std::uint32_t nearest_place(Point at) const;
    [[nodiscard]] Sited started(const char* id, const ScenarioItem& item, Point at) const;
    void set_incidents(Sited& sited, const std::vector<std::uint32_t>& own) const;
    [[nodiscard]] std::vector<std::uint32_t> incidents_along(std::uint32_t place, Point at, double height_m) const;

    const Project& m_project;
    const measures::World& m_world;
    measures::Catalogue m_catalogue;
    std::vector<std::vector<std::uint32_t>> m_incidents;  ///< of each place
    std::map<std::uint32_t, measures::TouchTables> m_touch;
    std::vector<Point> m_lamp_at, m_stretch_at;
    std::optional<places::PointIndex> m_lamps, m_stretches;
    double m_longest_stretch_m = 0;
};

/// The run's light with the lamps and clearings of a scenario: patches, one a lamp, computed once and kept while
/// nothing near them changes. \correctness  twin: illuminance_grid over the changed town, to what a float holds
class ScenarioLight {
public:
    explicit ScenarioLight(const Project& project);
    /// Null where the run has no light, or no lamp's light changes.
    [[nodiscard]] LayerPointer with(std::span<const SitedItem* const> items);

private:
    struct Wanted;  ///< a lamp before and after, and the clearings near it
    struct Patch {
        conditions::CellRange cells;
        std::vector<float> change;           ///< lx, row by row
        std::vector<std::uint64_t> made_of;  ///< what it was computed from: another means it must be made anew
    };
    [[nodiscard]] std::map<std::uint64_t, Wanted> wanted_by(std::span<const SitedItem* const> items) const;
    [[nodiscard]] Patch patch_of(const Wanted& wanted) const;
    [[nodiscard]] LayerPointer patched() const;

    const measures::World& m_world;
    LayerPointer m_own;  ///< the run's layer: its scale is used
    Grid<float> m_base;  ///< lx
    conditions::LightOptions m_options;
    std::vector<conditions::FieldLamp> m_lamps;
    std::map<std::uint64_t, Patch> m_patches;
    LayerPointer m_made;  ///< of those patches: the same layer while no light changes
};

/// Symbols of all items, what cameras see, what is cleared, and the stretches that change, better and worse.
[[nodiscard]] LayerPointer scenario_layer(const measures::World& world, std::span<const SitedItem* const> items,
                                          std::span<const measures::StretchChange> changes);

/// Where an item's symbol stands.
[[nodiscard]] Point symbol_at(const layers::CityLayers& city, const ScenarioItem& item);
[[nodiscard]] std::string kind_words(const ScenarioItem& item);  ///< "new lamp", "new luminaire"
[[nodiscard]] std::string_view kind_code(ScenarioKind kind);     ///< "lamp": files use it
[[nodiscard]] std::optional<ScenarioKind> kind_from(std::string_view code);

/// Better or worse, where a reader would see a difference: the class reached or lost, a tenth of the class's light, a
/// metre of sight.
enum class Turn : std::uint8_t { none, better, worse };
[[nodiscard]] Turn turn_of(const measures::World& world, const measures::StretchChange& change);

}  // namespace lykta::viewer
