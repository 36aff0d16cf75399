#include "measures/changed_conditions_lamps.hpp"

#include <algorithm>
#include <array>

namespace lykta::measures {

using conditions::Luminaire;

Luminaire luminaire_of(const layers::LampLayer& layer, const layers::Lamp& lamp) {
    layers::LampLayer one;
    one.lamps.push_back(lamp);
    one.lamps.front().photometry.reset();
    one.lamps.front().schedule.reset();
    Luminaire luminaire = conditions::luminaires_from(one).front();
    if (lamp.photometry) luminaire.table = &layer.photometry[*lamp.photometry].table;
    return luminaire;
}

LampsAfter::LampsAfter(const World& world, std::span<const LampChange> changes)
    : m_world(world), m_existing(static_cast<std::uint32_t>(world.luminaires.size())) {
    for (const LampChange& change : changes) {
        const Changed now{change.lamp.value_or(0), &change.after, luminaire_of(*world.city.lighting, change.after)};
        if (!change.lamp) {
            m_added.push_back(now);
            continue;
        }
        const auto at = std::lower_bound(m_changed.begin(), m_changed.end(), now.index,
                                         [](const Changed& c, std::uint32_t index) { return c.index < index; });
        if (at != m_changed.end() && at->index == now.index)
            *at = now;
        else
            m_changed.insert(at, now);
    }
}

const LampsAfter::Changed* LampsAfter::find(std::uint32_t index) const {
    if (index >= m_existing) return &m_added[index - m_existing];
    const auto at = std::lower_bound(m_changed.begin(), m_changed.end(), index,
                                     [](const Changed& c, std::uint32_t i) { return c.index < i; });
    return at != m_changed.end() && at->index == index ? &*at : nullptr;
}

const layers::Lamp& LampsAfter::lamp(std::uint32_t index) const {
    const Changed* changed = find(index);
    return changed != nullptr ? *changed->lamp : m_world.city.lighting->lamps[index];
}

const Luminaire& LampsAfter::luminaire(std::uint32_t index) const {
    const Changed* changed = find(index);
    return changed != nullptr ? changed->luminaire : m_world.luminaires[index];
}

double FeltReaches::light_of(const Luminaire& luminaire) {
    const bool same = m_last_reach >= 0.0 && luminaire.table == m_last.table && luminaire.flux == m_last.flux &&
                      luminaire.height == m_last.height && luminaire.tilt == m_last.tilt &&
                      luminaire.maintenance_factor == m_last.maintenance_factor;
    if (same) return m_last_reach;
    m_last = luminaire;
    m_last_reach = m_reaches.of(luminaire, m_cutoff);
    return m_last_reach;
}

double FeltReaches::of(const layers::Lamp& lamp, const Luminaire& luminaire) {
    const bool out = lamp.state == layers::LampState::out;
    if (!luminaire.lit && !out) return 0.0;
    return std::max(light_of(luminaire), out ? 0.0 : m_gap_heights * luminaire.height.value);
}

std::vector<std::uint32_t> lamps_near(const LampsAfter& lamps, std::span<const double> felt_m, const NearCells& cells) {
    std::vector<std::uint32_t> near;
    std::array<std::int64_t, 5> rim{-1, -1, -1, -1, -1};
    std::array<double, 5> most{};
    for (std::uint32_t i = 0; i < lamps.size(); ++i) {
        const auto& luminaire = lamps.luminaire(i);
        if (!luminaire.lit && lamps.lamp(i).state != layers::LampState::out) continue;
        const Point p = luminaire.position;
        if (cells.holds(p)) near.push_back(i);
        const std::array<double, 5> now{-p.x, p.x, -p.y, p.y, felt_m[i]};
        for (std::size_t k = 0; k < now.size(); ++k) {
            if (rim[k] >= 0 && now[k] <= most[k]) continue;
            rim[k] = i;
            most[k] = now[k];
        }
    }
    for (const std::int64_t i : rim)
        if (i >= 0) near.push_back(static_cast<std::uint32_t>(i));
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    return near;
}

}  // namespace lykta::measures
