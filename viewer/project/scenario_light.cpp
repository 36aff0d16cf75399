// The town's light with a scenario's lamps and clearings, patched lamp by lamp onto the light of the run.
#include <algorithm>
#include <bit>
#include <cmath>

#include "core/parallel.hpp"
#include "measures/changed_conditions_lamps.hpp"
#include "measures/changed_conditions_plants.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using conditions::CellRange;
using conditions::FieldLamp;
using conditions::Luminaire;
using measures::boxes_meet;
using measures::CutPlant;

Box lit_by(const FieldLamp& lamp) {
    if (!(lamp.reach_m > 0.0)) return {};
    const Point p = lamp.luminaire.position;
    return Box{p.x, p.y, p.x, p.y}.expanded(lamp.reach_m);
}

CellRange joined(const CellRange& a, const CellRange& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.first_column, b.first_column), std::max(a.end_column, b.end_column),
            std::min(a.first_row, b.first_row), std::max(a.end_row, b.end_row)};
}

GridFrame part_of(const GridFrame& frame, const CellRange& cells) {
    const double cell = frame.cell_size.value;
    return {{frame.origin.x + cells.first_column * cell, frame.origin.y + cells.first_row * cell},
            frame.cell_size,
            cells.end_column - cells.first_column,
            cells.end_row - cells.first_row};
}

Grid<double> light_of(const FieldLamp& lamp, const GridFrame& frame, const conditions::Obstacles* obstacles) {
    Grid<double> lux(frame, 0.0);
    std::optional<conditions::LampShadows> shadows;
    if (obstacles != nullptr) shadows.emplace(lux.frame, *obstacles);
    conditions::add_lamp(lamp, {0, frame.columns, 0, frame.rows}, shadows ? &*shadows : nullptr, lux);
    return lux;
}

std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

void describe(const std::optional<FieldLamp>& lamp, std::vector<std::uint64_t>& into) {
    into.push_back(lamp ? 1 : 0);
    if (!lamp) return;
    const Luminaire& l = lamp->luminaire;
    for (const double v : {l.position.x, l.position.y, l.height.value, l.flux.value, l.maintenance_factor,
                           l.azimuth.value, l.tilt.value, l.lit ? 1.0 : 0.0})
        into.push_back(bits(v));
    into.push_back(reinterpret_cast<std::uintptr_t>(l.table));
}

Grid<float> in_floats(const Grid<double>& grid) {
    Grid<float> floats(grid.frame);
    std::transform(grid.values.begin(), grid.values.end(), floats.values.begin(),
                   [](double v) { return static_cast<float>(v); });
    return floats;
}

/// What the scenario's clearings leave of plants that stand in the light's way.
std::vector<CutPlant> cut_in_the_light(const measures::World& world, std::span<const SitedItem* const> items) {
    std::vector<measures::Clearing> clearings;
    for (const auto* item : items)
        if (item->measure)
            clearings.insert(clearings.end(), item->measure->clearings.begin(), item->measure->clearings.end());
    if (clearings.empty() || world.light_obstacles == nullptr || !world.city.vegetation) return {};
    auto cut = measures::cut_plants(*world.city.vegetation, clearings);
    std::erase_if(cut, [&](const CutPlant& c) {
        return world.light_obstacles->obstacle_of(conditions::ObstacleKind::plant, c.plant) < 0;
    });
    return cut;
}

}  // namespace

struct ScenarioLight::Wanted {
    std::optional<FieldLamp> before, after;
    std::vector<CutPlant> cut;  ///< near enough to shade it
    [[nodiscard]] std::vector<std::uint64_t> described() const {
        std::vector<std::uint64_t> all;
        describe(before, all);
        describe(after, all);
        for (const auto& c : cut) {
            all.push_back(c.plant);
            for (const double v : {area(c.outline), c.changed.min_x, c.changed.min_y, c.changed.max_x, c.changed.max_y})
                all.push_back(bits(v));
        }
        return all;
    }
};

ScenarioLight::ScenarioLight(const Project& project) : m_world(project.world->world()) {
    const auto own = project.layers.find(LayerId::illuminance);
    const auto& lux = project.result().illuminance;
    if (own == project.layers.end() || !own->second->values || !lux || !m_world.city.lighting) return;
    m_own = own->second;
    m_base = in_floats(*lux);
    m_options = {.cutoff = m_world.cutoff, .obstacles = m_world.light_obstacles};
    m_lamps = conditions::field_lamps(m_world.luminaires, m_options);
}

