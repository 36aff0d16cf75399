#include "viewer/map/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace lykta::viewer {

namespace {

constexpr double bucket_pixels = 64;   // of the grid that finds what stands near
constexpr double repeat_pixels = 400;  // between two names of one street
constexpr double air_pixels = 2;       // kept free round every text

/// A text's box, turned with the text.
struct TurnedBox {
    Pixel centre;
    double half_width = 0, half_height = 0;
    double along_x = 1, along_y = 0;  ///< unit vector of the text, y down
    [[nodiscard]] double reach_x() const { return std::abs(along_x) * half_width + std::abs(along_y) * half_height; }
    [[nodiscard]] double reach_y() const { return std::abs(along_y) * half_width + std::abs(along_x) * half_height; }
};

TurnedBox box_of(const PlacedLabel& placed) {
    return {placed.centre, placed.size.width / 2 + air_pixels, placed.size.height / 2 + air_pixels,
            std::cos(placed.turn), -std::sin(placed.turn)};
}

/// Do the shadows of both boxes on the axis (x, y) leave a gap?
bool are_apart_along(const TurnedBox& a, const TurnedBox& b, double x, double y) {
    const auto reach = [&](const TurnedBox& box) {
        return box.half_width * std::abs(box.along_x * x + box.along_y * y) +
               box.half_height * std::abs(-box.along_y * x + box.along_x * y);
    };
    const double between = std::abs((b.centre.x - a.centre.x) * x + (b.centre.y - a.centre.y) * y);
    return between >= reach(a) + reach(b);
}

/// Separating axes: two turned boxes overlap when no side of either parts them.
bool overlap(const TurnedBox& a, const TurnedBox& b) {
    return !are_apart_along(a, b, a.along_x, a.along_y) && !are_apart_along(a, b, -a.along_y, a.along_x) &&
           !are_apart_along(a, b, b.along_x, b.along_y) && !are_apart_along(a, b, -b.along_y, b.along_x);
}

/// Boxes placed so far, found by where they are.
class Occupied {
public:
    [[nodiscard]] bool is_free(const TurnedBox& box) const {
        bool free = true;
        each_bucket(box, [&](std::int64_t key) {
            const auto bucket = m_buckets.find(key);
            if (bucket == m_buckets.end()) return;
            for (const auto& other : bucket->second) free = free && !overlap(box, other);
        });
        return free;
    }
    void add(const TurnedBox& box) {
        each_bucket(box, [&](std::int64_t key) { m_buckets[key].push_back(box); });
    }

private:
    template <class Visit>
    static void each_bucket(const TurnedBox& box, const Visit& visit) {
        const auto bucket = [](double at) { return static_cast<std::int64_t>(std::floor(at / bucket_pixels)); };
        for (auto y = bucket(box.centre.y - box.reach_y()); y <= bucket(box.centre.y + box.reach_y()); ++y)
            for (auto x = bucket(box.centre.x - box.reach_x()); x <= bucket(box.centre.x + box.reach_x()); ++x)
                visit(y * 1'000'003 + x);
    }
    std::unordered_map<std::int64_t, std::vector<TurnedBox>> m_buckets;
};

/// Turned with the map and kept readable: never upside down.
double readable_turn(double turn) {
    double shown = std::remainder(turn, 2 * M_PI);
    if (shown > M_PI / 2) shown -= M_PI;
    if (shown <= -M_PI / 2) shown += M_PI;
    return shown;
}

bool is_inside(const MapView& view, const TurnedBox& box) {
    return box.centre.x - box.reach_x() >= 0 && box.centre.y - box.reach_y() >= 0 &&
           box.centre.x + box.reach_x() <= view.width && box.centre.y + box.reach_y() <= view.height;
}

PlacedLabel placed_at(const MapView& view, const MapLabel& label, const MeasureText& measure) {
    const bool follows_map = label.kind == LabelKind::street;
    return {.label = &label,
            .centre = view.to_picture(label.at),
            .turn = follows_map ? readable_turn(label.turn + view.turn) : 0.0,
            .size = measure(label.text, label.kind)};
}

bool goes_before(const MapLabel* a, const MapLabel* b) {
    if (a->priority != b->priority) return a->priority > b->priority;
    if (a->text != b->text) return a->text < b->text;
    return a->at < b->at;
}

/// Where the names of each street stand already.
class Repeats {
public:
    [[nodiscard]] bool is_far_enough(const PlacedLabel& placed) const {
        if (placed.label->kind != LabelKind::street) return true;
        const auto [first, last] = m_placed.equal_range(placed.label->text);
        return std::none_of(first, last, [&](const auto& other) {
            return std::hypot(other.second.x - placed.centre.x, other.second.y - placed.centre.y) < repeat_pixels;
        });
    }
    void add(const PlacedLabel& placed) {
        if (placed.label->kind == LabelKind::street) m_placed.emplace(placed.label->text, placed.centre);
    }

private:
    std::multimap<std::string_view, Pixel> m_placed;
};

}  // namespace

std::vector<PlacedLabel> placed_labels(const MapView& view, std::span<const MapLabel* const> labels,
                                       const MeasureText& measure, std::span<const Box> taken) {
    std::vector<const MapLabel*> wanted;
    const Box seen = view.extent();
    std::copy_if(labels.begin(), labels.end(), std::back_inserter(wanted),
                 [&](const MapLabel* label) { return seen.contains(label->at); });
    std::sort(wanted.begin(), wanted.end(), goes_before);
    Occupied occupied;
    for (const Box& box : taken)
        occupied.add({{(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2}, box.width() / 2, box.height() / 2});
    Repeats repeats;
    std::vector<PlacedLabel> kept;
    for (const MapLabel* label : wanted) {
        const auto placed = placed_at(view, *label, measure);
        if (label->room_m > 0 && placed.size.width * view.metres_per_pixel > label->room_m) continue;
        const auto box = box_of(placed);
        if (!is_inside(view, box) || !repeats.is_far_enough(placed) || !occupied.is_free(box)) continue;
        occupied.add(box);
        repeats.add(placed);
        kept.push_back(placed);
    }
    return kept;
}

std::vector<const MapLabel*> labels_of(const MapView& view, std::span<const ShownLayer> layers) {
    std::vector<const MapLabel*> labels;
    for (const auto& shown : layers)
        for (const auto& detail : shown.layer->details)
            if (view.metres_per_pixel >= detail.from_metres_per_pixel &&
                view.metres_per_pixel < detail.to_metres_per_pixel)
                for (const auto& label : detail.labels) labels.push_back(&label);
    return labels;
}

}  // namespace lykta::viewer
