// Streets of a cell: rows and columns of a lattice in the cell's own direction, bent by smooth noise, some pieces left
// out, then clipped to the cell. A clipped street ends exactly on the main street it meets, so the network holds
// together. Noise: lattice values 0…1 at 260 m, blended with 3t² − 2t³.
#include "streets.hpp"

#include <algorithm>
#include <cmath>

#include "dice.hpp"

namespace exempelstad {

namespace {

double lattice(int channel, int x, int y) {
    const auto key =
        (static_cast<std::uint64_t>(x + 4096) << 32U) | static_cast<std::uint64_t>((y + 4096) * 4 + channel);
    return Dice(Use::warp, key).uniform();
}

double noise(int channel, Point p) {
    const double x = p.x / 260.0, y = p.y / 260.0, fx = std::floor(x), fy = std::floor(y);
    const auto ease = [](double t) { return t * t * (3 - 2 * t); };
    const double tx = ease(x - fx), ty = ease(y - fy);
    const int i = static_cast<int>(fx) % 2048, j = static_cast<int>(fy) % 2048;
    const double low = lattice(channel, i, j) * (1 - tx) + lattice(channel, i + 1, j) * tx;
    const double high = lattice(channel, i, j + 1) * (1 - tx) + lattice(channel, i + 1, j + 1) * tx;
    return low * (1 - ty) + high * ty - 0.5;
}

struct Lattice {
    Point origin, along, across;
    Seed seed;
    Point world(double u, double v) const {
        const Point p = origin + along * u + across * v;
        return p + Point{noise(0, p), noise(1, p)} * (2 * seed.warp);
    }
    Polyline straight(double u0, double v0, double u1, double v1) const {
        const int steps = std::max(1, static_cast<int>((std::abs(u1 - u0) + std::abs(v1 - v0)) / 12.0));
        Polyline line;
        for (int i = 0; i <= steps; ++i) line.push_back(world(u0 + (u1 - u0) * i / steps, v0 + (v1 - v0) * i / steps));
        return line;
    }
};

/// The parts of a line inside a ring, ending exactly on it.
std::vector<Polyline> clipped(const Polyline& line, const Ring& ring) {
    std::vector<double> cuts{0};
    double along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        for (std::size_t k = 1; k < ring.size(); ++k)
            if (const auto x = crossing(line[i - 1], line[i], ring[k - 1], ring[k]))
                cuts.push_back(along + x->on_ab * apart(line[i - 1], line[i]));
        along += apart(line[i - 1], line[i]);
    }
    cuts.push_back(along);
    std::sort(cuts.begin(), cuts.end());
    std::vector<Polyline> parts;
    for (std::size_t i = 1; i < cuts.size(); ++i)
        if (cuts[i] - cuts[i - 1] > 1.0 && inside(ring, at(line, (cuts[i] + cuts[i - 1]) / 2).point))
            parts.push_back(slice(line, cuts[i - 1], cuts[i]));
    return parts;
}

/// Cuts away what lies in water, rail, parks, or runs beside the cell's edge for more than 60 m.
std::vector<Polyline> kept(const Polyline& part, const Cell& cell, const Keep& keep) {
    const Polyline dense = densified(part, 4.0);
    std::vector<int> good(dense.size(), 1);
    std::size_t beside = 0;
    for (std::size_t i = 0; i < dense.size(); ++i) {
        if (!keep.clear(dense[i], 6)) good[i] = 0;
        beside = nearest(cell.ring, dense[i]).distance < 30 ? beside + 1 : 0;
        if (beside > 15)
            for (std::size_t k = i + 1 - beside; k <= i; ++k) good[k] = 0;
    }
    std::vector<Polyline> runs;
    Polyline run;
    for (std::size_t i = 0; i <= dense.size(); ++i) {
        if (i < dense.size() && good[i]) {
            run.push_back(dense[i]);
        } else {
            if (run.size() > 1 && length_of(run) > 40) runs.push_back(simplified(run, 0.25));
            run.clear();
        }
    }
    return runs;
}

struct Fitting {
    Town& town;
    StreetNames& names;
    const Keep& keep;
    const Cell& cell;
};

void add(const Fitting& f, const Polyline& whole, Way way) {
    for (const Polyline& part : clipped(whole, f.cell.ring))
        for (const Polyline& run : kept(part, f.cell, f.keep)) {
            Line line{run, {}, way, f.cell.seed.fill, "P4", 7.0};
            if (way == Way::path) {
                line.width = 3.0;
                line.lighting_class = "P5";
            } else {
                if (line.fill == Fill::centre || line.fill == Fill::harbour) line.lighting_class = "P3";
                if (line.fill == Fill::centre || line.fill == Fill::industry) line.width = 9.0;
                line.name = f.names.next(f.cell.seed.theme, length_of(run));
            }
            f.town.lines.push_back(line);
        }
}

double share_left_out(Fill fill) {
    return fill == Fill::villas ? 0.24 : fill == Fill::centre ? 0.05 : 0.10;
}

/// Rows run through; now and then a piece between two columns is left out. Columns are left out more often.
void lay_lattice(const Fitting& f, const Lattice& lattice_of_cell, double reach, std::uint64_t cell_number) {
    const Seed& s = f.cell.seed;
    Dice dice(Use::street_pieces, cell_number);
    const int rows = static_cast<int>(reach / s.row_gap) + 1, columns = static_cast<int>(reach / s.column_gap) + 1;
    for (int r = -rows; r <= rows; ++r) {
        double from = -columns * s.column_gap;
        for (int c = -columns; c <= columns; ++c) {
            const bool gap = dice.chance(share_left_out(s.fill) * 0.5);
            const double to = c * s.column_gap;
            if ((gap || c == columns) && to > from)
                add(f, lattice_of_cell.straight(from, r * s.row_gap, to, r * s.row_gap), Way::street);
            if (gap) from = to + s.column_gap;
        }
    }
    for (int c = -columns; c <= columns; ++c) {
        double from = -rows * s.row_gap;
        const double shift = s.fill == Fill::villas ? dice.between(-0.3, 0.3) * s.column_gap : 0;
        for (int r = -rows; r <= rows; ++r) {
            const bool gap = dice.chance(share_left_out(s.fill));
            const double to = r * s.row_gap, u = c * s.column_gap + shift;
            if ((gap || r == rows) && to > from) add(f, lattice_of_cell.straight(u, from, u, to), Way::street);
            if (gap) from = to + s.row_gap;
        }
    }
}

/// Paths across the courtyards: the lattice shifted by half.
void lay_courtyard_paths(const Fitting& f, const Lattice& l, double reach) {
    const double rows = f.cell.seed.row_gap, columns = f.cell.seed.column_gap;
    for (int r = -12; r <= 12; ++r) add(f, l.straight(-reach, (r + 0.5) * rows, reach, (r + 0.5) * rows), Way::path);
    for (int c = -12; c <= 12; ++c)
        add(f, l.straight((c + 0.5) * columns, -reach, (c + 0.5) * columns, reach), Way::path);
}

}  // namespace

