// What if: lamps, cameras and clearings the user adds, moves and takes away. A scenario is a value; the town is
// computed by the engine's WhatIf, which follows it change by change.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "measures/what_if.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

enum class ScenarioKind : std::uint8_t { lamp, repair, camera, clearing };
struct ScenarioItem {
    std::uint32_t id = 0;  ///< unique within the scenario, kept while it is moved
    ScenarioKind kind = ScenarioKind::lamp;
    Point at;  ///< where it stands; of repairs the lamp's own position, of clearings a point of the plant
    double heading_degrees = 0;        ///< of cameras, anticlockwise from +x
    std::uint32_t record = no_record;  ///< the lamp repaired or moved, the plant cleared
    double height_m = 0;               ///< of new lamps and cameras; 0: as the lamps near, as the study's cameras
    double flux_lm = 0;         ///< of lamps; 0: new ones as the lamps near. A repair with a flux is a new luminaire
    MultiPolygon piece;         ///< of clearings; empty: the whole plant
    std::optional<Point> from;  ///< of moved lamps: where the lamp stood, so that it is known again
};
[[nodiscard]] bool operator==(const ScenarioItem& a, const ScenarioItem& b);
struct Scenario {
    std::string name;
    std::vector<ScenarioItem> items;  ///< in the order added
    std::uint32_t next_id = 1;
    std::string note;  ///< where it came from and what it leaves out; empty: nothing to say
};

/// Undo and redo without limit: every state the scenario has had.
class ScenarioHistory {
public:
    [[nodiscard]] const Scenario& now() const { return m_states[m_at]; }
    void change(Scenario next);  ///< what had been undone is gone
    void amend(Scenario next);   ///< replaces the present state: a drag is one step
    bool undo();                 ///< false: nothing to undo
    bool redo();
    [[nodiscard]] bool can_undo() const { return m_at > 0; }
    [[nodiscard]] bool can_redo() const { return m_at + 1 < m_states.size(); }

private:
    std::vector<Scenario> m_states{Scenario{}};
    std::size_t m_at = 0;
};

// Edits, each a new scenario. Ids are given out once.
[[nodiscard]] Scenario with_item(Scenario scenario, ScenarioItem item);  ///< item.id is set
[[nodiscard]] Scenario with_moved(Scenario scenario, std::uint32_t id, Point to, double heading_degrees);
[[nodiscard]] Scenario without_item(Scenario scenario, std::uint32_t id);

/// What a scenario comes to, beside the town as it is.
struct ScenarioAnswer {
    Scenario scenario;            ///< the one computed
    measures::WhatIfAnswer town;  ///< stretches changed, money, effect
    double metres_to_class = 0,
           metres_from_class = 0;    ///< that reach their class, that fall below it (a lamp taken away)
    double metres_of_sight = 0;      ///< that rise over 25 m of sight
    std::vector<std::string> notes;  ///< what could not be done or is assumed, sentences
    LayerPointer layer;              ///< symbols and the stretches that change, better and worse
    LayerPointer illuminance;        ///< the town's light with the scenario; empty when no lamp changes
};

/// A town in which scenarios are tried. Not thread-safe: one caller at a time. Follows from one scenario to the next by
/// their difference, so a dragged lamp costs one lamp.
/// \pre project can compute and outlives it
/// \correctness  any way to a scenario gives what a fresh town gives (tests/viewer/project/scenario_test.cpp)
class ScenarioTown {
public:
    explicit ScenarioTown(ProjectPointer project);
    ~ScenarioTown();
    [[nodiscard]] ScenarioAnswer answer(const Scenario& scenario);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A point that the shape holds: its middle, or where that lies outside, a corner.
[[nodiscard]] Point point_of(const MultiPolygon& shape);

/// The measures of some portfolio options as a scenario to start from.
[[nodiscard]] Scenario scenario_from_options(const Project& project, const std::vector<std::uint32_t>& options);

// Kept in one JSON file, readable by people; and written for QGIS. \throws Error{cannot_write | cannot_read |
// bad_input}
void save_scenarios(const std::vector<Scenario>& scenarios, const std::filesystem::path& path);
[[nodiscard]] std::vector<Scenario> load_scenarios(const std::filesystem::path& path);
/// Layers scenario_items, scenario_areas (clearings, cameras' views), scenario_stretches (before and after),
/// scenario_summary; units and caveats in their columns.
void export_scenario(const Project& project, const ScenarioAnswer& answer, const std::filesystem::path& gpkg);

}  // namespace lykta::viewer
