#include "conditions/light_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

/// Where a lamp gives light; empty for one that gives none.
Box lit_by(const FieldLamp& lamp) {
    if (!(lamp.reach_m > 0.0)) return {};
    return box_of(std::array{lamp.luminaire.position}).expanded(lamp.reach_m);
}

Box united(Box a, const Box& b) {
    if (b.empty()) return a;
    a.grow({b.min_x, b.min_y});
    a.grow({b.max_x, b.max_y});
    return a;
}

bool meet(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

}  // namespace

LightScene::LightScene(const GridFrame& frame, std::vector<Luminaire> luminaires, Obstacles* obstacles,
                       const LightOptions& options)
    : m_luminaires(std::move(luminaires)), m_obstacles(obstacles), m_options(options) {
    m_options.obstacles = obstacles;
    m_lamps = field_lamps(m_luminaires, m_options);
    m_lux = illuminance_grid(frame, m_luminaires, m_options);
}

Box LightScene::set_lamp(std::uint32_t lamp, const Luminaire& to) {
    const Box before = lit_by(m_lamps[lamp]);
    m_luminaires[lamp] = to;
    m_lamps[lamp] = field_lamp(to, m_options);
    const Box after = lit_by(m_lamps[lamp]), both = united(before, after);
    if (meet(before, after)) {
        relight(both);
    } else {
        relight(before);
        relight(after);
    }
    return both;
}

Box LightScene::add_lamp(const Luminaire& lamp) {
    m_luminaires.push_back(lamp);
    m_lamps.push_back(field_lamp(lamp, m_options));
    const Box lit = lit_by(m_lamps.back());
    relight(lit);
    return lit;
}

Box LightScene::set_cleared(std::uint32_t obstacle, bool cleared) {
    const Box here = m_obstacles->set_cleared(obstacle, cleared);
    // A shadow ends where the light of its lamp ends.
    Box changed;
    for (const FieldLamp& lamp : m_lamps) {
        const Box lit = lit_by(lamp);
        if (!lit.empty() && meet(lit, here)) changed = united(changed, lit);
    }
    relight(changed);
    return changed;
}

void LightScene::relight(const Box& box) {
    if (box.empty()) return;
    const CellRange cells = cells_within(m_lux.frame, box);
    if (cells.empty()) return;
    std::vector<std::uint32_t> lamps;
    for (std::uint32_t i = 0; i < m_lamps.size(); ++i) {
        if (!common(cells, cells_lit_by(m_lamps[i], m_lux.frame)).empty()) lamps.push_back(i);
    }
    const auto rows = static_cast<std::size_t>(cells.end_row - cells.first_row);
    parallel_blocks(rows, 32, [&](std::size_t first, std::size_t last) {
        CellRange block = cells;
        block.first_row = cells.first_row + static_cast<int>(first);
        block.end_row = cells.first_row + static_cast<int>(last);
        for (int row = block.first_row; row < block.end_row; ++row)
            for (int column = block.first_column; column < block.end_column; ++column) {
                double& lux = m_lux.at(column, row);
                if (!std::isnan(lux)) lux = 0.0;  // indoors stays indoors
            }
        std::optional<LampShadows> shadows;
        if (m_obstacles != nullptr) shadows.emplace(m_lux.frame, *m_obstacles);
        for (const std::uint32_t i : lamps)
            conditions::add_lamp(m_lamps[i], block, shadows ? &*shadows : nullptr, m_lux);
    });
}

}  // namespace lykta::conditions