Keep::Keep(const Town& town) : m_town(&town) {
    m_rail.add(town.rail, 0);
    m_river.add(town.river, 0);
    m_limit.add(town.window, 0);
}

bool Keep::dry(Point p) const {
    return m_rail.distance(p, 24) >= 24 && m_river.distance(p, 50) >= 50 && !inside(m_town->lake, p);
}

bool Keep::clear(Point p, double from_parks) const {
    if (!dry(p) || m_limit.distance(p, 45) < 45 || !inside(m_town->window, p)) return false;
    for (const NamedRing& park : m_town->parks)
        if (inside(park.ring, p) || nearest(park.ring, p).distance < from_parks) return false;
    return off_sites(p);
}

bool Keep::off_sites(Point p) const {
    return std::none_of(m_town->sites.begin(), m_town->sites.end(),
                        [&](const Site& site) { return clearance(site.ground, p, p) < 5; });
}

void lay_streets(Town& town, StreetNames& names) {
    for (const Line& line : town.lines) names.reserve(line.name);
    const Keep keep(town);
    std::uint64_t number = 0;
    for (const Cell& cell : town.cells) {
        ++number;
        if (cell.seed.fill == Fill::none) continue;
        const Point along = unit(cell.seed.axis);
        const Lattice l{cell.seed.at, along, left_of(along), cell.seed};
        double reach = 0;
        for (const Point p : cell.ring) reach = std::max(reach, apart(p, cell.seed.at) + 60);
        const Fitting fitting{town, names, keep, cell};
        lay_lattice(fitting, l, reach, number);
        if (cell.seed.fill == Fill::estate) lay_courtyard_paths(fitting, l, reach);
    }
}

}  // namespace exempelstad