std::map<std::uint64_t, ScenarioLight::Wanted> ScenarioLight::wanted_by(std::span<const SitedItem* const> items) const {
    constexpr std::uint64_t new_lamps = std::uint64_t{1} << 32;
    std::map<std::uint64_t, Wanted> wanted;
    for (const auto* item : items) {
        if (!item->measure) continue;
        for (const auto& change : item->measure->lamps) {
            const auto key = change.lamp ? std::uint64_t{*change.lamp} : new_lamps + item->item.id;
            auto& lamp = wanted[key];
            if (change.lamp) lamp.before = m_lamps[*change.lamp];
            lamp.after =
                conditions::field_lamp(measures::luminaire_of(*m_world.city.lighting, change.after), m_options);
        }
    }
    const auto cut = cut_in_the_light(m_world, items);
    for (const auto& c : cut)
        for (std::uint32_t i = 0; i < m_lamps.size(); ++i)
            if (const Box lit = lit_by(m_lamps[i]); !lit.empty() && boxes_meet(lit, c.changed))
                wanted.try_emplace(i, Wanted{m_lamps[i], m_lamps[i], {}});
    for (auto& [key, lamp] : wanted)
        for (const auto& c : cut)
            if (const Box lit = lit_by(*lamp.after); !lit.empty() && boxes_meet(lit, c.changed)) lamp.cut.push_back(c);
    return wanted;
}

ScenarioLight::Patch ScenarioLight::patch_of(const Wanted& wanted) const {
    const auto& frame = m_base.frame;
    Patch patch{.made_of = wanted.described()};
    patch.cells = conditions::cells_lit_by(*wanted.after, frame);
    if (wanted.before) patch.cells = joined(patch.cells, conditions::cells_lit_by(*wanted.before, frame));
    if (patch.cells.empty()) return patch;
    const GridFrame part = part_of(frame, patch.cells);
    auto after = *wanted.after;
    measures::ObstaclesNear near;
    const conditions::Obstacles* obstacles = m_world.light_obstacles;
    if (!wanted.cut.empty()) {
        const std::array<Box, 1> lit{lit_by(after)};
        near = measures::obstacles_near(m_world, *obstacles, m_world.light_obstacle_options, measures::NearCells(lit),
                                        wanted.cut);
        obstacles = near.obstacles.get();
        after = conditions::field_lamp(after.luminaire, {.cutoff = m_options.cutoff, .obstacles = obstacles});
    }
    Grid<double> change = light_of(after, part, obstacles);
    if (wanted.before) {
        const auto before = light_of(*wanted.before, part, m_world.light_obstacles);
        for (std::size_t i = 0; i < change.values.size(); ++i) change.values[i] -= before.values[i];
    }
    patch.change = in_floats(change).values;
    return patch;
}

LayerPointer ScenarioLight::with(std::span<const SitedItem* const> items) {
    if (!m_own) return nullptr;
    const auto wanted = wanted_by(items);
    const auto gone = std::erase_if(m_patches, [&](const auto& p) {
        const auto at = wanted.find(p.first);
        return at == wanted.end() || at->second.described() != p.second.made_of;
    });
    std::vector<std::uint64_t> missing;
    for (const auto& [key, lamp] : wanted)
        if (!m_patches.contains(key)) missing.push_back(key);
    std::vector<Patch> made(missing.size());
    parallel_blocks(missing.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) made[k] = patch_of(wanted.at(missing[k]));
    });
    for (std::size_t k = 0; k < missing.size(); ++k) m_patches.emplace(missing[k], std::move(made[k]));
    if (gone > 0 || !missing.empty()) m_made = m_patches.empty() ? nullptr : patched();
    return m_made;
}

LayerPointer ScenarioLight::patched() const {
    MapLayer layer{.id = LayerId::illuminance, .title = m_own->title, .unit = m_own->unit, .note = m_own->note};
    layer.classes = m_own->classes;
    layer.values = RasterValues{m_base, m_own->values->day, m_own->values->night};
    auto& grid = layer.values->grid;
    for (const auto& [key, patch] : m_patches) {
        if (patch.cells.empty()) continue;
        auto change = patch.change.begin();
        for (int row = patch.cells.first_row; row < patch.cells.end_row; ++row)
            for (int column = patch.cells.first_column; column < patch.cells.end_column; ++column) {
                float& lux = grid.at(column, row);
                lux += *change++;
                if (lux < 0) lux = 0;  // light taken away leaves dust of rounding below nothing; NaN stays
            }
    }
    return std::make_shared<const MapLayer>(std::move(layer));
}

}  // namespace lykta::viewer
