// Plane geometry: see plane.hpp. Splines: q(t) = ½[2p₁ + (p₂−p₀)t + (2p₀−5p₁+4p₂−p₃)t² + (3p₁−p₀−3p₂+p₃)t³].
#include "plane.hpp"

#include <algorithm>
#include <cmath>

namespace exempelstad {

double norm(Point a) {
    return std::sqrt(a.x * a.x + a.y * a.y);
}
Point unit(Point a) {
    const double n = norm(a);
    return n > 0 ? a * (1.0 / n) : Point{1, 0};
}
double apart(Point a, Point b) {
    return norm(b - a);
}
Point rounded(Point p) {
    return {std::round(p.x * 100.0) / 100.0, std::round(p.y * 100.0) / 100.0};
}

namespace {

Point catmull_rom(Point p0, Point p1, Point p2, Point p3, double t) {
    const Point linear = (p2 - p0) * t;
    const Point square = (p0 * 2.0 - p1 * 5.0 + p2 * 4.0 - p3) * (t * t);
    const Point cube = (p1 * 3.0 - p0 - p2 * 3.0 + p3) * (t * t * t);
    return (p1 * 2.0 + linear + square + cube) * 0.5;
}

}  // namespace

Polyline spline(std::span<const Point> control, Ends ends) {
    const int n = static_cast<int>(control.size());
    if (n < 3 && ends == Ends::open) return {control.begin(), control.end()};
    const auto pick = [&](int i) {
        const int k = ends == Ends::closed ? (i + n) % n : std::clamp(i, 0, n - 1);
        return control[static_cast<std::size_t>(k)];
    };
    Polyline line;
    const int spans = ends == Ends::closed ? n : n - 1;
    for (int i = 0; i < spans; ++i) {
        const int steps = std::max(4, static_cast<int>(apart(pick(i), pick(i + 1)) / 12.0));
        for (int s = 0; s < steps; ++s)
            line.push_back(catmull_rom(pick(i - 1), pick(i), pick(i + 1), pick(i + 2), double(s) / steps));
    }
    line.push_back(pick(spans));
    return line;
}

double length_of(std::span<const Point> line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += apart(line[i - 1], line[i]);
    return sum;
}

OnCurve at(std::span<const Point> line, double along) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double d = apart(line[i - 1], line[i]);
        if (along <= d || i + 1 == line.size()) {
            const Point direction = unit(line[i] - line[i - 1]);
            return {line[i - 1] + direction * std::clamp(along, 0.0, d), direction};
        }
        along -= d;
    }
    return {line.front(), {1, 0}};
}

Polyline slice(std::span<const Point> line, double from, double to) {
    Polyline part{at(line, from).point};
    double along = 0;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        along += apart(line[i - 1], line[i]);
        if (along > from + 1e-6 && along < to - 1e-6) part.push_back(line[i]);
    }
    part.push_back(at(line, to).point);
    return part;
}

Polyline shifted_left(std::span<const Point> line, double by) {
    Polyline moved;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point before = line[i == 0 ? 0 : i - 1], after = line[std::min(i + 1, line.size() - 1)];
        moved.push_back(line[i] + left_of(unit(after - before)) * by);
    }
    return moved;
}

Polyline densified(std::span<const Point> line, double step) {
    Polyline dense;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const int parts = std::max(1, static_cast<int>(std::ceil(apart(line[i - 1], line[i]) / step)));
        for (int k = 0; k < parts; ++k) dense.push_back(line[i - 1] + (line[i] - line[i - 1]) * (double(k) / parts));
    }
    dense.push_back(line.back());
    return dense;
}

Polyline simplified(std::span<const Point> line, double tolerance) {
    if (line.size() < 3) return {line.begin(), line.end()};
    std::size_t far = 0;
    double most = tolerance;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const double d = distance_to(line.front(), line.back(), line[i]);
        if (d > most) {
            most = d;
            far = i;
        }
    }
    if (far == 0) return {line.front(), line.back()};
    Polyline head = simplified(line.subspan(0, far + 1), tolerance);
    const Polyline tail = simplified(line.subspan(far), tolerance);
    head.insert(head.end(), tail.begin() + 1, tail.end());
    return head;
}

bool inside(std::span<const Point> ring, Point p) {
    bool in = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1], b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) in = !in;
    }
    return in;
}

Point middle_of(std::span<const Point> ring) {
    double twice = 0;
    Point sum;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1] - ring[0], b = ring[i] - ring[0];
        const double c = cross(a, b);
        twice += c;
        sum = sum + (a + b) * c;
    }
    return ring[0] + sum * (1.0 / (3.0 * twice));
}

double area_of(std::span<const Point> ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) twice += cross(ring[i - 1] - ring[0], ring[i] - ring[0]);
    return std::abs(twice) / 2.0;
}

double distance_to(Point a, Point b, Point p) {
    const Point ab = b - a;
    const double square = dot(ab, ab);
    const double t = square > 0 ? std::clamp(dot(p - a, ab) / square, 0.0, 1.0) : 0.0;
    return apart(a + ab * t, p);
}

Nearest nearest(std::span<const Point> line, Point p) {
    Nearest best;
    double along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], ab = line[i] - a;
        const double square = dot(ab, ab);
        const double t = square > 0 ? std::clamp(dot(p - a, ab) / square, 0.0, 1.0) : 0.0;
        const Point foot = a + ab * t;
        const double d = apart(foot, p), span = std::sqrt(square);
        if (d < best.distance) best = {d, along + t * span, foot, unit(ab)};
        along += span;
    }
    return best;
}

std::optional<Crossing> crossing(Point a, Point b, Point c, Point d) {
    const double area = cross(b - a, d - c);
    if (std::abs(area) < 1e-12) return {};
    const double t = cross(c - a, d - c) / area, u = cross(c - a, b - a) / area;
    if (t < 0 || t > 1 || u < 0 || u > 1) return {};
    return Crossing{t, u, a + (b - a) * t};
}

}  // namespace exempelstad
